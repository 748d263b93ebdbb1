// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Glance.h"

#include "base/Hash.h"

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

bool same(std::uint64_t a, std::uint64_t b)
{
    return a != 0 && a == b;
}

} // namespace

Glance glanceOf(const Traits& traits)
{
    return {traits.title.pairs, hashOf(traits.doi), hashOf(traits.pmid), placeOf(traits),
            std::uint32_t(countOf(traits.title.pairs))};
}

bool worthComparing(const Glance& a, const Glance& b)
{
    return !plainlyDifferent(a.title, int(a.titlePairs), b.title, int(b.titlePairs)) || same(a.doi, b.doi)
        || same(a.pmid, b.pmid) || same(a.place, b.place);
}

} // namespace winnow::deduplication
