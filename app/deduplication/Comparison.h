// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Journal.h"
#include "deduplication/Names.h"
#include "deduplication/Traits.h"
#include "domain/Duplicate.h"

#include <cstdint>
#include <vector>

namespace winnow::deduplication {

using Rule = JoinRule;
using Doubt = PairDoubt;

enum class FieldMatch : std::uint8_t { Missing, Different, Equal };
enum class YearMatch : std::uint8_t { Missing, Apart, Next, Equal };

/// Two records, field by field. Symmetric.
struct Comparison {
    Likeness title = Likeness::Missing;
    std::size_t titleLength = 0; ///< letters of the shorter one
    AuthorMatch authors = AuthorMatch::Missing;
    YearMatch year = YearMatch::Missing;
    JournalMatch journal = JournalMatch::Missing;
    FieldMatch volume = FieldMatch::Missing;
    PageMatch pages = PageMatch::Missing;
    AbstractMatch abstract = AbstractMatch::Missing;
    FieldMatch doi = FieldMatch::Missing;
    FieldMatch pmid = FieldMatch::Missing;
    FieldMatch trial = FieldMatch::Missing;
    bool filledPages = false; ///< the same first and last page, four pages or more, not of a supplement
    bool longPages = false; ///< they begin on the same page, both have four pages or more, of no supplement
    bool translation = false; ///< one title is a translation, and the pages count through the volume
    bool kindsDiffer = false;
    bool noticesDiffer = false;
    bool onlyProtocolDiffers = false; ///< of the notices: "protocol" is also a word of ordinary titles
    bool partsDiffer = false;
    bool nowhere = false; ///< neither tells journal, volume or pages
    bool abstractOnly = false; ///< one stands on the page of a supplement, the other tells no page
};

/// Stops early if titles, numbers and place have nothing in common: `title` is Different then, the rest unset.
[[nodiscard]] Comparison compare(const Traits& a, const Traits& b);

/// What a comparison comes to.
struct Finding {
    Rule rule = Rule::None; ///< what makes it certain
    Doubt doubt = Doubt::None; ///< what keeps it from being certain; None with a rule
    bool possible = false; ///< worth a person's look
    double score = 0; ///< 0 to 1. Certain pairs have at least 0.9, others less; it orders, it is no probability
};

inline constexpr double certainScore = 0.9;

[[nodiscard]] Finding judge(const Comparison& comparison);

/// These two cannot be in one report, whatever joins each of them with a third: numbers, kinds, parts or places differ.
[[nodiscard]] bool excludes(const Comparison& comparison);

/// The comparison as people are told it, what is missing left out.
[[nodiscard]] std::vector<AspectAccord> accords(const Comparison& comparison);

} // namespace winnow::deduplication
