// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Names.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 38> collectiveWords{
    "group",     "groups",       "collaboration", "collaborative", "collaborators", "collaborations", "consortium",
    "committee", "organization", "organisation",  "investigators", "society",       "association",    "university",
    "institute", "network",      "initiative",    "team",          "department",    "ministry",       "centre",
    "center",    "council",      "agency",        "foundation",    "trialists",     "commission",     "authors",
    "gmbh",      "inc",          "ltd",           "hospital",      "academy",       "federation",     "pharmaceuticals",
    "anonymous", "registry",     "programme"};

constexpr std::array<string_view, 24> particles{"van", "de",  "der", "von", "la",  "del", "di",    "da",
                                                "dos", "le",  "den", "ter", "ten", "du",  "della", "el",
                                                "al",  "bin", "ibn", "zu",  "zur", "das", "do",    "st."};

template <std::size_t N> bool isOneOf(string_view lowerWord, const std::array<string_view, N>& words)
{
    return std::find(words.begin(), words.end(), lowerWord) != words.end();
}

bool looksCollective(string_view name)
{
    if (name.size() > 300)
        return true; // no person
    for (string_view word : pieces(name, " ")) {
        while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ')'))
            word.remove_suffix(1);
        if (isOneOf(lowered(word), collectiveWords))
            return true;
    }
    return false;
}

bool isSuffix(string_view word)
{
    if (!word.empty() && word.back() == '.')
        word.remove_suffix(1);
    static constexpr std::array<string_view, 9> suffixes{"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th", "5th"};
    return word.size() > 1 && isOneOf(lowered(word), suffixes);
}

/// "GG", "G.G.", "G.-J.", "É": short, all capitals.
bool areInitials(string_view word)
{
    std::size_t capitals = 0;
    for (const char c : word) {
        if (isLower(c) || isDigit(c))
            return false;
        capitals += (static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != '.' && c != '-' ? 1 : 0;
    }
    return capitals > 0 && capitals <= (word.find('.') == npos ? 3U : 5U);
}

std::string joined(const std::vector<string_view>& words, std::size_t from, std::size_t to)
{
    std::string text;
    for (std::size_t i = from; i < to; ++i)
        appendItem(text, words[i], " ");
    return text;
}

Author withCommas(string_view written)
{
    Author author;
    const auto first = written.find(',');
    author.family = trimmed(written.substr(0, first));
    const string_view rest = written.substr(first + 1);
    const auto second = rest.find(',');
    author.given = trimmed(rest.substr(0, second));
    if (second != npos)
        author.suffix = trimmed(rest.substr(second + 1));
    if (author.suffix.empty() && isSuffix(author.given)) // "Smith, Jr"
        std::swap(author.given, author.suffix);
    return author;
}

Author withoutCommas(string_view written)
{
    Author author;
    auto words = pieces(written, " ");
    if (words.size() > 2 && isSuffix(words.back())) {
        author.suffix = words.back();
        words.pop_back();
    }
    std::size_t cut = words.size();
    while (cut > 1 && areInitials(words[cut - 1]))
        --cut;
    if (cut < words.size()) { // "Family GG"
        author.family = joined(words, 0, cut);
        author.given = joined(words, cut, words.size());
        return author;
    }
    cut = words.size() - 1; // "Given Family"
    while (cut > 1 && isOneOf(words[cut - 1], particles))
        --cut;
    author.family = joined(words, cut, words.size());
    author.given = joined(words, 0, cut);
    return author;
}

/// "Wilson, Lauren N. (58975547800)": Scopus adds its number of the author.
string_view withoutNumber(string_view name)
{
    const auto open = name.rfind('(');
    if (open != npos && name.ends_with(')') && allDigits(name.substr(open + 1, name.size() - open - 2)))
        return trimmed(name.substr(0, open));
    return name;
}

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

bool hasInnerBlank(string_view text)
{
    return text.find(' ') != npos;
}

/// Names parted by commas, where a comma may also stand within a name.
std::vector<Author> fromCommas(string_view cell)
{
    const auto parts = pieces(cell, ",");
    const bool allFull = std::all_of(parts.begin(), parts.end(), hasInnerBlank);
    if (parts.size() <= 1 || (parts.size() == 2 && !allFull))
        return {authorFrom(cell)};
    std::vector<Author> authors;
    bool pairs = parts.size() % 2 == 0;
    for (std::size_t i = 0; i < parts.size(); i += 2)
        pairs = pairs && !hasInnerBlank(parts[i]);
    for (std::size_t i = 0; i < parts.size(); i += pairs ? 2 : 1) {
        if (pairs)
            authors.push_back({std::string(parts[i]), std::string(parts[i + 1]), {}, false});
        else
            authors.push_back(authorFrom(parts[i]));
    }
    return authors;
}

} // namespace

Author collectiveFrom(string_view written)
{
    Author author;
    author.family = oneLine(written);
    author.collective = true;
    return author;
}

Author authorFrom(string_view written)
{
    written = withoutNumber(trimmed(written));
    const auto comma = written.find(',');
    if (comma != npos && trimmed(written.substr(comma + 1)).empty())
        return collectiveFrom(written.substr(0, comma));
    const string_view family = trimmed(written.substr(0, comma));
    if (hasInnerBlank(family) && looksCollective(family))
        return collectiveFrom(written);
    if (comma != npos)
        return withCommas(written);
    if (!hasInnerBlank(written))
        return {std::string(written), {}, {}, false};
    return withoutCommas(written);
}

void appendAuthors(std::vector<Author>& authors, string_view field)
{
    while (true) {
        const auto at = field.find(';');
        if (const auto name = trimmed(field.substr(0, at)); !name.empty())
            authors.push_back(authorFrom(name));
        if (at == npos)
            return;
        field.remove_prefix(at + 1);
    }
}

std::vector<Author> authorsFromCell(string_view cell)
{
    cell = trimmed(cell);
    std::vector<Author> authors;
    if (cell.empty())
        return authors;
    if (!isPythonList(cell) && cell.find_first_of(";|\n") == npos && cell.find(" and ") == npos) {
        if (cell.ends_with('.') && cell.find(',') != npos && cell.find("., ") == npos)
            cell.remove_suffix(1); // PubMed ends the list as a sentence: "Lim SM, Lau Y."
        return fromCommas(cell);
    }
    if (!isPythonList(cell) && cell.find_first_of(";|\n") == npos) {
        for (const string_view name : pieces(cell, " and "))
            authors.push_back(authorFrom(name));
        return authors;
    }
    for (const std::string& name : listFromCell(cell, false))
        authors.push_back(authorFrom(name));
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
