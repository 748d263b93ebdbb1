// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <string>
#include <string_view>
#include <vector>

/// Winnow's own lines in exported files: what the format has no place for, in words that people can read.
///
///     id | 3f2a9c0d1e5b7a846210-4
///     number | 1204
///     vote | title | Ana Lima | include |
///     decision | fulltext |  | exclude | wrong population
///     note | title | Ben | compare with Burt 2019
///     label | title | Ben | ask authors
///     extra | STAT | MEDLINE
///     exact | abstract | First line.\nTI  - not a title
///
/// A line is cells parted by " | ". In a cell `\\ \p \n \r \t \v \f \0` stand for backslash, bar and control
/// characters, `\xHH` for any other one in hexadecimal, `\s` for a blank at its beginning or end, `\o \c` for braces
/// where they would count (BibTeX); all else is plain UTF-8.
/// `exact` lines hold what a reader of the visible fields would not get back as it was; they come last and win.
namespace winnow::formats {

[[nodiscard]] std::string packCells(const std::vector<std::string_view>& cells);
[[nodiscard]] std::vector<std::string> unpackCells(std::string_view line);

[[nodiscard]] std::string packMark(const CarriedMark& mark);
/// "Winnow #1204", for the label field that reference managers show; empty: the record has no short number.
[[nodiscard]] std::string numberLabel(const Record& record);
/// True if such a label gave the record its number.
bool takeNumberLabel(Record& record, std::string_view label);
/// The short number as a line, where the format has no label.
void appendNumber(const Record& record, std::vector<std::string>& lines);
/// Appends the lines for the id in the project and for votes, decisions, notes and labels.
void appendOwn(const Record& record, std::vector<std::string>& lines);
/// The lines that turn `got` into `wanted`; none if they are equal.
[[nodiscard]] std::vector<std::string> packDifferences(const Record& wanted, const Record& got);
/// Cuts a line into pieces of at most `most` bytes, for cells that can hold no more: each but the last ends in a
/// backslash that escapes nothing, each but the first begins with one.
[[nodiscard]] std::vector<std::string> cutLine(std::string_view line, std::size_t most);
/// Puts lines into the record, those that were cut joined again.
void applyLines(Record& record, const std::vector<std::string_view>& lines);
/// Puts one line of any kind into the record. False: not a line of ours.
bool applyLine(Record& record, std::string_view line);

} // namespace winnow::formats
