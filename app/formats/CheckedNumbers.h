// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// ISSNs (ISO 3297) and ISBNs (ISO 2108) in a text. Their check digit tells them from other numbers.
namespace winnow::formats {

/// Every ISSN whose check digit is right, as "1234-567X", in order.
[[nodiscard]] std::vector<std::string> issnsOf(std::string_view text);
/// Every ISBN of 10 or 13 digits whose check digit is right, as 13 digits, in order.
[[nodiscard]] std::vector<std::string> isbnsOf(std::string_view text);
/// The first one.
[[nodiscard]] std::string issnOf(std::string_view text);
[[nodiscard]] std::string isbnOf(std::string_view text);

} // namespace winnow::formats
