// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ForeignMarks.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace winnow::formats {
namespace {

using std::string_view;
using Kind = CarriedMark::Kind;

constexpr string_view inclusionKey = "RAYYAN-INCLUSION";
constexpr string_view reasonsKey = "RAYYAN-EXCLUSION-REASONS";
constexpr string_view labelsKey = "RAYYAN-LABELS";
constexpr string_view notesKey = "USER-NOTES";
constexpr std::array rayyanKeys{inclusionKey, reasonsKey, labelsKey, notesKey};
constexpr string_view reasonLabel = "__EXR__"; ///< older exports have the reasons among the labels

/// The text behind a key, up to the next key or the end.
string_view behind(string_view text, string_view key)
{
    const auto at = text.find(key);
    if (at == npos)
        return {};
    string_view part = text.substr(at + key.size());
    std::size_t end = part.size();
    for (const string_view other : rayyanKeys)
        end = std::min(end, part.find(other));
    part = trimmed(part.substr(0, end));
    while (!part.empty() && (part.front() == ':' || isBlank(part.front())))
        part.remove_prefix(1);
    while (!part.empty() && (part.back() == '|' || isBlank(part.back())))
        part.remove_suffix(1);
    return part;
}

/// The next text in double quotes at or behind `at`, which is moved behind it; false if there is none.
bool nextQuoted(string_view text, std::size_t& at, std::string& out)
{
    at = std::min(text.find('"', at), text.size());
    if (at == text.size())
        return false;
    out.clear();
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            ++at;
        out += text[at];
    }
    at = std::min(at + 1, text.size());
    return true;
}

/// {"name"=>"text", "other"=>["one", "two"]}: each text with its name.
std::vector<std::pair<std::string, std::string>> namedTexts(string_view map)
{
    std::vector<std::pair<std::string, std::string>> texts;
    std::string name, text;
    for (std::size_t at = 0; nextQuoted(map, at, name);) {
        const bool list = trimmed(map.substr(at, map.find('"', at) - at)).ends_with('[');
        do {
            if (!nextQuoted(map, at, text))
                return texts;
            texts.emplace_back(name, text);
        } while (list && trimmed(map.substr(at)).starts_with(','));
    }
    return texts;
}

void rayyanMarks(Record& record, string_view notes)
{
    std::string reasons;
    std::vector<string_view> labels;
    for (const string_view reason : pieces(behind(notes, reasonsKey), ","))
        appendItem(reasons, reason, "\n");
    for (const string_view label : pieces(behind(notes, labelsKey), ",")) {
        if (label.starts_with(reasonLabel))
            appendItem(reasons, label.substr(reasonLabel.size()), "\n");
        else
            labels.push_back(label);
    }
    const auto votes = namedTexts(behind(notes, inclusionKey));
    for (const auto& [person, said] : votes) {
        const string_view verdict = verdictOf(said);
        if (!verdict.empty())
            record.marks.push_back(
                {Kind::Vote, person, {}, std::string(verdict), verdict == "exclude" ? reasons : std::string()});
    }
    for (const string_view label : labels)
        record.marks.push_back(
            {Kind::Label, votes.size() == 1 ? votes.front().first : std::string(), {}, std::string(label), {}});
    for (const auto& [person, note] : namedTexts(behind(notes, notesKey)))
        record.marks.push_back({Kind::Note, person, {}, note, {}});
}

void asreviewMark(Record& record, string_view note)
{
    const string_view verdict = note == "ASReview_relevant" ? "include"
        : note == "ASReview_irrelevant"                     ? "exclude"
                                                            : "";
    if (!verdict.empty())
        record.marks.push_back({Kind::Vote, "ASReview", {}, std::string(verdict), {}});
}

} // namespace

void takeForeignMarks(Record& record)
{
    if (!record.marks.empty() || !record.winnowId.empty())
        return;
    for (const auto& [tag, value] : record.extra) {
        if (tag == inclusionKey) // as a column of its own
            rayyanMarks(record, std::string(inclusionKey) + ": " + value);
        else if (value.find("RAYYAN-") != npos || value.find(notesKey) != npos)
            rayyanMarks(record, value);
        else if (value.starts_with("ASReview_"))
            asreviewMark(record, trimmed(value));
    }
}

string_view verdictOf(string_view cell, bool minusExcludes)
{
    static constexpr std::array<string_view, 11> includes{"include",  "included", "yes",      "y", "true", "relevant",
                                                          "selected", "accept",   "accepted", "1", "1.0"};
    static constexpr std::array<string_view, 10> excludes{
        "exclude", "excluded", "no", "n", "false", "irrelevant", "not relevant", "reject", "rejected", "unselected"};
    static constexpr std::array<string_view, 5> undecided{"maybe", "unsure", "unclear", "undecided", "?"};
    const std::string word = lowered(trimmed(cell.substr(0, 40)));
    const auto among = [&](const auto& list) { return std::find(list.begin(), list.end(), word) != list.end(); };
    const bool zero = word == "0" || word == "0.0";
    if (among(includes))
        return "include";
    if (among(excludes) || (minusExcludes ? word == "-1" : zero))
        return "exclude";
    return among(undecided) || (minusExcludes && zero) ? "maybe" : "";
}

std::string statedReason(const Record& record)
{
    constexpr string_view mark = "exclusion reason:";
    for (const auto& [tag, value] : record.extra) {
        const auto at = findNoCase(value, mark);
        if (at == npos)
            continue;
        const string_view reason = string_view(value).substr(at + mark.size());
        return oneLine(trimmed(reason.substr(0, reason.find_first_of(";\n|"))));
    }
    return {};
}

} // namespace winnow::formats
