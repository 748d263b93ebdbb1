// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Door.h"
#include "store/Reader.h"

#include <span>

namespace winnow::store {

// Bring-ins. A batch comes in unseen, in transactions of some hundred changes; one small commit makes it count; then it
// is folded in, some hundred arrivals a transaction. At every commit what is derived is the fold of the live changes,
// so a kill while folding leaves an earlier moment of the same story, and the rest is folded in at the next opening.

[[nodiscard]] qint64 beginBatch(WriteScope& scope, const QString& label, const std::string& about);

struct Arrived {
    qint64 added = 0;
    qint64 restored = 0; ///< here already, but of batches that were taken back
    qint64 already = 0;
};
/// Puts changes into a batch that is loading. Errors as Inward::change.
Result<void> addToBatch(WriteScope& scope, qint64 batch, Inward& inward, std::span<const PortableChange> changes,
                        Arrived& arrived);
/// The batch counts from here on; settleNext() folds it in.
void goLive(WriteScope& scope, qint64 batch);
/// Sets a batch aside in this copy, or takes it in again; settleNext() does the work. False: there is no such batch.
bool turnBatch(WriteScope& scope, qint64 batch, bool live);
/// Looks at up to `limit` more arrivals of a batch and folds those that have become live, or no longer are. False: the
/// batch is settled, but for changes of the rules that are worked out ahead.
bool settleNext(WriteScope& scope, qint64 batch, qint64 limit);
/// Deletes up to `limit` rows of batches that never came to count. False: nothing is left.
bool sweepDeadBatches(WriteScope& scope, qint64 limit);
/// A batch that was taken back and settled is to leave nothing: sweepDeadBatches() does the work.
void dropBatch(WriteScope& scope, qint64 batch);
/// Forgets that the changes of a batch came from elsewhere: a new copy begins with them.
void adoptBatch(WriteScope& scope, qint64 batch);

struct Batch {
    qint64 id = 0;
    qint64 at = 0;
    QString label;
    std::string about;
    bool live = true;
    bool settled = true;
    qint64 changes = 0;
};
/// Whether a change is in the log, and whether it counts.
enum class Here { No, SetAside, Live };
[[nodiscard]] Here whereIs(Reader& reader, ChangeId id);
/// Those that came to count, taken back or not, in order of arrival.
[[nodiscard]] std::vector<Batch> batches(Reader& reader);
[[nodiscard]] std::vector<qint64> unsettledBatches(Database& db);

/// All of that in one transaction, for few changes. Returns how many were new.
Result<qint64> bringIn(WriteScope& scope, const std::vector<PortableChange>& changes, const QString& label);
void setBatchLive(WriteScope& scope, qint64 batch, bool live);

} // namespace winnow::store
