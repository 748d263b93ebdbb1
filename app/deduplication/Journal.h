// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::deduplication {

/// The names of a journal as compared, one per line (of "Ai zheng = Chinese journal of cancer" there are two): words
/// folded, small ones, subtitles and brackets left out. At most three.
[[nodiscard]] std::string journalNames(std::string_view written);

/// `Maybe`: one name is the beginning of the other ("Cancer", "Cancer Research"). `Same`: word for word equal or
/// abbreviated ("Mult Scler", "Multiple Sclerosis"), or an acronym ("JAMA").
enum class JournalMatch : std::uint8_t { Missing, Different, Maybe, Same };

[[nodiscard]] JournalMatch matchJournals(const std::string& a, const std::string& b);

} // namespace winnow::deduplication
