// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ReportState.h"

#include "domain/Place.h"
#include "store/Fold.h"
#include "store/Resolutions.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow::store {
namespace {

/// The latest of the members' cells of one kind.
class Latest {
public:
    void offer(ChangeId id, Value value)
    {
        if (m_id < id) {
            m_id = id;
            m_value = std::move(value);
        }
    }
    [[nodiscard]] qint64 number() const
    {
        const auto* n = std::get_if<qint64>(&m_value);
        return n ? *n : 0;
    }
    /// First element of the JSON array that composite cells hold.
    [[nodiscard]] int head() const
    {
        const auto* text = std::get_if<std::string>(&m_value);
        return text ? QJsonDocument::fromJson(QByteArray::fromStdString(*text)).array().at(0).toInt() : 0;
    }

private:
    ChangeId m_id;
    Value m_value;
};

/// Stamps up to which votes and resolutions of a record are history, by stage (rules.md B8).
using Cuts = std::map<Stage, qint64>;

using LatestCells = std::map<ChangeKind, Latest>;

void readOfStage(ChangeKind kind, qint64 slot, qint64 value, ReportFacts& facts, Cuts& cuts)
{
    const Stage stage = slotStage(slot);
    if (kind == ChangeKind::Assigned)
        facts.assigned[stage].to.insert(slotEntity(slot));
    else if (kind == ChangeKind::PilotMember)
        facts.assigned[stage].pilot = value;
    else
        cuts[stage] = value;
}

/// Who gets the report by hand or by a pilot, what was screened again, and the state it is in.
Cuts readCells(Database& db, const Replicas& replicas, qint64 record, ReportFacts& facts, LatestCells& latest)
{
    Cuts cuts;
    Statement q = db.prepare("SELECT kind, slot, value, stamp, replica FROM cell WHERE subject = ? "
                             "AND kind IN (17, 18, 19, 20, 23, 24, 26)");
    q.bind(record);
    while (q.step()) {
        const auto kind = ChangeKind(q.integer(0));
        const qint64 slot = q.integer(1);
        const bool ofStage = kind >= ChangeKind::Assigned;
        if (!ofStage && slot == 0)
            latest[kind].offer(replicas.global(q.integer(3), q.integer(4)), readValue(q, 2));
        else if (ofStage && q.integer(2) != 0)
            readOfStage(kind, slot, q.integer(2), facts, cuts);
    }
    return cuts;
}

qint64 cutAt(const Cuts& cuts, Stage stage)
{
    const auto found = cuts.find(stage);
    return found == cuts.end() ? 0 : found->second;
}

/// A vote that was taken back is none: it does not stand in the way of what the same person said of a twin.
void readVotes(Database& db, const Replicas& replicas, qint64 record, const Cuts& cuts, ReportFacts& facts)
{
    Statement q = db.prepare("SELECT slot, author, value, stamp, replica FROM mark WHERE subject = ? AND kind = 11 "
                             "AND value & 7");
    q.bind(record);
    while (q.step()) {
        const ChangeId id = replicas.global(q.integer(3), q.integer(4));
        if (id.stamp <= cutAt(cuts, Stage(q.integer(0))))
            continue;
        ReportVote& vote = facts.votes[Stage(q.integer(0))][q.integer(1)];
        if (vote.id < id)
            vote = {unpackVote(q.integer(2)), id};
    }
}

void readResolutions(Database& db, const Replicas& replicas, qint64 record, const Cuts& cuts, ReportFacts& facts)
{
    Statement any = db.prepare("SELECT 1 FROM resolution WHERE subject = ? LIMIT 1");
    any.bind(record);
    if (!any.step())
        return; // as of most
    for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
        for (const ResolutionHead& head : resolutionHeads(db, replicas, record, stage)) {
            if (head.value.verdict != Verdict::None && head.id.stamp > cutAt(cuts, stage))
                facts.resolutions[stage].push_back({head.by, head.value.verdict, head.value.reason});
        }
    }
}

StageDecision decision(const Catalog& catalog, const ReportFacts& facts, qint64 report, Stage stage)
{
    std::vector<CastVote> votes;
    if (const auto cast = facts.votes.find(stage); cast != facts.votes.end()) {
        for (const auto& [author, vote] : cast->second) {
            if (vote.value.verdict != Verdict::None)
                votes.push_back({ReviewerId(author), vote.value.verdict, catalog.effective(vote.value.reason)});
        }
    }
    std::vector<Resolution> resolutions;
    if (const auto made = facts.resolutions.find(stage); made != facts.resolutions.end()) {
        for (Resolution r : made->second) {
            r.reason = catalog.effective(r.reason);
            resolutions.push_back(r);
        }
    }
    StageRules rules = catalog.settings.rules(stage);
    rules.votesNeeded = votesNeeded(catalog, stage, report, facts.assignedAt(stage));
    return decide(stage, rules, votes, resolutions, catalog.countedReasons(stage));
}

} // namespace

const Assigned& ReportFacts::assignedAt(Stage stage) const
{
    static const Assigned nobody;
    const auto found = assigned.find(stage);
    return found == assigned.end() ? nobody : found->second;
}

ReportFacts factsOf(Database& db, const Replicas& replicas, const std::vector<qint64>& members)
{
    ReportFacts facts;
    LatestCells latest;
    for (const qint64 record : members) {
        const Cuts cuts = readCells(db, replicas, record, facts, latest);
        readVotes(db, replicas, record, cuts, facts);
        readResolutions(db, replicas, record, cuts, facts);
    }
    facts.retrieval = Retrieval(latest[ChangeKind::Retrieval].head());
    facts.setAside = SetAside::By(latest[ChangeKind::SetAside].head());
    facts.classification = Classification(latest[ChangeKind::Classified].number());
    facts.study = StudyId(latest[ChangeKind::StudyMember].number());
    return facts;
}

ReportState stateOf(const Catalog& catalog, const ReportFacts& facts, qint64 report, bool needsNoRetrieval)
{
    const auto title = decision(catalog, facts, report, Stage::Title);
    const auto fulltext = decision(catalog, facts, report, Stage::Fulltext);
    const Place place
        = placeOf(title, fulltext, facts.setAside, facts.retrieval, needsNoRetrieval, facts.classification);
    ReasonId reason;
    if (place == Place::TitleExcluded)
        reason = title.reason;
    else if (place == Place::FulltextExcluded)
        reason = fulltext.reason;
    return {place, reason};
}

} // namespace winnow::store
