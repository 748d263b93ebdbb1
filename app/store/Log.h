// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "store/Fold.h"

#include <vector>

namespace winnow::store {

/// The append-only log. Each append is one step: one action of one person.
class Log {
public:
    Log(Database& db, Replicas& replicas, Fold& fold, const Clock& clock, qint64 sessionUid);

    /// Stamps, writes and folds. Returns the step's id (its first change); nothing is written for no edits.
    ChangeId append(ReviewerId author, const std::vector<Edit>& edits, ChangeId undoes = {});
    /// Stamps in a row for a step of up to `changes` changes that is written bit by bit (see LongStep.h): what is
    /// written between its portions is later than all of it, so that no other change ever stands among those of a step.
    /// `subjects`: what it speaks of. The step's id, and the wall clock in `wall`.
    [[nodiscard]] ChangeId reserve(qint64 changes, const std::vector<qint64>& subjects, qint64& wall);
    [[nodiscard]] qint64 session() const { return m_session; }

private:
    qint64 nextStamp(qint64 wall, const std::vector<qint64>& subjects, qint64 changes);

    Database& m_db;
    Replicas& m_replicas;
    Fold& m_fold;
    const Clock& m_clock;
    qint64 m_session;
    qint64 m_lastStamp = 0; ///< given out by this session
    qint64 m_lastAhead = 0; ///< the same of those that are years ahead (see nextStamp)
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
/// Some stamp in the log is further ahead.
[[nodiscard]] bool anyAhead(Database& db, qint64 now);

} // namespace winnow::store
