// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FlowPlan.h"

namespace winnow::figures {

/// Room between two columns; the stem of a stack stands in its middle. Points.
inline constexpr double columnGap = 28;

struct PlacedBox {
    QRectF rect;
    bool pending = false;
};

/// The boxes of each cell, in the order of the plan.
using PlacedFlow = std::array<std::array<std::vector<PlacedBox>, flowColumns>, flowRows>;

/// Adds the template's arrows: down the main stream of each half, sideways to what leaves it, and from the assessed
/// reports of the other methods to the included studies. Arrows to pending boxes are dashed.
void connectFlow(const PlacedFlow& placed, Figure& figure);

} // namespace winnow::figures
