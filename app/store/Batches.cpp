// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Batches.h"

#include "store/CheckSum.h"
#include "store/Live.h"
#include "store/RunTurning.h"

#include <algorithm>
#include <limits>

namespace winnow::store {
namespace {

constexpr qint64 everything = std::numeric_limits<qint64>::max();

/// A change that is in the log already.
struct Known {
    qint64 seq = 0;
    bool live = false;
    bool arrived = false; ///< came from elsewhere: own changes have no arrival and are live for good
};

Known known(WriteScope& scope, ChangeId id)
{
    Statement q = scope.db().prepare("SELECT seq, live, EXISTS(SELECT 1 FROM arrival WHERE arrival.seq = change.seq) "
                                     "FROM change WHERE stamp = ? AND replica = ?");
    q.bind(id.stamp, scope.replicas().local(id.replica));
    return q.step() ? Known{q.integer(0), q.integer(1) != 0, q.integer(2) != 0} : Known();
}

/// A change of which the state in the log and the state of its batches may differ.
struct Turn {
    Change change;
    bool live = false;
    bool wanted = false;

    [[nodiscard]] bool turns() const { return live != wanted; }
};

std::vector<Turn> nextTurns(WriteScope& scope, qint64 batch, qint64 after, qint64 limit)
{
    std::vector<Turn> turns;
    Statement q = scope.db().prepare(
        "SELECT " + std::string(changeColumns)
        + ", live, EXISTS(SELECT 1 FROM arrival a JOIN batch b ON b.id = a.batch WHERE a.seq = change.seq "
          "AND b.live = 1 AND b.loaded = 1) FROM change WHERE seq IN "
          "(SELECT seq FROM arrival WHERE batch = ? AND seq > ? ORDER BY seq LIMIT ?) ORDER BY seq");
    q.bind(batch, after, limit);
    while (q.step())
        turns.push_back({readChange(q, scope.replicas()), q.integer(12) != 0, q.integer(13) != 0});
    return turns;
}

/// The first of them, if records must leave or come in for it; else those up to the next such change.
std::vector<Turn> together(WriteScope& scope, std::vector<Turn> turns)
{
    const auto turning = [&](const Turn& t) { return t.turns() && isTurning(scope.catalog(), t.change); };
    const auto end = turns.empty() || turning(turns.front())
        ? turns.begin() + std::min<std::ptrdiff_t>(1, std::ssize(turns))
        : std::find_if(turns.begin(), turns.end(), turning);
    turns.erase(end, turns.end());
    return turns;
}

/// What all decisions hang on waits in a large project, and is worked out ahead (RulesAhead.h).
void turn(WriteScope& scope, const Turn& t, qint64 summed)
{
    if (scope.ahead().holds({&t.change.edit, 1})) {
        scope.ahead().turn(t.change.seq, t.wanted);
        return;
    }
    setLive(scope, t.change, t.wanted, summed);
}

} // namespace

qint64 beginBatch(WriteScope& scope, const QString& label, const std::string& about)
{
    scope.db()
        .prepare("INSERT INTO batch(at, label, live, loaded, about) VALUES(?, ?, 0, 0, ?)")
        .bind(scope.now(), label, about)
        .run();
    return scope.db().lastInsertId();
}

Result<void> addToBatch(WriteScope& scope, qint64 batch, Inward& inward, std::span<const PortableChange> changes,
                        Arrived& arrived)
{
    for (const PortableChange& travelled : changes) {
        const Known here = known(scope, travelled.id);
        if (here.seq && here.live)
            ++arrived.already;
        if (here.seq && !here.arrived)
            continue;
        qint64 seq = here.seq;
        if (!seq) {
            const auto change = inward.change(scope, travelled);
            if (!change)
                return Failure(change.error());
            seq = insertChange(scope.db(), scope.replicas(), *change, false);
            ++arrived.added;
        } else if (!here.live) {
            ++arrived.restored;
        }
        scope.db().prepare("INSERT OR IGNORE INTO arrival(seq, batch) VALUES(?, ?)").bind(seq, batch).run();
    }
    return {};
}

void goLive(WriteScope& scope, qint64 batch)
{
    scope.db().prepare("UPDATE batch SET live = 1, loaded = 1, cursor = 0 WHERE id = ?").bind(batch).run();
}

bool turnBatch(WriteScope& scope, qint64 batch, bool live)
{
    Statement q = scope.db().prepare("SELECT live FROM batch WHERE id = ? AND loaded = 1");
    q.bind(batch);
    if (!q.step())
        return false;
    const bool isLive = q.integer(0) != 0;
    q.reset();
    if (isLive != live) {
        scope.db().prepare("UPDATE batch SET live = ?, cursor = 0 WHERE id = ?").bind(live ? 1 : 0, batch).run();
        stopLeaving(scope);
    }
    return true;
}

bool settleNext(WriteScope& scope, qint64 batch, qint64 limit)
{
    Statement q = scope.db().prepare("SELECT cursor FROM batch WHERE id = ? AND cursor IS NOT NULL");
    q.bind(batch);
    const bool inPortions = limit != everything;
    if (!q.step())
        return inPortions && catchUp(scope, limit);
    const qint64 after = q.integer(0);
    q.reset();
    std::vector<Turn> turns = nextTurns(scope, batch, after, limit);
    if (inPortions)
        turns = together(scope, std::move(turns));
    if (inPortions && !turns.empty() && turns.front().turns()
        && leaveFirst(scope, turns.front().change, turns.front().wanted, limit))
        return true;
    const qint64 summed = checkSumUpTo(scope);
    for (const Turn& t : turns) {
        if (!t.turns())
            scope.ahead().drop(t.change.seq);
        else
            turn(scope, t, summed);
    }
    Statement move = scope.db().prepare("UPDATE batch SET cursor = ? WHERE id = ?");
    if (turns.empty())
        move.bind(nullptr, batch);
    else
        move.bind(turns.back().change.seq, batch);
    move.run();
    return true;
}

bool sweepDeadBatches(WriteScope& scope, qint64 limit)
{
    Database& db = scope.db();
    Statement dead = db.prepare("SELECT id FROM batch WHERE loaded = 0 LIMIT 1");
    if (!dead.step())
        return false;
    const qint64 batch = dead.integer(0);
    dead.reset();
    std::vector<qint64> arrivals;
    Statement q = db.prepare("SELECT seq FROM arrival WHERE batch = ? ORDER BY seq LIMIT ?");
    q.bind(batch, limit);
    while (q.step())
        arrivals.push_back(q.integer(0));
    q.reset();
    for (const qint64 seq : arrivals) {
        db.prepare("DELETE FROM arrival WHERE seq = ? AND batch = ?").bind(seq, batch).run();
        db.prepare("DELETE FROM change WHERE seq = ?1 AND live = 0 "
                   "AND NOT EXISTS(SELECT 1 FROM arrival WHERE arrival.seq = ?1)")
            .bind(seq)
            .run();
    }
    forgetArrivalsBeyondTheLast(scope);
    if (arrivals.empty())
        db.prepare("DELETE FROM batch WHERE id = ?").bind(batch).run();
    return true;
}

void adoptBatch(WriteScope& scope, qint64 batch)
{
    scope.db().prepare("DELETE FROM arrival WHERE batch = ?").bind(batch).run();
    scope.db().prepare("DELETE FROM batch WHERE id = ?").bind(batch).run();
}

void dropBatch(WriteScope& scope, qint64 batch)
{
    scope.db().prepare("UPDATE batch SET loaded = 0 WHERE id = ? AND live = 0").bind(batch).run();
}

Here whereIs(Reader& reader, ChangeId id)
{
    Statement q = reader.db().prepare(
        "SELECT live FROM known_change WHERE stamp = ? AND replica = (SELECT id FROM replica WHERE uid = ?)");
    q.bind(id.stamp, id.replica);
    if (!q.step())
        return Here::No;
    return q.integer(0) ? Here::Live : Here::SetAside;
}

std::vector<Batch> batches(Reader& reader)
{
    std::vector<Batch> all;
    Statement q
        = reader.db().prepare("SELECT id, at, label, about, live, cursor IS NULL, (SELECT count(*) FROM arrival "
                              "WHERE arrival.batch = batch.id) FROM batch WHERE loaded = 1 ORDER BY id");
    while (q.step())
        all.push_back({q.integer(0), q.integer(1), q.qstring(2), q.string(3), q.integer(4) != 0, q.integer(5) != 0,
                       q.integer(6)});
    return all;
}

std::vector<qint64> unsettledBatches(Database& db)
{
    std::vector<qint64> ids;
    Statement q = db.prepare("SELECT id FROM batch WHERE loaded = 1 AND cursor IS NOT NULL ORDER BY id");
    while (q.step())
        ids.push_back(q.integer(0));
    return ids;
}

Result<qint64> bringIn(WriteScope& scope, const std::vector<PortableChange>& changes, const QString& label)
{
    const qint64 batch = beginBatch(scope, label, {});
    Inward inward;
    Arrived arrived;
    if (const auto added = addToBatch(scope, batch, inward, changes, arrived); !added)
        return Failure(added.error());
    goLive(scope, batch);
    while (settleNext(scope, batch, everything)) { }
    return arrived.added;
}

void setBatchLive(WriteScope& scope, qint64 batch, bool live)
{
    turnBatch(scope, batch, live);
    while (settleNext(scope, batch, everything)) { }
}

} // namespace winnow::store
