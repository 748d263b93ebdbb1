// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"
#include "figures/RiskTable.h"

#include <vector>

namespace winnow::figures {

/// A grid of studies by domains, each judgement a disc with a symbol; below it what the domains are and what the discs
/// mean (after robvis, McGuinness and Higgins 2021, doi:10.1002/jrsm.1411). As many pages as it takes, each no higher
/// than `pageHeight` points and with head and legend of its own; one page for an empty table. Long names are broken.
/// Regions: "ROW/DOMAIN", both counted from 0. Needs a QGuiApplication.
[[nodiscard]] std::vector<Figure> trafficLight(const RiskTable& table, const RiskWords& words = {},
                                               double pageHeight = 770);

} // namespace winnow::figures
