// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screening/Agreement.h"

#include <algorithm>
#include <cmath>

namespace winnow::screening {
namespace {

constexpr double normal975 = 1.959963984540054; // 97.5 % point of the standard normal distribution

enum class Binary { Missing, Yes, No };

Binary binary(Stage stage, Verdict verdict)
{
    switch (verdict) {
    case Verdict::Include: return Binary::Yes;
    case Verdict::Exclude: return Binary::No;
    case Verdict::Maybe: return stage == Stage::Title ? Binary::Yes : Binary::Missing;
    case Verdict::None: break;
    }
    return Binary::Missing;
}

/// The table as shares, with the shares of yes of each reviewer.
struct Shares {
    double yesYes, yesNo, noYes, noNo;
    double aYes, bYes;

    explicit Shares(const AgreementTable& t)
    {
        const double n = double(t.n());
        yesYes = double(t.bothInclude) / n;
        yesNo = double(t.onlyA) / n;
        noYes = double(t.onlyB) / n;
        noNo = double(t.bothExclude) / n;
        aYes = double(t.bothInclude + t.onlyA) / n;
        bYes = double(t.bothInclude + t.onlyB) / n;
    }
    [[nodiscard]] double observed() const { return yesYes + noNo; }
    [[nodiscard]] double expected() const { return aYes * bYes + (1 - aYes) * (1 - bYes); }
};

/// Fleiss, Cohen and Everitt 1969, formula for κ ≠ 0, with the identity as weights. The weight of row k is the other
/// reviewer's share of category k.
double largeSampleVariance(const Shares& p, double kappa, double n)
{
    const double expected = p.expected();
    const double miss = 1 - kappa;
    const auto term = [&](double share, double weight, double row, double column) {
        const double d = weight - (row + column) * miss;
        return share * d * d;
    };
    const double sum = term(p.yesYes, 1, p.bYes, p.aYes) + term(p.yesNo, 0, p.bYes, 1 - p.aYes)
        + term(p.noYes, 0, 1 - p.bYes, p.aYes) + term(p.noNo, 1, 1 - p.bYes, 1 - p.aYes);
    const double centre = kappa - expected * miss;
    const double variance = (sum - centre * centre) / (n * (1 - expected) * (1 - expected));
    return std::max(0.0, variance); // rounding can carry a zero below zero
}

void setKappa(Agreement& result, const Shares& p)
{
    const double kappa = (p.observed() - p.expected()) / (1 - p.expected());
    const double half = normal975 * std::sqrt(largeSampleVariance(p, kappa, double(result.n)));
    result.kappa = kappa;
    result.kappaLow = std::max(-1.0, kappa - half);
    result.kappaHigh = std::min(1.0, kappa + half);
    constexpr double rounding = 1e-9; // perfect agreement has no variance, but for the last digits
    result.kappaCut = kappa - half < -1 - rounding || kappa + half > 1 + rounding;
}

double gwetAc1(const Shares& p)
{
    const double yes = (p.aYes + p.bYes) / 2;
    const double expected = 2 * yes * (1 - yes);
    return (p.observed() - expected) / (1 - expected);
}

} // namespace

AgreementTable tabulate(Stage stage, std::span<const PairedVote> pairs)
{
    AgreementTable table;
    for (const PairedVote& pair : pairs) {
        const Binary a = binary(stage, pair.a);
        const Binary b = binary(stage, pair.b);
        if (a == Binary::Missing || b == Binary::Missing)
            continue;
        if (a == Binary::Yes)
            ++(b == Binary::Yes ? table.bothInclude : table.onlyA);
        else
            ++(b == Binary::Yes ? table.onlyB : table.bothExclude);
    }
    return table;
}

Agreement agreement(const AgreementTable& table)
{
    Agreement result;
    result.n = table.n();
    if (result.n <= 0)
        return result;
    const Shares p(table);
    result.percent = p.observed();
    result.pabak = 2 * p.observed() - 1;
    result.ac1 = gwetAc1(p);
    // In integers: with shares, an expected agreement of 1 could come out as 0.9999….
    if (table.bothInclude != result.n && table.bothExclude != result.n)
        setKappa(result, p);
    return result;
}

} // namespace winnow::screening
