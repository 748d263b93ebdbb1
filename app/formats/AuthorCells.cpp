// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Names.h"
#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

bool isPythonList(string_view cell)
{
    return cell.size() >= 4 && cell.starts_with('[') && cell.ends_with(']') && (cell[1] == '\'' || cell[1] == '"');
}

/// ['Marx, Karl', "O'Neil, J"]
std::vector<std::string> pythonList(string_view cell)
{
    std::vector<std::string> items;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        const char quote = cell[i];
        if (quote != '\'' && quote != '"')
            continue;
        std::string item;
        for (++i; i + 1 < cell.size() && cell[i] != quote; ++i) {
            if (cell[i] == '\\' && i + 2 < cell.size())
                ++i;
            item += cell[i];
        }
        if (const auto plain = trimmed(item); !plain.empty())
            items.emplace_back(plain);
    }
    return items;
}

bool isFullName(string_view text)
{
    return text.find(' ') != npos;
}
bool areFullNames(const std::vector<string_view>& parts)
{
    return std::all_of(parts.begin(), parts.end(), isFullName);
}

/// "Lim SM, Lau Y": every part is a name with initials behind it, none has a dot.
bool isMedlineList(const std::vector<string_view>& parts)
{
    return areFullNames(parts)
        && std::none_of(parts.begin(), parts.end(), [](string_view part) { return part.find('.') != npos; });
}

/// Springer writes "Ana LimaBob BurtJan van der Berg". Where a small letter meets a capital, one name ends, unless
/// that would leave half a name ("McDonald", "DeVries").
std::vector<string_view> gluedNames(string_view cell)
{
    static constexpr std::array<string_view, 14> beginnings{"mc",  "mac", "de", "la",   "le",    "di",     "du",
                                                            "van", "von", "al", "fitz", "vande", "vander", "del"};
    std::vector<string_view> names;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < cell.size(); ++i) {
        if (!isLower(cell[i - 1]) || !isUpper(cell[i]))
            continue;
        const string_view before = cell.substr(begin, i - begin);
        const std::string word = lowered(before.substr(before.find_last_of(" -'") + 1)); // npos + 1 is 0
        if (std::find(beginnings.begin(), beginnings.end(), word) != beginnings.end())
            continue;
        names.push_back(trimmed(before));
        begin = i;
    }
    names.push_back(trimmed(cell.substr(begin)));
    return areFullNames(names) ? names : std::vector<string_view>{cell};
}

void appendEach(std::vector<Author>& authors, const std::vector<string_view>& names)
{
    for (const string_view name : names)
        authors.push_back(authorFrom(name));
}

/// Names parted by commas, where a comma may also stand within a name.
std::vector<Author> fromCommas(string_view cell)
{
    const auto parts = pieces(cell, ",");
    std::vector<Author> authors;
    if (parts.size() <= 1 || (parts.size() == 2 && !areFullNames(parts))) {
        appendEach(authors, parts.size() == 1 ? gluedNames(parts[0]) : std::vector<string_view>{cell});
        return authors;
    }
    bool pairs = parts.size() % 2 == 0;
    for (std::size_t i = 0; i < parts.size(); i += 2)
        pairs = pairs && !isFullName(parts[i]);
    for (std::size_t i = 0; i < parts.size(); i += pairs ? 2 : 1) {
        if (pairs)
            authors.push_back({std::string(parts[i]), std::string(parts[i + 1]), {}, false});
        else
            authors.push_back(authorFrom(parts[i]));
    }
    return authors;
}

/// PubMed ends the list as a sentence ("Lim SM, Lau Y.") and puts groups behind a semicolon.
string_view withoutStop(string_view cell)
{
    if (!cell.ends_with('.') || cell.find(',') == npos)
        return cell;
    const string_view rest = cell.substr(0, cell.size() - 1);
    return isMedlineList(pieces(rest.substr(0, rest.find(';')), ",")) ? rest : cell;
}

} // namespace

std::vector<Author> authorsFromCell(string_view cell)
{
    cell = withoutStop(trimmed(cell));
    std::vector<Author> authors;
    if (cell.empty() || saysNobody(cell))
        return authors;
    if (!isPythonList(cell) && cell.find_first_of(";|\n") == npos) {
        if (cell.find(" and ") == npos)
            return fromCommas(cell);
        appendEach(authors, pieces(cell, " and "));
        return authors;
    }
    for (const std::string& name : listFromCell(cell, false)) {
        const auto parts = pieces(name, ",");
        if (parts.size() > 1 && isMedlineList(parts))
            appendEach(authors, parts);
        else
            authors.push_back(authorFrom(name));
    }
    return authors;
}

std::vector<std::string> listFromCell(string_view cell, bool commas)
{
    cell = trimmed(cell);
    if (isPythonList(cell))
        return pythonList(cell);
    std::vector<std::string> items;
    const string_view separator = cell.find(';') != npos ? ";"
        : cell.find('|') != npos                         ? "|"
        : cell.find('\n') != npos                        ? "\n"
        : commas                                         ? ", "
                                                         : ";";
    for (const string_view item : pieces(cell, separator))
        items.emplace_back(item);
    return items;
}

} // namespace winnow::formats
