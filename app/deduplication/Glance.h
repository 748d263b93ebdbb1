// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Traits.h"

#include <array>
#include <cstdint>

namespace winnow::deduplication {

/// The little of a record that rules out most pairs, in one line of the processor's cache: what is looked at for every
/// pair that shares a key, while the traits themselves lie all over the memory. 0: not given.
struct alignas(64) Glance {
    LetterPairs title{};
    std::uint64_t doi = 0;
    std::uint64_t pmid = 0;
    std::uint64_t place = 0; ///< first and last page, volume and year, all given
    std::uint32_t titlePairs = 0; ///< bits of `title`
};

[[nodiscard]] Glance glanceOf(const Traits& traits);

/// False where the titles plainly differ and neither a number nor the place is the same: no such pair is possible for
/// judge(). Symmetric.
[[nodiscard]] bool worthComparing(const Glance& a, const Glance& b);

} // namespace winnow::deduplication
