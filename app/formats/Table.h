// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/ColumnMap.h"
#include "formats/Format.h"
#include "formats/Write.h"

/// Tables as databases and screening tools export them: delimiter, quoting, the line of the header and the meaning
/// of each column are found from the content (TableDialect.h, TableColumns.h).
namespace winnow::formats {

[[nodiscard]] int csvLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] int tsvLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readTable(TextInput& input, ReadSink& sink);
/// With columns that a person named.
[[nodiscard]] Result<void> readNamedTable(TextInput& input, ReadSink& sink, const ColumnMap& columns);
/// The header of a table with its line end, without what stands before it; "" if there is none in `head`.
[[nodiscard]] std::string headerText(std::string_view head, const ColumnMap& columns);
[[nodiscard]] std::unique_ptr<RecordWriter> makeCsvWriter();

} // namespace winnow::formats
