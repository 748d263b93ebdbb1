// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Entries.h"
#include "formats/Workbook.h"
#include "formats/Xlsx.h"
#include "project/Told.h"
#include "project/Writing.h"
#include "store/RunFacts.h"

#include <QTemporaryFile>

#include <algorithm>
#include <map>

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

bool isWorkbook(const store::RunInfo& run)
{
    return run.run.encoding == QLatin1String(formats::workbookEncoding.data());
}

/// A row of a workbook as its sheet has it.
Result<std::string> wholeRow(store::Reader& reader, const store::RunInfo& run, const Unreadable& entry)
{
    const auto text = textOf(reader, run, wholeFile);
    if (!text)
        return text;
    const auto row = formats::sheetRowAt(*text, entry.line, formats::unpackColumns(run.columns));
    return row ? std::string(row->text) : entry.text;
}

/// From the beginning of the entry's line to that of the next entry; as kept in the list where that cannot be told.
Result<std::string> wholeEntry(store::Reader& reader, const store::RunInfo& run, const Unreadable& entry)
{
    if (isWorkbook(run))
        return wholeRow(reader, run, entry);
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

/// Mended entries under the beginning of the file that they are from. Of a workbook, each sheet has its own.
struct Group {
    formats::Detected reading;
    std::string head;
    std::vector<MendedEntry> entries;
};
using Groups = std::vector<Group>;

Groups groupBySheet(const formats::Detected& reading, const std::string& workbook,
                    const std::vector<MendedEntry>& entries)
{
    std::map<const char*, Group> bySheet; // in the order of the workbook
    for (const MendedEntry& entry : entries) {
        const auto row = formats::sheetRowAt(workbook, entry.line, reading.columns);
        if (!row)
            continue;
        Group& group = bySheet[row->sheet.data()];
        group.reading = {reading.format, reading.encoding, row->columns};
        group.head = row->sheet.substr(0, size_t(headBytes));
        group.entries.push_back(entry);
    }
    Groups groups;
    for (auto& [sheet, group] : bySheet)
        groups.push_back(std::move(group));
    return groups;
}

Result<Groups> grouped(store::Reader& reader, const store::RunInfo& run, const std::vector<MendedEntry>& entries)
{
    const auto reading = readingOf(run);
    if (!reading)
        return Failure(reading.error());
    const auto text = textOf(reader, run, isWorkbook(run) ? wholeFile : headBytes);
    if (!text)
        return Failure(text.error());
    return isWorkbook(run) ? groupBySheet(*reading, *text, entries) : Groups{{*reading, *text, entries}};
}

/// Reads each entry of a group alone, so that one that is still broken spoils no other. What is whole becomes a file of
/// its own behind `file`; its lines go to `lines`.
void sortOut(const Group& group, std::string& file, std::vector<qint64>& lines, MendReport& report)
{
    std::vector<std::string> whole;
    for (const MendedEntry& entry : group.entries) {
        Found found;
        const std::string alone = formats::fileOfEntries(group.reading, group.head, {entry.text});
        const auto read = formats::readText(group.reading, alone, found);
        if (read && found.records > 0 && found.bad.empty()) {
            whole.push_back(entry.text);
            lines.push_back(entry.line);
        } else {
            const auto why = found.bad.empty() ? Unreadable::Why::NotAnEntry : found.bad.front().why;
            report.still.push_back({entry.line, entry.text, why});
        }
    }
    if (!whole.empty())
        file += formats::fileOfEntries(group.reading, group.head, whole);
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
    const auto groups = m_project.store().read([&](store::Reader& reader) { return grouped(reader, *info, entries); });
    if (!groups)
        return Failure(groups.error());
    MendReport report;
    std::string text;
    std::vector<qint64> lines;
    for (const Group& group : *groups)
        sortOut(group, text, lines, report);
    if (lines.empty())
        return report;
    QTemporaryFile file;
    if (!file.open() || file.write(text.data(), qint64(text.size())) != qint64(text.size()) || !file.flush())
        return fail(ErrorCode::FileNotWritable, file.fileName(), file.errorString());
    ImportRequest request;
    request.file = file.fileName();
    request.reading = {info->run.format, QStringLiteral("utf-8"), columnNames(formats::unpackColumns(info->columns))};
    request.source = sourceOf(*catalog, *info);
    const auto in = import(request, {run, nameOf(info->run.fileName, lines), lines}, job);
    if (!in)
        return Failure(in.error());
    report.run = in->run;
    report.records = in->records + in->alreadyHere;
    return report;
}

QString Imports::uid(RunId run) const
{
    const auto catalog = m_project.store().catalog();
    const store::RunInfo* info = catalog->run(run);
    return info ? QString::fromLatin1(QByteArray::fromStdString(info->hash).toHex()) : QString();
}

RunId Imports::fromUid(QStringView uid) const
{
    const auto catalog = m_project.store().catalog();
    return store::runByHash(*catalog, QByteArray::fromHex(uid.toLatin1()).toStdString());
}

} // namespace winnow
