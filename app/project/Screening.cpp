// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Screening.h"

#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/Reports.h"
#include "store/StageCells.h"
#include "store/Trail.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

std::set<Place> placesOf(Stage stage)
{
    std::set<Place> places;
    for (int p = int(Place::AwaitingScreening); p <= int(Place::Ongoing); ++p) {
        if (reached(Place(p), stage))
            places.insert(Place(p));
    }
    return places;
}

/// The record of a report that the reviewer's marks stand on: where the last one was given, else the report itself.
/// A second vote must replace the first one, whichever member it was given on.
qint64 markedMember(WriteScope& scope, qint64 report, ReviewerId by, Stage stage)
{
    qint64 found = report;
    store::ChangeId latest;
    for (const qint64 member : store::membersOf(scope.db(), report)) {
        const store::ChangeId id = store::standingVote(scope.db(), scope.replicas(), member, stage, by);
        if (latest < id) {
            latest = id;
            found = member;
        }
    }
    return found;
}

Result<void> acceptable(WriteScope& scope, Stage stage, const VoteRequest& request)
{
    const qint64 report = scope.reportOf(request.report.value);
    if (!report || !scope.catalog().isLive(request.report.value))
        return fail(ErrorCode::UnknownRecord);
    if (request.reason) {
        const Reason* reason = scope.catalog().reason(request.reason);
        if (!reason || reason->stage != stage || reason->removed)
            return fail(ErrorCode::UnknownReason);
    }
    if (scope.catalog().pilotHolds(stage)
        && !store::assignedOf(scope.db(), store::membersOf(scope.db(), report), stage).pilot)
        return fail(ErrorCode::PilotOnly);
    if (stage == Stage::Fulltext && request.verdict == Verdict::Exclude && !request.reason)
        return fail(ErrorCode::ReasonRequired);
    if (!reached(scope.placeOf(request.report.value), stage))
        return fail(ErrorCode::StageNotReached);
    return {};
}

/// Who reads a full text has it: a report that was still sought becomes received with the vote (rules.md A7).
void addReceived(WriteScope& scope, Stage stage, const VoteRequest& request, std::vector<Edit>& edits)
{
    const Place place = scope.placeOf(request.report.value);
    const bool waiting = place == Place::Sought || place == Place::Requested;
    if (stage != Stage::Fulltext || request.verdict == Verdict::None || !waiting)
        return;
    const QJsonArray received{int(Retrieval::Received), QString(), QString()};
    edits.push_back({ChangeKind::Retrieval, scope.reportOf(request.report.value), 0,
                     store::Value(QJsonDocument(received).toJson(QJsonDocument::Compact).toStdString())});
}

void addVote(WriteScope& scope, ReviewerId by, Stage stage, const VoteRequest& request, std::vector<Edit>& edits)
{
    const ReasonId reason = request.verdict == Verdict::Exclude ? request.reason : ReasonId();
    const qint64 member = markedMember(scope, scope.reportOf(request.report.value), by, stage);
    edits.push_back({ChangeKind::Vote, member, int(stage), store::packVote({request.verdict, reason})});
    if (!request.note.isEmpty())
        edits.push_back({ChangeKind::Note, scope.reportOf(request.report.value), int(stage), text(request.note)});
    addReceived(scope, stage, request, edits);
}

} // namespace

