// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Conflicts.h"

#include "project/Opening.h"
#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/Resolutions.h"
#include "store/StageCells.h"
#include "store/Trail.h"

#include <algorithm>
#include <map>
#include <set>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

bool decidedTwice(store::Reader& reader, qint64 report, Stage stage)
{
    std::set<std::pair<Verdict, qint64>> answers;
    for (const qint64 member : store::reportMembers(reader, report)) {
        for (const store::ResolutionHead& head :
             store::resolutionHeads(reader.db(), reader.replicas(), member, stage)) {
            if (head.value.verdict != Verdict::None)
                answers.insert({head.value.verdict, head.value.reason.value});
        }
    }
    return answers.size() > 1;
}

bool openedAt(store::Reader& reader, qint64 report, Stage stage)
{
    for (const qint64 member : store::reportMembers(reader, report)) {
        if (store::isOpened(reader.db(), member, stage))
            return true;
    }
    return false;
}

/// Somebody has settled it, and has not taken that back.
bool isSettled(store::Reader& reader, qint64 report, Stage stage)
{
    for (const qint64 member : store::reportMembers(reader, report)) {
        const auto heads = store::resolutionHeads(reader.db(), reader.replicas(), member, stage);
        if (std::any_of(heads.begin(), heads.end(), [](const auto& h) { return h.value.verdict != Verdict::None; }))
            return true;
    }
    return false;
}

ReviewerId resolverOf(WriteScope& scope, qint64 report, Stage stage)
{
    for (const qint64 member : store::membersOf(scope.db(), report)) {
        if (const ReviewerId person = store::referredTo(scope.db(), member, stage))
            return person;
    }
    return {};
}

/// The records of a report that earlier resolutions stand on: a new one must stand in the place of each of them.
std::vector<qint64> settledMembers(WriteScope& scope, qint64 report, Stage stage)
{
    std::vector<qint64> members = store::membersOf(scope.db(), report);
    std::erase_if(members, [&](qint64 member) {
        const auto heads = store::resolutionHeads(scope.db(), scope.replicas(), member, stage);
        return std::all_of(heads.begin(), heads.end(),
                           [](const store::ResolutionHead& head) { return head.value.verdict == Verdict::None; });
    });
    return members;
}

/// Who may settle: those who screen, or only those named as resolvers, as the team agreed beforehand.
Result<ReviewerId> actingResolver(const store::Catalog& catalog, ReviewerId me, Stage stage)
{
    if (const auto why = refusalToSettle(catalog.reviewers, me, catalog.settings.rules(stage)))
        return Failure(*why);
    return me;
}

Result<void> resolvable(WriteScope& scope, Stage stage, const Conflicts::Decision& decision, ReviewerId by)
{
    const qint64 report = scope.reportOf(decision.report.value);
    if (!report || !scope.catalog().isLive(report))
        return fail(ErrorCode::UnknownRecord);
    if (decision.reason) {
        const Reason* reason = scope.catalog().reason(decision.reason);
        if (!reason || reason->stage != stage || reason->removed)
            return fail(ErrorCode::UnknownReason);
    }
    if (stage == Stage::Fulltext && decision.verdict == Verdict::Exclude && !decision.reason)
        return fail(ErrorCode::ReasonRequired);
    if (stage == Stage::Fulltext && decision.verdict == Verdict::Maybe)
        return fail(ErrorCode::BadInput);
    const ReviewerId resolver = resolverOf(scope, report, stage);
    if (resolver && resolver != by) {
        const Reviewer* person = scope.catalog().reviewer(resolver);
        return fail(ErrorCode::ReferredToAnother, person ? person->name : QString());
    }
    if (!resolver && !conflictPlaces(stage).contains(scope.placeOf(report))
        && settledMembers(scope, report, stage).empty())
        return fail(ErrorCode::NotInConflict);
    if (!isOpenedIn(scope, report, stage))
        return fail(ErrorCode::NotInConflict);
    return {};
}

} // namespace

Result<std::vector<Conflict>> Conflicts::list() const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<Conflict> conflicts;
        const auto referred = store::referredReports(reader, m_stage);
        std::vector<qint64> reports = store::reportsAt(reader, conflictPlaces(m_stage));
        const std::set<qint64> seen(reports.begin(), reports.end());
        for (const auto& [report, person] : referred) {
            if (person == reader.viewer() && !seen.contains(report) && !isSettled(reader, report, m_stage))
                reports.push_back(report);
        }
        for (const qint64 report : reports) {
            const auto to = referred.find(report);
            Conflict c{RecordId(report), ConflictKind::Votes, openedAt(reader, report, m_stage),
                       to == referred.end() ? ReviewerId() : to->second};
            const auto row = store::recordRow(reader, report);
            if (decidedTwice(reader, report, m_stage))
                c.kind = ConflictKind::DecidedTwice;
            else if (row && row->place == Place::ReasonsDiffer)
                c.kind = ConflictKind::ReasonsDiffer;
            conflicts.push_back(c);
        }
        return conflicts;
    });
}

