// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Utf8.h"

#include <cstdint>
#include <cstring>

namespace winnow::formats {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Eight bytes at once: true if all are ASCII and none is NUL.
bool eightPlain(const char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    constexpr std::uint64_t high = 0x8080808080808080ULL;
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    return ((word | (word - ones)) & high) == 0;
}

struct Lead {
    int length; ///< 0: no lead byte
    unsigned char low; ///< bounds of the second byte
    unsigned char high;
};

Lead leadOf(unsigned char c)
{
    if (c >= 0xC2 && c <= 0xDF)
        return {2, 0x80, 0xBF};
    if (c >= 0xE0 && c <= 0xEF)
        return {3, static_cast<unsigned char>(c == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(c == 0xED ? 0x9F : 0xBF)};
    if (c >= 0xF0 && c <= 0xF4)
        return {4, static_cast<unsigned char>(c == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(c == 0xF4 ? 0x8F : 0xBF)};
    return {0, 0, 0};
}

} // namespace

int sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(at) < 0x80)
        return 1;
    const Lead lead = leadOf(byte(at));
    if (lead.length == 0)
        return 0;
    for (int i = 1; i < lead.length; ++i) {
        const std::size_t next = at + static_cast<std::size_t>(i);
        if (next >= text.size())
            return -1;
        const bool good = i == 1 ? byte(next) >= lead.low && byte(next) <= lead.high : (byte(next) & 0xC0) == 0x80;
        if (!good)
            return 0;
    }
    return lead.length;
}

std::size_t asciiRun(std::string_view text, std::size_t from)
{
    while (from + 8 <= text.size() && eightPlain(text.data() + from))
        from += 8;
    while (from < text.size() && text[from] > 0)
        ++from;
    return from;
}

Utf8Count countUtf8(std::string_view text)
{
    Utf8Count count;
    std::size_t at = 0;
    while ((at = asciiRun(text, at)) < text.size()) {
        const int length = sequenceLength(text, at);
        if (length < 0) {
            count.tail = text.size() - at;
            return count;
        }
        count.multibyte += length > 1 ? 1 : 0;
        count.nuls += text[at] == '\0' ? 1 : 0;
        count.invalid += length == 0 ? 1 : 0;
        at += static_cast<std::size_t>(length > 0 ? length : 1);
    }
    return count;
}

bool isCleanUtf8(std::string_view text)
{
    std::size_t at = 0;
    while ((at = asciiRun(text, at)) < text.size()) {
        const int length = text[at] == '\0' ? 0 : sequenceLength(text, at);
        if (length <= 0)
            return false;
        at += static_cast<std::size_t>(length);
    }
    return true;
}

void appendClean(std::string& out, std::string_view text)
{
    std::size_t at = 0;
    bool replaced = false; // the byte before was replaced
    while (at < text.size()) {
        const std::size_t plain = asciiRun(text, at);
        out += text.substr(at, plain - at);
        replaced = replaced && plain == at;
        if ((at = plain) == text.size())
            return;
        const int length = sequenceLength(text, at);
        if (text[at] == '\0') {
            ++at;
        } else if (length > 0) {
            out += text.substr(at, static_cast<std::size_t>(length));
            at += static_cast<std::size_t>(length);
            replaced = false;
        } else {
            out += replaced ? std::string_view() : replacement;
            replaced = true;
            at = length < 0 ? text.size() : at + 1;
        }
    }
}

void appendCodePoint(std::string& out, char32_t c)
{
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        out += replacement;
    } else if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

} // namespace winnow::formats
