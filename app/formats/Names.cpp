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

/// "Group, The Example Study": a program took the last word of a collective for a family name.
bool isTornCollective(string_view family, string_view given)
{
    return startsWithNoCase(given, "the ") && isOneOf(lowered(family), collectiveWords);
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

Author withoutCommas(string_view written);

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
    if (author.suffix.empty() && isNameSuffix(author.given)) { // "Smith, Jr", "J. Smith, Jr"
        std::swap(author.given, author.suffix);
        const auto blank = author.family.find(' ');
        if (blank != npos && !isOneOf(string_view(author.family).substr(0, blank), particles)) {
            Author whole = withoutCommas(author.family);
            whole.suffix = std::move(author.suffix);
            return whole;
        }
    }
    const auto last = author.given.find_last_of(' ');
    if (author.suffix.empty() && last != npos && isNameSuffix(string_view(author.given).substr(last + 1))) { // "C 3rd"
        author.suffix = author.given.substr(last + 1);
        author.given = trimmed(string_view(author.given).substr(0, last));
    }
    return author;
}

Author withoutCommas(string_view written)
{
    Author author;
    auto words = pieces(written, " ");
    if (words.size() > 2 && isNameSuffix(words.back())) {
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

bool hasInnerBlank(string_view text)
{
    return text.find(' ') != npos;
}

} // namespace

bool isNameSuffix(string_view word)
{
    if (!word.empty() && word.back() == '.')
        word.remove_suffix(1);
    static constexpr std::array<string_view, 9> suffixes{"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th", "5th"};
    return word.size() > 1 && isOneOf(lowered(word), suffixes);
}

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
    if (written.size() > 2 && written.starts_with('{') && written.ends_with('}')) // left by BibTeX
        return collectiveFrom(written.substr(1, written.size() - 2));
    const auto comma = written.find(',');
    if (comma != npos && trimmed(written.substr(comma + 1)).empty())
        return collectiveFrom(written.substr(0, comma));
    const string_view family = trimmed(written.substr(0, comma));
    if (hasInnerBlank(family) && looksCollective(family))
        return collectiveFrom(written);
    if (comma != npos && isTornCollective(family, trimmed(written.substr(comma + 1))))
        return collectiveFrom(std::string(trimmed(written.substr(comma + 1))) + " " + std::string(family));
    if (comma != npos)
        return withCommas(written);
    if (!hasInnerBlank(written))
        return {std::string(written), {}, {}, false};
    return withoutCommas(written);
}

bool saysNobody(string_view written)
{
    return startsWithNoCase(trimmed(written), "[no author");
}

void appendAuthors(std::vector<Author>& authors, string_view field)
{
    while (true) {
        const auto at = field.find(';');
        if (const auto name = trimmed(field.substr(0, at)); !name.empty() && !saysNobody(name))
            authors.push_back(authorFrom(name));
        if (at == npos)
            return;
        field.remove_prefix(at + 1);
    }
}

} // namespace winnow::formats
