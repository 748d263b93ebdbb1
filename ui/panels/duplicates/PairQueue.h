// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Duplicates.h"
#include "project/Records.h"

#include <vector>

namespace winnow::ui {

/// The three lists of the page: what waits for a person, what is joined, and where a person's word contradicts joins.
enum class PairList { Doubtful, Joined, Contradictions };

/// One row: the record that the list shows, and the one it is compared with.
struct ShownPair {
    RecordId record;
    RecordId partner;
    double score = 0; ///< of a doubtful one
    PairDoubt doubt = PairDoubt::None;

    bool operator==(const ShownPair&) const = default;
};

struct PairLists {
    std::vector<ShownPair> doubtful; ///< the most alike first
    std::vector<ShownPair> joined; ///< every record that another one of its report stands for
    std::vector<ShownPair> contradictions; ///< the links of each chain, then the two that were called different

    [[nodiscard]] const std::vector<ShownPair>& of(PairList list) const;
};

/// Reads all three. Blocks: call it over Hands.
[[nodiscard]] Result<PairLists> readPairs(Project& project);

/// Why two records stand side by side, in words: what they have in common, then what holds or speaks against it.
/// Blocks.
[[nodiscard]] QString whyTogether(Project& project, const ShownPair& pair, PairList list);

} // namespace winnow::ui
