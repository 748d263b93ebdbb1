// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace winnow::deduplication {

/// The authors as compared, one per line: words of the family name without particles and suffixes, then a tab and the
/// first letter of the given name. At most 20: what databases list of a long by-line. A collective is "=" and its name.
[[nodiscard]] std::string authorNames(const std::vector<Author>& authors);

/// `Same`: the first authors agree, and so do most of the shorter list. `Partly`: some agree, or the one author given
/// has another initial. Lists that are cut ("et al.") are compared as far as they go.
enum class AuthorMatch : std::uint8_t { Missing, Different, Partly, Same };

[[nodiscard]] AuthorMatch matchAuthors(const std::string& a, const std::string& b);

/// The first author's last word, by which records are found; empty if there is none.
[[nodiscard]] std::string firstAuthorKey(const std::string& names);

} // namespace winnow::deduplication
