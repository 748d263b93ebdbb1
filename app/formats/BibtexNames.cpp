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

/// One pair of braces holds it all.
bool enclosed(string_view latex)
{
    std::size_t depth = 0;
    for (std::size_t i = 0; i + 1 < latex.size(); ++i) {
        depth += latex[i] == '{' ? 1 : 0;
        depth -= latex[i] == '}' && depth > 0 ? 1 : 0;
        if (depth == 0)
            return false;
    }
    return latex.ends_with('}');
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

/// Takes names out of a field, one after the other.
struct NameSplitter {
    std::vector<Author> authors;

    /// Names are parted by " and " outside of braces.
    void split(string_view latex)
    {
        std::size_t depth = 0;
        std::size_t begin = 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < latex.size(); ++i) {
            depth += latex[i] == '{' ? 1 : 0;
            depth -= latex[i] == '}' && depth > 0 ? 1 : 0;
            const bool parts = depth == 0 && isBlank(latex[i]) && startsWithNoCase(latex.substr(i + 1), "and")
                && (i + 4 == latex.size() || isBlank(latex[i + 4]));
            if (!parts)
                continue;
            one(latex.substr(begin, i - begin));
            ++count;
            begin = std::min(i + 4, latex.size());
            i += 3;
        }
        if (count > 0)
            one(latex.substr(begin));
        else
            list(latex.substr(begin));
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
        if (latex.empty() || latex == "others" || latex == "and")
            return;
        const std::string name = oneLine(fromLatex(latex));
        if (name.empty())
            return;
        const auto parts = outerCommas(latex);
        if (parts.size() == 1 && enclosed(latex) && name.find_first_of(" ,") != npos)
            authors.push_back(collectiveFrom(name));
        else if (parts.size() == 3
                 && !isNameSuffix(trimmed(parts[2]))) // "von Last, Jr, First"; others: "Last, First, Jr"
            authors.push_back({plain(parts[0]), plain(parts[2]), plain(parts[1]), false});
        else
            authors.push_back(authorFrom(name));
    }
};

} // namespace

std::vector<Author> bibtexAuthors(string_view latex)
{
    NameSplitter splitter;
    splitter.split(latex);
    return std::move(splitter.authors);
}

} // namespace winnow::formats
