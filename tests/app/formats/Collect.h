// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Read.h"
#include "formats/TextInput.h"

#include <QBuffer>
#include <QFile>

#include <string>
#include <vector>

/// Helpers of the tests of readers and writers.
namespace winnow::formats {

struct Collect final : ReadSink {
    bool record(Record&& record, const RawSpan& raw) override
    {
        records.push_back(std::move(record));
        spans.push_back(raw);
        return stopAfter < 0 || qint64(records.size()) < stopAfter;
    }
    void unreadable(Unreadable&& entry) override { bad.push_back(std::move(entry)); }
    bool progress(qint64 bytesRead) override
    {
        lastProgress = bytesRead;
        return goOn;
    }
    void rawBytes(std::string_view original) override { bytes += original; }

    std::vector<Record> records;
    std::vector<RawSpan> spans;
    std::vector<Unreadable> bad;
    std::string bytes;
    qint64 stopAfter = -1;
    qint64 lastProgress = 0;
    bool goOn = true;
};

/// What the files of a format are decoded as, if nothing else is said.
inline QString usualEncoding(const char* format)
{
    return std::string_view(format) == "xlsx" ? QStringLiteral("xlsx") : QStringLiteral("utf-8");
}

/// Reads a text that is in memory with one format, without detection.
inline Collect readText(const char* format, std::string_view text, const char* encoding = nullptr)
{
    Collect sink;
    QByteArray bytes(text.data(), qsizetype(text.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    TextInput input(buffer, makeDecoder(encoding ? QString::fromLatin1(encoding) : usualEncoding(format)));
    const Result<void> done = findFormat(QString::fromLatin1(format))->read(input, sink);
    Q_UNUSED(done)
    return sink;
}

inline std::string contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().toStdString();
}

} // namespace winnow::formats
