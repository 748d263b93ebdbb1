// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <zlib.h>

#include <cstdint>

namespace winnow::formats {

/// Unpacks a stream (zlib) and gives everything that stands before a damage or the place where it breaks off: zlib's
/// own gzread and QuaZip throw away what they had unpacked when they met it. The same bytes come whatever the size of
/// the pieces that are asked for.
class Inflater {
public:
    enum class Wrapping { Gzip, Raw, Stored }; ///< Raw: deflate as in a ZIP; Stored: not packed at all

    /// `packed` stands at the beginning of the stream and outlives the inflater.
    Inflater(QIODevice& packed, Wrapping wrapping);
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Bytes unpacked; 0: nothing more comes.
    qint64 read(char* to, qint64 most);
    /// Nothing more comes.
    [[nodiscard]] bool ended() const { return ended_; }
    /// Of a stream that has been read to its end: it was whole.
    [[nodiscard]] bool whole() const { return whole_; }
    /// CRC-32 of what was given.
    [[nodiscard]] std::uint32_t crc() const { return crc_; }
    /// Packed bytes that were taken in and not used: they stand behind the end of the stream.
    [[nodiscard]] qint64 surplus() const { return qint64(stream_.avail_in); }

private:
    bool refill();
    [[nodiscard]] bool nextMember();
    qint64 readStored(char* to, qint64 most);

    QIODevice& packed_;
    Wrapping wrapping_;
    z_stream stream_{};
    QByteArray block_;
    std::uint32_t crc_ = 0;
    bool ended_ = false;
    bool whole_ = false;
};

} // namespace winnow::formats
