// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Traits.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::deduplication {

// The keys of candidatePairs(), kept: whoever comes later is looked for among all records without folding them again.

/// To be raised with every change of what the keys are made of: kept ones are made anew then.
inline constexpr int blockKeysVersion = 1;

/// The keys of a record, each cut to 32 bits: two that share a key share one of these, others nearly never. Never
/// empty; equal traits have equal ones.
[[nodiscard]] std::vector<std::uint32_t> blockKeys(const Traits& traits);

/// Keys of records in a row as bytes. A record of which they are not known is packed with none.
class KeyPacker {
public:
    void add(std::span<const std::uint32_t> keys);
    [[nodiscard]] std::string take() { return std::exchange(m_bytes, {}); }

private:
    std::string m_bytes;
};
/// Calls `visit` for each record in turn. False: the bytes are no packed keys.
bool unpackKeys(std::string_view bytes,
                const std::function<void(std::size_t record, std::span<const std::uint32_t>)>& visit);

/// Who has which key.
class KeyTable {
public:
    void reserve(std::size_t records) { m_entries.reserve(records * 9); }
    void add(std::uint32_t record, std::span<const std::uint32_t> keys);

    /// The records of all sets with one key that `holdsNew` says of that they hold a pair to be looked at; sorted.
    /// Takes the table apart. What is compared among all records is compared among these, and nothing else.
    [[nodiscard]] std::vector<std::uint32_t>
    worthReading(const std::function<bool(std::span<const std::uint32_t> records)>& holdsNew);

private:
    std::vector<std::uint64_t> m_entries; ///< key above, record below
};

} // namespace winnow::deduplication
