// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Charts.h"

/// Each kind of chart, a file of its own beside this one. What stands in names and numbers is said by its columns.
namespace winnow::charts {

[[nodiscard]] ChartKind progress();
[[nodiscard]] ChartKind agreement();
[[nodiscard]] ChartKind sources();
[[nodiscard]] ChartKind overlap();
[[nodiscard]] ChartKind years();
[[nodiscard]] ChartKind journals();
[[nodiscard]] ChartKind reasons();
[[nodiscard]] ChartKind labels();
[[nodiscard]] ChartKind entities();

// What they have in common.

[[nodiscard]] std::vector<RecordId> asRecords(const std::vector<qint64>& numbers);
/// Those that the viewer may be told of, the others as a number.
[[nodiscard]] ChartRecords toldOf(const std::vector<qint64>& reports, const std::vector<qint64>& known);
/// Most first, then by name.
void sortByCount(std::vector<ChartMark>& marks);

} // namespace winnow::charts
