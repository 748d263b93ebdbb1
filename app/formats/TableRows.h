// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/TextInput.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// One row of a table.
struct Row {
    std::vector<std::string_view> cells; ///< valid until the next row is read
    RawSpan span;
    bool cut = false; ///< a quote was opened in it and never closed
    bool mended = false; ///< read line by line, behind such a quote

    [[nodiscard]] bool blank() const;
};

/// Reads the rows of a table: quotes as in RFC 4180, line ends within quotes, ="…" as Excel writes it, blanks before a
/// quote; where the table's dialect has it, \" is a quote within quotes. If a quote is never closed (it runs into the
/// opening quote of a later cell, the end of the file or 64 MB), the lines it would swallow are read again one by one,
/// each once: time stays linear.
class TableRows {
public:
    TableRows(TextInput& input, char delimiter, bool backslash = false)
        : input_(input)
        , delimiter_(delimiter)
        , backslash_(backslash)
    {
    }
    [[nodiscard]] bool next(Row& row);
    /// A spreadsheet that did not know the delimiter took each line for one cell, and put it in quotes once more. Takes
    /// apart the only cell of the row that next() read last, if so many cells are in it (0: two or more); else the row
    /// stays as it is.
    void unwrap(Row& row, std::size_t count);

private:
    struct KeptLine {
        std::string text;
        qint64 offset;
        qint64 length;
        qint64 number;
    };
    struct Cell {
        std::size_t begin;
        std::size_t length;
    };

    bool nextReplayed(Row& row);
    void startRow(Row& row, qint64 offset, qint64 line);
    void finishRow(Row& row);
    enum class State { Complete, OpenQuote, Inverted };
    /// OpenQuote: the line ends within a quote. Inverted: a cell that began on an earlier line seems to end where
    /// another one begins, so its quote was never closed.
    State parseLine(std::string_view text);
    bool replayKept(Row& row);
    [[nodiscard]] bool opensCell(std::string_view text, std::size_t quote) const;
    std::size_t parseQuoted(std::string_view text, std::size_t at);
    std::size_t parsePlain(std::string_view text, std::size_t at);
    [[nodiscard]] std::size_t openingQuote(std::string_view text, std::size_t at) const;
    void endCell();

    TextInput& input_;
    char delimiter_;
    bool backslash_; ///< stands before a quote that closes nothing
    std::string buffer_;
    std::vector<Cell> cells_;
    std::size_t cellBegin_ = 0;
    bool quoted_ = false;
    std::deque<KeptLine> kept_; ///< lines of the row that is being read, while a quote is open
    std::deque<KeptLine> replay_; ///< to be read line by line
    bool firstReplayed_ = false;
};

} // namespace winnow::formats
