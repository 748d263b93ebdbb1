// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Identifiers.h"

#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

/// Identifiers stand near the beginning of a field or are not there; a limit keeps time linear whatever comes.
constexpr std::size_t farthest = 4096;

string_view nearPart(string_view text)
{
    return wholeWords(text, farthest);
}

bool isWordChar(char c)
{
    return isLetter(c) || isDigit(c);
}

std::size_t digitRun(string_view text)
{
    std::size_t n = 0;
    while (n < text.size() && isDigit(text[n]))
        ++n;
    return n;
}

/// Position of "10." and four to nine digits (or a sub-prefix) and "/" and something.
std::size_t doiStart(string_view text)
{
    for (auto at = text.find("10."); at != npos; at = text.find("10.", at + 1)) {
        if (at > 0 && (isDigit(text[at - 1]) || text[at - 1] == '.'))
            continue;
        std::size_t end = at + 3 + digitRun(text.substr(at + 3));
        const bool registrant = end >= at + 7 && end <= at + 12;
        while (end + 1 < text.size() && text[end] == '.' && isDigit(text[end + 1]))
            end += 1 + digitRun(text.substr(end + 1));
        const string_view rest = text.substr(end);
        const bool slash = rest.starts_with('/') || startsWithNoCase(rest, "%2f");
        if (registrant && slash && rest.size() > (rest[0] == '/' ? 1U : 3U))
            return at;
    }
    return npos;
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string percentDecoded(string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool code
            = text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0;
        const int byte = code ? hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]) : 0;
        if (code && byte > 0x20 && byte < 0x7F) {
            plain += static_cast<char>(byte);
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

/// Closing brackets without their opening one, and the marks that end a sentence or a list item.
void dropTail(std::string& doi)
{
    const auto unopened = [&](char open, char close) {
        return doi.back() == close
            && std::count(doi.begin(), doi.end(), open) < std::count(doi.begin(), doi.end(), close);
    };
    constexpr string_view marks = ".,;:!?'\"*";
    while (!doi.empty()
           && (marks.find(doi.back()) != npos || unopened('(', ')') || unopened('[', ']') || unopened('<', '>')
               || unopened('{', '}')))
        doi.pop_back();
}

/// Where a DOI that begins at 0 must end at the latest. In a link, parameters follow.
std::size_t doiEnd(string_view text, bool link)
{
    std::size_t end = 0;
    while (end < text.size() && !isBlank(text[end]) && text[end] != '"' && text[end] != '|' && text[end] != '\\'
           && !(link && (text[end] == '&' || text[end] == '?' || text[end] == '#')))
        ++end;
    for (const string_view stop : {"<", "%3c", "\xC2\xA0", "}", "\xE2\x80\x9D", "];"}) {
        const auto at = text.substr(0, end).find(stop);
        // SICI codes such as 10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2 hold "<…>"
        if (at != npos && at > 4 && !(stop == "<" && text.substr(0, end).find('>', at) != npos && text[at + 1] != '/'))
            end = at;
    }
    return end;
}

/// Links to a publisher's page have more behind the DOI: "/full", ".pdf".
std::string withoutPageName(std::string doi)
{
    for (const string_view end :
         {"/fulltext.html", ".pdf", ".html", "/full", "/fulltext", "/abstract", "/pdf", "/epdf", "/meta", "/summary"}) {
        if (doi.ends_with(end))
            doi.resize(doi.size() - end.size());
    }
    return doi.find('/') == npos ? std::string() : doi;
}

std::string numberAfter(string_view text, string_view lowerLabel)
{
    const auto at = findNoCase(text, lowerLabel);
    if (at == npos || (at > 0 && isWordChar(text[at - 1])))
        return {};
    string_view rest = text.substr(at + lowerLabel.size());
    while (!rest.empty() && (isBlank(rest[0]) || rest[0] == ':' || rest[0] == '=' || rest[0] == '-' || rest[0] == '/'))
        rest.remove_prefix(1);
    const std::size_t n = digitRun(rest);
    return n > 0 && n <= 8 ? std::string(rest.substr(0, n)) : std::string();
}

/// The number behind one of these addresses; all of them hold `word`, which most texts do not.
std::string numberInLink(string_view text, string_view word, std::initializer_list<string_view> bases)
{
    if (!containsNoCase(text, word))
        return {};
    for (const string_view base : bases) {
        const auto at = findNoCase(text, base);
        if (at == npos)
            continue;
        const string_view rest = text.substr(at + base.size());
        const std::size_t n = digitRun(rest);
        if (n > 0 && n <= 8)
            return std::string(rest.substr(0, n));
    }
    return {};
}

std::string withoutZeros(std::string number)
{
    number.erase(0, number.find_first_not_of('0'));
    return number;
}

} // namespace

std::string findDoi(string_view text)
{
    text = nearPart(text);
    auto at = doiStart(text);
    if (at == npos)
        return {};
    const bool link = findNoCase(text.substr(0, at), "://") != npos || text.substr(0, at).ends_with('=');
    text.remove_prefix(at);
    std::string doi = lowered(percentDecoded(text.substr(0, doiEnd(text, link))));
    dropTail(doi);
    return doi.find('/') == npos || doi.ends_with('/') ? std::string() : doi;
}

