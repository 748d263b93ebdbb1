// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>
#include <vector>

namespace winnow::screening {

/// How far two people agree on judgements that have an order.
struct OrderedAgreement {
    double n = 0;
    std::optional<double> percent; ///< share of those judged alike, 0 to 1; none for n = 0
    std::optional<double> kappa; ///< none for n = 0, or if chance alone explains all

    bool operator==(const OrderedAgreement&) const = default;
};

/// What it counts to have judged `a` and `b` in place of one and the same.
using Disagreement = std::function<double(std::size_t a, std::size_t b)>;

/// Weighted kappa, 1 − Σ v·p_o / Σ v·p_e with weights v of disagreement (Cohen 1968, doi:10.1037/h0026256).
/// `table[a][b]` counts what the first judged a and the second b; it is square.
[[nodiscard]] OrderedAgreement weightedKappa(const std::vector<std::vector<double>>& table,
                                             const Disagreement& disagreement);
/// With linear weights: two steps apart count twice as much as one.
[[nodiscard]] OrderedAgreement weightedKappa(const std::vector<std::vector<double>>& table);

} // namespace winnow::screening
