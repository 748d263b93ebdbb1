// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screening/WeightedKappa.h"

namespace winnow::screening {

OrderedAgreement weightedKappa(const std::vector<std::vector<double>>& table, const Disagreement& disagreement)
{
    const std::size_t levels = table.size();
    std::vector<double> rows(levels, 0);
    std::vector<double> columns(levels, 0);
    OrderedAgreement result;
    double same = 0;
    for (std::size_t a = 0; a < levels; ++a) {
        for (std::size_t b = 0; b < levels; ++b) {
            rows[a] += table[a][b];
            columns[b] += table[a][b];
            result.n += table[a][b];
            same += a == b ? table[a][b] : 0;
        }
    }
    if (result.n <= 0)
        return result;
    double seen = 0;
    double expected = 0;
    for (std::size_t a = 0; a < levels; ++a) {
        for (std::size_t b = 0; b < levels; ++b) {
            seen += disagreement(a, b) * table[a][b] / result.n;
            expected += disagreement(a, b) * rows[a] * columns[b] / (result.n * result.n);
        }
    }
    result.percent = same / result.n;
    if (expected > 0)
        result.kappa = 1 - seen / expected;
    return result;
}

OrderedAgreement weightedKappa(const std::vector<std::vector<double>>& table)
{
    return weightedKappa(table, [](std::size_t a, std::size_t b) { return a > b ? double(a - b) : double(b - a); });
}

} // namespace winnow::screening
