// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// The name under which a workbook is decoded: it stands where other files have their encoding.
inline constexpr std::string_view workbookEncoding = "xlsx";
/// Begins the line that names a sheet.
inline constexpr char sheetMark = '\f';

/// The first bytes of a file are those of an Excel workbook (a ZIP that begins with the parts of one).
[[nodiscard]] bool isWorkbook(std::string_view head);

/// Appends the tables of an Excel workbook (ECMA-376, .xlsx) as text: for each sheet a line of the sheet mark and the
/// sheet's name, then its rows from the first one on, cells parted by tabs and quoted as in RFC 4180. Dates are
/// 2019-02-03, formulas what they came to. Nothing is appended if it cannot be opened. A part that unpacks to more
/// than its size allows (Archive.h) is left out.
void appendWorkbookText(std::string_view xlsx, std::string& out);

} // namespace winnow::formats
