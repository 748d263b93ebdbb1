// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Catalog.h"
#include "store/RunFacts.h"
#include "store/SourceHash.h"
#include "store/WriteScope.h"

#include <deque>
#include <map>
#include <vector>

namespace winnow::store {

// An import as it travels: the source file in its chunks as they are kept, and the rows of records as its reader made
// them, column by column. The receiver does not read the file again: another version's reader might make other records
// of it. What is derived (report, place, reason) stays behind.

/// A run without its rows.
struct RunHead {
    std::string hash; ///< 10 bytes
    QString fileName;
    QString format;
    QString encoding;
    qint64 bytes = 0;
    qint64 records = 0;
    qint64 unreadable = 0;
    std::vector<std::string> origins;
    std::string columns; ///< what a person said of a table's columns, as the log keeps it
    std::string mends; ///< which entries of which import these are, mended by hand, as the log keeps it
    std::string search; ///< name of the search that it came with

    bool operator==(const RunHead&) const = default;
};
[[nodiscard]] RunHead headOf(const RunInfo& run);

/// The first value is the place of the record in its run, from 0 (of an unreadable entry: its number).
using FactRow = std::vector<Value>;
struct FactPage {
    std::string table;
    std::vector<std::string> columns; ///< of the values after the first
    std::vector<FactRow> rows;

    bool operator==(const FactPage&) const = default;
};

/// Of one run, chunk by chunk, then page by page.
class OutgoingRun {
public:
    OutgoingRun(Database& db, const RunInfo& run);
    bool nextChunk(std::string& compressed);
    /// Up to `limit` rows of one table. False: nothing was left in any.
    bool nextPage(qint64 limit, FactPage& page);

private:
    Database& m_db;
    qint64 m_run;
    qint64 m_first;
    qint64 m_records;
    qint64 m_chunk = -1;
    size_t m_table = 0;
    qint64 m_after = -1;
};

/// Takes a run in, under a number of its own, unseen until end(). Errors: BundleDamaged, NewerBundle.
class IncomingRun {
public:
    /// `readers`: those that may have read the file, as SourceHash has them. By one of them the file must be the one
    /// that the import is named after: nobody can put another file in its place.
    IncomingRun(RunHead head, const std::vector<std::string>& readers);

    Result<void> begin(WriteScope& scope);
    Result<void> addChunk(WriteScope& scope, std::string_view compressed);
    Result<void> addPage(WriteScope& scope, const FactPage& page);
    /// All that the head promised has come.
    [[nodiscard]] Result<void> complete() const;
    /// In the commit that makes the bring-in count.
    void end(WriteScope& scope) const;

    [[nodiscard]] const RunHead& head() const { return m_head; }
    [[nodiscard]] qint64 first() const { return m_first; }

private:
    Result<void> addRow(Statement& insert, const FactPage& page, const FactRow& row);
    RunHead m_head;
    RunId m_run;
    qint64 m_first = 0;
    qint64 m_chunks = 0;
    qint64 m_bytes = 0;
    std::deque<SourceHash> m_hashes; ///< of the source file, by each reader
    std::map<std::string, qint64> m_rows; ///< so far, by table
};

} // namespace winnow::store
