// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Table.h"

#include "formats/Read.h"
#include "formats/TableDialect.h"
#include "formats/TableRecord.h"
#include "formats/TableRows.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"

#include <QBuffer>

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

std::string rowText(const Row& row)
{
    std::string text;
    for (const string_view cell : row.cells) {
        if (text.size() > 2000)
            break;
        appendItem(text, cell.substr(0, 2001), "\t");
    }
    return excerpt(text);
}

/// The cells of a row stand under the headings they belong to, as far as one can tell.
bool fits(const Row& row, const Columns& columns)
{
    const auto filled
        = std::count_if(row.cells.begin(), row.cells.end(), [](string_view c) { return !trimmed(c).empty(); });
    if (columns.count() > 2 && row.cells.size() == 1)
        return false; // a heading in the middle of the table
    if (row.mended && row.cells.size() * 2 < columns.count())
        return false; // a line out of the middle of a cell
    for (std::size_t i = columns.count(); i < row.cells.size() && !columns.own(); ++i) {
        if (!trimmed(row.cells[i]).empty())
            return false; // surplus cells: they stand under wrong headings
    }
    return filled > 0;
}

int likeness(string_view head, bool tabs, bool extension)
{
    Dialect dialect;
    if (!findDialect(head, dialect) || (dialect.delimiter == '\t') != tabs || !dialect.hasRows)
        return 0;
    const auto known = dialect.columns.recognised();
    if (known == 1 && !extension)
        return 0; // prose has the word too
    return (known == 1 ? 20 : known == 2 ? 40 : 70) + (extension ? 2 : 0);
}

} // namespace

int csvLikeness(string_view head, QStringView fileName)
{
    return likeness(head, false, fileName.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive));
}

int tsvLikeness(string_view head, QStringView fileName)
{
    const bool extension = fileName.endsWith(QLatin1String(".tsv"), Qt::CaseInsensitive)
        || fileName.endsWith(QLatin1String(".tab"), Qt::CaseInsensitive)
        || fileName.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    return likeness(head, true, extension);
}

std::string headerText(string_view head, const ColumnMap& columns)
{
    Dialect dialect;
    if (!findDialect(head, dialect, columns))
        return {};
    QByteArray bytes(head.data(), qsizetype(head.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    TextInput input(buffer, makeDecoder(QStringLiteral("utf-8")));
    TableRows rows(input, dialect.delimiter, dialect.backslash);
    Row row;
    for (int i = 0; i <= dialect.headerRow; ++i) {
        if (!rows.next(row))
            return {};
    }
    return std::string(head.substr(std::size_t(row.span.offset), std::size_t(row.span.length))) + '\n';
}

Result<void> readTable(TextInput& input, ReadSink& sink)
{
    return readNamedTable(input, sink, {});
}

Result<void> readNamedTable(TextInput& input, ReadSink& sink, const ColumnMap& columns)
{
    if (input.buffered().empty())
        input.fill();
    Dialect dialect;
    if (!findDialect(input.buffered(), dialect, columns))
        return fail(ErrorCode::NotABibliography);
    TableRows rows(input, dialect.delimiter, dialect.backslash);
    Row row;
    for (int i = 0; i <= dialect.headerRow; ++i) {
        if (!rows.next(row))
            return {};
    }
    while (rows.next(row)) {
        if (row.blank())
            continue;
        if (dialect.columns.count() > 2)
            rows.unwrap(row, dialect.columns.count());
        const bool fitting = fits(row, dialect.columns);
        Record record = fitting ? tableRecord(dialect.columns, row.cells) : Record();
        const bool content = hasContent(record);
        if (row.cut)
            sink.unreadable({row.span.line, rowText(row), Unreadable::Why::Truncated});
        else if (!content)
            sink.unreadable(
                {row.span.line, rowText(row), fitting ? Unreadable::Why::NoTitle : Unreadable::Why::WrongColumnCount});
        if (content && !sink.record(std::move(record), row.span))
            return {};
    }
    return {};
}

} // namespace winnow::formats
