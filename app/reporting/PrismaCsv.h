// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Prisma.h"

#include <QByteArray>
#include <QJsonObject>

namespace winnow::reporting {

/// The CSV that the R package PRISMA2020 reads (1.1.4): header and 34 rows in its order, for a new review. UTF-8,
/// "\n" line ends, quotes only where needed.
///
/// Its reader cuts lists at semicolons and names at the first comma, so both become "/" in a name (rules.md A9).
/// An empty list is written 0: the reader takes digits alone as a total without names, and fails on NA.
/// It has no row for methods beyond websites, organisations and citations: such records are counted in the row of
/// citation searching, whose box text then says so. The rows of a meta-analysis are 0, the package's own default.
/// Pending counts have no place in it.
[[nodiscard]] QByteArray prismaCsv(const FlowCounts& counts);

/// The same by key, every value a number. The four lists (database_specific_results, register_specific_results,
/// dbr_excluded, other_excluded) are their totals, and stand name by name under the key with "_list" behind it.
/// Besides: `other_results` (experts, hand searching), `awaiting_screening`, `awaiting_retrieval`,
/// `awaiting_assessment`, `awaiting_classification`, `ongoing` (both columns together) and `not_read_stopped`. Here
/// citations_results is citation searching alone.
[[nodiscard]] QJsonObject prismaBoxes(const FlowCounts& counts);

} // namespace winnow::reporting