Result<qint64> Conflicts::withheld() const
{
    return m_project.store().read(
        [&](store::Reader& reader) { return qint64(store::reportsWithheld(reader, conflictPlaces(m_stage)).size()); });
}

Result<OpenOutcome> Conflicts::openBatch()
{
    OpenOutcome outcome;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Settle);
        if (!by)
            return Failure(by.error());
        outcome = openReports(scope, *by, m_stage, fullyVoted(scope, m_stage));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return outcome;
}

Result<std::vector<VoteCard>> Conflicts::cards(RecordId report) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::map<qint64, std::pair<qint64, VoteCard>> cards; // by person: stamp of the vote, card
        const auto row = store::recordRow(reader, report.value);
        if (!row || !openedAt(reader, row->report, m_stage))
            return std::vector<VoteCard>();
        for (const qint64 member : store::reportMembers(reader, row->report)) {
            const qint64 cut = store::cutOf(reader.db(), member, m_stage);
            for (const store::MarkRow& mark : store::marksOn(reader, member, ChangeKind::Vote)) {
                const auto* packed = std::get_if<qint64>(&mark.value);
                auto& [stamp, card] = cards[mark.author.value];
                if (mark.slot != int(m_stage) || !packed || !(*packed & 7) || mark.stamp < stamp || mark.stamp <= cut)
                    continue;
                const store::VoteValue vote = store::unpackVote(*packed);
                stamp = mark.stamp;
                card.by = mark.author;
                card.verdict = vote.verdict;
                card.reason = reader.catalog().effective(vote.reason);
            }
            for (const store::MarkRow& mark : store::marksOn(reader, member, ChangeKind::Note)) {
                const auto* words = std::get_if<std::string>(&mark.value);
                if (words && mark.slot == int(m_stage))
                    cards[mark.author.value].second.note = QString::fromStdString(*words);
            }
        }
        std::vector<VoteCard> result;
        for (auto& [_, entry] : cards) {
            if (entry.second.verdict != Verdict::None)
                result.push_back(std::move(entry.second));
        }
        return result;
    });
}

Result<Screening::BulkOutcome> Conflicts::resolve(std::span<const Decision> decisions, ResolvedHow how)
{
    Screening::BulkOutcome outcome;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = actingResolver(scope.catalog(), m_project.me(), m_stage);
        if (!by)
            return Failure(by.error());
        std::vector<Edit> edits;
        for (size_t i = 0; i < decisions.size(); ++i) {
            const Decision& d = decisions[i];
            if (const auto ok = resolvable(scope, m_stage, d, *by); !ok) {
                outcome.rejected.push_back({i, ok.error()});
                continue;
            }
            const qint64 report = scope.reportOf(d.report.value);
            const ReasonId reason = d.verdict == Verdict::Exclude ? d.reason : ReasonId();
            std::vector<qint64> members = settledMembers(scope, report, m_stage);
            if (members.empty())
                members.push_back(report);
            for (const qint64 member : members)
                edits.push_back({ChangeKind::Resolution, member, int(m_stage),
                                 store::packResolution({d.verdict, reason, store::ResolvedBy(how), {}})});
            ++outcome.applied;
        }
        scope.append(*by, std::move(edits));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return outcome;
}

Result<std::vector<PairAgreement>> Conflicts::agreement(int round) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::map<qint64, std::map<qint64, Verdict>> byReport;
        const auto piloted = store::pilotReports(reader.db(), m_stage, round);
        for (const store::FrozenVote& vote : store::frozenVotes(reader, m_stage)) {
            if (std::binary_search(piloted.begin(), piloted.end(), vote.report) == (round > 0))
                byReport[vote.report][vote.author.value] = vote.vote.verdict;
        }
        std::map<std::pair<qint64, qint64>, std::vector<screening::PairedVote>> pairs;
        for (const auto& [_, votes] : byReport) {
            for (auto a = votes.begin(); a != votes.end(); ++a) {
                for (auto b = std::next(a); b != votes.end(); ++b)
                    pairs[{a->first, b->first}].push_back({a->second, b->second});
            }
        }
        std::vector<PairAgreement> result;
        for (const auto& [who, votes] : pairs) {
            PairAgreement pair{ReviewerId(who.first), ReviewerId(who.second), screening::tabulate(m_stage, votes), {}};
            pair.agreement = screening::agreement(pair.table);
            pair.round = round;
            result.push_back(pair);
        }
        return result;
    });
}

} // namespace winnow
