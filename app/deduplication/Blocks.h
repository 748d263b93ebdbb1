// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Traits.h"

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace winnow::deduplication {

/// Positions of two records, the smaller first.
using Pair = std::pair<std::uint32_t, std::uint32_t>;
/// Is this pair to be looked at?
using Wanted = std::function<bool(std::uint32_t, std::uint32_t)>;

/// The pairs that are worth comparing: those that share one of some ten keys (DOI; PubMed ID; the whole title, its
/// beginning, its end, three samples of its words; first author and page; volume, page and year; the sketch of the
/// abstract), so that no single missing or misspelt field hides a pair. Sorted, each once.
///
/// A set of more than 40 records with one key ("Editorial") is parted by a second one (author, place, title with year,
/// number); where that leaves more than 40, each is compared with its 20 neighbours in the order of title and place. So
/// the work per record does not grow with the number of records. Which pairs are found does not depend on the records'
/// order.
[[nodiscard]] std::vector<Pair> candidatePairs(std::span<const Traits> traits, std::span<const std::uint32_t> which,
                                               const Wanted& wanted);

/// The keys of one record by which candidatePairs() finds it: hashes.
[[nodiscard]] std::vector<std::uint64_t> keysOf(const Traits& traits);

/// A hash of all that is compared: equal for equal traits.
[[nodiscard]] std::uint64_t contentHash(const Traits& traits);

} // namespace winnow::deduplication
