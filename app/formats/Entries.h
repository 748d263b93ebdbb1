// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Read.h"

#include <string>
#include <string_view>
#include <vector>

/// Single entries of a file, read once more by themselves.
namespace winnow::formats {

/// A file of its own that holds nothing but these entries: with the header of a table and the frame of an XML or JSON
/// file. `head`: the beginning of the file that they are from, as text; of a workbook, of their sheet (SheetRow).
[[nodiscard]] std::string fileOfEntries(const Detected& reading, std::string_view head,
                                        const std::vector<std::string>& entries);

/// Reads text that is in memory. Errors: as the format's reader.
Result<void> readText(const Detected& reading, std::string_view text, ReadSink& sink);

/// Where in a text its line `line` begins (from 1), with lines as TextInput counts them; npos: it has fewer.
[[nodiscard]] std::size_t lineStart(std::string_view text, qint64 line);

} // namespace winnow::formats
