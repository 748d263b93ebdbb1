// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The parts of an Excel workbook, each from the XML of its file inside the ZIP.
namespace winnow::formats {

/// Name of each sheet and the id of its part, in the order of the tabs.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> workbookSheets(std::string_view workbookXml);
/// Id and file of each part, relative to "xl/".
[[nodiscard]] std::vector<std::pair<std::string, std::string>> workbookRelations(std::string_view relsXml);
/// The texts that cells point to by number. Phonetic guides are left out.
[[nodiscard]] std::vector<std::string> sharedStrings(std::string_view xml);
/// For each cell format whether it shows a date.
[[nodiscard]] std::vector<bool> dateFormats(std::string_view stylesXml);
/// Appends the rows of a sheet as text (Workbook.h).
void appendSheet(std::string_view sheetXml, const std::vector<std::string>& strings, const std::vector<bool>& dates,
                 bool since1904, std::string& out);

} // namespace winnow::formats
