// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "store/WriteScope.h"

namespace winnow::store {

/// Something that is not as it must be, in a machine word with a detail.
struct Fault {
    QString what;
    QString detail;
};

/// File integrity (SQLite's own check), then everything derived against a fold from scratch, made in a private copy.
[[nodiscard]] std::vector<Fault> faultsIn(Database& db, const Clock& clock, const JobContext& job);

/// Throws everything derived away and folds the log from scratch, in order of change ids. The find index is emptied:
/// it is for the caller to have it built again.
void foldFromScratch(WriteScope& scope);

/// All derived rows as text lines in a fixed order: two projects with equal lines stand in the same state.
[[nodiscard]] std::vector<std::string> derivedLines(Database& db);

} // namespace winnow::store
