// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Appraisals.h"

#include "appraisal/InstrumentJson.h"
#include "project/AppraisalSheets.h"
#include "project/Instruments.h"
#include "project/Writing.h"
#include "store/Pairs.h"
#include "store/RecordRows.h"
#include "store/StageCells.h"

#include <QJsonObject>

#include <set>
#include <tuple>

namespace winnow {
namespace {

using store::AppraisedSlot;
using store::ChangeKind;
using store::Edit;
using store::WriteScope;

Appraisal appraisalOf(store::Database& db, const store::Catalog& catalog, const store::AppraisedRow& row)
{
    const auto text = [](const std::string& utf8) { return QString::fromStdString(utf8); };
    Appraisal appraisal;
    appraisal.id = AppraisalId(row.id);
    appraisal.record = store::recordFromUid(catalog, text(row.study));
    appraisal.instrument = InstrumentId(row.instrument);
    appraisal.variant = text(row.variant);
    appraisal.result = {text(row.comparison), text(row.outcome), text(row.measure), text(row.time)};
    appraisal.appraisers = store::appraisersOf(db, row.id);
    return appraisal;
}

/// Of an appraisal that is here, with the instrument that it is made with.
struct Under {
    Appraisal appraisal;
    appraisal::Instrument instrument;
};

Result<Under> under(store::Database& db, const store::Catalog& catalog, AppraisalId id)
{
    const auto row = store::appraisedRow(db, id.value);
    if (!row)
        return fail(ErrorCode::BadInput, {}, QStringLiteral("an appraisal that is not in this review"));
    auto instrument = keptInstrument(db, InstrumentId(row->instrument));
    if (!instrument)
        return Failure(instrument.error());
    return Under{appraisalOf(db, catalog, *row), std::move(*instrument)};
}

/// The records of the study that a record belongs to: of its report, and of the reports grouped with that.
std::vector<qint64> recordsOfStudy(store::Database& db, qint64 report)
{
    std::vector<qint64> records = store::membersOf(db, report);
    for (const qint64 other : store::reportsOfStudy(db, store::studyOf(db, report))) {
        const std::vector<qint64> members = store::membersOf(db, other);
        records.insert(records.end(), members.begin(), members.end());
    }
    return records;
}

ResultOf tidied(const ResultOf& result)
{
    return {result.comparison.simplified(), result.outcome.simplified(), result.measure.simplified(),
            result.time.simplified()};
}

/// What an appraisal is named after. Capitals do not count: two people who mean the same result must meet.
std::string nameOf(const std::string& instrument, const QString& study, const QString& variant, const ResultOf& result)
{
    const QJsonArray parts{QString::fromStdString(instrument),
                           study,
                           variant,
                           result.comparison.toCaseFolded(),
                           result.outcome.toCaseFolded(),
                           result.measure.toCaseFolded(),
                           result.time.toCaseFolded()};
    return QJsonDocument(parts).toJson(QJsonDocument::Compact).toStdString();
}

Result<void> fits(const appraisal::Instrument& instrument, const ResultOf& result)
{
    const bool named = result != ResultOf();
    if (instrument.judges == appraisal::Judges::Result && result.outcome.isEmpty())
        return fail(ErrorCode::BadInput, instrument.name,
                    QStringLiteral("it judges one result of a study, so that an outcome must be named"));
    if (instrument.judges == appraisal::Judges::Study && named)
        return fail(ErrorCode::BadInput, instrument.name,
                    QStringLiteral("it judges a study as a whole, not one result of it"));
    return {};
}

AppraisalSheet sheetOf(const std::vector<AppraisalSheet>& sheets, ReviewerId by)
{
    for (const AppraisalSheet& sheet : sheets) {
        if (sheet.by == by)
            return sheet;
    }
    return {.by = by};
}

std::vector<AppraisalSheet> sheetsIn(WriteScope& scope, AppraisalId id)
{
    return sheetsUpTo(store::appraisalChanges(scope.db(), scope.replicas(), ChangeKind::Answered, id.value),
                      store::appraisalChanges(scope.db(), scope.replicas(), ChangeKind::Judged, id.value), {});
}

/// A judgement against what the answers propose wants a reason. Asked of the whole, after all that is said.
Result<void> reasoned(const appraisal::Judged& judged, const std::map<QString, Said>& judgements)
{
    for (const auto& [key, said] : judgements) {
        const appraisal::Outcome* outcome = judged.outcome(key);
        if (outcome && outcome->overruled() && said.why.simplified().isEmpty())
            return fail(ErrorCode::BadInput, key,
                        QStringLiteral("“%1” overrules the proposal “%2” and needs a reason")
                            .arg(said.value, outcome->proposed));
    }
    return {};
}

Result<void> known(const Under& under, const std::map<QString, Said>& said)
{
    for (const auto& [key, one] : said) {
        const QStringList choices = appraisal::choicesFor(under.instrument, under.appraisal.variant, key);
        if (choices.isEmpty())
            return fail(ErrorCode::BadInput, key, QStringLiteral("%1 has no such item").arg(under.instrument.name));
        if (!one.value.isEmpty() && !choices.contains(one.value))
            return fail(ErrorCode::BadInput, one.value,
                        QStringLiteral("%1 has %2").arg(key, choices.join(QLatin1String(", "))));
    }
    return {};
}

bool isItem(const Under& under, const QString& key)
{
    return appraisal::findItem(under.instrument, under.appraisal.variant, key) != nullptr;
}

qint64 slotOf(const QString& key)
{
    return store::keySlot(key.toStdString());
}

/// The sheet after something more is said.
AppraisalSheet with(AppraisalSheet sheet, const Under& under, const std::map<QString, Said>& said)
{
    for (const auto& [key, one] : said) {
        auto& part = isItem(under, key) ? sheet.answers : sheet.judgements;
        if (one.value.isEmpty())
            part.erase(key);
        else
            part[key] = one;
    }
    return sheet;
}

Result<ReviewerId> actingAppraiser(const store::Catalog& catalog, ReviewerId me)
{
    return acting(catalog, me, Right::Vote);
}

bool isOpen(WriteScope& scope, AppraisalId id)
{
    return !store::appraisalChanges(scope.db(), scope.replicas(), ChangeKind::AppraisalOpened, id.value).empty();
}

} // namespace

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
        const auto instrument = keptInstrument(scope.db(), request.instrument);
        if (!instrument)
            return Failure(instrument.error());
        const auto variant = findVariant(*instrument, request.variant);
        if (!variant)
            return Failure(variant.error());
        const ResultOf result = tidied(request.result);
        if (auto fit = fits(*instrument, result); !fit)
            return fit;
        const qint64 report = scope.reportOf(request.study.value);
        if (!report || !scope.catalog().isLive(report))
            return fail(ErrorCode::UnknownRecord);
        const std::vector<qint64> records = recordsOfStudy(scope.db(), report);
        const auto first = std::min_element(records.begin(), records.end(),
                                            [&scope](qint64 a, qint64 b) { return scope.catalog().uidLess(a, b); });
        const QString study = store::recordUid(scope.catalog(), RecordId(*first));
        const std::string json = *store::instrumentText(scope.db(), request.instrument.value);
        id = AppraisalId(scope.entitySaying(store::EntityType::Appraisal, nameOf(json, study, *variant, result)));
        if (store::appraisedRow(scope.db(), id.value))
            return {};
        const auto says = [&](AppraisedSlot slot, store::Value value) {
            return edit(ChangeKind::Appraised, id.value, slot, std::move(value));
        };
        scope.append(
            *by,
            {says(AppraisedSlot::Study, text(study)), says(AppraisedSlot::Instrument, request.instrument.value),
             says(AppraisedSlot::Variant, text(*variant)), says(AppraisedSlot::Comparison, text(result.comparison)),
             says(AppraisedSlot::Outcome, text(result.outcome)), says(AppraisedSlot::Measure, text(result.measure)),
             says(AppraisedSlot::Time, text(result.time))});
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
        const auto under = winnow::under(scope.db(), scope.catalog(), id);
        if (!under)
            return Failure(under.error());
        if (auto fit = known(*under, said); !fit)
            return fit;
        const AppraisalSheet sheet = with(sheetOf(sheetsIn(scope, id), *by), *under, said);
        const appraisal::Judge judge(under->instrument, under->appraisal.variant);
        if (auto fit = reasoned(judge.judge(sheet.filling()), sheet.judgements); !fit)
            return fit;
        std::vector<Edit> edits;
        for (const auto& [key, one] : said) {
            const ChangeKind kind = isItem(*under, key) ? ChangeKind::Answered : ChangeKind::Judged;
            edits.push_back({kind, id.value, slotOf(key), packSaid(key, one)});
        }
        scope.append(*by, std::move(edits));
        return {};
    });
}

