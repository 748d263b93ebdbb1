// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/BibtexNames.h"

#include "formats/Latex.h"
#include "formats/Names.h"
#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

std::string plain(string_view latex)
{
    return oneLine(fromLatex(latex));
}

std::vector<string_view> outerCommas(string_view latex)
{
    std::vector<string_view> parts;
    std::size_t depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < latex.size(); ++i) {
        depth += latex[i] == '{' ? 1 : 0;
        depth -= latex[i] == '}' && depth > 0 ? 1 : 0;
        if (depth > 0 || latex[i] != ',')
            continue;
        parts.push_back(latex.substr(begin, i - begin));
        begin = i + 1;
    }
    parts.push_back(latex.substr(begin));
    return parts;
}

/// BibLaTeX's long form: "family=Berg, given=Jan, prefix=van der, useprefix=true".
bool fromNamedParts(const std::vector<string_view>& parts, Author& author)
{
    std::string prefix;
    for (const string_view part : parts) {
        const auto sign = part.find('=');
        if (sign == npos)
            return false;
        const string_view name = trimmed(part.substr(0, sign));
        string_view written = trimmed(part.substr(sign + 1));
        if (written.size() > 1 && written.starts_with('"') && written.ends_with('"'))
            written = written.substr(1, written.size() - 2);
        if (name == "family")
            author.family = plain(written);
        else if (name == "given")
            author.given = plain(written);
        else if (name == "suffix")
            author.suffix = plain(written);
        else if (name == "prefix")
            prefix = plain(written) + " ";
    }
    if (author.family.empty())
        return false;
    author.family.insert(0, prefix);
    return true;
}

/// "Ludwig Maria van den Berg Jansen": BibTeX takes all from the first small word on for the family. DBLP numbers those
/// who are called the same: "Bob Burt 0002".
Author withoutOuterCommas(const std::string& name)
{
    auto words = pieces(name, " ");
    if (words.size() > 2 && words.back().size() == 4 && words.back()[0] == '0' && allDigits(words.back()))
        words.pop_back();
    std::string given;
    std::string family;
    bool small = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool joins = words[i].size() == 1; // "Lima y Burt", "Lima e Silva"
        small = small || (i > 0 && i + 1 < words.size() && isLower(words[i][0]) && !joins);
        appendItem(small ? family : given, words[i], " ");
    }
    Author author = authorFrom(small ? given + " " + family : given);
    if (small && !author.collective && author.suffix.empty())
        return {std::move(family), std::move(given), {}, false};
    return author;
}

/// Takes names out of a field, one after the other.
struct NameSplitter {
    std::vector<Author> authors;

    /// Names are parted by " and " outside of braces.
    void split(string_view latex)
    {
        std::size_t depth = 0;
        std::size_t begin = 0;
        std::vector<string_view> names;
        for (std::size_t i = 0; i < latex.size(); ++i) {
            depth += latex[i] == '{' ? 1 : 0;
            depth -= latex[i] == '}' && depth > 0 ? 1 : 0;
            const bool parts = depth == 0 && isBlank(latex[i]) && startsWithNoCase(latex.substr(i + 1), "and")
                && (i + 4 == latex.size() || isBlank(latex[i + 4]));
            if (!parts)
                continue;
            names.push_back(latex.substr(begin, i - begin));
            begin = std::min(i + 4, latex.size());
            i += 3;
        }
        if (names.empty())
            return list(latex);
        names.push_back(latex.substr(begin));
        if (names.size() == 2)
            splitListBefore(names);
        for (const string_view name : names)
            one(name);
    }

    /// "Ana Lima, Bob Burt, and Carl Dee": the commas part names, too, if the last one has none and each is a whole
    /// one.
    static void splitListBefore(std::vector<string_view>& names)
    {
        if (outerCommas(names[1]).size() > 1 || authorFrom(plain(names[1])).collective)
            return;
        std::vector<string_view> parts;
        for (const string_view part : outerCommas(names[0])) {
            if (const string_view name = trimmed(part); !name.empty())
                parts.push_back(name);
        }
        const bool whole = std::all_of(parts.begin(), parts.end(), [](string_view name) {
            return name.find_first_of(" ~\n") != npos && !isLower(name[0]);
        });
        if (!whole)
            return;
        parts.push_back(names[1]);
        names = std::move(parts);
    }

    /// One name, or several as databases list them: "Lima, Ana,  Burt, Bob" (SciELO), "Lima, A.; Burt, B.".
    void list(string_view latex)
    {
        const bool braced = trimmed(latex).starts_with('{');
        const std::string written = fromLatex(latex);
        if (!braced && written.find(",  ") != npos) {
            for (const string_view name : pieces(written, ",  "))
                authors.push_back(authorFrom(oneLine(name)));
        } else if (!braced && (written.find(';') != npos || std::count(written.begin(), written.end(), ',') > 2)) {
            authors = authorsFromCell(oneLine(written));
        } else {
            one(latex);
        }
    }

    void one(string_view latex)
    {
        latex = trimmed(latex);
        if (latex.empty() || latex == "others" || latex == "and" || latex == "et al" || latex == "et al.")
            return;
        const std::string name = oneLine(fromLatex(latex));
        if (name.empty())
            return;
        const auto parts = outerCommas(latex);
        if (parts.size() == 1 && isEnclosed(latex) && name.find_first_of(" ,") != npos)
            authors.push_back(collectiveFrom(name));
        else if (Author named; fromNamedParts(parts, named))
            authors.push_back(std::move(named));
        else if (parts.size() == 3
                 && !isNameSuffix(trimmed(parts[2]))) // "von Last, Jr, First"; others: "Last, First, Jr"
            authors.push_back({plain(parts[0]), plain(parts[2]), plain(parts[1]), false});
        else
            authors.push_back(parts.size() == 1 ? withoutOuterCommas(name) : authorFrom(name));
    }
};

} // namespace

bool isEnclosed(string_view latex)
{
    if (!latex.starts_with('{'))
        return false;
    std::size_t depth = 0;
    for (std::size_t i = 0; i + 1 < latex.size(); ++i) {
        depth += latex[i] == '{' ? 1 : 0;
        depth -= latex[i] == '}' && depth > 0 ? 1 : 0;
        if (depth == 0)
            return false;
    }
    return latex.size() > 1 && latex.ends_with('}');
}

std::vector<Author> bibtexAuthors(string_view latex)
{
    NameSplitter splitter;
    splitter.split(latex);
    return std::move(splitter.authors);
}

} // namespace winnow::formats
