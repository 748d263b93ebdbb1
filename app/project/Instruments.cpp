// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Instruments.h"

#include "appraisal/Shipped.h"
#include "project/Appraisals.h"
#include "project/Writing.h"
#include "store/Outgoing.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <tuple>

namespace winnow {
namespace {

const std::string draftKey = "instrument draft";

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

/// "draft 1.10" in runs of digits and of all else; leading noughts go. Collators know numbers in some locales only.
QStringList partsOfVersion(const QString& version)
{
    static const QRegularExpression run(QStringLiteral("0*(\\d+)|\\D+"));
    QStringList parts;
    for (auto it = run.globalMatch(version.toCaseFolded()); it.hasNext();) {
        const auto match = it.next();
        parts << (match.captured(1).isEmpty() ? match.captured() : match.captured(1));
    }
    return parts;
}

bool isFile(const QString& name)
{
    return name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

bool newerFirst(const appraisal::Instrument& a, const appraisal::Instrument& b)
{
    if (a.id != b.id)
        return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    return isNewerVersion(a.version, b.version);
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

Result<appraisal::Instrument> findInstrument(Project& project, const QString& idOrFile)
{
    auto found = findInstrument(idOrFile);
    if (found || isFile(idOrFile))
        return found;
    const auto own = ownInstruments(project);
    if (!own)
        return Failure(own.error());
    for (const appraisal::Instrument& one : *own) {
        if (one.id.compare(idOrFile.trimmed(), Qt::CaseInsensitive) == 0)
            return one;
    }
    return found;
}

Result<std::vector<appraisal::Instrument>> ownInstruments(Project& project)
{
    const Appraisals appraisals(project);
    const auto kept = appraisals.instruments();
    if (!kept)
        return Failure(kept.error());
    std::vector<appraisal::Instrument> own;
    for (const KeptInstrument& one : *kept) {
        auto instrument = appraisals.instrument(one.id);
        if (!instrument)
            continue; // it came from elsewhere and has faults: appraisals that use it say so
        const appraisal::Instrument* shipped = appraisal::findShipped(instrument->id);
        if (!shipped || *shipped != *instrument)
            own.push_back(std::move(*instrument));
    }
    std::stable_sort(own.begin(), own.end(), newerFirst);
    return own;
}

Result<InstrumentId> storeInstrument(Project& project, const appraisal::Instrument& given)
{
    // As its file would be read: blanks at the end of a text make no other instrument.
    const appraisal::Reading reading = appraisal::readInstrument(appraisal::writeInstrument(given));
    if (!reading.instrument)
        return Failure(unsound(given.name, reading.findings));
    const appraisal::Instrument& instrument = *reading.instrument;
    const auto own = ownInstruments(project);
    if (!own)
        return Failure(own.error());
    const auto clashes = [&instrument](const appraisal::Instrument& other) {
        return other.id == instrument.id && other.version == instrument.version && other != instrument;
    };
    const appraisal::Instrument* shipped = appraisal::findShipped(instrument.id);
    if ((shipped && clashes(*shipped)) || std::any_of(own->begin(), own->end(), clashes))
        return fail(ErrorCode::BadInput, instrument.name,
                    QStringLiteral("version %1 of “%2” is there already and says something else; give this one another "
                                   "version, such as %3")
                        .arg(instrument.version, instrument.id, versionAfter(instrument.version)));
    return Appraisals(project).keep(instrument);
}

Result<QByteArray> leftDraft(Project& project)
{
    return project.store().read(
        [](store::Reader& reader) { return QByteArray::fromStdString(store::localNote(reader.db(), draftKey)); });
}

Result<void> leaveDraft(Project& project, const QByteArray& json)
{
    if (project.readOnly())
        return {};
    return change(project, [&](store::WriteScope& scope) -> Result<void> {
        store::setLocalNote(scope, draftKey, json.toStdString());
        return {};
    });
}

bool isNewerVersion(const QString& version, const QString& than)
{
    const QStringList parts = partsOfVersion(version);
    const QStringList others = partsOfVersion(than);
    for (qsizetype i = 0; i < std::min(parts.size(), others.size()); ++i) {
        const bool numbers = parts[i][0].isDigit() && others[i][0].isDigit();
        // Of two numbers without leading noughts the longer one is the greater.
        const int order = numbers && parts[i].size() != others[i].size() ? int(parts[i].size() - others[i].size())
                                                                         : parts[i].compare(others[i]);
        if (order != 0)
            return order > 0;
    }
    return parts.size() > others.size();
}

QString versionAfter(const QString& version)
{
    qsizetype at = version.size();
    while (at > 0 && version[at - 1].isDigit() && version.size() - at < 6)
        --at;
    if (at == version.size())
        return version.isEmpty() ? QStringLiteral("1") : version + QLatin1String(" 2");
    return version.left(at) + QString::number(version.mid(at).toInt() + 1);
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
    return writeInstrumentFile(appraisal::writeInstrument(instrument), path);
}

Result<void> writeInstrumentFile(const QByteArray& json, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    file.write(json);
    if (!file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return {};
}

} // namespace winnow
