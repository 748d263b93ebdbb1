// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Catalog.h"
#include "store/Replicas.h"
#include "store/Reports.h"

namespace winnow::store {

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
    }
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
    void touchAllocated(bool rule);
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
};

void bindValue(Statement& statement, int i, const Value& value);
[[nodiscard]] Value readValue(const Statement& statement, int column);

/// Changes of one subject and kind (and slot), as rows of the log.
[[nodiscard]] std::vector<Change> changesAt(Database& db, const Replicas& replicas, const Edit& at, bool liveOnly);
/// Reads the columns of `changeColumns` in the statement's present row.
[[nodiscard]] Change readChange(const Statement& statement, const Replicas& replicas);
inline constexpr std::string_view changeColumns
    = "seq, stamp, replica, wall, author, kind, subject, slot, value, step, undoes, undoes_replica";

} // namespace winnow::store
