// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Prisma.h"
#include "figures/Figure.h"
#include "figures/FlowWords.h"

namespace winnow::figures {

/// How the flow diagram is drawn.
struct FlowOptions {
    bool otherMethods = false; ///< template v2: with the column of other methods
    bool perSource = true; ///< list each database and register
    bool reasonsByFrequency = false; ///< else in the order of the counts
    QString stoppingRule; ///< for the footnote of records not read: "rule R on 3 May 2026"; may be empty

    bool operator==(const FlowOptions&) const = default;
};

/// Whether the column of other methods is drawn: when asked for, and whenever reports came in that way, because the
/// numbers would not add up without it.
[[nodiscard]] bool drawsOtherMethods(const FlowCounts& counts, const FlowOptions& options);

/// The PRISMA 2020 flow diagram of a new review, template v1 (databases and registers) or v2 (with other methods).
/// What is pending stands in dashed boxes beside the box it belongs to, and the figure is stamped interim
/// (rules.md A4). Declared numbers carry a dagger and a footnote (A8), unread records a double dagger (A5).
///
/// Regions carry the keys of the PRISMA2020 R package's CSV, one per number, and beside them: other_results;
/// awaiting_screening, awaiting_retrieval, awaiting_assessment, awaiting_classification, ongoing (main column), the
/// same with "other_" before them (other methods); not_read_stopped. Sources and reasons: database_results/NAME,
/// register_results/NAME, dbr_excluded/NAME, other_excluded/NAME. Needs a QGuiApplication.
[[nodiscard]] Figure flowFigure(const FlowCounts& counts, const FlowOptions& options = {}, const FlowWords& words = {});

} // namespace winnow::figures
