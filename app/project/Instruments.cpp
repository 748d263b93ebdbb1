// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Instruments.h"

#include "appraisal/Shipped.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace winnow {
namespace {

/// Letters and digits alone, in lower case.
QString plain(const QString& text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return plain;
}

bool isFile(const QString& name)
{
    return name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

} // namespace

Result<appraisal::Reading> readInstrumentFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    // One byte more than there may be: enough to say that it is too large.
    return appraisal::readInstrument(file.read(appraisal::limits::bytes + 1));
}

Error unsound(const QString& name, const std::vector<appraisal::Finding>& findings)
{
    constexpr qsizetype told = 3;
    QStringList faults;
    for (const appraisal::Finding& finding : findings) {
        if (appraisal::isFault(finding.flaw))
            faults.append(appraisal::sentence(finding));
    }
    if (faults.size() > told)
        faults = faults.mid(0, told) << QStringLiteral("+%1").arg(faults.size() - told);
    return {ErrorCode::BadInput, name, faults.join(QLatin1String(" | "))};
}

Result<appraisal::Instrument> findInstrument(const QString& idOrFile)
{
    if (!isFile(idOrFile)) {
        const appraisal::Instrument* shipped = appraisal::findShipped(idOrFile.trimmed());
        if (!shipped)
            return fail(ErrorCode::BadInput, idOrFile,
                        QStringLiteral("there is no such instrument; “winnow instrument list” names those there are"));
        return *shipped;
    }
    const auto reading = readInstrumentFile(idOrFile);
    if (!reading)
        return Failure(reading.error());
    if (!reading->instrument)
        return Failure(unsound(idOrFile, reading->findings));
    return *reading->instrument;
}

Result<QString> findVariant(const appraisal::Instrument& instrument, const QString& said)
{
    const QStringList ids = appraisal::variantIds(instrument);
    if (said.isEmpty())
        return ids.front();
    for (const appraisal::Variant& variant : instrument.variants) {
        if (plain(variant.id) == plain(said) || plain(variant.label) == plain(said))
            return variant.id;
    }
    return fail(ErrorCode::BadInput, said,
                QStringLiteral("variants of %1: %2").arg(instrument.name, ids.join(QLatin1String(", "))));
}

Result<void> saveInstrument(const appraisal::Instrument& instrument, const QString& path)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::FileExists, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    file.write(appraisal::writeInstrument(instrument));
    if (!file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return {};
}

} // namespace winnow
