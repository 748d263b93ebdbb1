// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Pages.h"

#include "deduplication/Fields.h"
#include "deduplication/Title.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace winnow::deduplication {
namespace {

/// En dashes, minus signs and their like as "-", letters small, remarks after a semicolon cut.
std::string simplified(std::string_view written)
{
    std::string text;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written.substr(i).starts_with("\xe2\x80") || written.substr(i).starts_with("\xe2\x88\x92")) {
            text += '-';
            i += 2;
        } else if (written[i] == ';') {
            break;
        } else if (written[i] != '"') {
            text += char(written[i] >= 'A' && written[i] <= 'Z' ? written[i] + 32 : written[i]);
        }
    }
    return text;
}

bool isMonth(std::string_view text)
{
    static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};
    return text.size() >= 3 && std::find(months.begin(), months.end(), text.substr(0, 3)) != months.end();
}

std::string_view digitsOf(std::string_view page)
{
    const auto from = std::find_if(page.begin(), page.end(), isDigit);
    const auto to = std::find_if_not(from, page.end(), isDigit);
    return {from, to};
}

std::string_view prefixOf(std::string_view page)
{
    return page.substr(0, std::size_t(std::find_if(page.begin(), page.end(), isDigit) - page.begin()));
}

std::optional<long> numberOf(std::string_view page)
{
    const std::string_view digits = digitsOf(page);
    long number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end != digits.data() ? std::optional(number) : std::nullopt;
}

/// "123" and "8": "128". "s12" and "15": "s15".
std::string inFull(const std::string& first, std::string last)
{
    const std::string_view from = digitsOf(first);
    const std::string_view to = digitsOf(last);
    if (!to.empty() && to.size() < from.size() && prefixOf(last).empty())
        last.insert(0, std::string(from.substr(0, from.size() - to.size())));
    if (prefixOf(last).empty() && !last.empty())
        last.insert(0, std::string(prefixOf(first)));
    return last;
}

/// An article number: "e12724", "cd001234", "d2757", or a number too large for a page.
bool isElectronic(const std::string& page)
{
    const std::string_view prefix = prefixOf(page);
    const auto number = numberOf(page);
    return prefix == "e" || prefix == "cd" || prefix == "c" || prefix == "d" || prefix == "f" || prefix == "g"
        || prefix == "h" || prefix == "k" || prefix == "l" || prefix == "m" || (number && *number > 20000);
}

bool within(const std::string& page, const Pages& range)
{
    const auto at = numberOf(page);
    const auto from = numberOf(range.first);
    const auto to = numberOf(range.last);
    return at && from && to && prefixOf(page) == prefixOf(range.first) && *from <= *at && *at <= *to
        && *to - *from <= 40;
}

bool endsAlike(const Pages& a, const Pages& b)
{
    if (a.last.empty() || b.last.empty())
        return false;
    if (!a.partial && !b.partial)
        return a.last == b.last;
    const std::string_view left = digitsOf(a.last);
    const std::string_view right = digitsOf(b.last);
    return left.ends_with(right) || right.ends_with(left);
}

Pages rangeOf(std::string_view text)
{
    const auto dash = text.find('-');
    const std::string_view before = text.substr(0, dash);
    const std::string_view after = dash == std::string_view::npos ? std::string_view() : text.substr(dash + 1);
    if (isMonth(before) || isMonth(after))
        return {};
    Pages pages;
    pages.first = firstPageOf(before);
    pages.last = firstPageOf(after);
    if (!pages.first.empty())
        pages.last = inFull(pages.first, pages.last);
    else
        pages.partial = !pages.last.empty();
    return pages;
}

} // namespace

Pages pagesOf(std::string_view written)
{
    std::string text = simplified(written);
    std::replace(text.begin(), text.end(), '+', ',');
    Pages lowest;
    for (const std::string_view part : splitAt(text, ',')) {
        const Pages range = rangeOf(part.substr(std::min(part.find_first_not_of(' '), part.size())));
        const auto first = numberOf(range.first);
        const auto least = numberOf(lowest.first);
        if (lowest.empty() || (first && least && *first < *least))
            lowest = range;
    }
    return lowest;
}

bool Pages::isLong() const
{
    const auto from = numberOf(first);
    const auto to = numberOf(last);
    return !partial && from && to && *to - *from >= 3;
}

bool Pages::isThroughVolume() const
{
    const auto from = numberOf(first);
    return from && *from >= 100;
}

PageMatch match(const Pages& a, const Pages& b)
{
    if (a.empty() || b.empty())
        return PageMatch::Missing;
    if (a.first.empty() || b.first.empty())
        return endsAlike(a, b) ? PageMatch::Near : PageMatch::Unlike;
    if (a.first == b.first)
        return !a.last.empty() && a.last == b.last ? PageMatch::Both : PageMatch::First;
    if (isElectronic(a.first) != isElectronic(b.first))
        return digitsOf(a.first) == digitsOf(b.first) ? PageMatch::First : PageMatch::Unlike;
    const bool single = a.last.empty() != b.last.empty();
    if (single && within(a.last.empty() ? a.first : b.first, a.last.empty() ? b : a))
        return PageMatch::Near;
    return digitsOf(a.first) == digitsOf(b.first) && digitsOf(a.last) == digitsOf(b.last) ? PageMatch::Near
                                                                                          : PageMatch::Apart;
}

bool isSupplementPage(const Pages& pages)
{
    const std::string_view prefix = prefixOf(pages.first);
    const bool marked = !prefix.empty() && !isElectronic(pages.first);
    const bool suffixed = !pages.first.empty() && !isDigit(pages.first.back());
    return marked || suffixed;
}

} // namespace winnow::deduplication