namespace {

/// The viewer's votes that count: not those from before a record was screened again.
void readOwnVotes(store::Reader& reader, Stage stage, MyVotes& votes)
{
    const auto cuts = store::cutsAt(reader.db(), stage);
    for (const store::MarkRow& row : store::ownMarks(reader, ChangeKind::Vote, int(stage))) {
        const auto* packed = std::get_if<qint64>(&row.value);
        const store::VoteValue vote = store::unpackVote(packed ? *packed : 0);
        const auto cut = cuts.find(row.subject);
        if (vote.verdict == Verdict::None || (cut != cuts.end() && row.stamp <= cut->second))
            continue;
        MyVote& mine = votes[store::reportOf(reader, row.subject)];
        if (mine.at < row.stamp)
            mine = {vote.verdict, reader.catalog().effective(vote.reason), row.stamp};
    }
}

Progressed pilotProgress(store::Reader& reader, Stage stage)
{
    MyVotes votes;
    readOwnVotes(reader, stage, votes);
    Progressed p;
    for (const qint64 report : store::pilotReports(reader.db(), stage, 0)) {
        const auto row = store::recordRow(reader, report);
        if (!row || !reader.catalog().isLive(report) || !reached(row->place, stage))
            continue;
        if (votes.contains(report))
            ++p.done;
        else
            ++p.left;
    }
    return p;
}

/// Whose queue it is gets: what is allocated to them, of a pilot that is not settled only its reports; the pilot's
/// first. Nothing that others voted has a say in it (rules.md C1).
std::vector<RecordId> queueOf(store::Reader& reader, const std::vector<qint64>& reports, Stage stage)
{
    const store::Allotment allotment(reader.catalog(), stage);
    const auto said = store::assignedAt(reader.db(), stage);
    const bool pilotOnly = reader.catalog().pilotHolds(stage);
    const ReviewerId me = reader.viewer();
    if (said.empty() && allotment.toEverybody() && !pilotOnly)
        return {reports.begin(), reports.end()};
    static const store::Assigned nothing;
    std::vector<RecordId> first;
    std::vector<RecordId> rest;
    for (const qint64 report : reports) {
        const auto found = said.find(report);
        const store::Assigned& assigned = found == said.end() ? nothing : found->second;
        if ((pilotOnly && !assigned.pilot) || (me && !allotment.has(me, report, assigned)))
            continue;
        (assigned.pilot ? first : rest).emplace_back(report);
    }
    first.insert(first.end(), rest.begin(), rest.end());
    return first;
}

} // namespace

Result<std::vector<RecordId>> Screening::queue() const
{
    return m_project.store().read(
        [&](store::Reader& reader) { return queueOf(reader, store::reportsAt(reader, placesOf(m_stage)), m_stage); });
}

Result<std::vector<RecordId>> Screening::pilot() const
{
    return m_project.store().read([&](store::Reader& reader) {
        const auto reports = store::pilotReports(reader.db(), m_stage, 0);
        return std::vector<RecordId>(reports.begin(), reports.end());
    });
}

Result<MyVotes> Screening::myVotes() const
{
    return m_project.store().read([&](store::Reader& reader) {
        MyVotes votes;
        readOwnVotes(reader, m_stage, votes);
        return votes;
    });
}

Result<Progressed> Screening::progress() const
{
    return m_project.store().read([&](store::Reader& reader) {
        if (reader.catalog().pilotHolds(m_stage))
            return pilotProgress(reader, m_stage);
        const auto mine = [&](store::Dim dim) {
            qint64 sum = 0;
            for (const auto& [key, n] : store::tallies(reader, int(dim)))
                sum += key[0] == reader.viewer().value && key[1] == int(m_stage) ? n : 0;
            return sum;
        };
        qint64 all = 0;
        for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Places)))
            all += reached(Place(key[1]), m_stage) ? n : 0;
        Progressed p;
        // What the title stage hides from me still, the queue of the full texts does not hold for me.
        if (m_stage == Stage::Fulltext)
            all -= qint64(queueOf(reader, store::reportsWithheld(reader, placesOf(m_stage)), m_stage).size());
        p.done = mine(store::Dim::Voted);
        // Votes on what is allocated to others now count as done, and leave nothing of mine undone.
        p.left = all - mine(store::Dim::Withheld) - (p.done - mine(store::Dim::Unasked));
        return p;
    });
}

Result<void> Screening::vote(const VoteRequest& request)
{
    const auto outcome = voteMany(std::span(&request, 1));
    if (!outcome)
        return Failure(outcome.error());
    if (!outcome->rejected.empty())
        return Failure(outcome->rejected.front().error);
    return {};
}

Result<Screening::BulkOutcome> Screening::voteMany(std::span<const VoteRequest> requests)
{
    BulkOutcome outcome;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Vote);
        if (!by)
            return Failure(by.error());
        std::vector<Edit> edits;
        for (size_t i = 0; i < requests.size(); ++i) {
            if (const auto ok = acceptable(scope, m_stage, requests[i]); !ok) {
                outcome.rejected.push_back({i, ok.error()});
                continue;
            }
            addVote(scope, *by, m_stage, requests[i], edits);
            ++outcome.applied;
        }
        scope.append(*by, std::move(edits));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return outcome;
}

Result<std::vector<RecordId>> Screening::withoutAbstract() const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<RecordId> ids;
        for (const qint64 id : store::reportsWithoutAbstract(reader, placesOf(m_stage)))
            ids.emplace_back(id);
        return ids;
    });
}

} // namespace winnow
