// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Json.h"

namespace winnow::cli {
namespace {

bool mustBeEscaped(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// The short escapes of RFC 8259, else \u00XX.
std::string escaped(char c)
{
    switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    constexpr std::string_view hex = "0123456789abcdef";
    return std::string("\\u00") + hex[byte >> 4] + hex[byte & 15];
}

} // namespace

void appendJson(std::string& out, std::string_view text)
{
    out += '"';
    size_t from = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if (!mustBeEscaped(text[i]))
            continue;
        out.append(text.substr(from, i - from));
        out += escaped(text[i]);
        from = i + 1;
    }
    out.append(text.substr(from));
    out += '"';
}

} // namespace winnow::cli
