// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace winnow::cli {

/// What a column of `winnow records` holds: nothing, a number, a text, several texts, or named texts.
using ColumnValue = std::variant<std::monostate, qint64, std::string, std::vector<std::string>,
                                 std::vector<std::pair<std::string, std::string>>>;

struct RecordColumn {
    const char* name; ///< key of the JSON object, and word of --fields and --where
    ColumnValue (*of)(const RecordView& view, const Review& review);
};

/// In the order of the contract. `place` and `reason` say where the report stands; `line` is where the entry starts.
[[nodiscard]] std::span<const RecordColumn> recordColumns();
[[nodiscard]] const RecordColumn* recordColumn(std::string_view name);

/// Absent text is "", absent lists are [], an absent number is null.
void appendJson(std::string& out, const ColumnValue& value);
/// On one line: lists joined by "; ".
[[nodiscard]] std::string plainText(const ColumnValue& value);

} // namespace winnow::cli
