// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Read.h"

#include "formats/InputFile.h"
#include "formats/Text.h"
#include "formats/TextInput.h"
#include "formats/Utf8.h"
#include "formats/Workbook.h"

#include <algorithm>

namespace winnow::formats {
namespace {

constexpr std::size_t headSize = 128 * 1024;

/// Stands between a reader and the caller's sink: counts, and remembers whether the caller said stop.
class Counter final : public ReadSink {
public:
    explicit Counter(ReadSink& sink) : sink_(sink) { }

    bool record(Record&& record, const RawSpan& raw) override
    {
        if (stopped)
            return false;
        ++records;
        stopped = !sink_.record(std::move(record), raw);
        return !stopped;
    }
    void unreadable(Unreadable&& entry) override
    {
        if (stopped)
            return;
        ++unreadables;
        sink_.unreadable(std::move(entry));
    }
    bool progress(qint64 bytesRead) override
    {
        stopped = stopped || !sink_.progress(bytesRead);
        return !stopped;
    }
    void rawBytes(std::string_view original) override { sink_.rawBytes(original); }

    qint64 records = 0;
    qint64 unreadables = 0;
    bool stopped = false;

private:
    ReadSink& sink_;
};

/// The beginning of the file as text. A workbook has one only as a whole.
std::string decodedHead(QIODevice& file, const QString& encoding)
{
    const bool whole = encoding == QLatin1String(workbookEncoding.data());
    std::string original(headSize * 2, '\0'); // UTF-16 takes two bytes a letter
    if (whole)
        original = file.readAll().toStdString();
    else
        original.resize(
            static_cast<std::size_t>(std::max<qint64>(0, file.read(original.data(), qint64(original.size())))));
    std::string head;
    if (const auto decoder = makeDecoder(encoding)) {
        decoder->append(original, head);
        if (whole)
            decoder->finish(head);
    }
    head.resize(std::min(head.size(), headSize));
    return head;
}

/// The name of what is in a gzip file: its extension may add to a likeness.
QString withoutGz(const QString& path)
{
    return path.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive) ? path.chopped(3) : path;
}

const Format* mostLikely(std::string_view head, const QString& path)
{
    const Format* best = nullptr;
    int bestLikeness = 0;
    for (const Format& format : registry()) {
        const int likeness = format.reads ? format.likeness(head, path) : 0;
        if (likeness > bestLikeness) {
            best = &format;
            bestLikeness = likeness;
        }
    }
    return best;
}

} // namespace

Result<Detected> detect(const QString& path, QStringView forcedFormat)
{
    const Format* forced = forcedFormat.isEmpty() ? nullptr : findFormat(forcedFormat);
    if (!forcedFormat.isEmpty() && (!forced || !forced->reads))
        return fail(ErrorCode::UnknownFormat, forcedFormat.toString());
    const auto file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    QIODevice& device = (*file)->device();
    if (device.size() == 0)
        return fail(ErrorCode::EmptyFile, path);
    const QString encoding = guessEncoding(device);
    const std::string head = decodedHead(device, encoding);
    if (const auto state = (*file)->state(); !state)
        return Failure(state.error());
    if (qint64(head.size()) < qint64(headSize) && trimmed(head).empty())
        return fail(ErrorCode::EmptyFile, path);
    const Format* format = forced ? forced : mostLikely(head, withoutGz(path));
    if (!format)
        return fail(ErrorCode::NotABibliography, path);
    return Detected{format, encoding};
}

Result<ReadSummary> readFile(const QString& path, const Detected& detected, ReadSink& sink)
{
    const auto file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    auto decoder = makeDecoder(detected.encoding);
    if (!decoder || !detected.format)
        return fail(ErrorCode::BadInput, path, detected.encoding);
    Counter counter(sink);
    qint64 bytes = 0;
    TextInput input((*file)->device(), std::move(decoder), [&](std::string_view original) {
        bytes += qint64(original.size());
        counter.rawBytes(original);
        return counter.progress(bytes);
    });
    const Result<void> done = detected.format->read(input, counter);
    while (!counter.stopped && input.fill()) // what stands behind the last entry is part of the file
        input.consume(input.buffered().size());
    if ((*file)->cutOff())
        counter.unreadable({input.lineNumber(), {}, Unreadable::Why::Truncated});
    if (counter.stopped)
        return fail(ErrorCode::Cancelled, path);
    if (const auto state = (*file)->state(); !state)
        return Failure(state.error());
    if (!input.failure().isEmpty())
        return fail(ErrorCode::FileUnreadable, path, input.failure());
    if (!done)
        return Failure(done.error());
    if (counter.records == 0)
        return fail(ErrorCode::NotABibliography, path);
    return ReadSummary{QString::fromLatin1(detected.format->id), detected.encoding, counter.records,
                       counter.unreadables, bytes};
}

} // namespace winnow::formats
