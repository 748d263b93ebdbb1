// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/TableColumns.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// A column of a table and what a person says that it holds: a word of columnFields(). "keep": kept under its own name,
/// whatever its name sounds like.
struct NamedColumn {
    std::string column; ///< its heading, as written in the file
    std::string field;

    bool operator==(const NamedColumn&) const = default;
};

/// Columns that are not named keep the meaning that their heading gives them. Order does not count.
using ColumnMap = std::vector<NamedColumn>;

/// The words a person can choose from: "title", "abstract" … as in our own tables, and "vote", "decision", "reason",
/// "label", "note" for what people of another tool said (the heading of such a column is their name), and "keep".
[[nodiscard]] std::span<const std::string_view> columnFields();
/// None: no such word.
[[nodiscard]] std::optional<Role> roleOf(std::string_view field);
/// The word for a role; "keep" for one that cannot be chosen.
[[nodiscard]] std::string_view fieldOf(Role role);
/// Letters and digits, lower case: "Published.Year", "PUBLISHED YEAR" and "published_year" are one.
[[nodiscard]] std::string plainName(std::string_view name);

/// One line each, "heading<tab>field", sorted: the same map gives the same text. What a project keeps and hashes.
[[nodiscard]] std::string packColumns(const ColumnMap& map);
[[nodiscard]] ColumnMap unpackColumns(std::string_view packed);

} // namespace winnow::formats
