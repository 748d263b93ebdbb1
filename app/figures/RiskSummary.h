// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"
#include "figures/RiskTable.h"

#include <vector>

namespace winnow::figures {

/// The parts of a bar: for each level its share of what was judged in that domain (0 to 1); nothing judged: all 0.
/// Weighted, each row counts by its weight, otherwise each the same.
[[nodiscard]] std::vector<double> riskShares(const RiskTable& table, std::size_t domain, bool weighted);

/// A bar for each domain, cut by the shares of the judgements, from the best on the left to the worst; the overall one
/// last and bold (after robvis, doi:10.1002/jrsm.1411). It says whether it is weighted. Needs a QGuiApplication.
[[nodiscard]] Figure riskSummary(const RiskTable& table, bool weighted, const RiskWords& words = {});

} // namespace winnow::figures
