// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Exact.h"
#include "deduplication/Fields.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::deduplication {

/// The first field found that says that two records are different documents.
enum class Contradiction { Pmid, Doi, TrialNumber, Title, Year, Volume, FirstPage, Kind, Conference, Notice, Part };

/// What is compared of a record, normalised once; without its abstract, some 300 bytes.
struct Evidence {
    std::string title; ///< titleKey
    std::string family; ///< familyKey of the first author
    std::string doi;
    std::string pmid;
    std::string nct;
    std::string journal; ///< journalKey of a conference abstract, else empty
    std::string volume; ///< volumeKey
    std::string firstPage; ///< firstPageOf
    int year = 0;
    int part = 0; ///< partNumber
    std::uint8_t notices = 0; ///< noticesOf
    DocumentKind kind = DocumentKind::Unknown;

    bool operator==(const Evidence&) const = default;
};

[[nodiscard]] Evidence evidenceOf(const Record& record);

/// A field that is given in both and says that they are different documents. Symmetric. Titles contradict when they
/// differ and the shorter, of at least 20 bytes, does not stand inside the longer; years when more than one apart; a
/// registry entry contradicts anything printed, an article a conference abstract unless both begin on the same page;
/// and abstracts in different journals were given at different conferences, unless they share a DOI or PMID.
[[nodiscard]] std::optional<Contradiction> contradiction(const Evidence& a, const Evidence& b);

/// What both have in common that makes them the same, contradictions aside. A title of less than 20 bytes ("Editorial")
/// needs the same volume and first page beside year and author.
[[nodiscard]] bool agreesBy(Rule rule, const Evidence& a, const Evidence& b);

} // namespace winnow::deduplication
