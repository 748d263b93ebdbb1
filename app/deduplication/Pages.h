// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::deduplication {

/// Where a document begins and ends. Either may be empty: "Suppl-29", an abbreviation of S417–S429, has only an end.
struct Pages {
    std::string first; ///< lower case, without leading zeros: "123", "e123", "s12a"
    std::string last; ///< in full where the source abbreviated it ("123-8": "128")
    bool partial = false; ///< `last` holds only the final digits

    bool operator==(const Pages&) const = default;
    /// Four pages or more: no two articles fill the same ones.
    [[nodiscard]] bool isLong() const;
    /// From page 100 on: counted through the volume. Journals that begin each issue anew seldom get there, so that one
    /// range of pages is one article.
    [[nodiscard]] bool isThroughVolume() const;
    [[nodiscard]] bool empty() const { return first.empty() && last.empty(); }
};

/// Reads "123-8", "123–128", "pp. 123", "e123", "S12A-S15", "2243-5; author reply 2246", "Suppl-29", "t-8". Of several
/// ranges ("233-8, 230-5": the same text in two languages) the lowest counts. Dates that
/// a spreadsheet made of pages ("13-May") and remarks ("no pagination") give none.
[[nodiscard]] Pages pagesOf(std::string_view written);

/// `Apart`: they begin on different pages. `Near`: what is given goes together (a single page inside the other's range,
/// the same last page). `Unlike`: an article number against a printed page; nothing follows.
enum class PageMatch : std::uint8_t { Missing, Apart, Unlike, Near, First, Both };

[[nodiscard]] PageMatch match(const Pages& a, const Pages& b);

/// The page of an abstract in a supplement: "S79", "A4912", "viii108", "102A".
[[nodiscard]] bool isSupplementPage(const Pages& pages);

} // namespace winnow::deduplication
