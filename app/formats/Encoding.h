// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QIODevice>
#include <QString>

#include <memory>
#include <string>
#include <string_view>

namespace winnow::formats {

/// Turns pieces of a file into UTF-8, wherever the pieces are cut. The byte order mark is left out.
/// "utf-8" passes bytes through unchanged (see decodeAll); from all others only valid UTF-8 comes, with U+FFFD for
/// what cannot be converted.
class Decoder {
public:
    virtual ~Decoder() = default;
    virtual void append(std::string_view original, std::string& out) = 0;
    /// What is left at the end of the file: half a character becomes U+FFFD.
    virtual void finish(std::string& out) = 0;
};

/// By the names used in Detected::encoding, or any name that iconv(3) knows. nullptr: not known. "xlsx" gives the text
/// of a workbook (Workbook.h), all at the end.
[[nodiscard]] std::unique_ptr<Decoder> makeDecoder(const QString& encoding);

/// Guesses the encoding of an open file from its beginning and, as long as nothing decides, from the rest of it.
/// The beginning of a workbook decides ("xlsx"), or a byte order mark; then zero bytes at every other place (UTF-16);
/// then UTF-8, if the file is valid or all but some bytes of it are; then uchardet and the letters that MacRoman or
/// Windows-1252 would make of the bytes. Leaves the file at its beginning.
[[nodiscard]] QString guessEncoding(QIODevice& file);

} // namespace winnow::formats
