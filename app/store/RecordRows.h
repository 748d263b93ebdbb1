// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "store/Reader.h"

#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

namespace winnow::store {

/// The narrow row of a record.
struct RecordRow {
    qint64 id = 0;
    RawSpan raw;
    qint64 origin = 0;
    int flags = 0;
    qint64 report = 0;
    Place place = Place::AwaitingScreening; ///< of its report, as shown to the viewer (Expected)
    ReasonId reason;
};

[[nodiscard]] std::optional<RecordRow> recordRow(Reader& reader, qint64 id);
/// As its source delivered it, without edits.
[[nodiscard]] std::optional<Record> importedRecord(Reader& reader, qint64 id);
/// With edits applied; `edited` gets the fields that were.
[[nodiscard]] std::optional<Record> fullRecord(Reader& reader, qint64 id, std::vector<Field>* edited = nullptr);
/// The report that a record belongs to; 0: no such record.
[[nodiscard]] qint64 reportOf(Reader& reader, qint64 record);
[[nodiscard]] std::vector<qint64> reportMembers(Reader& reader, qint64 report);
[[nodiscard]] bool hasEdits(Reader& reader);

struct BriefRow {
    qint64 id = 0;
    std::string title, authors, journal, type;
    int year = 0;
    bool hasAbstract = false;
    qint64 origin = 0;
    Place place = Place::AwaitingScreening; ///< of its report, as shown to the viewer (Expected)
    ReasonId reason;
};
/// In the order of `ids`, with edits applied; unknown ids are left out. One query, and one for edits if there are any.
[[nodiscard]] std::vector<BriefRow> briefRows(Reader& reader, std::span<const qint64> ids);

// Lists of live records by number. All of them scan the narrow table once: some 100 ms for a million records. Reports
// stand where the viewer is shown that they stand (Expected).
/// The row of each report that stands at one of `places` (all when empty).
[[nodiscard]] std::vector<qint64> reportsAt(Reader& reader, const std::set<Place>& places, ReasonId reason = {});
/// Reports that stand at one of `places`, which the viewer is not told before their own vote.
[[nodiscard]] std::vector<qint64> reportsWithheld(Reader& reader, const std::set<Place>& places, ReasonId reason = {});
/// The same for those whose own record has no abstract.
[[nodiscard]] std::vector<qint64> reportsWithoutAbstract(Reader& reader, const std::set<Place>& places);
/// Records that are in a report with another one before them: what "duplicates removed" counts.
[[nodiscard]] std::vector<qint64> joinedRecords(Reader& reader);
[[nodiscard]] std::vector<qint64> recordsOf(Reader& reader, SourceId source);
[[nodiscard]] std::vector<qint64> allRecords(Reader& reader);
[[nodiscard]] Arm armOfReport(Reader& reader, qint64 report);

/// What telling the entries of one report apart needs.
struct Membership {
    qint64 report = 0;
    qint64 accession = 0;
    bool alone = false; ///< the only record of its report
};
[[nodiscard]] Membership membershipOf(Reader& reader, qint64 record);

/// Records whose text matches an FTS5 expression, from number `after` on, at most `limit`, by number.
[[nodiscard]] std::vector<qint64> matching(Reader& reader, const std::string& expression, qint64 after, qint64 limit);

} // namespace winnow::store
