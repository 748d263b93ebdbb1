// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Text.h"

#include <cstdint>

namespace winnow::formats {
namespace {

/// Eight bytes at once: no line ends or other signs of control among them, no two blanks beside each other.
bool eightOfOneLine(const char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    constexpr std::uint64_t high = ones << 7;
    constexpr std::uint64_t spaces = ones * ' ';
    const std::uint64_t others = word ^ spaces; // 0 where a blank stands
    const std::uint64_t blanks = ~(((others & ~high) + ~high) | others) & high;
    const std::uint64_t controls = (word - spaces) & ~word & high;
    return (controls | (blanks & (blanks << 8))) == 0;
}

/// Nearly all texts are one line already; each step looks at the last byte of the one before again.
bool isOneLine(std::string_view text)
{
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 7) {
        if (!eightOfOneLine(text.data() + at))
            return false;
    }
    for (; at < text.size(); ++at) {
        if (isBlank(text[at]) && (text[at] != ' ' || (at > 0 && isBlank(text[at - 1]))))
            return false;
    }
    return true;
}

} // namespace

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = lower(c);
    return result;
}

bool startsWithNoCase(std::string_view text, std::string_view lowerPrefix)
{
    if (text.size() < lowerPrefix.size())
        return false;
    for (std::size_t i = 0; i < lowerPrefix.size(); ++i) {
        if (lower(text[i]) != lowerPrefix[i])
            return false;
    }
    return true;
}

std::size_t findNoCase(std::string_view text, std::string_view lowerNeedle, std::size_t from)
{
    if (lowerNeedle.empty() || from > text.size())
        return std::string_view::npos;
    const char first = lowerNeedle[0];
    const char capital = upper(first);
    for (; from + lowerNeedle.size() <= text.size(); ++from) {
        if ((text[from] == first || text[from] == capital) && startsWithNoCase(text.substr(from), lowerNeedle))
            return from;
    }
    return std::string_view::npos;
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

std::vector<std::string_view> pieces(std::string_view text, std::string_view separator)
{
    std::vector<std::string_view> found;
    while (true) {
        const auto at = text.find(separator);
        if (const auto piece = trimmed(text.substr(0, at)); !piece.empty())
            found.push_back(piece);
        if (at == std::string_view::npos)
            return found;
        text.remove_prefix(at + separator.size());
    }
}

std::string oneLine(std::string_view text)
{
    text = trimmed(text);
    if (isOneLine(text))
        return std::string(text);
    std::string result(text.size(), '\0');
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isBlank(text[i]))
            result[end++] = text[i];
        else if (!isBlank(text[i - 1])) // the first character is none
            result[end++] = ' ';
    }
    result.resize(end);
    return result;
}

std::string paragraphs(std::string_view text)
{
    text = trimmed(text);
    std::string result;
    result.reserve(text.size());
    while (true) {
        const auto feed = text.find('\n');
        const auto end = std::min(text.substr(0, feed).find('\r'), feed);
        result += trimmed(text.substr(0, end));
        if (end == std::string_view::npos)
            return result;
        result += '\n';
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
}

void appendItem(std::string& text, std::string_view item, std::string_view separator)
{
    if (item.empty())
        return;
    if (!text.empty())
        text += separator;
    text += item;
}

} // namespace winnow::formats
