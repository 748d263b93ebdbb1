// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Clusters.h"
#include "store/Replicas.h"
#include "store/Side.h"
#include "store/Tally.h"

#include <array>

namespace winnow::store {

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
    /// Rules are being worked out ahead (RulesAhead.h), so far for the reports up to `upto`. After begin().
    void setAhead(const Catalog* coming, qint64 upto);
    void touch(qint64 record);
    void touchPair(qint64 a, qint64 b);
    /// All that votes or resolutions were given for at `stage`: before a change of that stage's rules or reasons.
    void touchVoted(Stage stage);
    /// All of a run: before it changes its source or is taken back.
    void touchRun(const RunInfo& run) { touchPart(run, run.all()); }
    /// Some of its records: before they come in or go out. Once a transaction for a run.
    void touchPart(const RunInfo& run, RecordRange part);
    /// All that people assigned by hand: before somebody joins, leaves or takes another role.
    void touchAssigned();
    /// A run that this transaction makes live for the first time: nothing of it was counted before.
    void newRun(RunId run);
    /// `coming`: the rules that are worked out ahead, as they stand now; null: none.
    void settle(const Catalog& after, const Catalog* coming = nullptr);
    /// Works out place and tallies of one record under the coming rules. In order of records.
    void reckonAhead(qint64 record);
    /// So much was touched that what was worked out ahead no longer holds.
    [[nodiscard]] bool disturbedAhead() const { return m_wide; }
    /// Reports whose row was written by the last settle().
    [[nodiscard]] const std::vector<qint64>& settled() const { return m_settled; }

private:
    struct Row {
        qint64 report = 0, origin = 0, flags = 0, accession = 0;
        std::array<ReportState, 2> standing; ///< by Side
    };
    /// A report's records with what was said of the live ones, read once for all that is made of it.
    struct Cluster {
        std::vector<qint64> members;
        std::vector<Row> rows;
        bool spoken = false;
        ReportFacts facts;
    };
    Row row(qint64 record);
    Cluster read(const Catalog& catalog, std::vector<qint64> members);
    static Counted counted(const Catalog& catalog, Cluster cluster);
    void tallyAhead(const Catalog& catalog, const Catalog& coming, const Counted& report, qint64 sign);
    void addPlain(const Catalog& catalog, const RunInfo& run, RecordRange part, qint64 sign);
    void addPlainOrigin(const Catalog& catalog, const RunInfo& run, qint64 origin, qint64 n);
    void addPlainWithheld(const Catalog& catalog, RecordRange part, qint64 sign);
    std::map<qint64, qint64> plainOf(const RunInfo& run, RecordRange part);
    std::vector<qint64> special(RecordRange part);
    std::vector<std::vector<qint64>> clustersAfter(const Catalog& after);
    void write(const Catalog& catalog, Side side, Cluster& cluster);
    void count(const Catalog& after, const Catalog* coming, Cluster cluster);
    void place(qint64 record, Side side, const ReportState& state);

    Database& m_db;
    const Replicas& m_replicas;
    const Catalog* m_before = nullptr;
    const Catalog* m_coming = nullptr; ///< the rules that are worked out ahead
    qint64 m_upto = 0; ///< reports up to this one have been
    Side m_side = Side::First;
    std::set<qint64> m_dirty; ///< records of touched clusters
    std::set<qint64> m_reports; ///< reports whose old contribution has been taken off
    std::map<qint64, RecordRange> m_runs; ///< what of each is counted as a whole
    bool m_regroup = false;
    bool m_wide = false;
    Tallies m_delta;
    Tallies m_aheadDelta; ///< of what reports count under the coming rules, less what they count now
    std::vector<qint64> m_settled;
};

} // namespace winnow::store
