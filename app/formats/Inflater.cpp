// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Inflater.h"

#include <algorithm>

namespace winnow::formats {
namespace {

constexpr qsizetype blockSize = 1 << 16;
constexpr qint64 mostAtATime = 1 << 30;

/// zlib's way to say what the stream is wrapped in (inflateInit2 in zlib.h).
int windowBits(Inflater::Wrapping wrapping)
{
    return wrapping == Inflater::Wrapping::Gzip ? MAX_WBITS + 16 : -MAX_WBITS;
}

Bytef* bytesOf(char* text)
{
    return reinterpret_cast<Bytef*>(text);
}

} // namespace

Inflater::Inflater(QIODevice& packed, Wrapping wrapping) : packed_(packed), wrapping_(wrapping)
{
    ended_ = wrapping != Wrapping::Stored && inflateInit2(&stream_, windowBits(wrapping)) != Z_OK;
}

Inflater::~Inflater()
{
    inflateEnd(&stream_);
}

bool Inflater::refill()
{
    block_.resize(blockSize);
    const qint64 n = packed_.read(block_.data(), blockSize);
    stream_.next_in = bytesOf(block_.data());
    stream_.avail_in = unsigned(std::max<qint64>(n, 0));
    return n > 0;
}

/// Gzip files may be put behind each other; anything else behind the end is filling (RFC 1952, gzip's manual).
bool Inflater::nextMember()
{
    if (wrapping_ != Wrapping::Gzip || (stream_.avail_in == 0 && !refill()) || *stream_.next_in != 0x1F)
        return false;
    return inflateReset(&stream_) == Z_OK;
}

qint64 Inflater::readStored(char* to, qint64 most)
{
    const qint64 room = std::min(most, mostAtATime);
    qint64 got = 0;
    for (qint64 n = 1; n > 0 && got < room; got += std::max<qint64>(n, 0))
        n = packed_.read(to + got, room - got);
    ended_ = whole_ = got < room; // how long it should be is for the caller to know
    crc_ = std::uint32_t(crc32(crc_, bytesOf(to), unsigned(got)));
    return got;
}

qint64 Inflater::read(char* to, qint64 most)
{
    if (wrapping_ == Wrapping::Stored)
        return readStored(to, most);
    const auto room = unsigned(std::min(most, mostAtATime));
    stream_.next_out = bytesOf(to);
    stream_.avail_out = room;
    while (!ended_ && stream_.avail_out > 0) {
        if (stream_.avail_in == 0 && !refill()) {
            ended_ = true; // it breaks off
            break;
        }
        const int state = inflate(&stream_, Z_NO_FLUSH);
        whole_ = state == Z_STREAM_END;
        ended_ = whole_ ? !nextMember() : state != Z_OK && state != Z_BUF_ERROR;
    }
    const qint64 got = room - stream_.avail_out;
    crc_ = std::uint32_t(crc32(crc_, bytesOf(to), unsigned(got)));
    return got;
}

} // namespace winnow::formats
