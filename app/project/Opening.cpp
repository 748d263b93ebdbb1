// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Opening.h"

#include "project/Writing.h"
#include "store/ReportState.h"
#include "store/Resolutions.h"
#include "store/StageCells.h"
#include "store/Trail.h"

#include <algorithm>
#include <set>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

qint64 castAt(const store::ReportFacts& facts, Stage stage)
{
    const auto votes = facts.votes.find(stage);
    if (votes == facts.votes.end())
        return 0;
    return std::count_if(votes->second.begin(), votes->second.end(), [&](const auto& entry) {
        const Verdict v = entry.second.value.verdict;
        return v == Verdict::Include || v == Verdict::Exclude || (v == Verdict::Maybe && stage == Stage::Title);
    });
}

/// The conflicts among `reports` as the rule settles them; only includes against excludes are for a rule to settle.
std::vector<Edit> settledByRule(WriteScope& scope, Stage stage, const std::vector<qint64>& reports)
{
    std::vector<Edit> edits;
    const Place conflict = stage == Stage::Title ? Place::TitleConflict : Place::FulltextConflict;
    if (scope.catalog().settings.rules(stage).resolving != ResolveRule::IncludeWins)
        return edits;
    const std::string value = store::packResolution({Verdict::Include, {}, store::ResolvedBy::Rule, {}});
    for (const qint64 report : reports) {
        if (scope.placeOf(report) == conflict)
            edits.push_back({ChangeKind::Resolution, report, int(stage), value});
    }
    return edits;
}

} // namespace

std::set<Place> conflictPlaces(Stage stage)
{
    return stage == Stage::Title ? std::set{Place::TitleConflict}
                                 : std::set{Place::FulltextConflict, Place::ReasonsDiffer};
}

bool isOpenedIn(WriteScope& scope, qint64 report, Stage stage)
{
    const auto members = store::membersOf(scope.db(), report);
    return std::any_of(members.begin(), members.end(),
                       [&](qint64 member) { return store::isOpened(scope.db(), member, stage); });
}

std::vector<qint64> fullyVoted(WriteScope& scope, Stage stage)
{
    std::vector<qint64> ready;
    const PilotRound* pilot = scope.catalog().pilot(stage);
    const bool holds = pilot && pilot->state == PilotRound::State::Running;
    const auto held = holds ? store::pilotReports(scope.db(), stage, pilot->number) : std::vector<qint64>();
    for (const qint64 report : store::votedReports(scope.db(), stage)) {
        if (!scope.catalog().isLive(report) || std::binary_search(held.begin(), held.end(), report))
            continue;
        const auto facts = store::factsOf(scope.db(), scope.replicas(), store::membersOf(scope.db(), report));
        if (castAt(facts, stage) >= store::votesNeeded(scope.catalog(), stage, report, facts.assignedAt(stage)))
            ready.push_back(report);
    }
    return ready;
}

std::vector<qint64> votedOfPilot(WriteScope& scope, Stage stage, int round)
{
    std::vector<qint64> ready;
    for (const qint64 report : store::pilotReports(scope.db(), stage, round)) {
        const auto facts = store::factsOf(scope.db(), scope.replicas(), store::membersOf(scope.db(), report));
        if (scope.catalog().isLive(report) && castAt(facts, stage) >= 2)
            ready.push_back(report);
    }
    return ready;
}

OpenOutcome openReports(WriteScope& scope, ReviewerId by, Stage stage, const std::vector<qint64>& reports)
{
    OpenOutcome outcome;
    std::vector<Edit> edits;
    std::vector<qint64> opened;
    for (const qint64 report : reports) {
        if (isOpenedIn(scope, report, stage))
            continue;
        opened.push_back(report);
        outcome.conflicts += conflictPlaces(stage).contains(scope.placeOf(report));
        for (const qint64 member : store::membersOf(scope.db(), report))
            edits.push_back({ChangeKind::Opened, member, int(stage), qint64(1)});
    }
    outcome.frozen = qint64(opened.size());
    std::vector<Edit> settled = settledByRule(scope, stage, opened);
    outcome.byRule = qint64(settled.size());
    outcome.conflicts -= outcome.byRule;
    scope.append(by, std::move(edits));
    scope.append(by, std::move(settled));
    return outcome;
}

} // namespace winnow
