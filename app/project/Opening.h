// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Conflicts.h"
#include "store/WriteScope.h"

namespace winnow {

// What opening a batch and opening a pilot have in common. Not for the window or the command line.

[[nodiscard]] std::set<Place> conflictPlaces(Stage stage);
[[nodiscard]] bool isOpenedIn(store::WriteScope& scope, qint64 report, Stage stage);
/// Reports that have the votes they need (maybe is no vote at full text), whatever these add up to; without those of a
/// pilot that is not settled, which is a batch of its own.
[[nodiscard]] std::vector<qint64> fullyVoted(store::WriteScope& scope, Stage stage);
/// Reports of a pilot round with two votes or more.
[[nodiscard]] std::vector<qint64> votedOfPilot(store::WriteScope& scope, Stage stage, int round);
/// Discloses and freezes the votes of those not opened yet (rules.md C2). Where the team agreed beforehand that an
/// include wins, its conflicts are settled so in a step of their own, recorded as settled by rule (B6).
OpenOutcome openReports(store::WriteScope& scope, ReviewerId by, Stage stage, const std::vector<qint64>& reports);

} // namespace winnow
