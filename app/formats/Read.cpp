// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Read.h"

#include "formats/Text.h"
#include "formats/TextInput.h"
#include "formats/Utf8.h"

#include <QFile>
#include <QFileInfo>

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

Result<void> openForReading(QFile& file)
{
    const QFileInfo info(file.fileName());
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, file.fileName());
    if (!info.exists())
        return fail(ErrorCode::FileMissing, file.fileName());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, file.fileName(), file.errorString());
    return {};
}

std::string decodedHead(QFile& file, const QString& encoding)
{
    std::string original(headSize * 2, '\0'); // UTF-16 takes two bytes a letter
    original.resize(static_cast<std::size_t>(std::max<qint64>(0, file.read(original.data(), qint64(original.size())))));
    std::string head;
    if (const auto decoder = makeDecoder(encoding))
        decoder->append(original, head);
    head.resize(std::min(head.size(), headSize));
    return head;
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
    QFile file(path);
    if (const auto opened = openForReading(file); !opened)
        return Failure(opened.error());
    if (file.size() == 0)
        return fail(ErrorCode::EmptyFile, path);
    const QString encoding = guessEncoding(file);
    const std::string head = decodedHead(file, encoding);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (qint64(head.size()) < qint64(headSize) && trimmed(head).empty())
        return fail(ErrorCode::EmptyFile, path);
    const Format* format = forced ? forced : mostLikely(head, path);
    if (!format)
        return fail(ErrorCode::NotABibliography, path);
    return Detected{format, encoding};
}

Result<ReadSummary> readFile(const QString& path, const Detected& detected, ReadSink& sink)
{
    QFile file(path);
    if (const auto opened = openForReading(file); !opened)
        return Failure(opened.error());
    auto decoder = makeDecoder(detected.encoding);
    if (!decoder || !detected.format)
        return fail(ErrorCode::BadInput, path, detected.encoding);
    Counter counter(sink);
    qint64 bytes = 0;
    TextInput input(file, std::move(decoder), [&](std::string_view original) {
        bytes += qint64(original.size());
        counter.rawBytes(original);
        return counter.progress(bytes);
    });
    const Result<void> done = detected.format->read(input, counter);
    while (!counter.stopped && input.fill()) // what stands behind the last entry is part of the file
        input.consume(input.buffered().size());
    if (counter.stopped)
        return fail(ErrorCode::Cancelled, path);
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
