// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Catalog.h"
#include "store/Clusters.h"
#include "store/Replicas.h"
#include "store/ReportState.h"

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

enum RecordFlag : int {
    NoRetrieval = 1, ///< registry entry or abstract only (rules.md A7)
    HasAbstract = 2,
    HasDoi = 4,
    Spoken = 8, ///< some change speaks of it; where it is not set nothing needs to be looked up
};

/// Keeps each report's cluster, place and reason, and the tallies, true to the changes of one transaction.
/// touch() what a change speaks of *before* it is applied; settle() once at the end.
class Reports {
public:
    Reports(Database& db, const Replicas& replicas);

    void begin(const Catalog& before);
    void touch(qint64 record);
    void touchPair(qint64 a, qint64 b);
    /// All that votes or resolutions were given for at `stage`: before a change of that stage's rules or reasons.
    void touchVoted(Stage stage);
    /// All of a run: before it changes its source or is taken back.
    void touchRun(const RunInfo& run);
    /// All that people assigned by hand: before somebody joins, leaves or takes another role.
    void touchAssigned();
    /// A run that this transaction makes live for the first time: nothing of it was counted before.
    void newRun(RunId run);
    void settle(const Catalog& after);
    /// Reports whose row was written by the last settle().
    [[nodiscard]] const std::vector<qint64>& settled() const { return m_settled; }

private:
    struct Row {
        qint64 report = 0, place = 0, reason = 0, origin = 0, flags = 0, accession = 0;
    };
    Row row(qint64 record);
    void addContribution(const Catalog& catalog, const std::vector<qint64>& members, qint64 sign);
    void addPlain(const Catalog& catalog, const RunInfo& run, qint64 sign);
    void addPlainOrigin(const Catalog& catalog, const RunInfo& run, qint64 origin, qint64 n);
    void addPlainWithheld(const Catalog& catalog, const RunInfo& run, qint64 sign);
    void addWithheld(const Catalog& catalog, qint64 report, Place place, const ReportFacts& facts, qint64 sign);
    std::map<qint64, qint64> plainOf(const RunInfo& run);
    std::vector<qint64> special(const RunInfo& run);
    std::vector<std::vector<qint64>> clustersAfter(const Catalog& after);
    void write(const Catalog& catalog, const std::vector<qint64>& members);
    void writeTallies();

    Database& m_db;
    const Replicas& m_replicas;
    const Catalog* m_before = nullptr;
    std::set<qint64> m_dirty; ///< records of touched clusters
    std::set<qint64> m_reports; ///< reports whose old contribution has been taken off
    std::set<qint64> m_runs;
    bool m_regroup = false;
    Tallies m_delta;
    std::vector<qint64> m_settled;
};

} // namespace winnow::store
