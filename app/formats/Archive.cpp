// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Archive.h"

#include "formats/ZipSalvage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <quazip/quazip.h>

#include <algorithm>

namespace winnow::formats {
namespace {

Failure refused(const QString& path, const char* why)
{
    return fail(ErrorCode::BadInput, shownName(path), QCoreApplication::translate("Words", why));
}

bool isZip(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("PK\x03\x04");
}

bool leadsOut(QString name)
{
    name.replace(QLatin1Char('\\'), QLatin1Char('/'));
    const QStringList steps = name.split(QLatin1Char('/'));
    return name.startsWith(QLatin1Char('/')) || name.mid(1, 1) == QLatin1String(":")
        || steps.contains(QLatin1String(".."));
}

bool isHidden(const QString& name)
{
    const QStringList steps = name.split(QLatin1Char('/'));
    return name.endsWith(QLatin1Char('/')) || steps.first() == QLatin1String("__MACOSX")
        || std::any_of(steps.begin(), steps.end(), [](const QString& s) { return s.startsWith(QLatin1Char('.')); });
}

bool isArchiveName(const QString& name)
{
    static const QStringList endings{QStringLiteral(".zip"), QStringLiteral(".gz"), QStringLiteral(".tgz"),
                                     QStringLiteral(".tar"), QStringLiteral(".7z"), QStringLiteral(".rar"),
                                     QStringLiteral(".bz2"), QStringLiteral(".xz")};
    return std::any_of(endings.begin(), endings.end(),
                       [&](const QString& ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

/// Documents of offices are ZIPs too; what they hold is no list of files.
bool isDocument(const QList<QuaZipFileInfo64>& entries)
{
    return std::any_of(entries.begin(), entries.end(), [](const QuaZipFileInfo64& entry) {
        return entry.name == QLatin1String("[Content_Types].xml") || entry.name == QLatin1String("mimetype")
            || entry.name == QLatin1String("xl/workbook.xml");
    });
}

Result<QStringList> members(const QString& path, const QList<QuaZipFileInfo64>& entries)
{
    QStringList files;
    qint64 unpacked = 0;
    for (const QuaZipFileInfo64& entry : entries) {
        unpacked += qint64(entry.uncompressedSize);
        if (leadsOut(entry.name))
            return refused(path, QT_TRANSLATE_NOOP("Words", "the name of a file in it leads out of the archive"));
        if (tooLarge(unpacked, QFileInfo(path).size()))
            return tooLargeFailure(path);
        if (isHidden(entry.name))
            continue;
        if (isArchiveName(entry.name))
            return refused(path, QT_TRANSLATE_NOOP("Words", "it holds an archive inside the archive"));
        files.append(path + QLatin1Char('/') + entry.name);
    }
    if (files.isEmpty())
        return fail(ErrorCode::EmptyFile, path);
    return files;
}

/// The files of an archive that lost its directory. How large they are is seen when they are read.
QList<QuaZipFileInfo64> salvaged(const QString& path)
{
    QList<QuaZipFileInfo64> entries;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    for (const SalvagedEntry& entry : salvageZip(file)) {
        QuaZipFileInfo64 info;
        info.name = entry.name;
        info.uncompressedSize = 0;
        entries.append(info);
    }
    return entries;
}

} // namespace

Failure tooLargeFailure(const QString& path)
{
    return refused(path, QT_TRANSLATE_NOOP("Words", "it unpacks to more than 200 times its size"));
}

Failure damagedFailure(const QString& path)
{
    return fail(ErrorCode::FileUnreadable, shownName(path),
                QCoreApplication::translate("Words", "what is packed in it is damaged or breaks off"));
}

bool splitArchivePath(const QString& path, QString& archive, QString& member)
{
    if (QFileInfo::exists(path))
        return false;
    for (qsizetype at = path.lastIndexOf(QLatin1Char('/')); at > 0; at = path.lastIndexOf(QLatin1Char('/'), at - 1)) {
        const QFileInfo info(path.left(at));
        if (!info.exists())
            continue;
        archive = path.left(at);
        member = path.mid(at + 1);
        return info.isFile() && isZip(archive);
    }
    return false;
}

QString shownName(const QString& path)
{
    QString archive;
    QString member;
    if (splitArchivePath(path, archive, member))
        return QFileInfo(archive).fileName() + QLatin1Char('/') + member;
    return QFileInfo(path).fileName();
}

Result<QStringList> filesIn(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    if (!info.exists() || !isZip(path))
        return QStringList{path};
    QuaZip zip(path);
    const bool opened = zip.open(QuaZip::mdUnzip);
    QList<QuaZipFileInfo64> entries = opened ? zip.getFileInfoList64() : QList<QuaZipFileInfo64>();
    const bool whole = !entries.isEmpty();
    if (!whole) // its directory is damaged or cut off
        entries = salvaged(path);
    if (entries.isEmpty() || (!whole && isDocument(entries)))
        return damagedFailure(path);
    if (isDocument(entries))
        return QStringList{path};
    return members(path, entries);
}

} // namespace winnow::formats
