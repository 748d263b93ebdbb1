// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"
#include "formats/Write.h"

/// Tables in Excel workbooks: every sheet that has a header with a title is read as the tables of Table.h are. The
/// input is the workbook's text (Workbook.h), which is held as a whole; lines are rows of the sheet.
namespace winnow::formats {

[[nodiscard]] int xlsxLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readXlsx(TextInput& input, ReadSink& sink);
/// The columns of our CSV. The whole file comes at the end.
[[nodiscard]] std::unique_ptr<RecordWriter> makeXlsxWriter();

} // namespace winnow::formats
