// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/FlowOptions.h"

#include "cli/Options.h"
#include "figures/SaveFigure.h"

#include <QFileInfo>

namespace winnow::cli {

void addFlowOptions(CLI::App& app, figures::FlowOptions& options)
{
    addFlag(app, "--other-methods", options.otherMethods,
            "draw the column of other methods also when nothing came in that way");
    addFlag(app, "!--totals", options.perSource, "one number for all databases and one for all registers");
    addFlag(app, "--reasons-by-frequency", options.reasonsByFrequency, "else in the team's order");
}

bool isPicture(const QString& path)
{
    return figures::figureSuffixes().contains(QFileInfo(path).suffix(), Qt::CaseInsensitive);
}

} // namespace winnow::cli