std::string doiOfLink(string_view text)
{
    text = trimmed(nearPart(text));
    const auto at = doiStart(text);
    if (at == npos)
        return {};
    string_view before = text.substr(0, at);
    const bool alone
        = at == 0 || (before.size() < 8 && startsWithNoCase(before, "doi")) || before == "[" || before == "<";
    if (alone)
        return findDoi(text);
    const auto blank = before.find_last_of(" ;\n\t"); // several links in one field
    before.remove_prefix(blank == npos ? 0 : blank + 1);
    if (!startsWithNoCase(before, "http"))
        return {};
    const bool resolver
        = containsNoCase(before, "doi.org/") || containsNoCase(before, "doi=") || containsNoCase(before, "doi:");
    std::string doi = findDoi(text.substr(blank == npos ? 0 : blank + 1));
    return resolver ? doi : withoutPageName(std::move(doi));
}

bool isOnlyDoi(string_view text, string_view doi)
{
    if (doi.empty() || text.size() < doi.size() || !startsWithNoCase(text.substr(text.size() - doi.size()), doi))
        return false;
    const string_view before = text.substr(0, text.size() - doi.size());
    return before.empty() || before.ends_with("doi.org/") || before == "doi:" || before == "DOI:" || before == "doi: "
        || before == "DOI: ";
}

std::string labelledPmid(string_view text)
{
    text = trimmed(nearPart(text));
    std::string number
        = numberInLink(text, "pubmed",
                       {"pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "ncbi.nlm.nih.gov/m/pubmed/",
                        "pubmed.ncbi.nlm.nih.gov/?term=", "ncbi.nlm.nih.gov/pubmed/?term="});
    for (const string_view label : {"pmid", "pubmed", "medline"}) {
        if (number.empty() && startsWithNoCase(text, label))
            number = numberAfter(text, label);
    }
    if (number.empty()) {
        const std::size_t n = digitRun(text);
        const string_view rest = trimmed(text.substr(n));
        if (n > 0 && n <= 8
            && (startsWithNoCase(rest, "[pmid]") || startsWithNoCase(rest, "[pubmed]")
                || startsWithNoCase(rest, "(pmid)")))
            number = text.substr(0, n);
    }
    return withoutZeros(std::move(number));
}

std::string pmidOfEuropePmc(string_view link)
{
    return withoutZeros(
        numberInLink(nearPart(link), "europepmc.org/",
                     {"europepmc.org/article/med/", "europepmc.org/abstract/med/", "europepmc.org/med/"}));
}

std::string pmidOf(string_view text)
{
    text = trimmed(text);
    if (allDigits(text) && text.size() <= 8)
        return withoutZeros(std::string(text));
    if (text.ends_with(".0") && text.size() <= 10 && allDigits(text.substr(0, text.size() - 2)))
        return withoutZeros(std::string(text.substr(0, text.size() - 2))); // tables that were once floating point
    return labelledPmid(text);
}

std::string pmcidOf(string_view text)
{
    text = nearPart(text);
    auto at = findNoCase(text, "pmc");
    while (at != npos && at > 0 && isWordChar(text[at - 1])) // europepmc.org/articles/PMC123
        at = findNoCase(text, "pmc", at + 1);
    if (at == npos)
        return {};
    string_view rest = text.substr(at + 3);
    if (startsWithNoCase(rest, "id") || startsWithNoCase(rest, ".ncbi.nlm.nih.gov/"))
        return pmcidOf(rest);
    if (startsWithNoCase(rest, "/articles/pmc"))
        rest.remove_prefix(13);
    else if (startsWithNoCase(rest, "/pmc")) // europepmc.org/article/PMC/PMC123
        rest.remove_prefix(4);
    while (!rest.empty() && (rest[0] == ':' || rest[0] == ' '))
        rest.remove_prefix(1);
    const std::size_t n = digitRun(rest);
    return n > 0 && n <= 9 ? "PMC" + std::string(rest.substr(0, n)) : std::string();
}

std::string findNct(string_view text)
{
    text = nearPart(text);
    for (auto at = findNoCase(text, "nct"); at != npos; at = findNoCase(text, "nct", at + 1)) {
        const bool begins = at == 0 || !isWordChar(text[at - 1]);
        if (begins && digitRun(text.substr(at + 3)) == 8)
            return "NCT" + std::string(text.substr(at + 3, 8));
    }
    return {};
}

std::string nctOf(string_view text)
{
    text = trimmed(text);
    if (startsWithNoCase(text, "nct") && text.size() == 11)
        return findNct(text);
    if (startsWithNoCase(text, "ctgov ")) // CENTRAL
        return findNct(text);
    return containsNoCase(text, "clinicaltrials.gov") && text.find(' ') == npos ? findNct(text) : std::string();
}

namespace {

/// Calls `take` for each year in the text, until it says stop.
template <class Take> void eachYear(string_view text, Take take)
{
    text = nearPart(text);
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t n = digitRun(text.substr(i));
        if (n == 4 || n == 8) {
            const int year
                = (text[i] - '0') * 1000 + (text[i + 1] - '0') * 100 + (text[i + 2] - '0') * 10 + (text[i + 3] - '0');
            if (year >= 1500 && year <= 2100 && !take(year))
                return;
        }
        i += std::max<std::size_t>(n, 1);
    }
}

} // namespace

int yearOf(string_view text)
{
    int first = 0;
    eachYear(text, [&](int year) {
        first = year;
        return false;
    });
    return first;
}

int lastYearOf(string_view text)
{
    int last = 0;
    eachYear(text, [&](int year) {
        last = year;
        return true;
    });
    return last;
}

} // namespace winnow::formats
