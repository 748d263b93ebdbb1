// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/TableColumns.h"

#include <string_view>
#include <vector>

namespace winnow::formats {

/// A row of a table as a Record. Cells that have no place of their own are in `extra` under the name of their column.
/// Fewer cells than columns: the rest is empty; more: "column 12" and so on.
[[nodiscard]] Record tableRecord(const Columns& columns, const std::vector<std::string_view>& cells);

} // namespace winnow::formats
