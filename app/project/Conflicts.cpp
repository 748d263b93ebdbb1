// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Conflicts.h"

#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/ReportState.h"
#include "store/Resolutions.h"
#include "store/Trail.h"

#include <algorithm>
#include <map>
#include <set>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

std::set<Place> conflictPlaces(Stage stage)
{
    return stage == Stage::Title ? std::set{Place::TitleConflict}
                                 : std::set{Place::FulltextConflict, Place::ReasonsDiffer};
}

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

bool openedIn(WriteScope& scope, qint64 report, Stage stage)
{
    for (const qint64 member : store::membersOf(scope.db(), report)) {
        if (store::isOpened(scope.db(), member, stage))
            return true;
    }
    return false;
}

/// Reports with at least the votes they need (maybe is no vote at full text), whatever these add up to.
std::vector<qint64> fullyVoted(WriteScope& scope, Stage stage)
{
    std::vector<qint64> ready;
    const int needed = scope.catalog().settings.rules(stage).votesNeeded;
    for (const qint64 report : store::votedReports(scope.db(), stage)) {
        if (!scope.catalog().isLive(report))
            continue;
        const auto facts = store::factsOf(scope.db(), scope.replicas(), store::membersOf(scope.db(), report));
        const auto votes = facts.votes.find(stage);
        const auto cast = votes == facts.votes.end()
            ? 0
            : std::count_if(votes->second.begin(), votes->second.end(), [&](const auto& entry) {
                  const Verdict v = entry.second.value.verdict;
                  return v == Verdict::Include || v == Verdict::Exclude
                      || (v == Verdict::Maybe && stage == Stage::Title);
              });
        if (cast >= needed)
            ready.push_back(report);
    }
    return ready;
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

Result<void> resolvable(WriteScope& scope, Stage stage, const Conflicts::Decision& decision, ReviewerId by)
{
    const qint64 report = scope.reportOf(decision.report.value);
    if (!report || !scope.catalog().isLive(report))
        return fail(ErrorCode::UnknownRecord);
    if (decision.reason) {
        const Reason* reason = scope.catalog().reason(decision.reason);
        if (!reason || reason->stage != stage)
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
    if (!openedIn(scope, report, stage))
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
        const auto by = actingReviewer(scope.catalog(), m_project.me(), &Reviewer::mayResolve);
        if (!by)
            return Failure(by.error());
        std::vector<Edit> edits;
        for (const qint64 report : fullyVoted(scope, m_stage)) {
            if (openedIn(scope, report, m_stage))
                continue;
            ++outcome.frozen;
            outcome.conflicts += conflictPlaces(m_stage).contains(scope.placeOf(report));
            for (const qint64 member : store::membersOf(scope.db(), report))
                edits.push_back({ChangeKind::Opened, member, int(m_stage), qint64(1)});
        }
        scope.append(*by, std::move(edits));
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
            for (const store::MarkRow& mark : store::marksOn(reader, member, ChangeKind::Vote)) {
                const auto* packed = std::get_if<qint64>(&mark.value);
                auto& [stamp, card] = cards[mark.author.value];
                if (mark.slot != int(m_stage) || !packed || !(*packed & 7) || mark.stamp < stamp)
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
        const auto by = actingReviewer(scope.catalog(), m_project.me(), &Reviewer::mayResolve);
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

Result<std::vector<PairAgreement>> Conflicts::agreement() const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::map<qint64, std::map<qint64, Verdict>> byReport;
        for (const store::FrozenVote& vote : store::frozenVotes(reader, m_stage))
            byReport[vote.report][vote.author.value] = vote.vote.verdict;
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
            result.push_back(std::move(pair));
        }
        return result;
    });
}

} // namespace winnow
