// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ColumnMap.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

/// In the order in which people are offered them.
constexpr std::array<string_view, 30> roleWords{
    "title",    "abstract",  "authors",  "year",  "date",     "journal", "volume", "issue",    "pages",    "start_page",
    "end_page", "doi",       "pmid",     "pmcid", "nct",      "issn",    "isbn",   "keywords", "language", "type",
    "url",      "source_id", "database", "vote",  "decision", "reason",  "label",  "note",     "remarks",  "keep"};
constexpr std::array<Role, 30> roles{Role::Title,   Role::Abstract, Role::Authors,  Role::Year,     Role::Date,
                                     Role::Journal, Role::Volume,   Role::Issue,    Role::Pages,    Role::StartPage,
                                     Role::EndPage, Role::Doi,      Role::Pmid,     Role::Pmcid,    Role::Nct,
                                     Role::Issn,    Role::Isbn,     Role::Keywords, Role::Language, Role::Type,
                                     Role::Url,     Role::SourceId, Role::Database, Role::Vote,     Role::Decision,
                                     Role::Reason,  Role::Label,    Role::Note,     Role::Remarks,  Role::None};

} // namespace

std::span<const string_view> columnFields()
{
    return roleWords;
}

std::optional<Role> roleOf(string_view field)
{
    const auto found = std::find(roleWords.begin(), roleWords.end(), field);
    return found == roleWords.end() ? std::nullopt : std::optional(roles[std::size_t(found - roleWords.begin())]);
}

string_view fieldOf(Role role)
{
    const auto found = std::find(roles.begin(), roles.end(), role);
    return found == roles.end() ? roleWords.back() : roleWords[std::size_t(found - roles.begin())];
}

std::string plainName(string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (isLetter(c) || isDigit(c) || (static_cast<unsigned char>(c) & 0x80) != 0)
            plain += lower(c);
    }
    return plain;
}

std::string packColumns(const ColumnMap& map)
{
    std::vector<std::string> lines;
    for (const NamedColumn& named : map)
        lines.push_back(oneLine(named.column) + '\t' + named.field);
    std::sort(lines.begin(), lines.end());
    std::string packed;
    for (const std::string& line : lines)
        appendItem(packed, line, "\n");
    return packed;
}

ColumnMap unpackColumns(string_view packed)
{
    ColumnMap map;
    for (const string_view line : pieces(packed, "\n")) {
        const auto tab = line.rfind('\t');
        if (tab != npos && roleOf(line.substr(tab + 1)))
            map.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
    }
    return map;
}

} // namespace winnow::formats
