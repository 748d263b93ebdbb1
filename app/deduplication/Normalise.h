// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::deduplication {

/// A title as compared: markup and entities out, case folded, accents and ligatures resolved (NFKD), Greek letters
/// spelt out ("β" is "beta" in half of the databases), and of the rest letters and digits only. UTF-8 in and out;
/// bytes that are no UTF-8 are dropped. Plain ASCII, the common case, takes a path without conversions.
[[nodiscard]] std::string titleKey(std::string_view title);

/// The words of a text, each folded as a titleKey, one blank between them; apostrophes part no words.
[[nodiscard]] std::string foldedWords(std::string_view text);

/// The family name without initials that a source left in it ("Smith JA").
[[nodiscard]] std::string_view familyProper(const Author& author);

/// The family name as compared. Initials that a source left in the name ("Smith JA") are cut; a collective keeps its
/// whole name.
[[nodiscard]] std::string familyKey(const Author& author);

/// The title without the notes that a database added to it: "… [see comments]", "… [Erratum appears in Lancet 2001]",
/// "… [Review] [33 refs]", "[…] LA: Chi", "… (Structured abstract)", "RETRACTED: …".
[[nodiscard]] std::string_view titleProper(std::string_view title);

/// The whole title (its notes cut) stands in square brackets: databases mark a translation so.
[[nodiscard]] bool isTranslation(std::string_view titleProper);

/// Hashes (base/Hash.h) by which records that may be the same are found; equal text gives equal keys. 0: no such key.
/// They only find candidates: the records themselves decide.
struct RecordKeys {
    std::uint64_t doi = 0;
    std::uint64_t pmid = 0;
    std::uint64_t title = 0; ///< title, year and family name of the first author; 0 if any is missing
    std::uint64_t accession = 0; ///< the entry's own id in its source, and title; 0 without such an id

    bool operator==(const RecordKeys&) const = default;
};

[[nodiscard]] RecordKeys keysOf(const Record& record);

} // namespace winnow::deduplication
