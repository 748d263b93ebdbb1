// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FlowFigure.h"
#include "figures/RiskTable.h"

#include <vector>

namespace winnow::figures {

/// What figures are made from; each kind reads its own part.
struct FigureInput {
    FlowCounts flow;
    FlowOptions flowOptions;
    FlowWords flowWords;
    RiskTable risk;
    bool weighted = false; ///< the summary of risk of bias
    RiskWords riskWords;
};

/// One kind of print figure. A new kind is a file pair, a part of FigureInput and a line in registry.cpp.
struct FigureKind {
    QString key; ///< as in `winnow figure --kind KEY`
    std::vector<Figure> (*pages)(const FigureInput&); ///< at least one
};

/// All kinds, in the order to offer them.
[[nodiscard]] const std::vector<FigureKind>& figureKinds();
/// Null when there is no such kind.
[[nodiscard]] const FigureKind* figureKind(QStringView key);

} // namespace winnow::figures
