// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/FieldRows.h"

#include "formats/ColumnMap.h"
#include "formats/ColumnNames.h"
#include "formats/TableRecord.h"
#include "formats/TableRows.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"

#include <QBuffer>

#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr int fieldsToLookAt = 40;
constexpr std::size_t headToLookAt = std::size_t(64) * 1024;

bool isTitleRow(const Row& row)
{
    return row.cells.size() > 1 && plainName(row.cells[0]) == "title";
}

/// So many of the first rows are named as fields are. A table has names in its first row alone, and more than one
/// there.
int fieldsNamed(string_view head, char delimiter)
{
    QByteArray bytes(head.data(), qsizetype(std::min(head.size(), headToLookAt)));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    TextInput input(buffer, makeDecoder(QStringLiteral("utf-8")));
    TableRows rows(input, delimiter);
    Row row;
    int named = 0;
    int titles = 0;
    for (int i = 0; i < fieldsToLookAt && rows.next(row); ++i) {
        const bool field = row.cells.size() > 1 && meaningOf(plainName(row.cells[0]));
        const bool header
            = row.cells.size() > 2 && field && meaningOf(plainName(row.cells[1])) && meaningOf(plainName(row.cells[2]));
        if (header)
            return 0;
        named += field ? 1 : 0;
        titles += isTitleRow(row) ? 1 : 0;
    }
    return titles > 0 ? named : 0;
}

/// Spreadsheets put the delimiter of their country in the place of the comma. '\0': these are no fields in rows.
char fieldDelimiter(string_view head)
{
    constexpr std::array delimiters{',', ';', '\t'};
    char best = '\0';
    int most = 3; // what is less is chance
    for (const char delimiter : delimiters) {
        const int named = fieldsNamed(head, delimiter);
        if (named > most) {
            most = named;
            best = delimiter;
        }
    }
    return best;
}

class FieldRowsReader {
public:
    FieldRowsReader(TextInput& input, char delimiter, ReadSink& sink) : rows_(input, delimiter), sink_(sink) { }

    void run()
    {
        Row row;
        while (going_ && rows_.next(row)) {
            begun_ = begun_ || isTitleRow(row); // else it is the search that stands before all records
            if (row.blank() || isTitleRow(row))
                release();
            if (going_ && begun_ && !row.blank())
                take(row);
        }
        if (going_)
            release();
    }

private:
    void take(const Row& row)
    {
        if (names_.empty())
            span_ = row.span;
        span_.length = row.span.offset + row.span.length - span_.offset;
        if (row.cut || row.cells.size() < 2)
            sink_.unreadable({row.span.line, excerpt(row.cells[0]),
                              row.cut ? Unreadable::Why::Truncated : Unreadable::Why::WrongColumnCount});
        if (row.cells.size() < 2)
            return;
        std::string value;
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            appendItem(value, trimmed(row.cells[i]), "; ");
        names_.emplace_back(row.cells[0]);
        values_.push_back(std::move(value));
    }

    void release()
    {
        if (names_.empty())
            return;
        const Columns columns({names_.begin(), names_.end()});
        Record record = tableRecord(columns, {values_.begin(), values_.end()});
        if (hasContent(record))
            going_ = sink_.record(std::move(record), span_);
        else
            sink_.unreadable({span_.line, excerpt(values_.front()), Unreadable::Why::NoTitle});
        names_.clear();
        values_.clear();
    }

    TableRows rows_;
    ReadSink& sink_;
    std::vector<std::string> names_;
    std::vector<std::string> values_;
    RawSpan span_;
    bool begun_ = false;
    bool going_ = true;
};

} // namespace

int fieldRowsLikeness(string_view head, QStringView)
{
    return fieldDelimiter(head) == '\0' ? 0 : 85;
}

Result<void> readFieldRows(TextInput& input, ReadSink& sink)
{
    if (input.buffered().empty())
        input.fill();
    const char delimiter = fieldDelimiter(input.buffered());
    FieldRowsReader(input, delimiter == '\0' ? ',' : delimiter, sink).run();
    return {};
}

} // namespace winnow::formats
