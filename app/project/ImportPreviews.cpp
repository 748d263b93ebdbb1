// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/TableDialect.h"
#include "formats/Workbook.h"
#include "formats/Xlsx.h"
#include "project/ImportSources.h"
#include "project/Told.h"

#include <QFileInfo>

#include <algorithm>

namespace winnow {
namespace {

QString shownText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

bool isTable(const QString& format)
{
    return format == QLatin1String("csv") || format == QLatin1String("tsv") || format == QLatin1String("xlsx");
}

/// A file that somebody calls a table, by its name or by choosing the format.
bool saysTable(const QString& file, const Reading& reading)
{
    if (!reading.format.isEmpty())
        return isTable(reading.format);
    return file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
        || file.endsWith(QLatin1String(".tsv"), Qt::CaseInsensitive)
        || file.endsWith(QLatin1String(".tab"), Qt::CaseInsensitive)
        || file.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive);
}

void takeColumns(ImportPreview& preview, const formats::TableSample& sample)
{
    for (const auto& column : sample.columns) {
        TableColumn shown{shownText(column.heading), {}, shownText(column.field)};
        for (const std::string& cell : column.cells)
            shown.cells << shownText(cell);
        preview.columns.push_back(std::move(shown));
    }
}

bool isWorkbook(const formats::Detected& detected)
{
    return detected.encoding == QLatin1String(formats::workbookEncoding.data());
}

std::optional<formats::TableSample> sampleOf(const formats::Detected& detected, std::string_view head)
{
    return isWorkbook(detected) ? formats::sampleWorkbook(head, detected.columns)
                                : formats::sampleTable(head, detected.columns);
}

/// A table with a header that nobody knows: something to choose columns in, instead of a refusal.
std::optional<formats::Detected> unknownTable(const QString& file, const Reading& reading)
{
    auto forced = formats::detect(file, {QStringLiteral("csv"), reading.encoding, {}});
    if (!forced || !saysTable(file, reading))
        return {};
    if (isWorkbook(*forced))
        forced->format = formats::findFormat(QStringLiteral("xlsx"));
    const auto head = formats::beginningOf(file, forced->encoding);
    return head && sampleOf(*forced, *head) ? std::optional(*forced) : std::nullopt;
}

} // namespace

Result<ImportPreview> Imports::preview(const QString& file, const Reading& reading) const
{
    auto detected = formats::detect(file, told(reading));
    if (!detected) {
        const bool lacksHeader
            = detected.error().code == ErrorCode::NotABibliography || detected.error().code == ErrorCode::BadInput;
        const auto table = lacksHeader ? unknownTable(file, reading) : std::nullopt;
        if (!table)
            return Failure(detected.error());
        detected = *table;
    }
    ImportPreview preview;
    preview.file = file;
    preview.format = QString::fromLatin1(detected->format->id);
    preview.formatName = QString::fromLatin1(detected->format->name);
    preview.encoding = detected->encoding;
    preview.source = guessSource(file, preview.format);
    preview.kind = defaultKind(preview.source);
    preview.bytes = QFileInfo(file).size();
    const auto head = isTable(preview.format) ? formats::beginningOf(file, preview.encoding) : std::string();
    const auto sample = head ? sampleOf(*detected, *head) : std::nullopt;
    if (sample) {
        takeColumns(preview, *sample);
        preview.readable = sample->dialect.columns.has(formats::Role::Title);
    }
    return preview;
}

std::vector<Imports::FormatName> Imports::readable()
{
    std::vector<FormatName> names;
    for (const formats::Format& format : formats::registry()) {
        if (format.reads)
            names.push_back({QString::fromLatin1(format.id), QString::fromLatin1(format.name)});
    }
    return names;
}

QStringList Imports::encodings()
{
    QStringList names;
    for (const char* name : formats::encodings())
        names << QString::fromLatin1(name);
    return names;
}

QStringList Imports::columnFields()
{
    QStringList words;
    for (const std::string_view word : formats::columnFields())
        words << shownText(word);
    return words;
}

} // namespace winnow
