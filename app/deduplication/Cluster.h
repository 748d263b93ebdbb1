// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Evidence.h"

#include <map>
#include <span>
#include <vector>

namespace winnow::deduplication {

/// Joins the records of one set that hangs together by keys: pairs by the strongest rule first, then by position, each
/// link only if no record of the one group then contradicts one of the other. Quadratic in the number of *different*
/// records in the set; records that are equal in all that is compared go along with the first of them.
class Cluster {
public:
    /// `evidence` in the order of the records' ids.
    explicit Cluster(std::span<const Evidence> evidence);

    struct Link {
        std::uint32_t a = 0; ///< positions in `evidence`, a < b
        std::uint32_t b = 0;
        Rule rule = Rule::Pmid;
    };
    /// Errors: Cancelled.
    [[nodiscard]] Result<std::vector<Link>> links(const JobContext& job);

private:
    /// Records (first of their equals) that share what a rule looks at, in rising order.
    using Sharing = std::map<std::string, std::vector<std::uint32_t>>;

    void findEquals();
    [[nodiscard]] Sharing sharing(Rule rule) const;
    [[nodiscard]] bool onManyTitles(const std::vector<std::uint32_t>& members) const;
    void linkWithEarlier(Rule rule, const std::vector<std::uint32_t>& members, std::size_t at);
    void linkEquals(Rule rule, const std::vector<std::uint32_t>& members);
    [[nodiscard]] bool consistent(std::uint32_t groupA, std::uint32_t groupB) const;
    void merge(std::uint32_t groupA, std::uint32_t groupB);

    std::span<const Evidence> m_evidence;
    std::vector<std::vector<std::uint32_t>> m_equals; ///< by first of the equals: the others
    std::vector<std::uint32_t> m_firsts;
    std::vector<std::uint32_t> m_groupOf; ///< by record: number of its group
    std::vector<std::vector<std::uint32_t>> m_groups; ///< by group: its records
    std::vector<bool> m_equalsLinked;
    std::vector<Link> m_links;
};

} // namespace winnow::deduplication
