// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Table.h"
#include "formats/TableCells.h"
#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

/// Quoted where RFC 4180 asks for it, and at blanks at the ends. CR and NUL are left to the exact column.
void appendCell(std::string& out, string_view cell)
{
    const bool plain = cell.find_first_of("\",;\t\n=") == string_view::npos && trimmed(cell).size() == cell.size();
    out += plain ? "" : "\"";
    for (const char c : cell) {
        out += c == '"' ? "\"" : "";
        out += c == '\0' || c == '\r' ? ' ' : c;
    }
    out += plain ? "" : "\"";
}

class CsvWriter final : public RecordWriter {
public:
    void begin(std::string& out) override
    {
        for (std::size_t i = 0; i < tableHeader.size(); ++i)
            (out += i > 0 ? "," : "") += tableHeader[i];
        out += '\n';
    }
    void end(std::string&) override { }

    void write(const Record& record, std::string& out) override
    {
        std::vector<std::string> cells = tableCells(record);
        for (std::string& cell : cells)
            std::replace_if(
                cell.begin(), cell.end(), [](char c) { return c == '\r' || c == '\0'; }, ' ');
        std::string exact;
        for (const std::string& line : exactLines(record, cells))
            appendItem(exact, line, "\n");
        cells.push_back(std::move(exact));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += i > 0 ? "," : "";
            appendCell(out, cells[i]);
        }
        out += '\n';
    }
};

} // namespace

std::unique_ptr<RecordWriter> makeCsvWriter()
{
    return std::make_unique<CsvWriter>();
}

} // namespace winnow::formats
