// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::deduplication {

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What kind of document an entry describes, as far as its type, journal, database and DOI tell (rules.md A2: these are
/// different reports of one study, linked but not joined).
enum class DocumentKind : std::uint8_t { Unknown, Article, ConferenceAbstract, RegistryEntry, Preprint };

[[nodiscard]] DocumentKind kindOf(const Record& record);

/// A bit for each kind of notice a title announces: correction, retraction, comment, reply, protocol. 0: none.
inline constexpr std::uint8_t protocolNotice = 16;
[[nodiscard]] std::uint8_t noticesOf(std::string_view title);
/// The numbered part a title names: of "part II", "part 2", "part two": 2. 0: none.
[[nodiscard]] int partNumber(std::string_view title);
/// "ii", "two" and "2": 2; anything else 0. Lower case only.
[[nodiscard]] int numeral(std::string_view word);

/// Of "123-8", "123–128", "pp. 123": "123"; of "e123": "e123"; of "S12A-S15": "s12a". Empty if there is no number.
[[nodiscard]] std::string firstPageOf(std::string_view pages);
/// The first number of a volume ("12(Suppl 1)": "12"), or its letters if it has none.
[[nodiscard]] std::string volumeKey(std::string_view volume);

} // namespace winnow::deduplication
