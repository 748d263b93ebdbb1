// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Traits.h"

#include <cstdint>

namespace winnow::deduplication {

/// The little of a record that rules out most pairs, in one line of the processor's cache: what is looked at for every
/// pair that shares a key, while the traits themselves lie all over the memory. 0: not given.
struct alignas(64) Glance {
    static constexpr std::uint16_t anyPage = 0xffff; ///< it has no number that could be told apart
    LetterPairs title{};
    std::uint64_t doi = 0;
    std::uint64_t pmid = 0;
    std::uint64_t place = 0; ///< first and last page, volume and year, all given
    std::uint16_t titlePairs = 0; ///< bits of `title`
    std::uint16_t firstPage = 0; ///< its number; or anyPage
    std::uint16_t hasPages = 0;
};

[[nodiscard]] Glance glanceOf(const Traits& traits);

/// False where judge() would find no possible pair: neither a number nor the place is the same, and the titles plainly
/// differ, or differ by more than spelling while the pages are far apart. Symmetric.
[[nodiscard]] bool worthComparing(const Glance& a, const Glance& b);

} // namespace winnow::deduplication
