// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// What the bytes of a text look like as UTF-8. An incomplete sequence at the very end is neither valid nor invalid.
struct Utf8Count {
    std::size_t multibyte = 0; ///< valid sequences of two bytes and more
    std::size_t invalid = 0; ///< bytes that belong to no valid sequence
    std::size_t nuls = 0; ///< valid, but never meant
    std::size_t tail = 0; ///< bytes of an incomplete sequence at the end
};

/// Length of the valid sequence at `text[at]`; 0 invalid; -1 incomplete at the end of the text.
/// Overlong forms, surrogates and numbers above U+10FFFF are invalid (RFC 3629).
[[nodiscard]] int sequenceLength(std::string_view text, std::size_t at);
/// End of the run of plain ASCII (NUL not among it) that begins at `from`.
[[nodiscard]] std::size_t asciiRun(std::string_view text, std::size_t from);
[[nodiscard]] Utf8Count countUtf8(std::string_view text);
/// Valid and without NUL. An incomplete end is not.
[[nodiscard]] bool isCleanUtf8(std::string_view text);
/// NULs left out, each stretch of invalid bytes replaced by U+FFFD.
void appendClean(std::string& out, std::string_view text);
/// Appends the code point, or U+FFFD if it is none (surrogates, NUL, too large).
void appendCodePoint(std::string& out, char32_t codePoint);

} // namespace winnow::formats
