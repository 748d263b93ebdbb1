// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteScope.h"

#include <optional>
#include <vector>

namespace winnow::store {

// Steps of very many changes: a run that joins 20,000 pairs, and its undo. Such a step comes in unseen, portion by
// portion, with stamps that were reserved for it in a row; one small commit makes it count; then it is folded in, some
// hundred changes at a time, its first change last. Undo, redo and the bundles for coauthors know a step by its first
// change, so they see it whole or not at all. At every commit what is derived is the fold of the live changes. A kill
// before it counts leaves nothing of it, a kill afterwards all of it: the next opening sweeps the one and ends the
// other. It can also be turned back while it is folded in, and is gone then without a trace.

struct LongStep {
    ChangeId id;
    ReviewerId author;
    ChangeId undoes;
    qint64 wall = 0;
    qint64 written = 0; ///< changes so far
};

/// `room`: how many changes it has at most; `subjects`: what it speaks of.
[[nodiscard]] LongStep beginLongStep(WriteScope& scope, ReviewerId author, qint64 room,
                                     const std::vector<qint64>& subjects, ChangeId undoes = {});
/// Writes more of it, not counted yet. Resolutions are told what they stand in place of.
void addToLongStep(WriteScope& scope, LongStep& step, std::vector<Edit> edits);
/// From here on it counts; advanceLongStep() folds it in.
void countLongStep(WriteScope& scope, ChangeId step);
/// From here on it does not count any more; advanceLongStep() folds it out and deletes it. False: it has ended.
bool giveUpLongStep(WriteScope& scope, ChangeId step);
/// Up to `limit` changes more of what is to be done with it: folded in or out, or deleted. False: nothing is left.
bool advanceLongStep(WriteScope& scope, ChangeId step, qint64 limit);

/// Steps that a session which has ended left behind.
[[nodiscard]] std::vector<ChangeId> longStepsLeft(WriteScope& scope);
/// All that are on their way; for readers, too.
[[nodiscard]] std::vector<ChangeId> longSteps(Database& db, const Replicas& replicas);

} // namespace winnow::store
