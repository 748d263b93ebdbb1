// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TableRows.h"

#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;
constexpr std::size_t longestRow = std::size_t(64) << 20;

} // namespace

bool Row::blank() const
{
    return std::all_of(cells.begin(), cells.end(), [](string_view cell) { return trimmed(cell).empty(); });
}

void TableRows::startRow(Row& row, qint64 offset, qint64 line)
{
    buffer_.clear();
    cells_.clear();
    cellBegin_ = 0;
    quoted_ = false;
    row = {};
    row.span = {offset, 0, line};
}

void TableRows::finishRow(Row& row)
{
    for (const Cell& cell : cells_)
        row.cells.push_back(string_view(buffer_).substr(cell.begin, cell.length));
}

void TableRows::endCell()
{
    cells_.push_back({cellBegin_, buffer_.size() - cellBegin_});
    cellBegin_ = buffer_.size();
}

/// Position behind the quote that opens a cell, npos if the cell is not quoted.
std::size_t TableRows::openingQuote(string_view text, std::size_t at) const
{
    while (at < text.size() && text[at] == ' ' && delimiter_ != ' ')
        ++at;
    if (at + 1 < text.size() && text[at] == '=' && text[at + 1] == '"')
        return at + 2;
    return at < text.size() && text[at] == '"' ? at + 1 : npos;
}

/// Text behind an opening quote, up to the closing one. Answers the position behind it; npos: not closed in this line.
std::size_t TableRows::parseQuoted(string_view text, std::size_t at)
{
    while (true) {
        const auto quote = text.find('"', at);
        buffer_ += text.substr(at, quote - at);
        if (quote == npos)
            return npos;
        if (backslash_ && quote > at && text[quote - 1] == '\\') {
            buffer_.back() = '"';
            at = quote + 1;
            continue;
        }
        if (quote + 1 >= text.size() || text[quote + 1] != '"')
            return quote + 1;
        buffer_ += '"';
        at = quote + 2;
    }
}

/// Up to the delimiter or the end of the line; answers its position.
std::size_t TableRows::parsePlain(string_view text, std::size_t at)
{
    const auto end = std::min(text.find(delimiter_, at), text.size());
    buffer_ += text.substr(at, end - at);
    return end;
}

/// `quote` stands at the beginning of a line or behind a delimiter, and before text: it opens a cell and cannot close
/// one.
bool TableRows::opensCell(string_view text, std::size_t quote) const
{
    const bool behind = quote == 0 || text[quote - 1] == delimiter_;
    return behind && quote + 1 < text.size() && text[quote + 1] != delimiter_ && !isBlank(text[quote + 1]);
}

TableRows::State TableRows::parseLine(string_view text)
{
    std::size_t at = 0;
    bool within = quoted_; // since an earlier line
    while (true) {
        const auto opening = within ? at : openingQuote(text, at);
        if (opening != npos) {
            at = parseQuoted(text, opening);
            quoted_ = at == npos;
            if (quoted_)
                return State::OpenQuote;
            if (within && opensCell(text, at - 1))
                return State::Inverted;
        }
        within = false;
        at = parsePlain(text, at);
        endCell();
        if (at >= text.size())
            return State::Complete;
        ++at; // the delimiter
    }
}

bool TableRows::next(Row& row)
{
    if (!replay_.empty())
        return nextReplayed(row);
    Line line;
    if (!input_.nextLine(line))
        return false;
    startRow(row, line.offset, line.number);
    std::size_t size = 0;
    for (State state = parseLine(line.text); state != State::Complete; state = parseLine(line.text)) {
        buffer_ += '\n';
        kept_.push_back({std::string(line.text), line.offset, line.length, line.number});
        size += line.text.size() + 1;
        if (state == State::Inverted || size > longestRow || !input_.nextLine(line))
            return replayKept(row);
    }
    kept_.clear();
    row.span.length = line.offset + line.length - row.span.offset;
    finishRow(row);
    return true;
}

void TableRows::unwrap(Row& row, std::size_t count)
{
    if (row.cells.size() != 1 || row.cells[0].find(delimiter_) == npos)
        return;
    const std::string line(row.cells[0]);
    const auto parse = [&](auto parseCells) {
        buffer_.clear();
        cells_.clear();
        cellBegin_ = 0;
        quoted_ = false;
        parseCells();
        row.cells.clear();
        finishRow(row);
    };
    parse([&] {
        if (parseLine(line) != State::Complete)
            endCell();
        quoted_ = false;
    });
    if (count == 0 ? row.cells.size() < 2 : row.cells.size() != count)
        parse([&] {
            buffer_ = line;
            endCell();
        });
}

bool TableRows::replayKept(Row& row)
{
    replay_.swap(kept_);
    kept_.clear();
    firstReplayed_ = true;
    return nextReplayed(row);
}

bool TableRows::nextReplayed(Row& row)
{
    const KeptLine line = std::move(replay_.front());
    replay_.pop_front();
    startRow(row, line.offset, line.number);
    row.span.length = line.length;
    row.cut = firstReplayed_;
    row.mended = true;
    firstReplayed_ = false;
    if (parseLine(line.text) != State::Complete)
        endCell();
    finishRow(row);
    return true;
}

} // namespace winnow::formats