Result<void> Appraisals::assign(AppraisalId id, const std::vector<ReviewerId>& people)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        if (const auto here = under(scope.db(), scope.catalog(), id); !here)
            return Failure(here.error());
        const std::vector<ReviewerId> list = store::appraisersOf(scope.db(), id.value);
        const std::set<ReviewerId> before(list.begin(), list.end());
        const std::set<ReviewerId> after(people.begin(), people.end());
        std::vector<Edit> edits;
        const auto put = [&](ReviewerId person, bool on) {
            edits.push_back(
                {ChangeKind::Appraiser, id.value, store::stageSlot(person.value, Stage::Fulltext), qint64(on)});
        };
        for (const ReviewerId person : after) {
            if (!scope.catalog().reviewer(person))
                return fail(ErrorCode::UnknownReviewer);
            if (!before.contains(person))
                put(person, true);
        }
        for (const ReviewerId person : before) {
            if (!after.contains(person))
                put(person, false);
        }
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
        const auto under = winnow::under(scope.db(), scope.catalog(), id);
        if (!under)
            return Failure(under.error());
        if (isOpen(scope, id))
            return {};
        const appraisal::Judge judge(under->instrument, under->appraisal.variant);
        const std::vector<AppraisalSheet> sheets = sheetsIn(scope, id);
        const auto ready = std::count_if(sheets.begin(), sheets.end(), [&judge](const AppraisalSheet& sheet) {
            return judge.judge(sheet.filling()).next.isEmpty();
        });
        if (ready < 2 || std::size_t(ready) < sheets.size())
            return fail(ErrorCode::BadInput, under->instrument.name,
                        QStringLiteral("an appraisal is opened when two people have answered all of it, and nobody who "
                                       "has begun it is still at work"));
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
        const auto under = winnow::under(scope.db(), scope.catalog(), id);
        if (!under)
            return Failure(under.error());
        if (!isOpen(scope, id))
            return fail(ErrorCode::NotInConflict, under->instrument.name);
        if (auto fit = known(*under, agreed); !fit)
            return fit;
        const auto settled = store::appraisalChanges(scope.db(), scope.replicas(), ChangeKind::Settled, id.value);
        const AppraisalSheet sheet
            = with(consensusOf(settled, under->instrument, under->appraisal.variant).sheet, *under, agreed);
        const appraisal::Judge judge(under->instrument, under->appraisal.variant);
        if (auto fit = reasoned(judge.judge(sheet.filling()), sheet.judgements); !fit)
            return fit;
        std::vector<Edit> edits;
        for (const auto& [key, one] : agreed)
            edits.push_back({ChangeKind::Settled, id.value, slotOf(key), packSaid(key, one)});
        scope.append(*by, std::move(edits));
        return {};
    });
}

} // namespace winnow
