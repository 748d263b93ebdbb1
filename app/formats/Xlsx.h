// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"
#include "formats/TableDialect.h"
#include "formats/Write.h"

#include <optional>
#include <string_view>

/// Tables in Excel workbooks: every sheet that has a header with a title is read as the tables of Table.h are. The
/// input is the workbook's text (Workbook.h), which is held as a whole. Lines are rows, as Excel counts them in the
/// first such sheet; those of a further one go on behind the last row of the one before.
namespace winnow::formats {

[[nodiscard]] int xlsxLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readXlsx(TextInput& input, ReadSink& sink);
/// With columns that a person named, in the sheets that have them all.
[[nodiscard]] Result<void> readNamedXlsx(TextInput& input, ReadSink& sink, const ColumnMap& columns);
/// A sheet at the beginning of a workbook's text has all of these columns.
[[nodiscard]] bool hasSheetWith(std::string_view head, const ColumnMap& columns);
/// The columns of the first sheet that is read, or else of the first one that is a table at all.
[[nodiscard]] std::optional<TableSample> sampleWorkbook(std::string_view head, const ColumnMap& named = {});

/// A row and the sheet that it is of, as they stand in a workbook's text.
struct SheetRow {
    std::string_view sheet; ///< all its rows
    std::string_view text; ///< cells parted by tabs
    ColumnMap columns; ///< those that count in this sheet
};
/// The row of this number; none: the workbook has fewer.
[[nodiscard]] std::optional<SheetRow> sheetRowAt(std::string_view workbook, qint64 row, const ColumnMap& columns);
/// The columns of our CSV. The whole file comes at the end.
[[nodiscard]] std::unique_ptr<RecordWriter> makeXlsxWriter();

} // namespace winnow::formats
