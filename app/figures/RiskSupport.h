// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"
#include "figures/RiskTable.h"

#include <vector>

namespace winnow::figures {

/// Domain by domain, each study's judgement with what supports it, as the risk-of-bias tables of Cochrane reviews have
/// it (Handbook, chapter 7). Rows longer than a page go on over the next one. Needs a QGuiApplication.
[[nodiscard]] std::vector<Figure> riskSupport(const RiskTable& table, const RiskWords& words = {},
                                              double pageHeight = 760);

} // namespace winnow::figures
