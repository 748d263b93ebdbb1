// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/BlockKeys.h"

#include "base/Hash.h"
#include "deduplication/Blocks.h"

#include <algorithm>
#include <cstring>

namespace winnow::deduplication {
namespace {

constexpr std::size_t keyBytes = sizeof(std::uint32_t);

/// Of a record that has nothing to be found by: it goes with its equals alone.
std::uint64_t restKey(const Traits& t)
{
    std::string all = t.journal;
    for (const std::string* text : {&t.authors, &t.nct, &t.volume, &t.issue, &t.pages.first, &t.pages.last})
        (all += '\x1f') += *text;
    return hash64(all += '\x1f' + std::to_string(t.year));
}

} // namespace

std::vector<std::uint32_t> blockKeys(const Traits& traits)
{
    std::vector<std::uint32_t> keys;
    for (const std::uint64_t key : keysOf(traits))
        keys.push_back(std::uint32_t(key >> 32));
    if (keys.empty())
        keys.push_back(std::uint32_t(restKey(traits) >> 32));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

void KeyPacker::add(std::span<const std::uint32_t> keys)
{
    m_bytes += char(keys.size());
    m_bytes.append(reinterpret_cast<const char*>(keys.data()), keys.size_bytes());
}

bool unpackKeys(std::string_view bytes, const std::function<void(std::size_t, std::span<const std::uint32_t>)>& visit)
{
    std::vector<std::uint32_t> keys;
    for (std::size_t record = 0; !bytes.empty(); ++record) {
        const std::size_t n = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        if (bytes.size() < n * keyBytes)
            return false;
        keys.resize(n);
        if (n > 0)
            std::memcpy(keys.data(), bytes.data(), n * keyBytes);
        bytes.remove_prefix(n * keyBytes);
        visit(record, keys);
    }
    return true;
}

void KeyTable::add(std::uint32_t record, std::span<const std::uint32_t> keys)
{
    for (const std::uint32_t key : keys)
        m_entries.push_back(std::uint64_t(key) << 32 | record);
}

std::vector<std::uint32_t>
KeyTable::worthReading(const std::function<bool(std::span<const std::uint32_t> records)>& holdsNew)
{
    std::sort(m_entries.begin(), m_entries.end());
    std::vector<std::uint32_t> worth;
    std::vector<std::uint32_t> set;
    for (std::size_t from = 0, to = 0; from < m_entries.size(); from = to) {
        set.clear();
        for (; to < m_entries.size() && m_entries[to] >> 32 == m_entries[from] >> 32; ++to)
            set.push_back(std::uint32_t(m_entries[to]));
        if (set.size() > 1 && holdsNew(set))
            worth.insert(worth.end(), set.begin(), set.end());
    }
    m_entries.clear();
    std::sort(worth.begin(), worth.end());
    worth.erase(std::unique(worth.begin(), worth.end()), worth.end());
    return worth;
}

} // namespace winnow::deduplication
