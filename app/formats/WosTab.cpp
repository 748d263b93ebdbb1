// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Read.h"
#include "formats/TableRows.h"
#include "formats/Text.h"
#include "formats/Wos.h"

#include <algorithm>
#include <deque>
#include <string>

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

std::vector<string_view> tabbed(string_view line)
{
    std::vector<string_view> cells;
    while (true) {
        const auto tab = line.find('\t');
        cells.push_back(trimmed(line.substr(0, tab)));
        if (tab == npos)
            return cells;
        line.remove_prefix(tab + 1);
    }
}

string_view withoutQuotes(string_view cell)
{
    return cell.size() > 1 && cell.front() == '"' && cell.back() == '"' ? cell.substr(1, cell.size() - 2) : cell;
}

/// The rows of the table as Web of Science writes it: a quote is a sign like others, an abstract or title may begin
/// with one. A program that saved the table anew puts it around cells and doubles those within.
class PlainRows {
public:
    explicit PlainRows(TextInput& input) : input_(input) { }

    [[nodiscard]] bool next(Row& row)
    {
        Line line;
        if (!input_.nextLine(line))
            return false;
        row.cells = tabbed(line.text);
        row.span = {line.offset, line.length, line.number};
        row.cut = row.mended = false;
        kept_.clear();
        for (string_view& cell : row.cells)
            cell = plain(cell);
        return true;
    }

private:
    string_view plain(string_view cell)
    {
        const string_view inner = withoutQuotes(cell);
        if (inner.size() == cell.size())
            return cell;
        std::string text;
        for (std::size_t i = 0; i < inner.size(); ++i) {
            const bool doubled = inner[i] == '"' && i + 1 < inner.size() && inner[i + 1] == '"';
            if (inner[i] == '"' && !doubled)
                return cell; // "Steps" and "stairs"
            text += inner[i];
            i += doubled ? 1 : 0;
        }
        return kept_.emplace_back(std::move(text));
    }

    TextInput& input_;
    std::deque<std::string> kept_; ///< cells that are not as they stand in the line
};

template <class Rows> void readRows(Rows rows, const std::vector<Tag>& tags, ReadSink& sink)
{
    Row row;
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
            return;
    }
}

} // namespace

int wosTabLikeness(string_view head, QStringView)
{
    const string_view line = head.substr(0, head.find_first_of("\r\n"));
    std::vector<string_view> cells = tabbed(line);
    for (string_view& cell : cells)
        cell = withoutQuotes(cell);
    return !tagsOf(cells).empty() && line.size() < head.size() ? 93 : 0;
}

Result<void> readWosTab(TextInput& input, ReadSink& sink)
{
    std::vector<Tag> tags;
    bool quoted = false;
    for (Line line; tags.empty() && input.nextLine(line);) {
        std::vector<string_view> cells = tabbed(line.text);
        quoted = line.text.find('"') != npos;
        for (string_view& cell : cells)
            cell = withoutQuotes(cell);
        tags = tagsOf(cells);
    }
    if (quoted)
        readRows(TableRows(input, '\t'), tags, sink);
    else
        readRows(PlainRows(input), tags, sink);
    return {};
}

} // namespace winnow::formats
