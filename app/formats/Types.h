// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Codes that formats use, and the words that people read.
namespace winnow::formats {

/// "JOUR" → "Journal article"; also Zotero's "journalArticle" and its like. Unknown ones come back as they are.
[[nodiscard]] std::string typeWord(std::string_view code);
/// "Journal article" → "JOUR"; "" if no RIS code means exactly that.
[[nodiscard]] std::string_view risCode(std::string_view word);
/// The code says no more than "some article" or "something": a readable type beside it takes its place.
[[nodiscard]] bool saysLittle(std::string_view risCode);
/// A name of a bibliographic database or register, not of a host, a shop or a web address.
[[nodiscard]] bool namesDatabase(std::string_view text);
/// The database is PubMed or MEDLINE, whoever hosts it: its accession numbers are PMIDs.
[[nodiscard]] bool holdsPmids(std::string_view database);

} // namespace winnow::formats
