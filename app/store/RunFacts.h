// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "store/Reader.h"
#include "store/WriteScope.h"

#include <optional>
#include <span>

namespace winnow::store {

/// A record as a reader delivered it, with what is needed to find its like.
struct NewRecord {
    Record record;
    RawSpan raw;
    qint64 origin = 0;
    quint64 doiKey = 0, pmidKey = 0, titleKey = 0, accessionKey = 0;
};

struct RunDraft {
    std::string hash; ///< 10 bytes: of file content and reader
    QString fileName;
    QString format;
    QString encoding;
    qint64 bytes = 0;
};

inline constexpr qint64 chunkBytes = 256 * 1024;

/// The run of the same file and reader, if it is here (loaded; live or taken back).
[[nodiscard]] RunId runByHash(const Catalog& catalog, const std::string& hash);

// Writing a run, in batches, each in a transaction of its own. Only endRun makes it count.
[[nodiscard]] RunId beginRun(WriteScope& scope, const RunDraft& draft);
/// `first` is the number of the first of them: the run's first record plus how many were added before.
void addRecords(WriteScope& scope, qint64 first, std::span<const NewRecord> records);
void addChunk(WriteScope& scope, RunId run, qint64 number, std::string_view compressed);
void addUnreadable(WriteScope& scope, RunId run, std::span<const Unreadable> entries);
void endRun(WriteScope& scope, RunId run, qint64 records, qint64 unreadable, const std::vector<std::string>& origins);
[[nodiscard]] qint64 firstRecordOf(WriteScope& scope, RunId run);
/// Deletes up to `limit` rows of runs that never ended, False: nothing left.
bool sweepDeadRuns(WriteScope& scope, qint64 limit);

/// Records of one source with the same accession number: pairs of one of the `records` new ones from number `first` on,
/// which need not be live yet, and an earlier one (or two new ones). `sources`: of each origin the number of its
/// source, or a negative one of its own for a source that the review does not have yet.
[[nodiscard]] std::vector<std::pair<qint64, qint64>> repeatsOf(Reader& reader, qint64 first, qint64 records,
                                                               const std::vector<qint64>& sources);

/// Bytes of a run's original file.
[[nodiscard]] std::string fileBytes(Reader& reader, RunId run, qint64 offset, qint64 length);
[[nodiscard]] std::vector<Unreadable> unreadableOf(Reader& reader, RunId run);
/// Where what stands at `line` of a run's file ends: the line that the next record or unreadable entry begins on, 0 if
/// none does. None: another entry begins on the same line.
[[nodiscard]] std::optional<qint64> nextEntryLine(Reader& reader, const RunInfo& run, qint64 line);
[[nodiscard]] std::string compress(std::string_view bytes);
/// And back; none for what is damaged or would be longer than `most`.
[[nodiscard]] std::optional<std::string> decompressed(std::string_view data, size_t most);

// Find index: records up to meta 'find_upto' are in it.
[[nodiscard]] qint64 findIndexedUpTo(Reader& reader);
[[nodiscard]] qint64 lastRecord(Reader& reader);
/// Before a run of indexNext(): from here on the index merges its parts only when mergeFind() says so. Left to itself
/// FTS5 merges when it likes and as much as it likes, within the transaction of a batch, and a vote waits for that.
void mergeFindByHand(WriteScope& scope);
/// Indexes the next `n` records. Returns the new mark.
qint64 indexNext(WriteScope& scope, qint64 n);
/// Merges parts of the index, writing some `pages` pages of it. Returns the rows that it wrote, a page each or more; 0:
/// nothing is left to merge.
qint64 mergeFind(WriteScope& scope, qint64 pages);

[[nodiscard]] std::string packExtra(const std::vector<std::pair<std::string, std::string>>& extra);
[[nodiscard]] std::vector<std::pair<std::string, std::string>> unpackExtra(std::string_view packed);

} // namespace winnow::store
