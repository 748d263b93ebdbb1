// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "store/Clusters.h"
#include "store/Reader.h"
#include "store/WriteScope.h"

#include <functional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace winnow::store {

// What is known of pairs of records, and what the search for duplicates reads.

/// What duplicates are told by, of every record of live imports in rising order, edits applied: abstract (its first
/// 1,500 characters), authors, title and where it appeared; no key words, notes or other fields. `visit` says false to
/// stop.
void scanComparable(Reader& reader, const std::function<bool(qint64 id, Record&&)>& visit);
/// The same of some records, given in rising order.
void readComparable(Reader& reader, std::span<const qint64> ids, const std::function<bool(qint64 id, Record&&)>& visit);
/// Records with a field that a person has changed.
[[nodiscard]] std::set<qint64> editedRecords(Reader& reader);

/// The keys that were kept of records in a row, from `first` on; see deduplication/BlockKeys.h.
using KeyChunkVisit = std::function<void(qint64 first, std::string_view keys)>;
void scanBlockKeys(Reader& reader, int version, const KeyChunkVisit& visit);
void keepBlockKeys(WriteScope& scope, int version, qint64 first, std::string_view keys);

/// Pairs that persons have judged, both records live.
[[nodiscard]] std::vector<Edge> judgedPairs(Reader& reader);
/// Every record that is not the first of its report, with that first one.
[[nodiscard]] std::vector<std::pair<qint64, qint64>> joinedPairs(Reader& reader);

struct DoubtfulRow {
    qint64 a = 0;
    qint64 b = 0;
    PairValue value;
};
/// All that a search left to a person, judged or not; both records live and in different reports.
[[nodiscard]] std::vector<DoubtfulRow> doubtfulPairs(Reader& reader);

/// Pairs of runs (by id, both ways round) among which duplicates were looked for.
[[nodiscard]] std::set<std::pair<qint64, qint64>> comparedRuns(Reader& reader);
/// Records edited since their run was last looked through.
[[nodiscard]] std::set<qint64> editedSinceCompared(Reader& reader);

/// "These runs have been looked through together", whichever way round.
[[nodiscard]] Edit comparedEdit(const Catalog& catalog, qint64 runA, qint64 runB);

/// A person's "different" between two records that hang together by "same" all the same: somebody has to say which of
/// the links of the chain is wrong. `chain` leads from `a` to `b`, both included.
struct Contradiction {
    qint64 a = 0;
    qint64 b = 0;
    std::vector<qint64> chain;
};
[[nodiscard]] std::vector<Contradiction> contradictions(Reader& reader);

/// What joined a record with another one directly: the other record and the rule, the strongest first.
struct JoinReason {
    qint64 other = 0;
    bool judged = false;
    PairValue value; ///< of an automatic join
};
[[nodiscard]] std::vector<JoinReason> joinReasons(Reader& reader, qint64 record);

/// The study that a report is grouped with; 0: none.
[[nodiscard]] qint64 studyOf(Database& db, qint64 report);
/// The reports that were grouped into a study.
[[nodiscard]] std::vector<qint64> reportsOfStudy(Database& db, qint64 study);

} // namespace winnow::store
