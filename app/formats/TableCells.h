// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/TableColumns.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// The table that Winnow writes, whatever the file that holds it.
namespace winnow::formats {

/// The last column, winnow_exact, holds what a reader would not get back from the others (Exact.h).
inline constexpr std::array<std::string_view, 31> tableHeader{"winnow_id",
                                                              "winnow_number",
                                                              "title",
                                                              "abstract",
                                                              "authors",
                                                              "year",
                                                              "journal",
                                                              "volume",
                                                              "issue",
                                                              "pages",
                                                              "doi",
                                                              "pmid",
                                                              "pmcid",
                                                              "nct",
                                                              "issn",
                                                              "isbn",
                                                              "keywords",
                                                              "language",
                                                              "type",
                                                              "url",
                                                              "source_id",
                                                              "database",
                                                              "decision_title",
                                                              "reason_title",
                                                              "decision_fulltext",
                                                              "reason_fulltext",
                                                              "votes",
                                                              "labels",
                                                              "notes",
                                                              "extra_fields",
                                                              "winnow_exact"};

/// The cells of a record, without that of the last column.
[[nodiscard]] std::vector<std::string> tableCells(const Record& record);
/// The lines of the last column, for cells as the reader will see them.
[[nodiscard]] std::vector<std::string> exactLines(const Record& record, const std::vector<std::string>& cells);

} // namespace winnow::formats
