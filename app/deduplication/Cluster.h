// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Traits.h"

#include <cstdint>
#include <span>
#include <vector>

namespace winnow::deduplication {

/// Sets of records that are one report. A union is refused where a person has said that a member of the one differs
/// from a member of the other, or where two of them exclude each other, so that a chain of like pairs does not join
/// its far ends.
class Clusters {
public:
    explicit Clusters(std::span<const Traits> traits);

    /// A person's word. Give all of them before the first union.
    void keepApart(std::uint32_t a, std::uint32_t b);
    /// What is known already; asks nobody.
    void unite(std::uint32_t a, std::uint32_t b);
    /// False where refused, or together already. That `a` and `b` themselves fit is for the caller to know.
    bool tryUnite(std::uint32_t a, std::uint32_t b);
    [[nodiscard]] std::uint32_t of(std::uint32_t record) const { return m_clusterOf[record]; }
    [[nodiscard]] bool keptApart(std::uint32_t a, std::uint32_t b) const;

private:
    [[nodiscard]] bool consistent(std::uint32_t a, std::uint32_t b) const;

    std::span<const Traits> m_traits;
    std::vector<std::uint32_t> m_clusterOf;
    std::vector<std::vector<std::uint32_t>> m_members; ///< by cluster; empty for a cluster of one
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_apart; ///< sorted, both ways round
    [[nodiscard]] std::vector<std::uint32_t> membersOf(std::uint32_t record) const;
};

} // namespace winnow::deduplication
