// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Entries.h"

#include "formats/ForeignMarks.h"
#include "formats/Table.h"
#include "formats/Text.h"
#include "formats/TextInput.h"

#include <QBuffer>

namespace winnow::formats {
namespace {

using std::string_view;

/// A text as a device.
struct InMemory {
    explicit InMemory(string_view text) : bytes(QByteArray::fromRawData(text.data(), qsizetype(text.size())))
    {
        buffer.setBuffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
    }
    QByteArray bytes;
    QBuffer buffer;
    TextInput input{buffer, makeDecoder(QStringLiteral("utf-8"))};
};

/// The first cells of a row may be empty: blanks and tabs stay.
string_view withoutLineEnds(string_view row)
{
    while (row.ends_with('\n') || row.ends_with('\r'))
        row.remove_suffix(1);
    while (row.starts_with('\n') || row.starts_with('\r'))
        row.remove_prefix(1);
    return row;
}

/// Passes on what a reader finds, with the marks of other tools taken out as readFile does.
class Passing final : public ReadSink {
public:
    explicit Passing(ReadSink& sink) : sink_(sink) { }
    bool record(Record&& record, const RawSpan& raw) override
    {
        takeForeignMarks(record);
        return sink_.record(std::move(record), raw);
    }
    void unreadable(Unreadable&& entry) override { sink_.unreadable(std::move(entry)); }
    bool progress(qint64) override { return true; }

private:
    ReadSink& sink_;
};

} // namespace

std::string fileOfEntries(const Detected& reading, string_view head, const std::vector<std::string>& entries)
{
    const Framing& framing = reading.format->framing;
    std::string text = framing.before;
    text += framing.header ? headerText(head, reading.columns) : std::string();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        text += i > 0 ? framing.between : "";
        text += framing.header ? withoutLineEnds(entries[i]) : trimmed(entries[i]);
    }
    text += framing.after;
    return text;
}

Result<void> readText(const Detected& reading, string_view text, ReadSink& sink)
{
    InMemory memory(text);
    Passing passing(sink);
    const bool named = !reading.columns.empty() && reading.format->readColumns;
    return named ? reading.format->readColumns(memory.input, passing, reading.columns)
                 : reading.format->read(memory.input, passing);
}

std::size_t lineStart(string_view text, qint64 line)
{
    InMemory memory(text);
    Line at;
    while (memory.input.nextLine(at)) {
        if (at.number == line)
            return static_cast<std::size_t>(at.offset);
    }
    return npos;
}

} // namespace winnow::formats
