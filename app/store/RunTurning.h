// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteScope.h"

#include <atomic>
#include <span>

namespace winnow::store {

// Taking an import back, or bringing it back, changes what all its records count, and the reports that they are part
// of. An import of many records goes in portions, as part of what brings the change: a long step (LongStep.h) or a
// batch (Batches.h). Before a change that takes it back counts, its records leave one after the other; after one that
// brings it back they come in. At every commit what is derived is the fold of the live changes over the records that
// are in. What a kill leaves is ended with the step or the batch, and by catchUp().

/// Of more records: in portions. A test seam, too.
inline std::atomic<qint64> recordsInOneGo{2000};

/// One of them takes an import of many records back, or brings it back.
[[nodiscard]] bool turnsManyRecords(const Catalog& catalog, std::span<const Edit> edits);
/// The change is of such a kind: nothing else goes into the same transaction before it.
[[nodiscard]] bool isTurning(const Catalog& catalog, const Change& change);
/// Works on up to `limit` records that must leave before the change can count (with live = false: can cease to).
/// False: it can now, in this transaction.
[[nodiscard]] bool leaveFirst(WriteScope& scope, const Change& change, bool live, qint64 limit);
/// Works on up to `limit` records of imports that are not as the log says. False: all are, or leave for a change to
/// come.
[[nodiscard]] bool catchUp(WriteScope& scope, qint64 limit);
/// Changes that records left for will not come: what left comes in again with catchUp().
void stopLeaving(WriteScope& scope);

} // namespace winnow::store
