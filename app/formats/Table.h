// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"
#include "formats/Write.h"

/// Tables as databases and screening tools export them: delimiter, quoting, the line of the header and the meaning
/// of each column are found from the content (TableDialect.h, TableColumns.h).
namespace winnow::formats {

[[nodiscard]] int csvLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] int tsvLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readTable(TextInput& input, ReadSink& sink);
[[nodiscard]] std::unique_ptr<RecordWriter> makeCsvWriter();

} // namespace winnow::formats
