// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FlowFigure.h"

#include "figures/FlowLayout.h"
#include "figures/FlowPlan.h"

namespace winnow::figures {

bool drawsOtherMethods(const FlowCounts& counts, const FlowOptions& options)
{
    return options.otherMethods || counts.other.sought != 0 || counts.other.included != 0;
}

Figure flowFigure(const FlowCounts& counts, const FlowOptions& options, const FlowWords& words)
{
    Figure figure = layOut(planFlow(counts, options, words));
    const auto number = [&words](qint64 n) { return words.numbers.toString(n); };
    figure.title = words.title;
    figure.description = words.description.arg(
        number(counts.identifiedDatabases() + counts.identifiedRegisters()), number(counts.screened),
        number(counts.main.assessed + counts.other.assessed), number(counts.newStudies), number(counts.newReports));
    return figure;
}

} // namespace winnow::figures
