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

/// Votes of the words' hashes, bit by bit; a byte of the hash at a time, so that the compiler can do it in parallel.
void vote(std::array<std::int16_t, 64>& votes, std::uint64_t hash)
{
    for (std::size_t bit = 0; bit < votes.size(); ++bit)
        votes[bit] = static_cast<std::int16_t>(votes[bit] + ((hash >> bit & 1U) != 0 ? 1 : -1));
}

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
    std::array<std::int16_t, 64> votes{};
    std::uint64_t word = 0;
    for (const char c : abstract.substr(0, sketched)) {
        if (isWordByte(c)) {
            word = (word ^ (static_cast<unsigned char>(c) | 0x20U)) * 0x100000001b3ULL + 1;
        } else if (word != 0) {
            vote(votes, word * 0x9e3779b97f4a7c15ULL ^ word >> 29);
            word = 0;
        }
    }
    std::uint64_t sketch = 0;
    for (std::size_t bit = 0; bit < votes.size(); ++bit)
        sketch |= std::uint64_t(votes[bit] > 0) << bit;
    return sketch;
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
    return t;
}

} // namespace winnow::deduplication
