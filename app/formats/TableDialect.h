// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/TableColumns.h"

#include <string_view>

namespace winnow::formats {

/// How a table is written.
struct Dialect {
    char delimiter = ','; ///< "," ";" tab or "|"
    int headerRow = 0; ///< rows before the header (Embase: three lines of search query)
    Columns columns;
    bool hasRows = false; ///< a row that fits stands behind the header
};

/// Finds the header, a row with a title column, among the first 40 rows of the beginning of a file, for each
/// delimiter. False: no table of references.
[[nodiscard]] bool findDialect(std::string_view head, Dialect& dialect);

} // namespace winnow::formats
