// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::deduplication {

/// What kind of document an entry describes, as far as its type, journal, database and DOI tell (rules.md A2: these are
/// different reports of one study, linked but not joined).
enum class DocumentKind : std::uint8_t { Unknown, Article, ConferenceAbstract, RegistryEntry, Preprint };

[[nodiscard]] DocumentKind kindOf(const Record& record);

/// A bit for each kind of notice a title announces: correction, retraction, comment, reply. 0: none.
[[nodiscard]] std::uint8_t noticesOf(std::string_view title);
/// The numbered part a title names: of "part II", "part 2", "part two": 2. 0: none.
[[nodiscard]] int partNumber(std::string_view title);

/// Of "123-8", "123–128", "pp. 123": "123"; of "e123": "e123"; of "S12A-S15": "s12a". Empty if there is no number.
[[nodiscard]] std::string firstPageOf(std::string_view pages);
/// The first number of a volume ("12(Suppl 1)": "12"), or its letters if it has none.
[[nodiscard]] std::string volumeKey(std::string_view volume);

/// The words of a journal's name without the small ones, each as its titleKey, one blank between them.
[[nodiscard]] std::string journalKey(std::string_view journal);
/// One may be an abbreviation of the other, word for word ("Mult Scler", "Multiple Sclerosis Journal"), or is not
/// given.
[[nodiscard]] bool maybeSameJournal(std::string_view keyA, std::string_view keyB);

} // namespace winnow::deduplication
