// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FlowFigure.h"
#include "figures/Text.h"

#include <array>
#include <vector>

namespace winnow::figures {

/// What stands in the flow diagram, before anything has a place: boxes of entries in a grid of rows and columns.

/// One entry of a box; wraps as a paragraph. An entry with a key can be clicked.
struct FlowEntry {
    Paragraph paragraph;
    QString key;
    int indent = 0; ///< steps
};

struct FlowBox {
    std::vector<FlowEntry> entries;
    bool pending = false;
};

/// Boxes of one cell, one below the other.
using FlowStack = std::vector<FlowBox>;

enum FlowRow { IdentifiedRow, ScreenedRow, SoughtRow, AssessedRow, IncludedRow, flowRows };
/// The main stream of a half, and what leaves it, to its right.
enum FlowColumnPlace { MainColumn, MainSideColumn, OtherColumn, OtherSideColumn, flowColumns };

struct FlowPlan {
    std::array<std::array<FlowStack, flowColumns>, flowRows> cells;
    std::vector<QString> titles; ///< one per half: 1 (template v1) or 2 (v2)
    std::array<QString, 3> sideBars; ///< identification, screening, included
    std::vector<FlowEntry> notes;
    QString stamp; ///< empty unless interim

    [[nodiscard]] int columns() const { return 2 * static_cast<int>(titles.size()); }
};

[[nodiscard]] FlowPlan planFlow(const FlowCounts& counts, const FlowOptions& options, const FlowWords& words);

} // namespace winnow::figures
