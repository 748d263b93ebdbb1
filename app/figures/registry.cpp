// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/registry.h"

#include <algorithm>

namespace winnow::figures {

const std::vector<FigureKind>& figureKinds()
{
    static const std::vector<FigureKind> kinds = {
        {QStringLiteral("flow"),
         [](const FigureInput& in) { return std::vector{flowFigure(in.flow, in.flowOptions, in.flowWords)}; }},
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
