// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TableColumns.h"

#include "formats/ColumnMap.h"
#include "formats/ColumnNames.h"
#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

bool ownRole(Role role)
{
    return role >= Role::WinnowId && role < Role::None;
}

} // namespace

Columns::Columns(const std::vector<string_view>& header, std::span<const NamedColumn> named)
{
    std::vector<std::string> plain;
    for (const string_view cell : header) {
        names_.emplace_back(trimmed(cell));
        plain.push_back(plainName(cell));
    }
    const auto present = [&](const char* name) { return std::find(plain.begin(), plain.end(), name) != plain.end(); };
    own_ = present("winnowid") && present("winnowexact");
    registry_ = present("nctnumber") || present("nctid") || present("trialid");
    for (const NamedColumn& column : named)
        name(column, plain);
    if (present("internalid"))
        nameAbstrackr(plain);
    for (int rank = 0; rank <= 9; ++rank) {
        for (std::size_t i = 0; i < plain.size(); ++i) {
            const Synonym* synonym = meaningOf(plain[i]);
            if (!synonym || synonym->rank != rank || (ownRole(synonym->role) && !own_))
                continue;
            byRole_[static_cast<std::size_t>(synonym->role)].push_back(i);
            ++recognised_;
        }
    }
}

/// Gives a column the role that a person named, and takes its heading out of `plain`, so that no other role finds it.
void Columns::name(const NamedColumn& column, std::vector<std::string>& plain)
{
    const auto role = roleOf(column.field);
    const std::size_t at = find(column.column);
    if (!role || at == npos)
        return;
    plain[at].clear();
    if (*role == Role::None)
        return;
    byRole_[static_cast<std::size_t>(*role)].push_back(at);
    ++recognised_;
}

/// Abstrackr: behind "consensus" stands a column for each reviewer, under that person's name.
void Columns::nameAbstrackr(std::vector<std::string>& plain)
{
    const auto consensus = std::find(plain.begin(), plain.end(), "consensus");
    minusExcludes_ = consensus != plain.end();
    for (auto at = consensus; at != plain.end(); ++at) {
        if (!at->empty() && !meaningOf(*at) && *at != "tags") {
            byRole_[static_cast<std::size_t>(Role::Vote)].push_back(static_cast<std::size_t>(at - plain.begin()));
            at->clear();
        }
    }
}

std::size_t Columns::find(string_view heading) const
{
    const std::string wanted = oneLine(heading);
    const auto found
        = std::find_if(names_.begin(), names_.end(), [&](const std::string& name) { return oneLine(name) == wanted; });
    return found == names_.end() ? npos : static_cast<std::size_t>(found - names_.begin());
}

Role Columns::roleAt(std::size_t column) const
{
    for (std::size_t role = 0; role < static_cast<std::size_t>(Role::None); ++role) {
        if (std::find(byRole_[role].begin(), byRole_[role].end(), column) != byRole_[role].end())
            return static_cast<Role>(role);
    }
    return Role::None;
}

} // namespace winnow::formats
