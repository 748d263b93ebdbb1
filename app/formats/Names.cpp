// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Names.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 54> collectiveWords{"group",
                                                      "groups",
                                                      "collaboration",
                                                      "collaborative",
                                                      "collaborators",
                                                      "collaborations",
                                                      "consortium",
                                                      "committee",
                                                      "organization",
                                                      "organisation",
                                                      "investigators",
                                                      "society",
                                                      "association",
                                                      "university",
                                                      "institute",
                                                      "network",
                                                      "initiative",
                                                      "team",
                                                      "department",
                                                      "ministry",
                                                      "centre",
                                                      "center",
                                                      "council",
                                                      "agency",
                                                      "foundation",
                                                      "trialists",
                                                      "commission",
                                                      "authors",
                                                      "gmbh",
                                                      "inc",
                                                      "ltd",
                                                      "hospital",
                                                      "academy",
                                                      "federation",
                                                      "pharmaceuticals",
                                                      "anonymous",
                                                      "registry",
                                                      "programme",
                                                      "grupo",
                                                      "comit\xC3\xA9",
                                                      "minist\xC3\xA9rio",
                                                      "ministerio",
                                                      "minist\xC3\xA8re",
                                                      "universidad",
                                                      "universidade",
                                                      "universit\xC3\xA4t",
                                                      "instituto",
                                                      "institut",
                                                      "sociedad",
                                                      "sociedade",
                                                      "secretaria",
                                                      "asociaci\xC3\xB3n",
                                                      "associa\xC3\xA7\xC3\xA3o",
                                                      "organizaci\xC3\xB3n"};

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

/// "Group, The Example Study", "(STEPS), The Writing Committee of": a program took the last word of a collective for a
/// family name.
bool isTornCollective(string_view family, string_view given)
{
    return startsWithNoCase(given, "the ") && (isOneOf(lowered(family), collectiveWords) || looksCollective(given));
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

/// "1950-", "1910-2001.": library catalogues say when a person lived.
bool areLifeDates(string_view text)
{
    return text.size() >= 5 && allDigits(text.substr(0, 4)) && text[4] == '-'
        && text.find_first_not_of("0123456789-.") == npos;
}

/// "Wilson, Lauren N. (58975547800)": Scopus adds its number of the author; others an ORCID, what the person did,
/// "Werner, S. M. [Author, Reprint Author]", or when the person lived.
string_view withoutNumber(string_view name)
{
    if (name.find(':') != npos) {
        if (const auto link = name.rfind(" http"); link != npos && containsNoCase(name.substr(link), "orcid.org/"))
            name = trimmed(name.substr(0, link));
    }
    if (name.empty() || isLetter(name.back()))
        return name; // nearly all
    const auto open = name.rfind('(');
    if (open != npos && name.ends_with(')')
        && (allDigits(name.substr(open + 1, name.size() - open - 2)) || containsNoCase(name.substr(open), "orcid")))
        return trimmed(name.substr(0, open));
    const auto bracket = name.rfind('[');
    if (bracket != npos && bracket > 0 && name.ends_with(']') && isBlank(name[bracket - 1]))
        return trimmed(name.substr(0, bracket));
    if (const auto blank = name.rfind(' '); blank != npos && name.substr(0, blank).find(',') != npos
        && name.find_first_not_of("0123456789,*+", blank + 1) == npos)
        name = trimmed(name.substr(0, blank)); // "He, Zhimin 1,2,*": Ovid's marks of addresses
    const auto comma = name.rfind(',');
    if (comma != npos && areLifeDates(trimmed(name.substr(comma + 1))))
        return trimmed(name.substr(0, comma));
    return name;
}

bool isQuotedList(string_view field)
{
    return field.size() >= 4 && field.ends_with(']') && (field.starts_with("['") || field.starts_with("[\""));
}

/// "Lim SM": a name as MEDLINE has it.
bool endsWithInitials(string_view name)
{
    const auto blank = name.rfind(' ');
    const string_view last = name.substr(blank + 1);
    return blank != npos && last.size() <= 3 && std::all_of(last.begin(), last.end(), isUpper);
}

bool hasComma(string_view name)
{
    return name.find(',') != npos;
}

/// Kana, Han or Hangul: the family name stands first.
bool isEastAsian(string_view name)
{
    const auto first = static_cast<unsigned char>(name.empty() ? ' ' : name[0]);
    return first >= 0xE3 && first <= 0xED;
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
    if (isEastAsian(written)) {
        const auto blank = written.find(' ');
        return {std::string(written.substr(0, blank)), std::string(trimmed(written.substr(blank))), {}, false};
    }
    return withoutCommas(written);
}

bool saysNobody(string_view written)
{
    written = trimmed(written);
    if (written.empty() || (written[0] != '[' && (written[0] | 0x20) != 'e'))
        return false; // nearly all
    return startsWithNoCase(written, "[no author") || startsWithNoCase(written, "[s.n.")
        || (startsWithNoCase(written, "et al") && (written.size() == 5 || written.substr(5) == "."));
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

Author authorFamilyFirst(string_view written)
{
    const Author usual = authorFrom(written);
    const auto words = pieces(written, " ");
    if (usual.collective || written.find(',') != npos || words.size() < 2 || areInitials(words.back()))
        return usual;
    std::size_t cut = 1;
    while (cut + 1 < words.size() && isOneOf(words[cut - 1], particles))
        ++cut;
    return {joined(words, 0, cut), joined(words, cut, words.size()), {}, false};
}

std::vector<Author> authorsFromOnlyField(string_view field)
{
    field = trimmed(field);
    if (isQuotedList(field))
        return authorsFromCell(field);
    std::vector<Author> named;
    appendAuthors(named, field);
    if (named.size() != 1 || named.front().collective)
        return named;
    const auto parts = pieces(field, ",");
    const auto joined = pieces(field, " and ");
    const bool list = (parts.size() > 1 && std::all_of(parts.begin(), parts.end(), endsWithInitials))
        || (joined.size() > 1 && std::all_of(joined.begin(), joined.end(), hasComma))
        || (parts.size() > 2 && std::all_of(parts.begin(), parts.end(), hasInnerBlank))
        || (parts.size() > 3 && parts.size() % 2 == 0); // nobody has four parts of a name
    return list ? authorsFromCell(field) : named;
}

} // namespace winnow::formats
