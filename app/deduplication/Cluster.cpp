// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Cluster.h"

#include "deduplication/Comparison.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace winnow::deduplication {

Clusters::Clusters(std::span<const Traits> traits)
    : m_traits(traits)
    , m_clusterOf(traits.size())
    , m_members(traits.size())
{
    std::iota(m_clusterOf.begin(), m_clusterOf.end(), 0U);
}

void Clusters::keepApart(std::uint32_t a, std::uint32_t b)
{
    for (const auto& pair : {std::pair(a, b), std::pair(b, a)})
        m_apart.insert(std::upper_bound(m_apart.begin(), m_apart.end(), pair), pair);
}

std::vector<std::uint32_t> Clusters::membersOf(std::uint32_t record) const
{
    const auto& members = m_members[m_clusterOf[record]];
    return members.empty() ? std::vector<std::uint32_t>{record} : members;
}

void Clusters::unite(std::uint32_t a, std::uint32_t b)
{
    std::uint32_t into = m_clusterOf[a];
    std::uint32_t from = m_clusterOf[b];
    if (into == from)
        return;
    if (m_members[into].size() < m_members[from].size())
        std::swap(into, from);
    auto moved = m_members[from].empty() ? std::vector<std::uint32_t>{from} : std::move(m_members[from]);
    m_members[from].clear();
    if (m_members[into].empty())
        m_members[into].push_back(into);
    for (const std::uint32_t member : moved)
        m_clusterOf[member] = into;
    m_members[into].insert(m_members[into].end(), moved.begin(), moved.end());
}

bool Clusters::keptApart(std::uint32_t a, std::uint32_t b) const
{
    if (m_apart.empty())
        return false;
    for (const std::uint32_t member : membersOf(a)) {
        auto at = std::lower_bound(m_apart.begin(), m_apart.end(), std::pair(member, 0U));
        for (; at != m_apart.end() && at->first == member; ++at) {
            if (m_clusterOf[at->second] == m_clusterOf[b])
                return true;
        }
    }
    return false;
}

bool Clusters::consistent(std::uint32_t a, std::uint32_t b) const
{
    for (const std::uint32_t left : membersOf(a)) {
        for (const std::uint32_t right : membersOf(b)) {
            const bool themselves = left == a && right == b;
            if (!themselves && excludes(compare(m_traits[left], m_traits[right])))
                return false;
        }
    }
    return true;
}

bool Clusters::tryUnite(std::uint32_t a, std::uint32_t b)
{
    if (m_clusterOf[a] == m_clusterOf[b] || keptApart(a, b) || !consistent(a, b))
        return false;
    unite(a, b);
    return true;
}

} // namespace winnow::deduplication
