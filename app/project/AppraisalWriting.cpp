// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AppraisalWriting.h"

#include "project/Instruments.h"
#include "project/Writing.h"
#include "store/Pairs.h"
#include "store/RecordRows.h"

#include <algorithm>

namespace winnow {
namespace {

using store::AppraisedSlot;
using store::ChangeKind;
using store::Edit;
using store::WriteScope;

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

ResultOf tidiedResult(const ResultOf& result)
{
    return {result.comparison.simplified(), result.outcome.simplified(), result.measure.simplified(),
            result.time.simplified()};
}

/// What an appraisal is named after. Capitals do not count: two people who mean the same result must meet.
std::string nameOfResult(const std::string& instrument, const QString& study, const QString& variant,
                         const ResultOf& result)
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

Result<void> fitsUnit(const appraisal::Instrument& instrument, const ResultOf& result)
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

Result<void> knownKeys(const Under& under, const std::map<QString, Said>& said)
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

/// The sheet after something more is said.
AppraisalSheet sheetWith(AppraisalSheet sheet, const Under& under, const std::map<QString, Said>& said)
{
    for (const auto& [key, one] : said) {
        auto& part = under.isItem(key) ? sheet.answers : sheet.judgements;
        if (one.value.isEmpty())
            part.erase(key);
        else
            part[key] = one;
    }
    return sheet;
}

/// What the log says of one that is begun.
std::vector<Edit> begunEdits(const Appraisal& begun, const QString& study)
{
    const auto says = [&begun](AppraisedSlot slot, store::Value value) {
        return edit(ChangeKind::Appraised, begun.id.value, slot, std::move(value));
    };
    return {says(AppraisedSlot::Study, text(study)),
            says(AppraisedSlot::Instrument, begun.instrument.value),
            says(AppraisedSlot::Variant, text(begun.variant)),
            says(AppraisedSlot::Comparison, text(begun.result.comparison)),
            says(AppraisedSlot::Outcome, text(begun.result.outcome)),
            says(AppraisedSlot::Measure, text(begun.result.measure)),
            says(AppraisedSlot::Time, text(begun.result.time))};
}

} // namespace

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

Result<Under> appraisalUnder(store::Database& db, const store::Catalog& catalog, AppraisalId id)
{
    const auto row = store::appraisedRow(db, id.value);
    if (!row)
        return fail(ErrorCode::BadInput, {}, QStringLiteral("an appraisal that is not in this review"));
    auto instrument = keptInstrument(db, InstrumentId(row->instrument));
    if (!instrument)
        return Failure(instrument.error());
    return Under{appraisalOf(db, catalog, *row), std::move(*instrument)};
}

Result<Begun> beginIn(WriteScope& scope, const Appraisals::Request& request)
{
    auto instrument = keptInstrument(scope.db(), request.instrument);
    if (!instrument)
        return Failure(instrument.error());
    const auto variant = findVariant(*instrument, request.variant);
    if (!variant)
        return Failure(variant.error());
    const ResultOf result = tidiedResult(request.result);
    if (auto fit = fitsUnit(*instrument, result); !fit)
        return Failure(fit.error());
    const qint64 report = scope.reportOf(request.study.value);
    if (!report || !scope.catalog().isLive(report))
        return fail(ErrorCode::UnknownRecord);
    const std::vector<qint64> records = recordsOfStudy(scope.db(), report);
    const auto first = std::min_element(records.begin(), records.end(),
                                        [&scope](qint64 a, qint64 b) { return scope.catalog().uidLess(a, b); });
    const QString study = store::recordUid(scope.catalog(), RecordId(*first));
    const std::string json = *store::instrumentText(scope.db(), request.instrument.value);
    const AppraisalId id(scope.entitySaying(store::EntityType::Appraisal, nameOfResult(json, study, *variant, result)));
    if (const auto row = store::appraisedRow(scope.db(), id.value))
        return Begun{{appraisalOf(scope.db(), scope.catalog(), *row), std::move(*instrument)}, {}};
    const Appraisal begun{id, RecordId(*first), request.instrument, *variant, result, {}};
    return Begun{{begun, std::move(*instrument)}, begunEdits(begun, study)};
}

std::vector<AppraisalSheet> sheetsIn(WriteScope& scope, AppraisalId id)
{
    return sheetsUpTo(store::appraisalChanges(scope.db(), scope.replicas(), ChangeKind::Answered, id.value),
                      store::appraisalChanges(scope.db(), scope.replicas(), ChangeKind::Judged, id.value), {});
}

AppraisalSheet sheetBy(const std::vector<AppraisalSheet>& sheets, ReviewerId by)
{
    for (const AppraisalSheet& sheet : sheets) {
        if (sheet.by == by)
            return sheet;
    }
    return {.by = by};
}

AppraisalSheet agreedIn(WriteScope& scope, const Under& under)
{
    const auto settled
        = store::appraisalChanges(scope.db(), scope.replicas(), ChangeKind::Settled, under.appraisal.id.value);
    return consensusOf(settled, under.instrument, under.appraisal.variant).sheet;
}

bool isOpened(WriteScope& scope, AppraisalId id)
{
    return !store::appraisalChanges(scope.db(), scope.replicas(), ChangeKind::AppraisalOpened, id.value).empty();
}

Result<void> mayAppraise(const store::Catalog& catalog, const Under& under, ReviewerId me)
{
    const std::vector<ReviewerId>& people = under.appraisal.appraisers;
    if (people.empty() || std::find(people.begin(), people.end(), me) != people.end())
        return {};
    QStringList names;
    for (const ReviewerId id : people) {
        if (const Reviewer* person = catalog.reviewer(id))
            names << person->name;
    }
    return fail(ErrorCode::BadInput, under.instrument.name,
                QStringLiteral("it was given to %1; who leads the review can give it to others")
                    .arg(names.join(QStringLiteral(", "))));
}

Result<void> sayable(const Under& under, const AppraisalSheet& sheet, const std::map<QString, Said>& said)
{
    if (auto fit = knownKeys(under, said); !fit)
        return fit;
    const AppraisalSheet after = sheetWith(sheet, under, said);
    const appraisal::Judge judge(under.instrument, under.appraisal.variant);
    return reasoned(judge.judge(after.filling()), after.judgements);
}

std::vector<Edit> saidEdits(const Under& under, const std::map<QString, Said>& said, bool agreed)
{
    std::vector<Edit> edits;
    for (const auto& [key, one] : said) {
        const ChangeKind own = under.isItem(key) ? ChangeKind::Answered : ChangeKind::Judged;
        edits.push_back({agreed ? ChangeKind::Settled : own, under.appraisal.id.value,
                         store::keySlot(key.toStdString()), packSaid(key, one)});
    }
    return edits;
}

Result<void> openable(WriteScope& scope, const Under& under)
{
    const appraisal::Judge judge(under.instrument, under.appraisal.variant);
    const std::vector<AppraisalSheet> sheets = sheetsIn(scope, under.appraisal.id);
    const auto isReady = [&judge](const AppraisalSheet& sheet) { return judge.judge(sheet.filling()).next.isEmpty(); };
    const auto ready = std::count_if(sheets.begin(), sheets.end(), isReady);
    const std::vector<ReviewerId>& people = under.appraisal.appraisers;
    const bool allGiven = std::all_of(people.begin(), people.end(),
                                      [&](ReviewerId person) { return isReady(sheetBy(sheets, person)); });
    if (ready < 2 || std::size_t(ready) < sheets.size() || !allGiven)
        return fail(ErrorCode::BadInput, under.instrument.name,
                    QStringLiteral("an appraisal is opened when two people have answered all of it, and nobody who "
                                   "has begun it or was given it is still at work"));
    return {};
}

} // namespace winnow
