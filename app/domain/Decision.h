// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Review.h"

#include <span>

namespace winnow {

/// One reviewer's vote on a report at one stage; if the person voted on several of its records, the latest is already
/// chosen. A verdict of None is a withdrawn vote and counts for nothing.
struct CastVote {
    ReviewerId by;
    Verdict verdict = Verdict::None;
    ReasonId reason;

    bool operator==(const CastVote&) const = default;
};

/// A head of the resolution register of one report and stage. More than one: made apart, then combined.
struct Resolution {
    ReviewerId by;
    Verdict verdict = Verdict::None;
    ReasonId reason;

    bool operator==(const Resolution&) const = default;
};

enum class StageState {
    Pending, ///< votes are missing (or, at full text, somebody has only said maybe)
    Conflict, ///< include against exclude
    ReasonsDiffer, ///< excluded, but the team settles the reason by hand (full text only)
    DecidedTwice, ///< resolutions that disagree: none of them counts (rules.md B5, B6)
    Excluded,
    Included,
};

/// What the votes and resolutions of one stage add up to. `reason` is set only when Excluded; zero: none was given.
struct StageDecision {
    StageState state = StageState::Pending;
    ReasonId reason;

    bool operator==(const StageDecision&) const = default;
};

/// Derives the decision of one report at one stage (rules.md B1–B6). Depends on nothing but its arguments, and not on
/// the order of `votes` or `resolutions`.
///
/// Title and abstract: maybe counts as include; reasons never conflict. Full text: maybe is not a vote cast; exclusions
/// with different reasons are settled by `rules.reasons`. An exclusion without a reason leaves the reason to the
/// others. `reasonOrder` is the team's list of that stage, first reason first; reasons missing from it come after it,
/// by id.
[[nodiscard]] StageDecision decide(Stage stage, const StageRules& rules, std::span<const CastVote> votes,
                                   std::span<const Resolution> resolutions, std::span<const ReasonId> reasonOrder);

} // namespace winnow
