// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Duplicates.h"
#include "project/Records.h"

namespace winnow::ui {

/// Judges a record different from its whole report, not only from the record shown beside it; the rest stays together,
/// also where it hung together by this record only. Gives the number of steps, for undo. Blocks: call it over Hands.
[[nodiscard]] Result<int> partFromReport(Project& project, RecordId record);

/// Every record that another one of its report stands for: all but the report's own. Reads the whole list.
[[nodiscard]] Result<std::vector<RecordId>> joinedRecords(Project& project);

} // namespace winnow::ui
