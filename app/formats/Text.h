// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

/// Small helpers over UTF-8 bytes. ASCII rules only, whatever the locale: all other bytes are left alone.
namespace winnow::formats {

/// What searches answer when there is nothing to be found.
inline constexpr std::size_t npos = std::string_view::npos;

[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}
[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool isLetter(char c)
{
    return isUpper(c) || isLower(c);
}
[[nodiscard]] constexpr char lower(char c)
{
    return isUpper(c) ? char(c + 32) : c;
}
[[nodiscard]] constexpr char upper(char c)
{
    return isLower(c) ? char(c - 32) : c;
}

/// As much of the text as stands within `most` bytes, without the word that this limit would cut: a cut number or DOI
/// is another one.
[[nodiscard]] constexpr std::string_view wholeWords(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    text = text.substr(0, most);
    while (!text.empty() && !isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Without blanks, line ends and NULs at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// ASCII signs that are looked for together: one look at each byte, where find_first_of takes one for each sign.
class CharSet {
public:
    constexpr explicit CharSet(std::string_view signs)
    {
        for (const char c : signs)
            has_[static_cast<unsigned char>(c)] = true;
    }
    [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
    /// The first of them at or behind `from`; the end of the text if there is none.
    [[nodiscard]] constexpr std::size_t findIn(std::string_view text, std::size_t from = 0) const
    {
        while (from < text.size() && !has(text[from]))
            ++from;
        return std::min(from, text.size());
    }

private:
    std::array<bool, 256> has_{};
};

[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] bool startsWithNoCase(std::string_view text, std::string_view lowerPrefix);
/// `lowerNeedle` in lower case; position or npos.
[[nodiscard]] std::size_t findNoCase(std::string_view text, std::string_view lowerNeedle, std::size_t from = 0);
[[nodiscard]] inline bool containsNoCase(std::string_view text, std::string_view lowerNeedle)
{
    return findNoCase(text, lowerNeedle) != std::string_view::npos;
}
[[nodiscard]] bool allDigits(std::string_view text);
/// Pieces between the separators, trimmed; empty ones are left out.
[[nodiscard]] std::vector<std::string_view> pieces(std::string_view text, std::string_view separator);
/// Line ends and runs of blanks become one blank: for texts that are one paragraph by nature, such as titles.
[[nodiscard]] std::string oneLine(std::string_view text);
/// Each line trimmed, line ends kept as LF, empty lines at both ends left out: for abstracts.
[[nodiscard]] std::string paragraphs(std::string_view text);
/// Appends `item` after `separator`, unless `text` is empty or `item` is.
void appendItem(std::string& text, std::string_view item, std::string_view separator);

} // namespace winnow::formats
