// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::deduplication {

/// How alike two titles are. `Contained`: one is the beginning or the end of the other, as when a subtitle or the
/// original beside a translation is left out. `Near`: they differ in spelling only (no word or number is another one).
enum class Likeness : std::uint8_t { Missing, Different, Similar, Contained, Near, Equal };

/// A bit for each pair of neighbouring letters, hashed: to reject unlike titles quickly.
using LetterPairs = std::array<std::uint64_t, 4>;

/// A title as it is compared; see titleKey for what is folded.
struct Title {
    std::string words; ///< one blank between words; numerals ("II", "three") as digits; database notes cut
    std::string letters; ///< the same without blanks
    LetterPairs pairs{};

    bool operator==(const Title&) const = default;
};

[[nodiscard]] Title titleOf(std::string_view written);

/// Symmetric. Constant memory; time is length × length / 64.
[[nodiscard]] Likeness likeness(const Title& a, const Title& b);

[[nodiscard]] int countOf(const LetterPairs& pairs);
[[nodiscard]] int commonPairs(const LetterPairs& a, const LetterPairs& b);
/// Far fewer letter pairs in common than any two like titles have; such titles are Different. `fewer`: those of the
/// title that has fewer.
[[nodiscard]] bool plainlyDifferent(int common, int fewer);

/// The titles name different numbers ("phase 2" and "phase 3", 2019 and 2020): whatever else is alike, two documents.
/// A number that only one of them has does not count.
[[nodiscard]] bool numbersDiffer(const Title& a, const Title& b);

/// 2 · LCS / (|a| + |b|) over bytes, 0 to 1: the ratio of an alignment without substitutions. Bit-parallel (Hyyrö 2004,
/// "Bit-parallel LCS-length computation revisited"); of longer texts the first 1,024 bytes count.
[[nodiscard]] double alignment(std::string_view a, std::string_view b);

/// One word is the other misspelt, in the plural, or in British spelling; never where the change is one of sense
/// ("hyper-" and "hypo-", "male" and "female").
[[nodiscard]] bool sameWord(std::string_view a, std::string_view b);

[[nodiscard]] std::vector<std::string_view> splitAt(std::string_view text, char separator);

} // namespace winnow::deduplication
