// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Allocation.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace winnow {
namespace {

constexpr int fractionBits = 16;

/// −log₂(h / 2⁶⁴) with 16 binary places, by repeated squaring.
quint64 minusLog2(quint64 h)
{
    if (h == 0)
        return quint64(64) << fractionBits;
    const int zeros = std::countl_zero(h);
    quint64 mantissa = h << zeros >> 32; // 1 ≤ mantissa / 2³¹ < 2
    quint64 fraction = 0;
    for (int bit = 0; bit < fractionBits; ++bit) {
        mantissa = mantissa * mantissa >> 31;
        fraction <<= 1;
        if (mantissa >> 32) {
            fraction |= 1;
            mantissa >>= 1;
        }
    }
    return (quint64(zeros + 1) << fractionBits) - fraction;
}

struct Draw {
    quint64 hash = 0;
    quint64 cost = 0;
    int share = 0;
};

Draw drawOf(const Allocation& allocation, const Screener& screener, quint64 report)
{
    const quint64 hash = scattered(scattered(report ^ scattered(allocation.seed)) ^ screener.key);
    return {hash, minusLog2(hash), screener.share};
}

/// Exponential waiting times: who has the shorter one, cost / share, is served first.
bool before(const Draw& a, const Draw& b)
{
    const quint64 left = a.cost * quint64(b.share);
    const quint64 right = b.cost * quint64(a.share);
    return left != right ? left < right : a.hash > b.hash;
}

} // namespace

quint64 scattered(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ value >> 27) * 0x94d049bb133111ebULL;
    return value ^ value >> 31;
}

int peopleFor(const Allocation& allocation, std::span<const Screener> screeners, quint64 report)
{
    const auto able = std::count_if(screeners.begin(), screeners.end(), [](const Screener& s) { return s.share > 0; });
    if (!allocation.dealt)
        return int(able);
    const bool shared = int(scattered(report ^ scattered(~allocation.seed)) % 100) < allocation.sharedPercent;
    return std::min(int(able), shared ? std::max(1, allocation.perReport) : 1);
}

bool isDealt(const Allocation& allocation, std::span<const Screener> screeners, size_t who, quint64 report)
{
    if (who >= screeners.size() || screeners[who].share <= 0)
        return false;
    const int places = peopleFor(allocation, screeners, report);
    const Draw mine = drawOf(allocation, screeners[who], report);
    int better = 0;
    for (size_t i = 0; i < screeners.size() && better < places; ++i) {
        if (i != who && screeners[i].share > 0)
            better += before(drawOf(allocation, screeners[i], report), mine);
    }
    return better < places;
}

} // namespace winnow
