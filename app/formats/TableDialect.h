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

/// How a table is written.
struct Dialect {
    char delimiter = ','; ///< "," ";" tab or "|"
    int headerRow = 0; ///< rows before the header (Embase: three lines of search query)
    Columns columns;
    bool hasRows = false; ///< a row that fits stands behind the header
    bool backslash = false; ///< quotes within quotes are written \", as R's write.table does, and not ""
};

/// Finds the header among the first 40 rows of the beginning of a file, for each delimiter: a row with a title column,
/// or, where a person named columns, the row that has them all. False: no table of references.
[[nodiscard]] bool findDialect(std::string_view head, Dialect& dialect, std::span<const NamedColumn> named = {});

/// A table before anybody knows what its columns mean.
struct TableSample {
    struct Column {
        std::string heading;
        std::vector<std::string> cells; ///< the first three that are not empty, shortened
        std::string field; ///< what is read from it now: a word of columnFields()
    };
    Dialect dialect;
    std::vector<Column> columns;
};
/// The table at the beginning of a file, with the header that findDialect finds, or else the first row with two
/// cells or more that the rows behind it fit. None: this is no table.
[[nodiscard]] std::optional<TableSample> sampleTable(std::string_view head, std::span<const NamedColumn> named = {});

} // namespace winnow::formats
