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

/// Stands between the reader of one sheet and the caller's sink: spans count in the workbook's text, and lines are the
/// rows of the sheet, however many lines their cells have.
class SheetSink final : public ReadSink {
public:
    SheetSink(ReadSink& sink, string_view sheet, qint64 offset) : sink_(sink), sheet_(sheet), offset_(offset) { }

    bool record(Record&& record, const RawSpan& raw) override
    {
        going = sink_.record(std::move(record), {raw.offset + offset_, raw.length, rowOf(raw.line)});
        return going;
    }
    void unreadable(Unreadable&& entry) override
    {
        entry.line = rowOf(entry.line);
        sink_.unreadable(std::move(entry));
    }
    bool progress(qint64) override { return going; }

    bool going = true;

private:
    /// Lines come in order.
    qint64 rowOf(qint64 line)
    {
        for (; line_ < line && at_ < sheet_.size(); ++at_) {
            if (sheet_[at_] == '"')
                quoted_ = !quoted_;
            if (sheet_[at_] != '\n')
                continue;
            ++line_;
            row_ += quoted_ ? 0 : 1;
        }
        return row_;
    }

    ReadSink& sink_;
    string_view sheet_;
    qint64 offset_;
    std::size_t at_ = 0;
    qint64 line_ = 1;
    qint64 row_ = 1;
    bool quoted_ = false;
};

/// The rows of the sheet whose mark stands at `from`; `from` is moved to the next mark or the end.
string_view takeSheet(string_view text, std::size_t& from)
{
    const std::size_t begin = std::min(text.find('\n', from), text.size() - 1) + 1;
    const auto next = text.find(std::string("\n") + sheetMark, begin - 1);
    from = next == npos ? text.size() : next + 1;
    return text.substr(begin, std::max(from, begin) - begin);
}

} // namespace

int xlsxLikeness(string_view head, QStringView)
{
    for (std::size_t at = 0; at < head.size() && head[at] == sheetMark;) {
        Dialect dialect;
        if (findDialect(takeSheet(head, at), dialect) && dialect.hasRows)
            return 95;
    }
    return 0;
}

Result<void> readXlsx(TextInput& input, ReadSink& sink)
{
    while (input.fill()) { }
    const string_view text = input.buffered();
    bool going = true;
    for (std::size_t at = 0; going && at < text.size() && text[at] == sheetMark;) {
        const string_view sheet = takeSheet(text, at);
        QByteArray bytes = QByteArray::fromRawData(sheet.data(), qsizetype(sheet.size()));
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        TextInput rows(buffer, makeDecoder(QStringLiteral("utf-8")));
        SheetSink shifted(sink, sheet, input.offset() + (sheet.data() - text.data()));
        const Result<void> table = readTable(rows, shifted);
        Q_UNUSED(table) // a sheet of something else
        going = shifted.going;
    }
    return {};
}

} // namespace winnow::formats
