// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Encoding.h"

#include <QIODevice>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace winnow::formats {

/// In bytes: an entry that has not ended by then is broken.
inline constexpr std::size_t longestEntry = std::size_t(64) << 20;

/// A line without its end. `text` is clean UTF-8 and stays valid until the next call to the input.
struct Line {
    std::string_view text;
    qint64 offset = 0; ///< of its first byte in the decoded text
    qint64 length = 0; ///< in the decoded text, without the line end; may differ from text.size() if it was cleaned
    qint64 number = 0; ///< from 1
};

/// A file as a stream of UTF-8: decoded, without byte order mark, about one megabyte at a time.
/// Line ends are LF, CRLF or CR, by what the beginning of the file has most of: a bare CR inside a file with LF or
/// CRLF is no line end but part of the text (Web of Science writes such).
/// What is handed out is clean (valid, without NUL); offsets count the decoded text as decodeAll gives it.
class TextInput {
public:
    /// Told of each piece of the original as it is read; false stops the input, as if the file ended there.
    using Tap = std::function<bool(std::string_view original)>;

    /// `device` is open and outlives the input.
    TextInput(QIODevice& device, std::unique_ptr<Decoder> decoder, Tap tap = {});

    /// False at the end. Lines longer than `longestLine` come in pieces.
    [[nodiscard]] bool nextLine(Line& line);

    /// The text that was read and not yet consumed; not cleaned. Valid until the next call of fill or nextLine.
    [[nodiscard]] std::string_view buffered() const { return std::string_view(buffer_).substr(at_); }
    /// Reads more behind buffered(); false if there is no more.
    bool fill();
    void consume(std::size_t bytes);
    /// Clean form of a piece of buffered(): `piece` itself, or a copy in `scratch`.
    [[nodiscard]] std::string_view clean(std::string_view piece, std::string& scratch) const;

    /// Of the first byte of buffered() in the decoded text, and its line.
    [[nodiscard]] qint64 offset() const { return offset_; }
    [[nodiscard]] qint64 lineNumber() const { return line_; }
    [[nodiscard]] qint64 bytesRead() const { return bytesRead_; }
    /// Empty unless the device failed.
    [[nodiscard]] const QString& failure() const { return failure_; }

    static constexpr std::size_t longestLine = std::size_t(64) << 20;

private:
    void chooseLineEnd();
    [[nodiscard]] std::size_t findLineEnd(std::size_t from) const;
    [[nodiscard]] std::size_t lineEndLength(std::size_t at);
    void checkBuffer();

    QIODevice& device_;
    std::unique_ptr<Decoder> decoder_;
    Tap tap_;
    std::string buffer_;
    std::string chunk_;
    std::string scratch_;
    std::size_t at_ = 0; ///< first byte not yet consumed
    std::size_t checked_ = 0; ///< up to here the buffer is known to be clean, or dirty_ is set
    qint64 offset_ = 0;
    qint64 line_ = 1;
    qint64 bytesRead_ = 0;
    bool dirty_ = false; ///< something unclean was met: from then on each line is looked at
    bool crLines_ = false;
    bool lineEndChosen_ = false;
    bool ended_ = false;
    QString failure_;
};

} // namespace winnow::formats
