// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FlowFigure.h"

#include <QString>

namespace CLI {
class App;
}

namespace winnow::cli {

/// How the flow diagram is drawn: the same options for `prisma` and `figure --kind flow`.
void addFlowOptions(CLI::App& app, figures::FlowOptions& options);

/// The file name ends in one of the kinds of picture that can be drawn.
[[nodiscard]] bool isPicture(const QString& path);

} // namespace winnow::cli
