// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Traits.h"
#include "domain/Record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace winnow::bench {

/// Records of which people, or the generator, have said which are the same.
struct LabelledSet {
    std::string name;
    std::vector<Record> records; ///< without abstracts where they were only read for their sketch
    std::vector<std::uint32_t> group; ///< by record: the same number for the same document
    std::vector<bool> marked; ///< by record: stands in a group with others, where no more than that is known
    [[nodiscard]] bool hasGroups() const { return !group.empty(); }
};

/// A folder with `records.csv` and `groups.csv` (column `merged_ids`, ids of one document joined by ";"), or with
/// `records.xml` of EndNote, where a caption "Duplicate" marks the members of a group. Ends the program with a sentence
/// if it cannot be read.
[[nodiscard]] LabelledSet readSet(const std::string& folder);

/// How a partition of the records compares with the labels, over pairs.
struct Outcome {
    std::uint64_t truePairs = 0; ///< in the labels
    std::uint64_t found = 0; ///< of them
    std::uint64_t wrong = 0; ///< joined, but not in the labels
    [[nodiscard]] double sensitivity() const { return truePairs == 0 ? 1 : double(found) / double(truePairs); }
    [[nodiscard]] double precision() const { return found + wrong == 0 ? 1 : double(found) / double(found + wrong); }
};

/// `cluster`: by record.
[[nodiscard]] Outcome outcomeOf(const std::vector<std::uint32_t>& group, const std::vector<std::uint32_t>& cluster);

/// Title, authors, year and place on one line.
[[nodiscard]] std::string described(const Record& record);

} // namespace winnow::bench
