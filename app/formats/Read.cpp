// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Read.h"

#include "formats/Archive.h"
#include "formats/ForeignMarks.h"
#include "formats/InputFile.h"
#include "formats/TableDialect.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"
#include "formats/TextInput.h"
#include "formats/Utf8.h"
#include "formats/Workbook.h"
#include "formats/Xlsx.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace winnow::formats {
namespace {

constexpr std::size_t headSize = 128 * 1024;

/// What a person would find the record by.
const std::string& shown(const Record& r)
{
    if (!r.title.empty())
        return r.title;
    return r.authors.empty() ? r.abstract : r.authors.front().family;
}

/// Stands between a reader and the caller's sink: counts, and remembers whether the caller said stop. What a reader
/// says last of an entry is held until it is known whether the file breaks off there.
class Counter final : public ReadSink {
public:
    explicit Counter(ReadSink& sink) : sink_(sink) { }

    bool record(Record&& record, const RawSpan& raw) override
    {
        if (stopped)
            return false;
        releaseBefore(raw.line);
        ++records;
        takeForeignMarks(record);
        last_.line = raw.line;
        last_.text.assign(shown(record), 0, 4096);
        stopped = !sink_.record(std::move(record), raw);
        return !stopped;
    }
    void unreadable(Unreadable&& entry) override
    {
        if (stopped)
            return;
        release();
        held_ = std::move(entry);
    }
    /// The end of the file. `damaged`: of what was packed (InputFile.h); the entry that breaks off says so, or else the
    /// last one.
    void end(bool damaged)
    {
        if (stopped)
            return;
        if (damaged) {
            const Unreadable& where = held_ ? *held_ : last_;
            held_ = Unreadable{where.line, excerpt(where.text), Unreadable::Why::Damaged};
        }
        release();
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
    /// What there is of an entry that breaks off comes behind what is said of it.
    void releaseBefore(qint64 line)
    {
        const bool ofIt = held_ && held_->line == line && !std::exchange(heldWithRecord_, true);
        if (!ofIt)
            release();
    }
    void release()
    {
        heldWithRecord_ = false;
        if (!held_)
            return;
        ++unreadables;
        sink_.unreadable(std::move(*held_));
        held_.reset();
    }

    ReadSink& sink_;
    std::optional<Unreadable> held_;
    bool heldWithRecord_ = false; ///< a record has come since
    Unreadable last_{1, {}, Unreadable::Why::Damaged}; ///< the last record
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

/// Names that people and other programs use.
QString plainEncoding(const QString& written)
{
    const QString name = written.trimmed().toLower();
    if (name == QLatin1String("utf8") || name == QLatin1String("ascii"))
        return QStringLiteral("utf-8");
    if (name == QLatin1String("latin1") || name == QLatin1String("latin-1"))
        return QStringLiteral("iso-8859-1");
    if (name == QLatin1String("cp1252"))
        return QStringLiteral("windows-1252");
    return name == QLatin1String("macroman") ? QStringLiteral("macintosh") : name;
}

/// The format of a table that has all of these columns; nullptr: it is none.
const Format* namedTable(std::string_view head, const QString& encoding, const ColumnMap& columns)
{
    if (encoding == QLatin1String(workbookEncoding.data()))
        return hasSheetWith(head, columns) ? findFormat(QStringLiteral("xlsx")) : nullptr;
    Dialect dialect;
    if (!findDialect(head, dialect, columns))
        return nullptr;
    return findFormat(dialect.delimiter == '\t' ? QStringLiteral("tsv") : QStringLiteral("csv"));
}

Failure noFormat(const QString& path, const Told& told)
{
    if (told.columns.empty())
        return fail(ErrorCode::NotABibliography, path);
    return fail(ErrorCode::BadInput, path,
                QCoreApplication::translate("Words", "no line of it names the columns that were chosen"));
}

} // namespace

std::string Detected::reader() const
{
    std::string reader = format->id;
    if (encodingTold)
        reader += "\nencoding\t" + encoding.toStdString();
    if (!columns.empty())
        reader += "\ncolumns\n" + packColumns(columns);
    return reader;
}

std::span<const char* const> encodings()
{
    static constexpr std::array known{"utf-8",      "windows-1252", "iso-8859-1",  "macintosh",    "utf-16le",
                                      "utf-16be",   "gb18030",      "big5",        "shift_jis",    "euc-jp",
                                      "euc-kr",     "windows-1250", "iso-8859-2",  "windows-1251", "koi8-r",
                                      "iso-8859-9", "windows-1253", "windows-1254"};
    return known;
}

Result<std::string> beginningOf(const QString& path, const QString& encoding)
{
    const auto file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    return decodedHead((*file)->device(), encoding);
}

Result<Detected> detect(const QString& path, const Told& told)
{
    const Format* forced = told.format.isEmpty() ? nullptr : findFormat(told.format);
    if (!told.format.isEmpty() && (!forced || !forced->reads))
        return fail(ErrorCode::UnknownFormat, told.format);
    const QString encoding = plainEncoding(told.encoding);
    if (!encoding.isEmpty() && !makeDecoder(encoding))
        return fail(ErrorCode::BadInput, told.encoding);
    const auto file = InputFile::open(path);
    if (!file)
        return Failure(file.error());
    QIODevice& device = (*file)->device();
    if (device.size() == 0)
        return fail(ErrorCode::EmptyFile, path);
    const QString guess = guessEncoding(device);
    Detected detected{nullptr, encoding.isEmpty() ? guess : encoding, told.columns,
                      !encoding.isEmpty() && encoding != guess};
    const std::string head = decodedHead(device, detected.encoding);
    if (const auto state = (*file)->state(); !state)
        return Failure(state.error());
    if (qint64(head.size()) < qint64(headSize) && trimmed(head).empty())
        return (*file)->damaged() ? damagedFailure(path) : fail(ErrorCode::EmptyFile, path);
    detected.format = forced   ? forced
        : told.columns.empty() ? mostLikely(head, withoutGz(path))
                               : namedTable(head, detected.encoding, told.columns);
    if (!detected.format)
        return (*file)->damaged() ? damagedFailure(path) : noFormat(path, told);
    return detected;
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
    const bool named = !detected.columns.empty() && detected.format->readColumns;
    const Result<void> done = named ? detected.format->readColumns(input, counter, detected.columns)
                                    : detected.format->read(input, counter);
    while (!counter.stopped && input.fill()) // what stands behind the last entry is part of the file
        input.consume(input.buffered().size());
    if (counter.stopped)
        return fail(ErrorCode::Cancelled, path);
    if (const auto state = (*file)->state(); !state)
        return Failure(state.error());
    if (!input.failure().isEmpty())
        return fail(ErrorCode::FileUnreadable, path, input.failure());
    const bool damaged = (*file)->damaged();
    if (damaged && counter.records == 0)
        return damagedFailure(path);
    if (!done)
        return Failure(done.error());
    if (counter.records == 0)
        return fail(ErrorCode::NotABibliography, path);
    counter.end(damaged);
    return ReadSummary{QString::fromLatin1(detected.format->id), detected.encoding, counter.records,
                       counter.unreadables, bytes};
}

} // namespace winnow::formats
