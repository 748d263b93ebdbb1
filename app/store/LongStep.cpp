// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LongStep.h"

#include "store/CheckSum.h"
#include "store/Live.h"
#include "store/RunTurning.h"

#include <algorithm>

namespace winnow::store {
namespace {

enum class State : int { Unseen = 0, Counts = 1, GivenUp = 2 }; // numbers stand in files

/// One row of `long_step`, with the small number of its session.
struct Row {
    qint64 stamp = 0;
    qint64 replica = 0;
    qint64 room = 0;
    State state = State::Unseen;
    qint64 cursor = 0;

    [[nodiscard]] qint64 last() const { return stamp + room - 1; }
};

std::optional<Row> rowOf(WriteScope& scope, ChangeId step)
{
    const qint64 replica = scope.replicas().local(step.replica);
    Statement q = scope.db().prepare("SELECT room, state, cursor FROM long_step WHERE stamp = ? AND replica = ?");
    q.bind(step.stamp, replica);
    if (!q.step())
        return {};
    return Row{step.stamp, replica, q.integer(0), State(q.integer(1)), q.integer(2)};
}

void enter(WriteScope& scope, const Row& row, State state, qint64 cursor)
{
    scope.db()
        .prepare("UPDATE long_step SET state = ?, cursor = ? WHERE stamp = ? AND replica = ?")
        .bind(int(state), cursor, row.stamp, row.replica)
        .run();
}

void end(WriteScope& scope, const Row& row)
{
    scope.db().prepare("DELETE FROM long_step WHERE stamp = ? AND replica = ?").bind(row.stamp, row.replica).run();
}

/// Its changes of one state with stamps from `from` on.
std::vector<Change> changesFrom(WriteScope& scope, const Row& row, qint64 from, bool live, qint64 limit)
{
    std::vector<Change> changes;
    Statement q = scope.db().prepare(
        "SELECT " + std::string(changeColumns)
        + " FROM change WHERE stamp BETWEEN ? AND ? AND replica = ? AND live = ? ORDER BY stamp LIMIT ?");
    q.bind(from, row.last(), row.replica, live ? 1 : 0, limit);
    while (q.step())
        changes.push_back(readChange(q, scope.replicas()));
    return changes;
}

void turn(WriteScope& scope, const std::vector<Change>& changes, bool live)
{
    const qint64 summed = checkSumUpTo(scope);
    for (const Change& change : changes)
        setLive(scope, change, live, summed);
}

/// The first of them, if records must leave or come in for it; else those up to the next such change.
std::vector<Change> together(WriteScope& scope, std::vector<Change> changes)
{
    const auto turning = [&](const Change& change) { return isTurning(scope.catalog(), change); };
    const auto end = changes.empty() || turning(changes.front())
        ? changes.begin() + std::min<std::ptrdiff_t>(1, std::ssize(changes))
        : std::find_if(changes.begin(), changes.end(), turning);
    changes.erase(end, changes.end());
    return changes;
}

/// The first change comes last: from then on there is such a step.
bool foldIn(WriteScope& scope, const Row& row, qint64 limit)
{
    std::vector<Change> changes = together(scope, changesFrom(scope, row, row.cursor + 1, false, limit));
    const bool whole = changes.empty();
    if (whole)
        changes = changesFrom(scope, row, row.stamp, false, 1);
    if (!changes.empty() && leaveFirst(scope, changes.front(), true, limit))
        return true;
    turn(scope, changes, true);
    if (whole)
        end(scope, row);
    else
        enter(scope, row, State::Counts, changes.back().id.stamp);
    return true;
}

void foldOut(WriteScope& scope, const Row& row, qint64 limit)
{
    const std::vector<Change> changes = together(scope, changesFrom(scope, row, row.stamp, true, limit));
    if (!changes.empty() && leaveFirst(scope, changes.front(), false, limit))
        return;
    turn(scope, changes, false);
    if (changes.empty())
        enter(scope, row, State::Unseen, row.stamp);
}

bool erase(WriteScope& scope, const Row& row, qint64 limit)
{
    const std::vector<Change> changes = changesFrom(scope, row, row.stamp, false, limit);
    for (const Change& change : changes)
        scope.db().prepare("DELETE FROM change WHERE seq = ?").bind(change.seq).run();
    forgetArrivalsBeyondTheLast(scope);
    if (changes.empty())
        end(scope, row);
    return true;
}

} // namespace

LongStep beginLongStep(WriteScope& scope, ReviewerId author, qint64 room, const std::vector<qint64>& subjects,
                       ChangeId undoes)
{
    LongStep step{{}, author, undoes};
    step.id = scope.log().reserve(room, subjects, step.wall);
    Statement q = scope.db().prepare("INSERT INTO long_step(stamp, replica, undoes, undoes_replica, room, state, "
                                     "cursor) VALUES(?, ?, ?, ?, ?, 0, ?)");
    q.bind(step.id.stamp, scope.replicas().local(step.id.replica), nullptr, nullptr, room, step.id.stamp);
    if (undoes) {
        q.bindOne(3, undoes.stamp);
        q.bindOne(4, scope.replicas().local(undoes.replica));
    }
    q.run();
    return step;
}

void addToLongStep(WriteScope& scope, LongStep& step, std::vector<Edit> edits)
{
    scope.tellSeen(edits);
    Change change;
    change.wall = step.wall;
    change.author = step.author;
    change.undoes = step.undoes;
    change.step = step.id.stamp;
    for (Edit& edit : edits) {
        change.id = {step.id.stamp + step.written++, step.id.replica};
        change.edit = std::move(edit);
        insertChange(scope.db(), scope.replicas(), change, false);
    }
}

void countLongStep(WriteScope& scope, ChangeId step)
{
    if (const auto row = rowOf(scope, step))
        enter(scope, *row, State::Counts, row->stamp);
}

bool giveUpLongStep(WriteScope& scope, ChangeId step)
{
    const auto row = rowOf(scope, step);
    if (row && row->state == State::Counts) {
        enter(scope, *row, State::GivenUp, row->stamp);
        stopLeaving(scope);
    }
    return row.has_value();
}

bool advanceLongStep(WriteScope& scope, ChangeId step, qint64 limit)
{
    const auto row = rowOf(scope, step);
    if (!row)
        return catchUp(scope, limit);
    switch (row->state) {
    case State::Counts: return foldIn(scope, *row, limit);
    case State::GivenUp: foldOut(scope, *row, limit); return true;
    case State::Unseen: break;
    }
    return erase(scope, *row, limit);
}

std::vector<ChangeId> longStepsLeft(WriteScope& scope)
{
    std::vector<ChangeId> left = longSteps(scope.db(), scope.replicas());
    std::erase_if(left, [&](const ChangeId& step) { return step.replica == scope.log().session(); });
    return left;
}

std::vector<ChangeId> longSteps(Database& db, const Replicas& replicas)
{
    std::vector<ChangeId> steps;
    Statement q = db.prepare("SELECT stamp, replica FROM long_step");
    while (q.step())
        steps.push_back(replicas.global(q.integer(0), q.integer(1)));
    return steps;
}

} // namespace winnow::store
