// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Appraisals.h"

#include "appraisal/InstrumentJson.h"
#include "project/AppraisalWriting.h"
#include "project/Instruments.h"
#include "project/Writing.h"
#include "store/StageCells.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <set>
#include <tuple>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

Result<ReviewerId> actingAppraiser(const store::Catalog& catalog, ReviewerId me)
{
    return acting(catalog, me, Right::Vote);
}

void putDifference(AppraisalId id, const std::set<ReviewerId>& before, const std::set<ReviewerId>& after,
                   std::vector<Edit>& edits)
{
    const auto put = [&](ReviewerId person, bool on) {
        edits.push_back({ChangeKind::Appraiser, id.value, store::stageSlot(person.value, Stage::Fulltext), qint64(on)});
    };
    for (const ReviewerId person : after) {
        if (!before.contains(person))
            put(person, true);
    }
    for (const ReviewerId person : before) {
        if (!after.contains(person))
            put(person, false);
    }
}

} // namespace

std::optional<QString> rangeSaid(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,9})\\s*[-\\x{2010}-\\x{2014}]\\s*(\\d{1,9})\\s*$"));
    if (text.trimmed().isEmpty())
        return QString();
    const auto match = form.match(text);
    const int from = match.captured(1).toInt();
    const int to = match.captured(2).toInt();
    if (!match.hasMatch() || from < 1 || to < from)
        return std::nullopt;
    return QStringLiteral("%1-%2").arg(from).arg(to);
}

Result<QString> hashOfFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    return QString::fromLatin1(hash.result().toHex());
}

appraisal::Filling AppraisalSheet::filling() const
{
    appraisal::Filling filling;
    for (const auto& [item, said] : answers)
        filling.answers[item] = said.value;
    for (const auto& [key, said] : judgements)
        filling.judgements[key] = said.value;
    return filling;
}

Result<InstrumentId> Appraisals::keep(const appraisal::Instrument& instrument)
{
    const QByteArray json = appraisal::writeInstrument(instrument);
    const appraisal::Reading reading = appraisal::readInstrument(json);
    if (!reading.instrument)
        return Failure(unsound(instrument.name, reading.findings));
    InstrumentId id;
    const auto kept = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Extend);
        if (!by)
            return Failure(by.error());
        const std::string text = json.toStdString();
        id = InstrumentId(scope.entitySaying(store::EntityType::Instrument, text));
        if (!store::instrumentText(scope.db(), id.value))
            scope.append(*by, {edit(ChangeKind::Instrument, id.value, store::InstrumentSlot::Text, text)});
        return {};
    });
    if (!kept)
        return Failure(kept.error());
    return id;
}

Result<std::vector<KeptInstrument>> Appraisals::instruments() const
{
    return m_project.store().read([](store::Reader& reader) {
        std::vector<KeptInstrument> list;
        for (const auto& [id, json] : store::instrumentTexts(reader.db())) {
            const QJsonObject head = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
            list.push_back({InstrumentId(id), head[QLatin1String("id")].toString(),
                            head[QLatin1String("version")].toString(), head[QLatin1String("name")].toString()});
        }
        std::sort(list.begin(), list.end(), [](const KeptInstrument& a, const KeptInstrument& b) {
            return std::tie(a.name, a.version, a.id) < std::tie(b.name, b.version, b.id);
        });
        return list;
    });
}

Result<appraisal::Instrument> Appraisals::instrument(InstrumentId id) const
{
    return m_project.store().read([id](store::Reader& reader) { return keptInstrument(reader.db(), id); });
}

Result<AppraisalId> Appraisals::begin(const Request& request)
{
    AppraisalId id;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = actingAppraiser(scope.catalog(), m_project.me());
        if (!by)
            return Failure(by.error());
        auto begun = beginIn(scope, request);
        if (!begun)
            return Failure(begun.error());
        id = begun->under.appraisal.id;
        if (!begun->edits.empty())
            scope.append(*by, std::move(begun->edits));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return id;
}

Result<std::vector<Appraisal>> Appraisals::all() const
{
    return m_project.store().read([](store::Reader& reader) {
        std::vector<Appraisal> list;
        for (const store::AppraisedRow& row : store::appraisedRows(reader.db())) {
            Appraisal appraisal = appraisalOf(reader.db(), reader.catalog(), row);
            if (appraisal.record && reader.catalog().isLive(appraisal.record.value))
                list.push_back(std::move(appraisal));
        }
        return list;
    });
}

Result<void> Appraisals::say(AppraisalId id, const std::map<QString, Said>& said)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = actingAppraiser(scope.catalog(), m_project.me());
        if (!by)
            return Failure(by.error());
        const auto under = appraisalUnder(scope.db(), scope.catalog(), id);
        if (!under)
            return Failure(under.error());
        if (auto may = mayAppraise(scope.catalog(), *under, *by); !may)
            return may;
        if (auto fit = sayable(*under, sheetBy(sheetsIn(scope, id), *by), said); !fit)
            return fit;
        scope.append(*by, saidEdits(*under, said, false));
        return {};
    });
}

Result<void> Appraisals::assign(const std::vector<AppraisalId>& ids, const std::vector<ReviewerId>& people)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        const std::set<ReviewerId> after(people.begin(), people.end());
        for (const ReviewerId person : after) {
            if (!scope.catalog().reviewer(person))
                return fail(ErrorCode::UnknownReviewer);
        }
        std::vector<Edit> edits;
        for (const AppraisalId id : ids) {
            if (const auto here = appraisalUnder(scope.db(), scope.catalog(), id); !here)
                return Failure(here.error());
            const std::vector<ReviewerId> list = store::appraisersOf(scope.db(), id.value);
            const std::set<ReviewerId> before(list.begin(), list.end());
            putDifference(id, before, after, edits);
        }
        if (!edits.empty())
            scope.append(*by, std::move(edits));
        return {};
    });
}

Result<void> Appraisals::open(AppraisalId id)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = actingAppraiser(scope.catalog(), m_project.me());
        if (!by)
            return Failure(by.error());
        const auto under = appraisalUnder(scope.db(), scope.catalog(), id);
        if (!under)
            return Failure(under.error());
        if (isOpened(scope, id))
            return {};
        if (auto ready = openable(scope, *under); !ready)
            return ready;
        scope.append(*by, {{ChangeKind::AppraisalOpened, id.value, 0, qint64(1)}});
        return {};
    });
}

Result<void> Appraisals::settle(AppraisalId id, const std::map<QString, Said>& agreed)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Settle);
        if (!by)
            return Failure(by.error());
        const auto under = appraisalUnder(scope.db(), scope.catalog(), id);
        if (!under)
            return Failure(under.error());
        if (!isOpened(scope, id))
            return fail(ErrorCode::NotInConflict, under->instrument.name);
        if (auto fit = sayable(*under, agreedIn(scope, *under), agreed); !fit)
            return fit;
        scope.append(*by, saidEdits(*under, agreed, true));
        return {};
    });
}

} // namespace winnow
