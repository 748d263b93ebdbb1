// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <span>

namespace winnow {

/// Who sees which reports at one stage. Not dealt: everybody who screens sees all. Dealt: each report goes to
/// `perReport` people, or, where only a part is to be read by several, `sharedPercent` of the reports go to `perReport`
/// people and the rest to one. Nothing is listed: who gets a report follows from its uid and the seed, so that all
/// copies of a project agree.
struct Allocation {
    bool dealt = false;
    int perReport = 1;
    int sharedPercent = 100; ///< 0–100
    quint64 seed = 1;

    bool operator==(const Allocation&) const = default;
};

/// Somebody who can be dealt to: `key` is the same in every copy, `share` a weight (percent; the sum need not be 100).
struct Screener {
    ReviewerId id;
    quint64 key = 0;
    int share = 100;
};

/// How many people get the report with this key: at most as many as there are with a share.
[[nodiscard]] int peopleFor(const Allocation& allocation, std::span<const Screener> screeners, quint64 report);

/// Whether the report is dealt to `screeners[who]`. Each person draws a number per report, weighted by share (weighted
/// rendezvous hashing; Efraimidis and Spirakis 2006 for several), and the best draws get it: when somebody joins or
/// leaves, only that person's reports move. Integers only, so that it comes out the same on every machine.
[[nodiscard]] bool isDealt(const Allocation& allocation, std::span<const Screener> screeners, size_t who,
                           quint64 report);

/// Scatters `value`: what deals and draws are made of (the finaliser of SplitMix64).
[[nodiscard]] quint64 scattered(quint64 value);

} // namespace winnow
