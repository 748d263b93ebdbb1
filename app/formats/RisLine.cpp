// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Ris.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr string_view knownTags
    = "TY ER A1 A2 A3 A4 A5 AU AB AD AN AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DO DP DS ED EP ET ID IS J1 "
      "J2 "
      "J9 JA JF JI JO JP KW L1 L2 L3 L4 LA LB LK M1 M2 M3 MH N1 N2 NV OP PA PB PD PG PI PM PP PT PU PY RI RN RP RT SE "
      "SN SP "
      "SR ST SV T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 UR UT VL VO WN WP WT WV Y1 Y2 YR PMID DOI PMC";

bool isTagChar(char c, bool anyCase)
{
    return isUpper(c) || isDigit(c) || (anyCase && isLower(c));
}

Tag upperTag(string_view name)
{
    Tag tag = 0;
    for (const char c : name)
        tag = (tag << 8) | static_cast<unsigned char>(upper(c));
    return tag;
}

/// Bytes of the blank, tab or hard blank (from a web page) at `at`; 0: there is none.
std::size_t blankLength(string_view line, std::size_t at)
{
    line = line.substr(std::min(at, line.size()));
    if (line.starts_with("\xC2\xA0"))
        return 2;
    return line.starts_with(' ') || line.starts_with('\t') ? 1 : 0;
}

/// What the beginning of a file holds, by tag lines.
struct Count {
    int lines = 0;
    int tagged = 0;
    int types = 0;
    int ends = 0;
    int titles = 0;
    std::vector<Tag> distinct;
};

void countLine(string_view line, Count& count)
{
    Tag tag = 0;
    string_view value;
    if (trimmed(line).empty())
        return;
    ++count.lines;
    if (!parseRisLine(line, true, tag, value) || !isRisTag(tag))
        return;
    ++count.tagged;
    count.types += tag == tagOf("TY") && !trimmed(value).empty() ? 1 : 0;
    count.ends += tag == tagOf("ER") ? 1 : 0;
    count.titles += tag == tagOf("TI") || tag == tagOf("T1") ? 1 : 0;
    if (std::find(count.distinct.begin(), count.distinct.end(), tag) == count.distinct.end())
        count.distinct.push_back(tag);
}

} // namespace

bool isRisTag(Tag tag)
{
    const std::string name = tagName(tag);
    const auto at = knownTags.find(name);
    return at != string_view::npos && (at == 0 || knownTags[at - 1] == ' ')
        && (at + name.size() == knownTags.size() || knownTags[at + name.size()] == ' ');
}

bool parseRisLine(string_view line, bool anyCase, Tag& tag, string_view& value)
{
    if (line.size() < 4)
        return false;
    if (line.starts_with("\xEF\xBB\xBF")) // files put behind each other, each with its mark
        line.remove_prefix(3);
    if (line.size() < 4)
        return false;
    if (line[2] == ' ' && line.size() > 4 && line[3] == ' ' && line[4] == '-' && isUpper(line[0])
        && (isUpper(line[1]) || isDigit(line[1]))) { // as the standard has it
        tag = (Tag(static_cast<unsigned char>(line[0])) << 8) | static_cast<unsigned char>(line[1]);
        value = line.substr(5);
        return true;
    }
    std::size_t length = 0;
    while (length < line.size() && length < 5 && isTagChar(line[length], anyCase))
        ++length;
    if (length < 2 || length > 4 || !isLetter(line[0]))
        return false;
    std::size_t dash = length;
    int blanks = 0;
    for (std::size_t n = 0; blanks < 4 && (n = blankLength(line, dash)) > 0; ++blanks)
        dash += n;
    const bool enDash = line.substr(std::min(dash, line.size())).starts_with("\xE2\x80\x93"); // from a word processor
    if (dash == length || dash >= line.size() || (line[dash] != '-' && !enDash))
        return false;
    tag = upperTag(line.substr(0, length));
    value = line.substr(dash + (enDash ? 3 : 1));
    const std::size_t spaced = blankLength(value, 0);
    const bool parted = value.empty() || spaced > 0 || isBlank(value[0]);
    value.remove_prefix(spaced);
    return isRisTag(tag) && (parted || blanks == 2);
}

std::size_t risMargin(string_view line)
{
    std::size_t margin = 0;
    while (const std::size_t n = blankLength(line, margin))
        margin += n;
    Tag tag = 0;
    string_view value;
    return margin > 0 && parseRisLine(line.substr(margin), false, tag, value) && tag == tagOf("TY") ? margin : 0;
}

string_view withoutMargin(string_view line, std::size_t margin)
{
    std::size_t at = 0;
    for (std::size_t n = 0; at < margin && (n = blankLength(line, at)) > 0;)
        at += n;
    return line.substr(at);
}

int risLikeness(string_view head, QStringView fileName)
{
    Count count;
    bool medline = false;
    std::size_t margin = 0;
    const char end = head.find('\n') == string_view::npos ? '\r' : '\n';
    while (!head.empty()) {
        const auto at = head.find(end);
        string_view line = head.substr(0, at);
        while (!line.empty() && (line[0] == '\r' || line[0] == '\0'))
            line.remove_prefix(1);
        if (count.tagged == 0 && margin == 0)
            margin = risMargin(line);
        line = withoutMargin(line, margin);
        medline = medline || line.starts_with("PMID- ") || line.starts_with("OWN - ");
        countLine(line, count);
        head.remove_prefix(at == string_view::npos ? head.size() : at + 1);
    }
    const auto kinds = count.distinct.size();
    const int named = fileName.endsWith(QLatin1String(".ris"), Qt::CaseInsensitive) ? 2 : 0;
    if (count.types > 0 && kinds >= 2 && (count.types > 1 || count.ends > 0 || count.tagged * 2 > count.lines))
        return 95 + named;
    if (count.ends > 0 && kinds >= 4)
        return 80 + named;
    if (!medline && count.titles > 0 && kinds >= 4 && count.tagged * 2 > count.lines)
        return 60 + named;
    return 0;
}

} // namespace winnow::formats
