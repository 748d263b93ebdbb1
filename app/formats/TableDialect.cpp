// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TableDialect.h"

#include "formats/ColumnMap.h"
#include "formats/TableRows.h"
#include "formats/Text.h"

#include <QBuffer>

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr int rowsToLookAt = 40;
constexpr std::size_t bytesToLookAt = 256 * 1024;

constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::size_t samples = 3;
constexpr std::size_t longestSample = 120;

/// Nearly all headings differ. A list of references that commas cut has the same initials again and again, and some
/// of them ("A.B.", "T.I.") are headings elsewhere.
bool tellsApart(const Columns& columns)
{
    std::vector<string_view> names;
    for (std::size_t i = 0; i < columns.count(); ++i) {
        if (!columns.name(i).empty())
            names.push_back(columns.name(i));
    }
    const std::size_t all = names.size();
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names.size() * 4 >= all * 3;
}

/// A quote behind a backslash and before text closes no cell: it stands within one. Where quotes are doubled as well,
/// the backslash is part of the text.
bool escapesQuotes(string_view head, char delimiter)
{
    for (auto at = head.find("\\\""); at != npos; at = head.find("\\\"", at + 2)) {
        const char next = at + 2 < head.size() ? head[at + 2] : '\n';
        if (next != delimiter && next != '"' && next != '\n' && next != '\r')
            return true;
    }
    return false;
}

/// The row has a title column, or all the columns that a person named.
bool isHeader(const Columns& columns, std::span<const NamedColumn> named)
{
    if (named.empty())
        return columns.has(Role::Title) && tellsApart(columns);
    return std::all_of(named.begin(), named.end(),
                       [&](const NamedColumn& n) { return columns.find(n.column) != npos; });
}

/// The best header that this delimiter finds; false if none.
bool tryDelimiter(QBuffer& buffer, char delimiter, std::span<const NamedColumn> named, Dialect& dialect)
{
    buffer.seek(0);
    TextInput input(buffer, makeDecoder(QStringLiteral("utf-8")));
    const bool backslash = escapesQuotes({buffer.data().constData(), std::size_t(buffer.size())}, delimiter);
    TableRows rows(input, delimiter, backslash);
    Row row;
    bool found = false;
    for (int i = 0; i < rowsToLookAt && rows.next(row); ++i) {
        rows.unwrap(row, found ? dialect.columns.count() : 0);
        if (found && row.cells.size() * 2 >= dialect.columns.count() && !row.blank()) {
            dialect.hasRows = true;
            return true;
        }
        Columns columns(row.cells, named);
        if (found || !isHeader(columns, named) || row.mended)
            continue;
        dialect = {delimiter, i, std::move(columns), false, backslash};
        found = true;
    }
    return found;
}

/// A header knows more of its columns than another one; one that stands within the rows of the other, twice as many.
bool isBetter(const Dialect& candidate, const Dialect& other)
{
    const std::size_t known = candidate.columns.recognised();
    const std::size_t others = other.columns.recognised();
    if (candidate.headerRow > other.headerRow && other.hasRows)
        return known >= others * 2;
    if (candidate.headerRow < other.headerRow && candidate.hasRows)
        return known * 2 > others;
    return known > others;
}

/// A header that nobody knows: the first row of two cells or more that most rows behind it have as many of.
bool guessHeader(QBuffer& buffer, char delimiter, Dialect& dialect)
{
    buffer.seek(0);
    TextInput input(buffer, makeDecoder(QStringLiteral("utf-8")));
    TableRows rows(input, delimiter);
    Row row;
    int fitting = 0;
    int others = 0;
    for (int i = 0; i < rowsToLookAt && rows.next(row); ++i) {
        if (row.blank() || row.mended)
            continue;
        if (dialect.columns.count() > 0)
            (row.cells.size() == dialect.columns.count() ? fitting : others) += 1;
        else if (row.cells.size() > 1)
            dialect = {delimiter, i, Columns(row.cells), true, false};
    }
    return fitting > others;
}

std::string shortened(string_view cell)
{
    std::string text = oneLine(cell.substr(0, longestSample));
    return cell.size() > longestSample ? text.substr(0, text.rfind(' ')) + " …" : text;
}

void takeSamples(QBuffer& buffer, TableSample& sample)
{
    const Columns& columns = sample.dialect.columns;
    for (std::size_t i = 0; i < columns.count(); ++i)
        sample.columns.push_back({oneLine(columns.name(i)), {}, std::string(fieldOf(columns.roleAt(i)))});
    buffer.seek(0);
    TextInput input(buffer, makeDecoder(QStringLiteral("utf-8")));
    TableRows rows(input, sample.dialect.delimiter, sample.dialect.backslash);
    Row row;
    for (int i = 0; i < rowsToLookAt && rows.next(row); ++i) {
        rows.unwrap(row, columns.count());
        for (std::size_t at = 0; i > sample.dialect.headerRow && at < std::min(columns.count(), row.cells.size());
             ++at) {
            if (sample.columns[at].cells.size() < samples && !trimmed(row.cells[at]).empty())
                sample.columns[at].cells.push_back(shortened(trimmed(row.cells[at])));
        }
    }
}

/// A file's beginning as a device that rows are read from.
struct Beginning {
    explicit Beginning(string_view head)
        : bytes(head.data(), qsizetype(std::min(head.size(), bytesToLookAt)))
        , buffer(&bytes)
    {
        buffer.open(QIODevice::ReadOnly);
    }
    QByteArray bytes;
    QBuffer buffer;
};

} // namespace

bool findDialect(string_view head, Dialect& dialect, std::span<const NamedColumn> named)
{
    Beginning beginning(head);
    bool found = false;
    for (const char delimiter : delimiters) {
        Dialect candidate;
        if (!tryDelimiter(beginning.buffer, delimiter, named, candidate))
            continue;
        if (!found || isBetter(candidate, dialect))
            dialect = std::move(candidate);
        found = true;
    }
    return found;
}

std::optional<TableSample> sampleTable(string_view head, std::span<const NamedColumn> named)
{
    Beginning beginning(head);
    TableSample sample;
    if (!findDialect(head, sample.dialect, named)) {
        for (const char delimiter : delimiters) {
            Dialect candidate;
            if (guessHeader(beginning.buffer, delimiter, candidate)
                && candidate.columns.count() > sample.dialect.columns.count())
                sample.dialect = std::move(candidate);
        }
    }
    if (sample.dialect.columns.count() < 2)
        return {};
    takeSamples(beginning.buffer, sample);
    return sample;
}

} // namespace winnow::formats
