// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/registry.h"

#include "figures/RiskSummary.h"
#include "figures/RiskSupport.h"
#include "figures/TrafficLight.h"

#include <algorithm>

namespace winnow::figures {

const std::vector<FigureKind>& figureKinds()
{
    static const std::vector<FigureKind> kinds = {
        {QStringLiteral("flow"),
         [](const FigureInput& in) { return std::vector{flowFigure(in.flow, in.flowOptions, in.flowWords)}; }},
        {QStringLiteral("traffic-light"), [](const FigureInput& in) { return trafficLight(in.risk, in.riskWords); }},
        {QStringLiteral("rob-summary"),
         [](const FigureInput& in) { return std::vector{riskSummary(in.risk, in.weighted, in.riskWords)}; }},
        {QStringLiteral("rob-table"), [](const FigureInput& in) { return riskSupport(in.risk, in.riskWords); }},
    };
    return kinds;
}

const FigureKind* figureKind(QStringView key)
{
    const std::vector<FigureKind>& kinds = figureKinds();
    const auto found
        = std::find_if(kinds.begin(), kinds.end(), [key](const FigureKind& kind) { return kind.key == key; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace winnow::figures
