// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The identifiers and dates that hide in fields of other names. Every function answers "" (or 0) if there is none.
namespace winnow::formats {

/// The first DOI in a text, normalised: lower case from "10.", without resolver, percent signs decoded, without
/// punctuation that belongs to the sentence around it and without brackets that were opened before it.
[[nodiscard]] std::string findDoi(std::string_view text);
/// As findDoi, but only where the text is a DOI or a link to one: not in prose that mentions one.
[[nodiscard]] std::string doiOfLink(std::string_view text);
/// The text says nothing but this DOI: as such, labelled, or as a link to the resolver.
[[nodiscard]] bool isOnlyDoi(std::string_view text, std::string_view doi);
/// A PMID standing alone or labelled: "123", "PMID: 123", "PUBMED 123", "123 [PMID]", "MEDLINE:123", a PubMed link.
[[nodiscard]] std::string pmidOf(std::string_view text);
/// As pmidOf, but only if the text says itself that it is one: not a bare number.
[[nodiscard]] std::string labelledPmid(std::string_view text);
/// The PMID in the address of an entry at Europe PMC. Only for the entry's own link: as one link among others, such
/// addresses lead to full texts of other versions, too.
[[nodiscard]] std::string pmidOfEuropePmc(std::string_view link);
/// "PMC123" standing alone, labelled, or in a link to PubMed Central.
[[nodiscard]] std::string pmcidOf(std::string_view text);
/// The first NCT number in a text: "NCT" and eight digits, not part of a longer word.
[[nodiscard]] std::string findNct(std::string_view text);
/// As findNct, but only where the text is one or a link to ClinicalTrials.gov.
[[nodiscard]] std::string nctOf(std::string_view text);
/// The first four digits that stand by themselves and can be a year (1500–2100), or those of a date YYYYMMDD.
[[nodiscard]] int yearOf(std::string_view text);
/// The last one: in a source such as "Journal of 2001 Dreams. 28(2):1030-1036, 2015 Apr".
[[nodiscard]] int lastYearOf(std::string_view text);

} // namespace winnow::formats
