// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Entries.h"
#include "project/Told.h"
#include "project/Writing.h"
#include "store/RunFacts.h"

#include <QTemporaryFile>

#include <algorithm>

namespace winnow {
namespace {

using Mendings = std::vector<const store::RunInfo*>;

constexpr qint64 headBytes = 256 * 1024; ///< of a file, where its header is looked for
constexpr qint64 wholeFile = store::chunkBytes * 0xffffff; ///< as many as can be kept

/// What came out of one entry.
struct Found final : formats::ReadSink {
    bool record(Record&&, const RawSpan&) override
    {
        ++records;
        return true;
    }
    void unreadable(Unreadable&& entry) override { bad.push_back(std::move(entry)); }
    bool progress(qint64) override { return true; }

    qint64 records = 0;
    std::vector<Unreadable> bad;
};

/// How a run was read, for reading text that is UTF-8 by now.
Result<formats::Detected> readingOf(const store::RunInfo& run)
{
    const formats::Format* format = formats::findFormat(run.run.format);
    if (!format)
        return fail(ErrorCode::UnknownFormat, run.run.format);
    return formats::Detected{format, QStringLiteral("utf-8"), formats::unpackColumns(run.columns)};
}

Result<std::string> textOf(store::Reader& reader, const store::RunInfo& run, qint64 bytes)
{
    return formats::decodeAll(store::fileBytes(reader, run.run.id, 0, bytes), run.run.encoding);
}

const Unreadable* entryAt(const std::vector<Unreadable>& entries, qint64 line)
{
    const auto found
        = std::find_if(entries.begin(), entries.end(), [line](const Unreadable& entry) { return entry.line == line; });
    return found == entries.end() ? nullptr : &*found;
}

/// From the beginning of the entry's line to that of the next entry; as kept in the list where that cannot be told.
Result<std::string> wholeEntry(store::Reader& reader, const store::RunInfo& run, const Unreadable& entry)
{
    const auto next = store::nextEntryLine(reader, run, entry.line);
    const auto text = next ? textOf(reader, run, wholeFile) : Result<std::string>(std::string());
    if (!text)
        return text;
    const size_t begin = formats::lineStart(*text, entry.line);
    if (!next || begin >= text->size())
        return entry.text;
    const size_t end = *next > 0 ? formats::lineStart(*text, *next) : text->size();
    std::string whole = text->substr(begin, end - begin);
    whole.erase(whole.find_last_not_of("\r\n") + 1);
    return whole;
}

/// Like "embase.ris:120,340": the file and the lines.
QString nameOf(const QString& file, const std::vector<qint64>& lines)
{
    constexpr size_t told = 5;
    QStringList numbers;
    for (size_t i = 0; i < std::min(lines.size(), told); ++i)
        numbers << QString::number(lines[i]);
    return file + QLatin1Char(':') + numbers.join(QLatin1Char(','))
        + (lines.size() > told ? QStringLiteral("…") : QString());
}

/// Its source, if all its records are of one; else each record names its own.
QString sourceOf(const store::Catalog& catalog, const store::RunInfo& run)
{
    const Source* source = run.run.sources.size() == 1 ? catalog.source(run.run.sources.front()) : nullptr;
    return source ? source->name : QString();
}

ColumnNames columnNames(const formats::ColumnMap& map)
{
    ColumnNames names;
    for (const formats::NamedColumn& named : map)
        names.insert(QString::fromStdString(named.column), QString::fromStdString(named.field));
    return names;
}

/// The mended entries that are whole now, and where they stood.
struct Whole {
    std::vector<std::string> texts;
    std::vector<qint64> lines;
};

/// Reads each entry alone, so that one that is still broken spoils no other.
Whole sortOut(const formats::Detected& reading, const std::string& head, const std::vector<MendedEntry>& entries,
              MendReport& report)
{
    Whole whole;
    for (const MendedEntry& entry : entries) {
        Found found;
        const auto read = formats::readText(reading, formats::fileOfEntries(reading, head, {entry.text}), found);
        if (read && found.records > 0 && found.bad.empty()) {
            whole.texts.push_back(entry.text);
            whole.lines.push_back(entry.line);
        } else {
            const auto why = found.bad.empty() ? Unreadable::Why::NotAnEntry : found.bad.front().why;
            report.still.push_back({entry.line, entry.text, why});
        }
    }
    return whole;
}

} // namespace

Result<std::vector<Unreadable>> Imports::unreadable(RunId run) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<Unreadable> entries = store::unreadableOf(reader, run);
        const store::RunInfo* info = reader.catalog().run(run);
        for (const store::RunInfo* mending : info ? reader.catalog().mendingsOf(*info) : Mendings()) {
            std::erase_if(entries, [&](const Unreadable& entry) {
                const auto& lines = mending->mendedLines;
                return mending->run.live && std::find(lines.begin(), lines.end(), entry.line) != lines.end();
            });
        }
        return entries;
    });
}

Result<std::string> Imports::entryText(RunId run, qint64 line) const
{
    return m_project.store().read([&](store::Reader& reader) -> Result<std::string> {
        const store::RunInfo* info = reader.catalog().run(run);
        const auto entries = store::unreadableOf(reader, run);
        const Unreadable* entry = entryAt(entries, line);
        if (!info || !entry)
            return fail(ErrorCode::UnknownRecord, QString::number(line));
        return wholeEntry(reader, *info, *entry);
    });
}

Result<MendReport> Imports::mend(RunId run, const std::vector<MendedEntry>& entries, const JobContext& job)
{
    const auto catalog = m_project.store().catalog();
    const store::RunInfo* info = catalog->run(run);
    if (!info)
        return fail(ErrorCode::UnknownRecord);
    const auto open = unreadable(run);
    if (!open)
        return Failure(open.error());
    for (const MendedEntry& entry : entries) {
        if (!entryAt(*open, entry.line))
            return fail(ErrorCode::UnknownRecord, QStringLiteral("%1:%2").arg(info->run.fileName).arg(entry.line));
    }
    const auto reading = readingOf(*info);
    if (!reading)
        return Failure(reading.error());
    const auto head = m_project.store().read([&](store::Reader& reader) { return textOf(reader, *info, headBytes); });
    if (!head)
        return Failure(head.error());
    MendReport report;
    const Whole whole = sortOut(*reading, *head, entries, report);
    if (whole.texts.empty())
        return report;
    QTemporaryFile file;
    const std::string text = formats::fileOfEntries(*reading, *head, whole.texts);
    if (!file.open() || file.write(text.data(), qint64(text.size())) != qint64(text.size()) || !file.flush())
        return fail(ErrorCode::FileNotWritable, file.fileName(), file.errorString());
    ImportRequest request;
    request.file = file.fileName();
    request.reading = {info->run.format, QStringLiteral("utf-8"), columnNames(reading->columns)};
    request.source = sourceOf(*catalog, *info);
    const auto in = import(request, {run, nameOf(info->run.fileName, whole.lines), whole.lines}, job);
    if (!in)
        return Failure(in.error());
    report.run = in->run;
    report.records = in->records + in->alreadyHere;
    return report;
}

QString Imports::uid(RunId run) const
{
    const store::RunInfo* info = m_project.store().catalog()->run(run);
    return info ? QString::fromLatin1(QByteArray::fromStdString(info->hash).toHex()) : QString();
}

RunId Imports::fromUid(QStringView uid) const
{
    const auto catalog = m_project.store().catalog();
    return store::runByHash(*catalog, QByteArray::fromHex(uid.toLatin1()).toStdString());
}

} // namespace winnow
