// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Fields.h"
#include "deduplication/Pages.h"
#include "deduplication/Title.h"
#include "domain/Record.h"

#include <cstdint>
#include <string>

namespace winnow::deduplication {

/// What is compared of a record, folded once; some 600 bytes, the abstract as a sketch of 8.
struct Traits {
    Title title;
    std::string authors; ///< authorNames
    std::string journal; ///< journalNames
    std::string doi, pmid, nct;
    std::string volume, issue; ///< volumeKey; a volume that is the year is left out
    Pages pages;
    std::uint64_t abstract = 0; ///< sketchOf
    int year = 0;
    int part = 0; ///< partNumber
    std::uint8_t notices = 0; ///< noticesOf
    DocumentKind kind = DocumentKind::Unknown;
    bool translated = false; ///< the title stands in brackets: it was written in another language

    bool operator==(const Traits&) const = default;
};

[[nodiscard]] Traits traitsOf(const Record& record);

/// 64 bits that are alike for texts that share most of their words (Charikar 2002, "Similarity estimation techniques
/// from rounding algorithms"), over the first 1,500 bytes. 0: too little text to say anything (less than 100 bytes).
[[nodiscard]] std::uint64_t sketchOf(std::string_view abstract);

enum class AbstractMatch : std::uint8_t { Missing, Different, Unclear, Same };
[[nodiscard]] AbstractMatch matchAbstracts(std::uint64_t a, std::uint64_t b);

} // namespace winnow::deduplication
