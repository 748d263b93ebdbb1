// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/OvidSource.h"

#include "formats/Text.h"

namespace winnow::formats {
namespace {

using std::string_view;

/// Position of the volume: a number behind the end of a sentence, with or without "Vol".
std::size_t volumeStart(string_view source)
{
    for (auto at = source.find(". "); at != npos; at = source.find(". ", at + 2)) {
        const string_view rest = source.substr(at + 2);
        if (!rest.empty() && (isDigit(rest[0]) || rest.starts_with("Vol ") || rest.starts_with("Vol.")))
            return at;
    }
    return npos;
}

string_view takeDigits(string_view& text)
{
    std::size_t n = 0;
    while (n < text.size() && isDigit(text[n]))
        ++n;
    const string_view digits = text.substr(0, n);
    text.remove_prefix(n);
    return digits;
}

void skipBlanks(string_view& text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
}

/// "(3)", "(Supplement 1)", "(pp 101-109)", "(no pagination)".
void takeBrackets(string_view inside, OvidSource& parts)
{
    if (startsWithNoCase(inside, "pp ") || startsWithNoCase(inside, "pp. "))
        parts.pages = trimmed(inside.substr(inside.find(' ')));
    else if (parts.issue.empty() && !startsWithNoCase(inside, "no pag"))
        parts.issue = trimmed(inside);
}

/// What stands behind the volume: "(3):101-109, 2015", "(3), Mar 2019, pp. 1-9.".
void takeRest(string_view rest, OvidSource& parts)
{
    while (rest.starts_with('(') && rest.find(')') != npos) {
        takeBrackets(rest.substr(1, rest.find(')') - 1), parts);
        rest.remove_prefix(rest.find(')') + 1);
        skipBlanks(rest);
    }
    if (rest.starts_with(':'))
        parts.pages = trimmed(rest.substr(1, rest.find(',') - 1));
    else if (const auto pages = rest.find(" pp. "); parts.pages.empty() && pages != npos)
        parts.pages = trimmed(rest.substr(pages + 5, rest.find_first_not_of("0123456789-", pages + 5) - pages - 5));
}

bool isMonth(string_view word)
{
    constexpr string_view months = " january february march april may june july august september october november "
                                   "december spring summer autumn fall winter ";
    return !word.empty() && months.find(" " + lowered(word) + " ") != npos;
}

/// "Acta Example August 2011;43(8):647-653": how Ovid's full texts have it.
OvidSource datedSource(string_view source)
{
    OvidSource parts;
    const auto semicolon = source.find(';');
    if (semicolon == npos || semicolon < 6 || !allDigits(source.substr(semicolon - 4, 4)))
        return parts;
    string_view journal = trimmed(source.substr(0, semicolon - 4));
    const string_view last = journal.substr(journal.rfind(' ') + 1);
    if (isMonth(last.substr(0, last.find('/'))))
        journal = trimmed(journal.substr(0, journal.size() - last.size()));
    string_view rest = source.substr(semicolon + 1);
    parts.volume = takeDigits(rest);
    if (parts.volume.empty())
        return {};
    parts.journal = journal;
    takeRest(rest, parts);
    return parts;
}

} // namespace

bool isOvidNumber(string_view line)
{
    line = trimmed(line);
    if (line.size() < 3 || line.front() != '<' || line.back() != '>')
        return false;
    string_view number = trimmed(line.substr(1, line.size() - 2));
    if (number.ends_with('.'))
        number.remove_suffix(1);
    return !number.empty() && allDigits(number);
}

OvidSource ovidSource(string_view source)
{
    OvidSource parts;
    const auto at = volumeStart(source);
    if (at == npos)
        return datedSource(source);
    string_view journal = source.substr(0, at);
    journal = journal.substr(0, journal.find(". Conference: "));
    parts.journal = trimmed(journal);
    string_view rest = source.substr(at + 2);
    if (rest.starts_with("Vol"))
        rest.remove_prefix(4);
    skipBlanks(rest);
    parts.volume = takeDigits(rest);
    skipBlanks(rest);
    if (!rest.empty() && string_view("(:,").find(rest[0]) == npos) { // a date: "Hydrobiologia. 2007 15 June; 1-9."
        parts.volume.clear();
        return parts;
    }
    takeRest(rest, parts);
    return parts;
}

} // namespace winnow::formats
