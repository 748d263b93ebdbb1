// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Log.h"

#include <algorithm>

namespace winnow::store {

Log::Log(Database& db, Replicas& replicas, Fold& fold, const Clock& clock, qint64 sessionUid)
    : m_db(db)
    , m_replicas(replicas)
    , m_fold(fold)
    , m_clock(clock)
    , m_session(sessionUid)
{
}

namespace {

qint64 stampBelow(Database& db, qint64 horizon)
{
    Statement q = db.prepare("SELECT max(stamp) FROM change WHERE stamp <= ?");
    q.bind(horizon);
    return q.step() ? q.integer(0) : 0;
}

} // namespace

/// Later than everything that was seen. A stamp from a clock that is years ahead must not drag ours along: it is
/// passed over, unless it holds what is spoken of now, for then a later word must count as later.
qint64 Log::nextStamp(qint64 wall, const std::vector<qint64>& subjects, qint64 changes)
{
    const qint64 horizon = stampOf(wall + clockTolerance);
    qint64 next = std::max(stampOf(wall), stampBelow(m_db, horizon) + 1);
    if (m_lastStamp <= horizon)
        next = std::max(next, m_lastStamp + 1);
    if (anyAhead(m_db, wall)) {
        for (const qint64 subject : subjects) {
            Statement q = m_db.prepare("SELECT max(stamp) FROM change WHERE subject = ?");
            q.bind(subject);
            if (q.step() && q.integer(0) > horizon)
                next = std::max({next, q.integer(0) + 1, m_lastAhead + 1});
        }
    }
    qint64& last = next > horizon ? m_lastAhead : m_lastStamp;
    last = std::max(last, next + changes - 1);
    return next;
}

ChangeId Log::reserve(qint64 changes, const std::vector<qint64>& subjects, qint64& wall)
{
    wall = m_clock.now();
    return {nextStamp(wall, subjects, changes), m_session};
}

bool anyAhead(Database& db, qint64 now)
{
    return db.number("SELECT max(stamp) FROM change") > stampOf(now + clockTolerance);
}

qint64 insertChange(Database& db, Replicas& replicas, const Change& c, bool live)
{
    Statement q = db.prepare("INSERT INTO change(stamp, replica, wall, author, kind, subject, slot, value, step, "
                             "undoes, undoes_replica, live) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    q.bind(c.id.stamp, replicas.local(c.id.replica), c.wall, c.author, int(c.edit.kind), c.edit.subject, c.edit.slot,
           nullptr, c.step, nullptr, nullptr, live ? 1 : 0);
    bindValue(q, 8, c.edit.value);
    if (c.undoes) {
        q.bindOne(10, c.undoes.stamp);
        q.bindOne(11, replicas.local(c.undoes.replica));
    }
    q.run();
    return db.lastInsertId();
}

qint64 newestSaneWall(Database& db, qint64 now)
{
    return stampBelow(db, stampOf(now + clockTolerance)) >> 20;
}

ChangeId Log::append(ReviewerId author, const std::vector<Edit>& edits, ChangeId undoes)
{
    if (edits.empty())
        return {};
    Change change;
    change.wall = m_clock.now();
    change.author = author;
    change.undoes = undoes;
    std::vector<qint64> subjects;
    subjects.reserve(edits.size());
    for (const Edit& edit : edits)
        subjects.push_back(edit.subject);
    change.step = nextStamp(change.wall, subjects, qint64(edits.size()));
    change.id = {change.step, m_session};
    for (const Edit& edit : edits) {
        change.edit = edit;
        insertChange(m_db, m_replicas, change, true);
        m_fold.apply(change);
        ++change.id.stamp;
    }
    return {change.step, m_session};
}

} // namespace winnow::store
