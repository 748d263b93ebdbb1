// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"

#include <QString>

#include <span>
#include <string>
#include <string_view>

namespace winnow::formats {

/// What a reader hands its findings to. All calls come from the thread that called `readFile`.
struct ReadSink {
    virtual ~ReadSink() = default;
    /// An entry, in file order. False: stop.
    virtual bool record(Record&& record, const RawSpan& raw) = 0;
    /// An entry or a stretch of the file that could not be read.
    virtual void unreadable(Unreadable&& entry) = 0;
    /// At least once per megabyte of the original file. False: stop.
    virtual bool progress(qint64 bytesRead) = 0;
    /// Every byte of the original file, in order, as it is read: one pass serves reading, hashing and keeping. Of gzip
    /// and of a file in a ZIP that is what was packed.
    virtual void rawBytes(std::string_view original) { Q_UNUSED(original) }
};

/// What a person says of a file: stands above every guess. Empty: guessed.
struct Told {
    QString format; ///< an id
    QString encoding; ///< as in Detected, or any name that iconv(3) knows
    ColumnMap columns; ///< of a table

    bool operator==(const Told&) const = default;
};

/// What a file is: never null in an answer of `detect`.
struct Detected {
    const Format* format = nullptr;
    QString encoding; ///< "utf-8" (ASCII too), "utf-16le", "utf-16be", "windows-1252", "macintosh", "gb18030" …; "xlsx"
    ColumnMap columns; ///< as told
    bool encodingTold = false; ///< and not what would have been guessed

    /// What makes a reading of the same bytes another one: part of the record ids. The format's id, and after it what
    /// a person said that the file does not say by itself; so a guess confirmed by hand gives the same ids.
    [[nodiscard]] std::string reader() const;
};

/// Tells format and encoding from the content of the file, as far as nobody has told them.
/// Reads the beginning, and on until the encoding is certain (all of a file that is plain ASCII).
/// A file that is packed is looked into (Archive.h): gzip as it is, one in a ZIP by its path in it.
/// Errors: FileMissing, IsDirectory, FileUnreadable, EmptyFile, NotABibliography, UnknownFormat; BadInput: the file
/// is too large (tooLarge), the encoding that was told is not known, or the table has no column of a name that was
/// told.
[[nodiscard]] Result<Detected> detect(const QString& path, const Told& told = {});
/// The beginning of a file as text, some 128 kB.
[[nodiscard]] Result<std::string> beginningOf(const QString& path, const QString& encoding);
/// Encodings to choose from by hand, usual ones first.
[[nodiscard]] std::span<const char* const> encodings();

struct ReadSummary {
    QString format;
    QString encoding;
    qint64 records = 0;
    qint64 unreadable = 0;
    qint64 bytes = 0; ///< of the original file

    bool operator==(const ReadSummary&) const = default;
};

/// Reads the whole file, streaming: memory does not grow with the file, only with its largest entry.
/// Errors: Cancelled (the sink said stop), FileMissing, FileUnreadable, BadInput (tooLarge), NotABibliography (no
/// record came out of it).
[[nodiscard]] Result<ReadSummary> readFile(const QString& path, const Detected& detected, ReadSink& sink);

/// The decoded text that RawSpan counts in, of a whole original file or of any piece that ends between two characters.
/// Of a workbook ("xlsx") the original has to be whole.
/// For "utf-8" that text is the file byte for byte without its byte order mark (bytes that are no UTF-8 stay as they
/// are): there a record's raw text stands in the file at RawSpan.offset + byteOrderMarkLength(first bytes of the file)
/// and the rest need not be decoded. For all other encodings everything up to the record has to be.
/// Error: BadInput (an encoding that is not known).
[[nodiscard]] Result<std::string> decodeAll(std::string_view original, const QString& encoding);
/// 3 for a UTF-8 byte order mark, 2 for one of UTF-16, else 0.
[[nodiscard]] qint64 byteOrderMarkLength(std::string_view head);

} // namespace winnow::formats
