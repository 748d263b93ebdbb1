// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Markup.h"

#include "formats/Entities.h"
#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

bool partsLines(string_view name)
{
    static constexpr std::array<string_view, 9> blocks{"p", "title", "sec", "h1", "h2", "h3", "h4", "br", "li"};
    return std::find(blocks.begin(), blocks.end(), name) != blocks.end();
}

/// "<" that opens no mark, as in "p < 0.05", is a text.
bool opensMark(string_view text, std::size_t at)
{
    return at + 1 < text.size() && (isLetter(text[at + 1]) || text[at + 1] == '/') && text.find('>', at) != npos;
}

std::string_view nameOf(string_view mark)
{
    mark.remove_prefix(mark.starts_with('/') ? 1 : 0);
    mark = mark.substr(0, mark.find_first_of(" \t\r\n/>"));
    const auto colon = mark.find(':');
    return colon == npos ? mark : mark.substr(colon + 1);
}

} // namespace

std::string withoutMarkup(string_view text)
{
    if (text.find('<') == npos)
        return hasEntities(text) ? withoutEntities(text) : std::string(text);
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '<' || !opensMark(text, at)) {
            plain += text[at++];
            continue;
        }
        const auto end = text.find('>', at);
        if (partsLines(nameOf(text.substr(at + 1, end - at - 1))))
            plain += '\n';
        at = end + 1;
    }
    plain = hasEntities(plain) ? withoutEntities(plain) : plain;
    std::string lines;
    for (const string_view line : pieces(plain, "\n"))
        appendItem(lines, line, "\n");
    return lines;
}

} // namespace winnow::formats
