// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Hash.h"
#include "formats/Exact.h"
#include "formats/Read.h"
#include "formats/TaggedEntry.h"
#include "formats/TextInput.h"
#include "formats/Utf8.h"
#include "formats/Write.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <vector>

extern const char* const fuzzedFormat; ///< an id of the registry

/// Reads arbitrary bytes as one format (compiled once; `fuzzedFormat` says which). What it demands: no crash, valid
/// UTF-8, spans in order and within the file; and what was read survives a writer.
namespace {

using namespace winnow;
using namespace winnow::formats;

void demand(bool good)
{
    if (!good)
        std::abort();
}

struct Checker final : ReadSink {
    bool record(Record&& record, const RawSpan& raw) override
    {
        demand(raw.offset >= end && raw.length >= 0 && raw.offset + raw.length <= size && raw.line >= 1);
        end = raw.offset + raw.length;
        demand(isCleanUtf8(record.title) && isCleanUtf8(record.abstract) && isCleanUtf8(record.sourceId));
        if (hasContent(record)) // BibTeX knows entries that the others do not take for one
            records.push_back(std::move(record));
        return true;
    }
    void unreadable(Unreadable&& entry) override { demand(entry.line >= 1 && entry.text.size() <= 2000); }
    bool progress(qint64) override { return true; }

    qint64 size = 0;
    qint64 end = 0;
    std::vector<Record> records;
};

void read(const Format& format, const QByteArray& bytes, const QString& encoding, Checker& checker)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    TextInput input(buffer, makeDecoder(encoding));
    const Result<void> done = format.read(input, checker);
    Q_UNUSED(done)
}

/// Says how the first record that came back as another one differs.
void tell(const Format& format, const std::vector<Record>& wanted, const std::vector<Record>& got)
{
    std::cerr << "== " << format.id << ": wrote " << wanted.size() << " records, read " << got.size() << '\n';
    for (std::size_t i = 0; i < wanted.size() && i < got.size(); ++i) {
        for (const std::string& line : packDifferences(wanted[i], got[i]))
            std::cerr << "   wrote: " << line << '\n';
        for (const std::string& line : packDifferences(got[i], wanted[i]))
            std::cerr << "   read:  " << line << '\n';
        if (got[i] != wanted[i])
            return;
    }
}

void writeAndRead(const Format& format, const std::vector<Record>& records)
{
    const auto writer = makeWriter(format);
    if (!writer)
        return;
    std::string out;
    writer->begin(out);
    for (const Record& record : records)
        writer->write(record, out);
    writer->end(out);
    Checker again;
    QByteArray written = QByteArray::fromStdString(out);
    QBuffer buffer(&written);
    buffer.open(QIODevice::ReadOnly);
    const QString encoding = format.id == std::string_view("xlsx") ? guessEncoding(buffer) : QStringLiteral("utf-8");
    again.size = qint64(decodeAll(out, encoding)->size());
    read(format, written, encoding, again);
    if (again.records != records)
        tell(format, records, again.records);
    demand(again.records == records);
}

/// One of the formats that write, by the bytes: all take their turn, at a fraction of the time, and the same input goes
/// to the same one again.
const Format& writerFor(const QByteArray& bytes)
{
    std::vector<const Format*> writers;
    for (const Format& format : registry()) {
        if (format.writes)
            writers.push_back(&format);
    }
    return *writers[hash64({bytes.data(), std::size_t(bytes.size())}) % writers.size()];
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Format& format = *findFormat(QString::fromLatin1(fuzzedFormat));
    QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    format.likeness(bytes.toStdString(), u"x");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const QString encoding = guessEncoding(buffer);
    const auto decoded = decodeAll(bytes.toStdString(), encoding);
    demand(bool(decoded));
    Checker checker;
    checker.size = qint64(decoded->size());
    read(format, bytes, encoding, checker);
    writeAndRead(writerFor(bytes), checker.records);
    return 0;
}
