// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Exact.h"

#include <cstddef>

namespace winnow::deduplication {

enum class KeyKind { Pmid, Doi, Title, Accession };

[[nodiscard]] std::uint64_t keyOf(const Candidate& candidate, KeyKind kind);

/// Groups of candidates, flat: group i is `members[starts[i]] … members[starts[i + 1] - 1]`. Members are positions in
/// the span that was grouped, rising within a group; each group has at least two.
struct Groups {
    std::vector<std::uint32_t> members;
    std::vector<std::uint32_t> starts{0};

    [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t i) const
    {
        return std::span(members).subspan(starts[i], starts[i + 1] - starts[i]);
    }
};

/// Every set of candidates with the same key of that kind. O(n log n), no strings.
[[nodiscard]] Groups groupsSharing(std::span<const Candidate> candidates, KeyKind kind);

/// The sets that hang together when sharing a PMID, a DOI or a title key is followed from record to record.
[[nodiscard]] Groups connectedBy(std::span<const Candidate> candidates, std::span<const KeyKind> kinds);

} // namespace winnow::deduplication
