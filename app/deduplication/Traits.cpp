// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Traits.h"

#include "base/Hash.h"
#include "deduplication/Journal.h"
#include "deduplication/Names.h"
#include "deduplication/Normalise.h"

#include <array>
#include <bit>

namespace winnow::deduplication {
namespace {

constexpr std::size_t sketched = 1500;
constexpr std::size_t leastText = 100;

/// The bits of a byte, each in a byte of its own.
constexpr std::array<std::uint64_t, 256> spread = [] {
    std::array<std::uint64_t, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        for (std::size_t bit = 0; bit < 8; ++bit)
            table[byte] |= std::uint64_t(byte >> bit & 1U) << 8 * bit;
    }
    return table;
}();

/// How often each bit is set in the hashes of the words: eight counters at a time, side by side in a number.
class Votes {
public:
    void add(std::uint64_t hash)
    {
        for (std::size_t i = 0; i < m_lanes.size(); ++i)
            m_lanes[i] += spread[hash >> 8 * i & 0xffU];
        ++m_words;
        if (++m_inLanes == 255) // what a counter of a byte holds
            empty();
    }
    /// The bits that more than half of the words have.
    [[nodiscard]] std::uint64_t majority()
    {
        empty();
        std::uint64_t bits = 0;
        for (std::size_t bit = 0; bit < m_counts.size(); ++bit)
            bits |= std::uint64_t(m_counts[bit] * 2 > m_words) << bit;
        return bits;
    }

private:
    void empty()
    {
        for (std::size_t bit = 0; bit < m_counts.size(); ++bit)
            m_counts[bit] += unsigned(m_lanes[bit / 8] >> bit % 8 * 8 & 0xffU);
        m_lanes.fill(0);
        m_inLanes = 0;
    }
    std::array<std::uint64_t, 8> m_lanes{};
    std::array<unsigned, 64> m_counts{};
    unsigned m_words = 0;
    unsigned m_inLanes = 0;
};

bool isWordByte(char c)
{
    const auto u = static_cast<unsigned char>(c);
    return u >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

std::uint64_t sketchOf(std::string_view abstract)
{
    if (abstract.size() < leastText)
        return 0;
    Votes votes;
    std::uint64_t word = 0;
    for (const char c : abstract.substr(0, sketched)) {
        if (isWordByte(c)) {
            word = (word ^ (static_cast<unsigned char>(c) | 0x20U)) * 0x100000001b3ULL + 1;
        } else if (word != 0) {
            votes.add(word * 0x9e3779b97f4a7c15ULL ^ word >> 29);
            word = 0;
        }
    }
    return votes.majority();
}

AbstractMatch matchAbstracts(std::uint64_t a, std::uint64_t b)
{
    if (a == 0 || b == 0)
        return AbstractMatch::Missing;
    const int apart = std::popcount(a ^ b);
    return apart <= 11 ? AbstractMatch::Same : apart >= 20 ? AbstractMatch::Different : AbstractMatch::Unclear;
}

Traits traitsOf(const Record& record)
{
    const std::string_view title = titleProper(record.title);
    Traits t;
    t.title = titleOf(record.title);
    t.authors = authorNames(record.authors);
    t.journal = journalNames(record.journal);
    t.doi = record.doi;
    t.pmid = record.pmid;
    t.nct = record.nct;
    t.volume = volumeKey(record.volume);
    t.issue = volumeKey(record.issue);
    if (t.volume == std::to_string(record.year))
        t.volume.clear();
    t.pages = pagesOf(record.pages);
    t.abstract = sketchOf(record.abstract);
    t.year = record.year;
    t.part = partNumber(title);
    t.notices = noticesOf(title);
    t.kind = kindOf(record);
    t.translated = isTranslation(title);
    return t;
}

} // namespace winnow::deduplication
