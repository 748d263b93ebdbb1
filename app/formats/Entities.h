// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// The text may hold a character written as in HTML ("&amp;", "&uuml;", "&#946;"): hosts and web pages leave such in
/// RIS and tables.
[[nodiscard]] bool hasEntities(std::string_view text);
/// With the characters that are meant, also where they were written twice ("&amp;lt;"). What is no entity stays.
[[nodiscard]] std::string withoutEntities(std::string_view text);

} // namespace winnow::formats
