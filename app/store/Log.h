// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "store/RulesAhead.h"

#include <optional>

namespace winnow::store {

/// The append-only log. Each append is one step: one action of one person.
class Log {
public:
    Log(Database& db, Replicas& replicas, Fold& fold, const Clock& clock, qint64 sessionUid);

    /// Stamps, writes and folds, or leaves the folding to `later`. Returns the step's id (its first change); nothing is
    /// written for no edits.
    ChangeId append(ReviewerId author, const std::vector<Edit>& edits, ChangeId undoes, RulesAhead* later);

private:
    qint64 nextStamp(qint64 wall, const std::vector<Edit>& edits);

    Database& m_db;
    Replicas& m_replicas;
    Fold& m_fold;
    const Clock& m_clock;
    qint64 m_session;
    qint64 m_lastStamp = 0; ///< of this session
};

/// Writes a row of the log, folded or not. Returns its arrival number.
qint64 insertChange(Database& db, Replicas& replicas, const Change& change, bool live);

/// The hybrid logical clock: milliseconds shifted by 20 bits, the rest counts changes of one millisecond.
[[nodiscard]] constexpr qint64 stampOf(qint64 wallMs)
{
    return wallMs << 20;
}

/// Clocks differ by minutes; a stamp more than a day ahead of ours comes from a clock that is off.
inline constexpr qint64 clockTolerance = 24 * 60 * 60 * 1000;
/// The newest moment (ms since 1970) in the log that is not ahead of the clock by more than that; 0: none.
[[nodiscard]] qint64 newestSaneWall(Database& db, qint64 now);

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
