// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/BundleReader.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>

#include <QCryptographicHash>
#include <QFileInfo>
#include <QtEndian>

#include <map>

namespace winnow::sharing {
namespace {

constexpr qint64 largestManifest = 64 << 20;
constexpr qint64 largestBlock = 64 << 20;
constexpr int mostEntries = 100'000;
/// Nothing that Winnow packs shrinks like this once it is of some size: a bomb.
constexpr qint64 plainBytes = 64 << 20;
constexpr qint64 steepestRatio = 300;

constexpr quint32 unixTypeMask = 0170000;
constexpr quint32 unixRegular = 0100000;

/// What is wrong with an entry of the ZIP's table of contents; empty: nothing.
QString oddity(const QuaZipFileInfo64& info)
{
    if (!isOurName(info.name))
        return info.name.left(120);
    const quint32 type = (info.externalAttr >> 16) & unixTypeMask;
    if (type != 0 && type != unixRegular)
        return QStringLiteral("%1 → ?").arg(info.name); // a link or a device
    if (info.flags & 1)
        return QStringLiteral("%1: password").arg(info.name);
    const qint64 packed = qint64(info.compressedSize);
    const qint64 unpacked = qint64(info.uncompressedSize);
    if (packed < 0 || unpacked < 0 || (unpacked > plainBytes && unpacked / steepestRatio > packed))
        return QStringLiteral("%1: %2 → %3").arg(info.name).arg(packed).arg(unpacked);
    return {};
}

} // namespace

BundleReader::BundleReader(QString path) : m_path(std::move(path)) { }

BundleReader::~BundleReader()
{
    m_entry.reset();
}

Failure BundleReader::damaged(const QString& what) const
{
    return fail(ErrorCode::BundleDamaged, m_path, what);
}

Result<std::unique_ptr<BundleReader>> BundleReader::open(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    if (!info.isReadable())
        return fail(ErrorCode::FileUnreadable, path);
    std::unique_ptr<BundleReader> reader(new BundleReader(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const bool begins = file.read(4) == QByteArray("PK\x03\x04", 4);
    file.close();
    reader->m_zip = std::make_unique<QuaZip>(path);
    if (!reader->m_zip->open(QuaZip::mdUnzip))
        return begins ? reader->damaged()
                      : fail(ErrorCode::NotABundle, path); // the table of contents stands at the end
    if (const auto looked = reader->lookThrough(); !looked)
        return Failure(looked.error());
    const auto json = reader->readManifest();
    if (!json)
        return Failure(json.error());
    auto manifest = manifestFrom(*json, path);
    if (!manifest)
        return Failure(manifest.error());
    reader->m_manifest = std::move(*manifest);
    reader->m_manifest.info.bytes = info.size();
    // One for one: an entry that the manifest does not name is as odd as one that is not there.
    if (reader->m_zip->getEntriesCount() != int(reader->m_manifest.entries.size()) + 1)
        return fail(ErrorCode::BundleUnsafe, path, QLatin1String(manifestName));
    return reader;
}

Result<void> BundleReader::lookThrough()
{
    if (m_zip->getEntriesCount() > mostEntries)
        return fail(ErrorCode::BundleUnsafe, m_path, QString::number(m_zip->getEntriesCount()));
    std::map<QString, int> names;
    for (bool more = m_zip->goToFirstFile(); more; more = m_zip->goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!m_zip->getCurrentFileInfo(&info))
            return damaged();
        if (const QString odd = oddity(info); !odd.isEmpty())
            return fail(ErrorCode::BundleUnsafe, m_path, odd);
        if (++names[info.name] > 1)
            return fail(ErrorCode::BundleUnsafe, m_path, info.name);
    }
    if (m_zip->getZipError() != UNZ_OK)
        return damaged();
    if (!names.contains(QLatin1String(manifestName)))
        return fail(ErrorCode::NotABundle, m_path);
    return {};
}

Result<QByteArray> BundleReader::readManifest()
{
    if (const auto begun = begin(QLatin1String(manifestName)); !begun)
        return Failure(begun.error());
    const QByteArray json = m_entry->read(largestManifest + 1);
    if (json.size() > largestManifest)
        return fail(ErrorCode::BundleUnsafe, m_path, QLatin1String(manifestName));
    m_entry->close();
    if (m_entry->getZipError() != UNZ_OK)
        return damaged(QLatin1String(manifestName));
    return json;
}

Result<void> BundleReader::begin(const QString& name)
{
    if (m_entry && m_entry->isOpen())
        m_entry->close();
    if (!m_zip->setCurrentFile(name, QuaZip::csSensitive))
        return damaged(name);
    m_entry = std::make_unique<QuaZipFile>(m_zip.get());
    if (!m_entry->open(QIODevice::ReadOnly))
        return damaged(name);
    return {};
}

Result<QByteArray> BundleReader::block()
{
    quint32 length = 0;
    const qint64 head = m_entry->read(reinterpret_cast<char*>(&length), sizeof length);
    if (head == 0 && m_entry->atEnd())
        return QByteArray();
    length = qFromLittleEndian(length);
    if (head != qint64(sizeof length) || length == 0 || length > largestBlock)
        return damaged(m_entry->getActualFileName());
    QByteArray bytes = m_entry->read(length);
    if (bytes.size() != qsizetype(length))
        return damaged(m_entry->getActualFileName());
    return bytes;
}

Result<void> BundleReader::verifyEntry(const Entry& entry, qint64& done, qint64 total, const JobContext& job)
{
    if (const auto begun = begin(entry.name); !begun)
        return begun;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(1 << 18, Qt::Uninitialized);
    qint64 bytes = 0;
    for (qint64 n = 0; (n = m_entry->read(buffer.data(), buffer.size())) > 0;) {
        hash.addData(QByteArrayView(buffer.constData(), n));
        bytes += n;
        done += n;
        job.report(done, total, m_path);
        if (bytes > entry.bytes || job.cancelled())
            break;
    }
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, m_path);
    m_entry->close();
    if (bytes != entry.bytes || m_entry->getZipError() != UNZ_OK || hash.result().toHex() != entry.sha256)
        return damaged(entry.name);
    return {};
}

Result<void> BundleReader::verify(const JobContext& job)
{
    qint64 total = 0;
    for (const Entry& entry : m_manifest.entries)
        total += entry.bytes;
    qint64 done = 0;
    for (const Entry& entry : m_manifest.entries) {
        if (const auto verified = verifyEntry(entry, done, total, job); !verified)
            return verified;
    }
    return {};
}

} // namespace winnow::sharing
