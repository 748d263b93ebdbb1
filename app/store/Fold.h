// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Catalog.h"
#include "store/Replicas.h"
#include "store/Reports.h"

namespace winnow::store {

/// What must be derived and counted anew when the team's rules and lists change.
enum class Recount : int {
    Nothing,
    Voted, ///< all that was voted or settled
    Dealt, ///< all records: who gets what
    People, ///< the same where reports are dealt out or assigned
    Source, ///< all records of a source
    Run ///< all records of an import
};
[[nodiscard]] Recount recountFor(const Edit& edit);

/// Applies changes to the derived tables: for each kind, subject and slot (and author, where the kind is personal) the
/// live change with the greatest id wins, whatever the order in which changes come. Openings keep the first;
/// resolutions keep all and leave the judgement to resolutionHeads().
class Fold {
public:
    Fold(Database& db, Replicas& replicas, Reports& reports);

    /// `catalog` is the state before the transaction.
    void begin(const Catalog& catalog)
    {
        m_catalog = &catalog;
        m_catalogChanged = false;
        m_fresh.clear();
        m_left.clear();
    }
    /// What this import counts is worked out in portions (RunTurning.h), not by this transaction.
    void leaveRun(RunId run) { m_left.insert(run.value); }
    /// An entity that this transaction makes: nobody has used it yet.
    void addFresh(qint64 entity) { m_fresh.insert(entity); }
    [[nodiscard]] bool isFresh(qint64 entity) const { return m_fresh.contains(entity); }
    /// From here on what hangs on a change is left as it is: it is (or will be) worked out elsewhere.
    void setCellsOnly(bool only) { m_cellsOnly = only; }
    /// `change.id.replica` is the random number of its session. Calls Reports::touch first.
    void apply(const Change& change);
    /// Some applied change was of settings, people, lists or runs.
    [[nodiscard]] bool catalogChanged() const { return m_catalogChanged; }
    void setCatalogChanged() { m_catalogChanged = true; }
    /// Recomputes one cell, mark, opening or resolution from the log: after a batch was taken back or restored.
    void refold(const Edit& at, ReviewerId author);

private:
    void touch(const Change& change);
    void touchForLists(const Edit& edit);
    void touchRun(const Edit& edit);
    void touchCounted(const RunInfo& run);
    void touchAllocated(bool rule);
    void touchSource(SourceId source);
    void reopen(qint64 record, Stage stage);
    void foldCell(const Change& change);
    void foldMark(const Change& change);
    void foldOpened(const Change& change);
    void foldResolution(const Change& change);
    void refreeze(qint64 record, Stage stage);
    void unindex(qint64 record);
    void indexAgain(qint64 record);

    Database& m_db;
    Replicas& m_replicas;
    Reports& m_reports;
    const Catalog* m_catalog = nullptr;
    bool m_catalogChanged = false;
    bool m_cellsOnly = false;
    std::set<qint64> m_fresh;
    std::set<qint64> m_left;
};

void bindValue(Statement& statement, int i, const Value& value);
[[nodiscard]] Value readValue(const Statement& statement, int column);

/// Changes of one subject and kind (and slot), as rows of the log.
[[nodiscard]] std::vector<Change> changesAt(Database& db, const Replicas& replicas, const Edit& at, bool liveOnly);
/// Those that are live, and those that will be when the rules that are worked out ahead count (RulesAhead.h).
[[nodiscard]] std::vector<Change> standingAt(Database& db, const Replicas& replicas, const Edit& at);
inline constexpr std::string_view isStanding = "(live = 1 OR seq IN (SELECT t.seq FROM turning t WHERE t.live = 1))";
/// Reads the columns of `changeColumns` in the statement's present row.
[[nodiscard]] Change readChange(const Statement& statement, const Replicas& replicas);
inline constexpr std::string_view changeColumns
    = "seq, stamp, replica, wall, author, kind, subject, slot, value, step, undoes, undoes_replica";

} // namespace winnow::store
