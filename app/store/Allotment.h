// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Catalog.h"

#include <set>
#include <vector>

namespace winnow::store {

/// Who gets one report at one stage, where that was said of the report itself.
struct Assigned {
    std::set<qint64> to; ///< by hand: these and no others
    qint64 pilot = 0; ///< its pilot round: everybody's; 0: in none
};

/// Who gets which reports at one stage: a person's word first, then the pilot, then the rule of the stage. The one
/// place that knows; queue, progress, votes needed and the blind all ask it. A report is named by its first record.
class Allotment {
public:
    Allotment(const Catalog& catalog, Stage stage);

    /// Nothing is dealt out: everybody sees all that is not assigned by hand.
    [[nodiscard]] bool toEverybody() const { return !m_rule.dealt; }
    /// By the rule alone.
    [[nodiscard]] bool dealtTo(ReviewerId who, qint64 report) const;
    [[nodiscard]] bool has(ReviewerId who, qint64 report, const Assigned& assigned) const;
    /// Whether that person's vote is waited for: allocated, and the person screens.
    [[nodiscard]] bool awaits(ReviewerId who, qint64 report, const Assigned& assigned) const;
    /// How many people's votes are waited for.
    [[nodiscard]] int people(qint64 report, const Assigned& assigned) const;

private:
    [[nodiscard]] std::set<qint64> byHand(const Assigned& assigned) const;
    [[nodiscard]] size_t indexOf(ReviewerId who) const;

    const Catalog& m_catalog;
    Allocation m_rule;
    std::vector<Screener> m_screeners;
};

/// What the team's number of votes comes to for one report: not more than there are people who get it.
[[nodiscard]] int votesNeeded(const Catalog& catalog, Stage stage, qint64 report, const Assigned& assigned);

} // namespace winnow::store
