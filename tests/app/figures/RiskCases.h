// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/RiskTable.h"

namespace winnow::test {

/// Levels 0 Low, 1 Some concerns, 2 High, 3 No information.
inline std::vector<figures::RiskLevel> riskLevels()
{
    return {{QStringLiteral("Low risk"), QColor(0x02, 0xc1, 0x00), QStringLiteral("+")},
            {QStringLiteral("Some concerns"), QColor(0xe2, 0xdf, 0x07), QStringLiteral("–")},
            {QStringLiteral("High risk"), QColor(0xbf, 0x00, 0x00), QStringLiteral("×")},
            {QStringLiteral("No information"), QColor(0x4e, 0xa1, 0xf7), QStringLiteral("?")}};
}

/// Three domains and the overall judgement, four studies.
inline figures::RiskTable riskTable()
{
    figures::RiskTable table;
    table.domains = {{QStringLiteral("D1"), QStringLiteral("Randomisation process")},
                     {QStringLiteral("D2"), QStringLiteral("Deviations from the intended interventions")},
                     {QStringLiteral("D3"), QStringLiteral("Missing outcome data")},
                     {QStringLiteral("Overall"), QStringLiteral("Overall")}};
    table.overall = true;
    table.levels = riskLevels();
    table.rows = {{QStringLiteral("Burt 2019"), {0, 1, 0, 1}, 30},
                  {QStringLiteral("Adams 2021"), {0, 0, 0, 0}, 50, {}},
                  {QStringLiteral("Mancardi 2015"), {2, 1, 0, 2}, 15, {}},
                  {QStringLiteral("Zhang 2022"), {0, figures::RiskRow::notJudged, 3, 2}, 5, {}}};
    return table;
}

} // namespace winnow::test
