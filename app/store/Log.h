// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "store/Fold.h"

#include <optional>

namespace winnow::store {

/// The append-only log. Each append is one step: one action of one person.
class Log {
public:
    Log(Database& db, Replicas& replicas, Fold& fold, const Clock& clock, qint64 sessionUid);

    /// Stamps, writes and folds. Returns the step's id (its first change); nothing is written for no edits.
    ChangeId append(ReviewerId author, const std::vector<Edit>& edits, ChangeId undoes = {});

    /// Puts changes of another copy into the log and folds those that are new. Returns how many were.
    qint64 bringIn(const std::vector<Change>& changes, qint64 batch);
    /// Marks a batch dead or live again in this copy and folds anew what it touched.
    void setBatchLive(qint64 batch, bool live);

private:
    qint64 nextStamp(qint64 wall);
    void insert(const Change& change);

    Database& m_db;
    Replicas& m_replicas;
    Fold& m_fold;
    const Clock& m_clock;
    qint64 m_session;
};

/// The hybrid logical clock: milliseconds shifted by 20 bits, the rest counts changes of one millisecond.
[[nodiscard]] constexpr qint64 stampOf(qint64 wallMs)
{
    return wallMs << 20;
}

/// What to append to undo a step: the value that each of its slots held before.
struct UndoPlan {
    ChangeId step;
    ReviewerId author;
    std::vector<Edit> edits;
    bool redo = false;
};

/// Where the log is read from: all of it by the writing connection, what its viewer may see by a reader. A person's own
/// steps are in both.
enum class LogView { Whole, Visible };

/// The step that undo (or redo) by `author` would take next: walks back through that person's own steps, passing over
/// undone ones and undos. None: nothing to undo.
[[nodiscard]] std::optional<ChangeId> nextToUndo(Database& db, const Replicas& replicas, ReviewerId author,
                                                 LogView view = LogView::Whole);
[[nodiscard]] std::optional<ChangeId> nextToRedo(Database& db, const Replicas& replicas, ReviewerId author,
                                                 LogView view = LogView::Whole);

/// What a step was about: its first change (of an import: the import itself), and how many it has.
struct StepSummary {
    ChangeKind kind = ChangeKind::Setting;
    qint64 subject = 0;
    qint64 slot = 0;
    qint64 changes = 0; ///< 0: no such step
};
[[nodiscard]] StepSummary stepSummary(Database& db, ChangeId step, LogView view = LogView::Whole);

/// Plans undoing (or, for an undo step, redoing) a step. Errors: UnknownChange, CannotBeUndone (votes were opened),
/// HeldByAnother (context names the kind: someone else's, or a later own, change now holds a slot).
[[nodiscard]] Result<UndoPlan> planUndo(Database& db, const Replicas& replicas, ReviewerId author, ChangeId step);

} // namespace winnow::store
