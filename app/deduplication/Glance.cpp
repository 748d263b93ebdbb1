// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Glance.h"

#include "base/Hash.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace winnow::deduplication {
namespace {

std::uint64_t hashOf(std::string_view text)
{
    return text.empty() ? 0 : hash64(text) | 1;
}

std::uint64_t placeOf(const Traits& t)
{
    if (t.pages.first.empty() || t.pages.last.empty() || t.volume.empty() || t.year == 0)
        return 0;
    return hashOf(t.pages.first + '\x1f' + t.pages.last + '\x1f' + t.volume + '\x1f' + std::to_string(t.year));
}

std::uint16_t firstPageNumber(const Pages& pages)
{
    const auto digit = pages.first.find_first_of("0123456789");
    unsigned number = 0;
    const char* end = pages.first.data() + pages.first.size();
    if (digit == std::string::npos || std::from_chars(pages.first.data() + digit, end, number).ec != std::errc())
        return Glance::anyPage;
    return std::uint16_t(std::min<unsigned>(number, Glance::anyPage));
}

/// They begin on one page, or the one may begin within the other (see match() of pages).
bool pagesMayMatch(const Glance& a, const Glance& b)
{
    constexpr int longestRange = 40;
    if (!a.hasPages || !b.hasPages)
        return false;
    const bool unknown = a.firstPage == Glance::anyPage || b.firstPage == Glance::anyPage;
    return unknown || std::abs(int(a.firstPage) - int(b.firstPage)) <= longestRange;
}

bool same(std::uint64_t a, std::uint64_t b)
{
    return a != 0 && a == b;
}

} // namespace

Glance glanceOf(const Traits& traits)
{
    Glance glance;
    glance.title = traits.title.pairs;
    glance.titlePairs = std::uint16_t(countOf(traits.title.pairs));
    glance.doi = hashOf(traits.doi);
    glance.pmid = hashOf(traits.pmid);
    glance.place = placeOf(traits);
    glance.firstPage = firstPageNumber(traits.pages);
    glance.hasPages = !traits.pages.empty();
    return glance;
}

bool worthComparing(const Glance& a, const Glance& b)
{
    const int fewer = std::min(a.titlePairs, b.titlePairs);
    const int common = commonPairs(a.title, b.title);
    // A title is the beginning of another, or differs from it by a letter in ten at most: well above this.
    const bool alike = common * 5 >= fewer * 3 || (pagesMayMatch(a, b) && !plainlyDifferent(common, fewer));
    return alike || same(a.doi, b.doi) || same(a.pmid, b.pmid) || same(a.place, b.place);
}

} // namespace winnow::deduplication
