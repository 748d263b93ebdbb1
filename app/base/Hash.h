// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace winnow {

/// 64-bit hash for comparing keys inside one program run and one file version (FNV-1a with a final mix; not for
/// secrets). Stored values depend on it: never change it without a migration.
[[nodiscard]] constexpr std::uint64_t hash64(std::string_view text)
{
    std::uint64_t h = 14695981039346656037ULL;
    for (const char c : text) {
        h ^= static_cast<unsigned char>(c);
        h *= 1099511628211ULL;
    }
    h ^= h >> 32;
    h *= 0x9e3779b97f4a7c15ULL;
    return h ^ (h >> 29);
}

} // namespace winnow
