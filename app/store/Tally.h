// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Catalog.h"
#include "store/ReportState.h"
#include "store/Side.h"

#include <array>
#include <map>
#include <set>

namespace winnow::store {

/// What is counted as the log is folded, so that nothing ever counts rows to open a project, draw the rail or PRISMA.
enum class Dim : int {
    Places = 1, ///< a: Arm, b: Place, c: reason (where excluded) → reports
    Identified = 2, ///< a: Arm, b: source → records, counted once per source (rules.md A1)
    Voted = 3, ///< a: reviewer, b: stage, c: verdict → reports of that stage with that person's vote
    Studies = 4, ///< a: study (0: not grouped) → included reports
    VotedAt = 5, ///< a: reviewer, b: stage, c: hourOf that person's standing vote → the reports that Voted counts
    Withheld = 11, ///< a: reviewer, b: stage → reports of that stage that are not allocated to that person
    Unasked = 12, ///< a: reviewer, b: stage → votes of that person on reports not allocated to them
    PilotVoted = 13, ///< a: reviewer, b: stage, c: pilot round → its reports with that person's vote
};

/// The hour of a stamp, in hours since 1970: the same in every copy, and fine enough for the days of any time zone.
[[nodiscard]] constexpr qint64 hourOf(qint64 stamp)
{
    return (stamp >> 20) / 3600000;
}

struct TallyKey {
    Dim dim = Dim::Places;
    qint64 a = 0, b = 0, c = 0;

    auto operator<=>(const TallyKey&) const = default;
};
using Tallies = std::map<TallyKey, qint64>;

/// The records of one report that are in live imports, with what was said of it: what is counted of it, whatever the
/// rules are.
struct Counted {
    struct Entry {
        qint64 record = 0, origin = 0, accession = 0;
    };
    std::vector<Entry> entries; ///< the report's own record first; empty: nothing is counted
    bool spoken = false; ///< some change speaks of it; else `facts` is empty
    ReportFacts facts;
    std::array<ReportState, 2> standing; ///< by Side
};

/// Adds (or takes off, with sign -1) what one report counts where it stands on a side.
void tallyReport(Tallies& tallies, const Catalog& catalog, const Counted& report, Side side, qint64 sign);
/// Adds to the rows of `table`: tally or tally_ahead. Rows that come to 0 go.
void addTallies(Database& db, const std::string& table, const Tallies& tallies);

} // namespace winnow::store
