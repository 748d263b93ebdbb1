// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace winnow::formats {

/// What an element of PubMed's XML means for a record.
enum class PubmedElement {
    Other, ///< kept under its name
    // texts; elements inside them are markup
    ArticleTitle,
    VernacularTitle,
    BookTitle,
    AbstractText,
    Keyword,
    CollectiveName,
    Citation,
    FreeText, ///< kept under its name, with markup inside
    // names
    Author,
    AuthorList,
    LastName,
    ForeName,
    Initials,
    Suffix,
    // identifiers
    Pmid,
    ArticleId,
    Elocation,
    Identifier,
    AccessionNumber,
    DataBankName,
    // the rest
    Abstract,
    JournalTitle,
    Volume,
    Issue,
    Pages,
    Language,
    PublicationType,
    MeshHeading,
    Descriptor,
    Qualifier,
    MedlineCitation,
    // groups: what stands in them is one extra field
    DateGroup, ///< joined with "-"
    PubDate, ///< joined with blanks, as MEDLINE writes it
    SlashGroup, ///< joined with "/"
    WordGroup, ///< joined with blanks
};

[[nodiscard]] PubmedElement pubmedElement(std::string_view name);

} // namespace winnow::formats
