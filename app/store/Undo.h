// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Fold.h"

#include <limits>
#include <optional>
#include <set>
#include <tuple>

namespace winnow::store {

/// Where the log is read from: all of it by the writing connection, what its viewer may see by a reader. A person's own
/// steps are in both.
enum class LogView { Whole, Visible };

/// The step that undo (or redo) by `author` would take next: walks back through that person's own steps, passing over
/// undone ones and undos. None: nothing to undo.
[[nodiscard]] std::optional<ChangeId> nextToUndo(Database& db, const Replicas& replicas, ReviewerId author,
                                                 LogView view = LogView::Whole);
[[nodiscard]] std::optional<ChangeId> nextToRedo(Database& db, const Replicas& replicas, ReviewerId author,
                                                 LogView view = LogView::Whole);

/// What a step was about: its first change (of an import: the import itself), and how many it has (counted to `most`).
struct StepSummary {
    ChangeKind kind = ChangeKind::Setting;
    qint64 subject = 0;
    qint64 slot = 0;
    qint64 changes = 0; ///< 0: no such step
};
[[nodiscard]] StepSummary stepSummary(Database& db, ChangeId step, LogView view = LogView::Whole,
                                      qint64 most = std::numeric_limits<qint64>::max());

/// Its changes that take an import back, or bring it in.
[[nodiscard]] std::vector<Edit> turningsIn(Database& db, ChangeId step, LogView view);
/// The step speaks of rules and lists of the team alone.
[[nodiscard]] bool isOfTeamAlone(Database& db, ChangeId step);

/// What to append to undo (or, for an undo step, to redo) a step: the value that each of its slots held before. Planned
/// bit by bit, for a step may have very many changes.
class UndoPlan {
public:
    UndoPlan(ReviewerId author, ChangeId step) : m_author(author), m_step(step) { }

    /// Whether there is such a step that its author may undo now. Errors: UnknownChange, HeldByAnother, CannotBeUndone
    /// (the project began with it), StepUnfinished (it, or an undo of it, is still on its way into the file).
    [[nodiscard]] Result<void> check(Database& db, const Replicas& replicas);
    /// The edits for up to `limit` more of its changes, once it is checked. Errors: CannotBeUndone (votes were opened),
    /// HeldByAnother (context names the kind: someone else's, or a later own, change now holds a slot).
    [[nodiscard]] Result<std::vector<Edit>> next(Database& db, const Replicas& replicas, qint64 limit);
    /// All of it has been planned.
    [[nodiscard]] bool complete() const { return m_complete; }

private:
    ReviewerId m_author;
    ChangeId m_step;
    qint64 m_after = 0; ///< stamp of the last change that was looked at
    bool m_redo = false;
    bool m_complete = false;
    std::set<std::tuple<ChangeKind, qint64, qint64>> m_slots; ///< planned already
};

/// What a step speaks of.
[[nodiscard]] std::vector<qint64> subjectsOf(Database& db, ChangeId step);

} // namespace winnow::store
