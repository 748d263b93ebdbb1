// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Groups.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace winnow::deduplication {
namespace {

/// Positions with what they are grouped by; sorted, equal ones stand together.
template <class Key> using Keyed = std::vector<std::pair<Key, std::uint32_t>>;

template <class Key> Groups grouped(Keyed<Key> keyed)
{
    std::sort(keyed.begin(), keyed.end());
    Groups groups;
    for (std::size_t from = 0, to = 0; from < keyed.size(); from = to) {
        while (to < keyed.size() && keyed[to].first == keyed[from].first)
            ++to;
        if (to - from < 2)
            continue;
        for (std::size_t i = from; i < to; ++i)
            groups.members.push_back(keyed[i].second);
        groups.starts.push_back(std::uint32_t(groups.members.size()));
    }
    return groups;
}

std::uint32_t rootOf(std::vector<std::uint32_t>& parents, std::uint32_t i)
{
    while (parents[i] != i) {
        parents[i] = parents[parents[i]];
        i = parents[i];
    }
    return i;
}

/// The smaller position becomes the root: the outcome does not depend on the order of the links.
void unite(std::vector<std::uint32_t>& parents, std::uint32_t a, std::uint32_t b)
{
    a = rootOf(parents, a);
    b = rootOf(parents, b);
    parents[std::max(a, b)] = std::min(a, b);
}

} // namespace

std::uint64_t keyOf(const Candidate& candidate, KeyKind kind)
{
    switch (kind) {
    case KeyKind::Pmid: return candidate.keys.pmid;
    case KeyKind::Doi: return candidate.keys.doi;
    case KeyKind::Title: return candidate.keys.title;
    case KeyKind::Accession: break;
    }
    return candidate.keys.accession;
}

Groups groupsSharing(std::span<const Candidate> candidates, KeyKind kind)
{
    Keyed<std::uint64_t> keyed;
    keyed.reserve(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (const std::uint64_t key = keyOf(candidates[i], kind))
            keyed.emplace_back(key, std::uint32_t(i));
    }
    return grouped(std::move(keyed));
}

Groups connectedBy(std::span<const Candidate> candidates, std::span<const KeyKind> kinds)
{
    std::vector<std::uint32_t> parents(candidates.size());
    std::iota(parents.begin(), parents.end(), 0U);
    for (const KeyKind kind : kinds) {
        const Groups groups = groupsSharing(candidates, kind);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (const std::uint32_t member : groups[g])
                unite(parents, groups[g].front(), member);
        }
    }
    Keyed<std::uint32_t> keyed;
    keyed.reserve(candidates.size());
    for (std::uint32_t i = 0; i < parents.size(); ++i)
        keyed.emplace_back(rootOf(parents, i), i);
    return grouped(std::move(keyed));
}

} // namespace winnow::deduplication
