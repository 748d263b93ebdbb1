// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"
#include "store/Change.h"

namespace winnow {

// Steps of any number of changes (store/LongStep.h). One of a few is one transaction; a longer one goes through the
// write lane in portions, so that votes never wait for it, and is one step all the same. Cancelled or failed, nothing
// of it is left. Not for the window or the command line.

/// More than this many changes are written in portions.
inline constexpr qint64 manyChanges = 64;

/// `edits` as one step; in portions also where few changes speak of an import of many records (store/RunTurning.h).
/// Errors: Cancelled, those of the store.
[[nodiscard]] Result<void> writeStep(Project& project, ReviewerId by, std::vector<store::Edit> edits,
                                     const JobContext& job);
/// Undoes (or redoes) a step of `changes` changes. Errors: Cancelled, and those of store::UndoPlan::next.
[[nodiscard]] Result<void> undoLongStep(Project& project, ReviewerId by, store::ChangeId step, qint64 changes,
                                        const JobContext& job);
/// What a session that was killed left behind is ended: all of a step that counted, nothing of any other.
[[nodiscard]] Result<void> endStepsLeft(Project& project, const JobContext& job);

} // namespace winnow
