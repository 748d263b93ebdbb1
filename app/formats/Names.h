// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <string_view>
#include <vector>

/// Names of authors as the many sources write them.
namespace winnow::formats {

/// One name: "Family, Given, Suffix", "Family GG" (MEDLINE AU, Embase "Family G.G."), "Given van Family", or a
/// collective ("World Health Organization", or anything with a comma at its end, as EndNote marks them).
[[nodiscard]] Author authorFrom(std::string_view written);
/// One name of a program that writes "Family Given" without a comma (EPPI-Reviewer).
[[nodiscard]] Author authorFamilyFirst(std::string_view written);
[[nodiscard]] Author collectiveFrom(std::string_view written);
/// "Jr", "Sr.", "III", "3rd".
[[nodiscard]] bool isNameSuffix(std::string_view word);
/// "[No author name available]" (Scopus).
[[nodiscard]] bool saysNobody(std::string_view written);
/// One field that holds one name, or several parted by semicolons (RIS made from Web of Science).
void appendAuthors(std::vector<Author>& authors, std::string_view field);
/// The only field for authors that an entry has: one name as a rule, or a list of them, if it can be nothing else.
[[nodiscard]] std::vector<Author> authorsFromOnlyField(std::string_view field);
/// One table cell with all names: parted by ";", "|", " and ", line ends or ", ", or a Python list;
/// or one behind the other with nothing between them (Springer).
[[nodiscard]] std::vector<Author> authorsFromCell(std::string_view cell);
/// What stands under `key` in lists of objects, as Python and JSON write them: [{'name': 'Ana Lima'}, {"name": "B.
/// Burt"}].
[[nodiscard]] std::vector<std::string> valuesIn(std::string_view cell, std::string_view key);
/// Pieces of a cell that holds a list: a Python list, or parted by ";" or "|" or line ends, or, if `commas`, by ",".
[[nodiscard]] std::vector<std::string> listFromCell(std::string_view cell, bool commas);

} // namespace winnow::formats
