// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Read.h"
#include "formats/TableRows.h"
#include "formats/Text.h"
#include "formats/Wos.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

/// The tags of a header row; empty if it is none.
std::vector<Tag> tagsOf(const std::vector<string_view>& cells)
{
    std::vector<Tag> tags;
    std::size_t known = 0;
    for (const string_view cell : cells) {
        const string_view name = trimmed(cell);
        tags.push_back(name.size() == 2 ? tagOf(name) : 0);
        known += isWosTag(tags.back()) ? 1 : 0;
    }
    const auto has = [&](const char* name) { return std::find(tags.begin(), tags.end(), tagOf(name)) != tags.end(); };
    return known >= 4 && known * 10 >= cells.size() * 8 && has("TI") && has("SO") ? tags : std::vector<Tag>();
}

std::string rowText(const Row& row)
{
    std::string text;
    for (const string_view cell : row.cells)
        appendItem(text, cell.substr(0, text.size() > 2000 ? 0 : 2001), "\t");
    return excerpt(text);
}

/// Cells beyond the header are empty, as a rule one at the end of each row.
bool surplus(const Row& row, std::size_t columns)
{
    return std::any_of(row.cells.begin() + std::ptrdiff_t(std::min(columns, row.cells.size())), row.cells.end(),
                       [](string_view cell) { return !trimmed(cell).empty(); });
}

} // namespace

int wosTabLikeness(string_view head, QStringView)
{
    const string_view line = head.substr(0, head.find_first_of("\r\n"));
    std::vector<string_view> cells = pieces(line, "\t");
    for (string_view& cell : cells) {
        if (cell.size() == 4 && cell.front() == '"' && cell.back() == '"')
            cell = cell.substr(1, 2);
    }
    return !tagsOf(cells).empty() && line.size() < head.size() ? 93 : 0;
}

Result<void> readWosTab(TextInput& input, ReadSink& sink)
{
    TableRows rows(input, '\t');
    Row row;
    std::vector<Tag> tags;
    while (tags.empty() && rows.next(row))
        tags = tagsOf(row.cells);
    TaggedEntry entry;
    while (rows.next(row)) {
        if (row.blank())
            continue;
        const bool fits = row.cells.size() > 1 && !surplus(row, tags.size());
        entry.clear();
        for (std::size_t i = 0; fits && i < std::min(tags.size(), row.cells.size()); ++i)
            entry.add(tags[i], row.cells[i]);
        Record record = wosRecord(entry);
        const bool readable = hasContent(record);
        if (row.cut || !readable) {
            const auto why = row.cut ? Unreadable::Why::Truncated
                : fits               ? Unreadable::Why::NoTitle
                                     : Unreadable::Why::WrongColumnCount;
            sink.unreadable({row.span.line, rowText(row), why});
        }
        if (readable && !sink.record(std::move(record), row.span))
            return {};
    }
    return {};
}

} // namespace winnow::formats
