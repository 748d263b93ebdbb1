// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Xlsx.h"

#include "formats/Read.h"
#include "formats/Table.h"
#include "formats/TableDialect.h"
#include "formats/Text.h"
#include "formats/TextInput.h"
#include "formats/Workbook.h"

#include <QBuffer>

namespace winnow::formats {
namespace {

using std::string_view;

/// Counts the rows of a sheet's text: a cell may have many lines.
class RowCounter {
public:
    RowCounter(string_view sheet, qint64 firstRow) : sheet_(sheet), row_(firstRow) { }

    /// The row that this line of the text is in; lines are asked for in order.
    qint64 rowOf(qint64 line)
    {
        while (line_ < line && at_ < sheet_.size())
            step();
        return row_;
    }
    /// Where the row begins in the text; npos: it is behind the end.
    std::size_t beginOf(qint64 row)
    {
        while (row_ < row && at_ < sheet_.size())
            step();
        return row_ == row && at_ < sheet_.size() ? at_ : npos;
    }
    /// The number of the row behind the last one.
    qint64 end()
    {
        while (at_ < sheet_.size())
            step();
        return row_;
    }

private:
    void step()
    {
        const char c = sheet_[at_++];
        if (c == '"')
            quoted_ = !quoted_;
        if (c != '\n')
            return;
        ++line_;
        row_ += quoted_ ? 0 : 1;
    }

    string_view sheet_;
    std::size_t at_ = 0;
    qint64 line_ = 1;
    qint64 row_;
    bool quoted_ = false;
};

/// Stands between the reader of one sheet and the caller's sink: spans count in the workbook's text, and lines are
/// rows.
class SheetSink final : public ReadSink {
public:
    SheetSink(ReadSink& sink, string_view sheet, qint64 offset, qint64 firstRow)
        : rows(sheet, firstRow)
        , sink_(sink)
        , offset_(offset)
    {
    }

    bool record(Record&& record, const RawSpan& raw) override
    {
        going = sink_.record(std::move(record), {raw.offset + offset_, raw.length, rows.rowOf(raw.line)});
        return going;
    }
    void unreadable(Unreadable&& entry) override
    {
        entry.line = rows.rowOf(entry.line);
        sink_.unreadable(std::move(entry));
    }
    bool progress(qint64) override { return going; }

    bool going = true;
    RowCounter rows;

private:
    ReadSink& sink_;
    qint64 offset_;
};

/// The rows of the sheet whose mark stands at `from`; `from` is moved to the next mark or the end.
string_view takeSheet(string_view text, std::size_t& from)
{
    const std::size_t begin = std::min(text.find('\n', from), text.size() - 1) + 1;
    const auto next = text.find(std::string("\n") + sheetMark, begin - 1);
    from = next == npos ? text.size() : next + 1;
    return text.substr(begin, std::max(from, begin) - begin);
}

/// Calls `take` with each sheet, until it says stop.
template <class Take> void eachSheet(string_view text, Take take)
{
    for (std::size_t at = 0; at < text.size() && text[at] == sheetMark;) {
        if (!take(takeSheet(text, at)))
            return;
    }
}

/// Without the line end; cells at the beginning of a row may be empty.
string_view trimmedEnd(string_view row)
{
    return row.ends_with('\n') ? row.substr(0, row.size() - 1) : row;
}

bool isTable(string_view sheet, const ColumnMap& columns)
{
    Dialect dialect;
    return findDialect(sheet, dialect, columns);
}

/// What a person said of the columns holds for the sheets that have them.
ColumnMap columnsOf(string_view sheet, const ColumnMap& columns)
{
    return columns.empty() || isTable(sheet, columns) ? columns : ColumnMap();
}

} // namespace

int xlsxLikeness(string_view head, QStringView)
{
    bool found = false;
    eachSheet(head, [&](string_view sheet) {
        Dialect dialect;
        found = findDialect(sheet, dialect) && dialect.hasRows;
        return !found;
    });
    return found ? 95 : 0;
}

Result<void> readXlsx(TextInput& input, ReadSink& sink)
{
    return readNamedXlsx(input, sink, {});
}

Result<void> readNamedXlsx(TextInput& input, ReadSink& sink, const ColumnMap& columns)
{
    while (input.fill()) { }
    const string_view text = input.buffered();
    qint64 row = 1;
    eachSheet(text, [&](string_view sheet) {
        QByteArray bytes = QByteArray::fromRawData(sheet.data(), qsizetype(sheet.size()));
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        TextInput rows(buffer, makeDecoder(QStringLiteral("utf-8")));
        SheetSink shifted(sink, sheet, input.offset() + (sheet.data() - text.data()), row);
        const Result<void> table = readNamedTable(rows, shifted, columnsOf(sheet, columns));
        if (table) // else a sheet of something else
            row = shifted.rows.end();
        return shifted.going;
    });
    return {};
}

bool hasSheetWith(string_view head, const ColumnMap& columns)
{
    bool found = false;
    eachSheet(head, [&](string_view sheet) {
        found = isTable(sheet, columns);
        return !found;
    });
    return found;
}

std::optional<TableSample> sampleWorkbook(string_view head, const ColumnMap& named)
{
    std::optional<TableSample> sample;
    bool known = false;
    eachSheet(head, [&](string_view sheet) {
        known = isTable(sheet, named);
        if (known || !sample)
            sample = sampleTable(sheet, named);
        return !known;
    });
    return sample;
}

std::optional<SheetRow> sheetRowAt(string_view workbook, qint64 row, const ColumnMap& columns)
{
    std::optional<SheetRow> found;
    qint64 first = 1;
    eachSheet(workbook, [&](string_view sheet) {
        ColumnMap named = columnsOf(sheet, columns);
        if (!isTable(sheet, named))
            return true;
        RowCounter rows(sheet, first);
        if (const auto begin = rows.beginOf(row); begin != npos) {
            const auto end = std::min(rows.beginOf(row + 1), sheet.size());
            found = SheetRow{sheet, trimmedEnd(sheet.substr(begin, end - begin)), std::move(named)};
        }
        first = rows.end();
        return !found;
    });
    return found;
}

} // namespace winnow::formats
