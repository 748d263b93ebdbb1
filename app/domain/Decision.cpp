// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Decision.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace winnow {
namespace {

using Reasons = std::vector<ReasonId>;

/// Those that were given, each once, in the team's order.
Reasons inOrder(Reasons reasons, std::span<const ReasonId> order)
{
    std::erase(reasons, ReasonId());
    const auto rank = [&](ReasonId reason) {
        return std::tuple(std::find(order.begin(), order.end(), reason) - order.begin(), reason);
    };
    std::sort(reasons.begin(), reasons.end(), [&](ReasonId a, ReasonId b) { return rank(a) < rank(b); });
    reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
    return reasons;
}

StageDecision excludedFor(const Reasons& ordered)
{
    return {StageState::Excluded, ordered.empty() ? ReasonId() : ordered.front()};
}

/// Maybe counts as include at title and abstract, and as nothing at full text.
Verdict counted(Stage stage, Verdict verdict)
{
    if (verdict != Verdict::Maybe)
        return verdict;
    return stage == Stage::Title ? Verdict::Include : Verdict::None;
}

struct Tally {
    int includes = 0;
    int excludes = 0;
    Reasons reasons; ///< of the excludes, as given

    [[nodiscard]] int cast() const { return includes + excludes; }
    [[nodiscard]] bool opposed() const { return includes > 0 && excludes > 0; }
};

template <class Opinion> Tally tally(Stage stage, std::span<const Opinion> opinions)
{
    Tally sum;
    for (const Opinion& opinion : opinions) {
        const Verdict verdict = counted(stage, opinion.verdict);
        if (verdict == Verdict::Include) {
            ++sum.includes;
        } else if (verdict == Verdict::Exclude) {
            ++sum.excludes;
            sum.reasons.push_back(opinion.reason);
        }
    }
    return sum;
}

/// At full text every head must name the very same reason, or the same lack of one.
bool oneReason(const Reasons& reasons)
{
    return std::adjacent_find(reasons.begin(), reasons.end(), std::not_equal_to()) == reasons.end();
}

StageDecision resolved(Stage stage, const Tally& heads, std::span<const ReasonId> reasonOrder)
{
    if (heads.opposed() || (stage == Stage::Fulltext && !oneReason(heads.reasons)))
        return {StageState::DecidedTwice, {}};
    return heads.includes ? StageDecision{StageState::Included, {}} : excludedFor(inOrder(heads.reasons, reasonOrder));
}

StageDecision excludedByVotes(Stage stage, const StageRules& rules, const Reasons& ordered)
{
    if (stage == Stage::Fulltext && ordered.size() > 1 && rules.reasons == ReasonRule::ByHand)
        return {StageState::ReasonsDiffer, {}};
    return excludedFor(ordered);
}

} // namespace

StageDecision decide(Stage stage, const StageRules& rules, std::span<const CastVote> votes,
                     std::span<const Resolution> resolutions, std::span<const ReasonId> reasonOrder)
{
    if (const Tally heads = tally(stage, resolutions); heads.cast() > 0)
        return resolved(stage, heads, reasonOrder);
    const Tally sum = tally(stage, votes);
    if (sum.cast() < std::max(1, rules.votesNeeded))
        return {StageState::Pending, {}};
    const bool byMajority = rules.majority && sum.includes != sum.excludes; // of two votes none is one
    if (sum.opposed() && !byMajority)
        return {StageState::Conflict, {}};
    if (sum.includes > sum.excludes)
        return {StageState::Included, {}};
    return excludedByVotes(stage, rules, inOrder(sum.reasons, reasonOrder));
}

} // namespace winnow
