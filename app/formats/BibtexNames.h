// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <string_view>
#include <vector>

/// What BibTeX calls people and things.
namespace winnow::formats {

/// The names of an author field: parted by " and " outside of braces, or listed as databases do; "others" is nobody.
[[nodiscard]] std::vector<Author> bibtexAuthors(std::string_view latex);
/// One pair of braces holds it all.
[[nodiscard]] bool isEnclosed(std::string_view latex);
/// "article" → "Journal article", of BibTeX and BibLaTeX; "" if it is unknown.
[[nodiscard]] std::string_view bibtexWord(std::string_view lowerType);

} // namespace winnow::formats
