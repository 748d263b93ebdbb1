// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "deduplication/Normalise.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace winnow::deduplication {

/// Why two records are the same, strongest first. Stands in the log: append only, never renumber.
enum class Rule : int { Pmid = 1, Doi = 2, TitleYearAuthor = 3 };

/// The strongest rule by which two records are the same entry, or nothing if none applies or any field contradicts
/// (see Evidence.h). Symmetric.
[[nodiscard]] std::optional<Rule> sameEntry(const Record& a, const Record& b);

/// What is kept of every record of the project while duplicates are looked for: 40 bytes.
struct Candidate {
    qint64 id = 0;
    RecordKeys keys;
};

/// Two records to join, a < b.
struct JoinPair {
    qint64 a = 0;
    qint64 b = 0;
    Rule rule = Rule::Pmid;

    bool operator==(const JoinPair&) const = default;
};

/// Hands out the records of these ids, in the same order and as many. Asked for at most `loadAtOnce` at a time, only
/// for records that share a key with another one, and once for each.
using LoadRecords = std::function<Result<std::vector<Record>>(std::span<const qint64> ids)>;
inline constexpr std::size_t loadAtOnce = 512;

/// The exact duplicates among `candidates` (ids are distinct and positive, order does not matter), as few pairs as join
/// each group, in the order of `a`, then `b`.
///
/// No two records of a joined group contradict each other. Where a chain a ~ b ~ c would join a and c that do, the
/// stronger rule is followed first, then the smaller ids, and the other link is not made. A DOI or PMID that stands on
/// three or more different titles (a whole supplement) is not taken as a rule.
///
/// Memory: 30 bytes for each candidate beside the candidates themselves, `loadAtOnce` full records, and some 300 bytes
/// for each member of the largest set of records that hang together by keys (more with long titles). Errors: Cancelled;
/// StoreFailed if the loader hands out another number of records; what the loader says.
[[nodiscard]] Result<std::vector<JoinPair>> exactPairs(std::span<const Candidate> candidates, const LoadRecords& load,
                                                       const JobContext& job);

} // namespace winnow::deduplication
