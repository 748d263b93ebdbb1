// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "deduplication/Blocks.h"
#include "deduplication/Comparison.h"

#include <span>
#include <vector>

namespace winnow::deduplication {

/// Two records, by position, a < b.
struct FoundPair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    Rule rule = Rule::None; ///< what joins them; None when doubtful
    Doubt doubt = Doubt::None; ///< what stands against joining them
    double score = 0;

    bool operator==(const FoundPair&) const = default;
};

/// What is settled before the search.
struct Known {
    std::vector<Pair> same; ///< joined already, by a person or an earlier run
    std::vector<Pair> different; ///< a person's word: never joined, never asked again
    Wanted isNew; ///< pairs to be looked at; none: all
};

struct Found {
    std::vector<FoundPair> joined; ///< as few pairs as join each report, in the order of a, b
    std::vector<FoundPair> doubtful; ///< for a person, the most alike first; one for each two reports
    std::size_t compared = 0; ///< pairs that were looked at more closely
};

/// The duplicates among `traits`: pairs with a score of at least `threshold` are joined, others that may be the same
/// are doubtful. The strongest pairs come first, and ties go by what the records say, so that the result does not
/// depend on their order. What is joined already stays so. One thread; memory: some 300 bytes a record beside the
/// traits. Errors: Cancelled.
[[nodiscard]] Result<Found> findDuplicates(std::span<const Traits> traits, const Known& known, double threshold,
                                           const JobContext& job);

} // namespace winnow::deduplication
