// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RunTurning.h"

#include <algorithm>

namespace winnow::store {
namespace {

constexpr qint64 recordsLookedAt = 10000; ///< in one portion, most of which nobody may have spoken of

bool isLiveEdit(const Edit& edit)
{
    return edit.kind == ChangeKind::Run && edit.slot == int(RunSlot::Live);
}

const RunInfo* longRun(const Catalog& catalog, const Edit& edit)
{
    const RunInfo* run = isLiveEdit(edit) ? catalog.run(RunId(edit.subject)) : nullptr;
    return run && run->run.records > recordsInOneGo ? run : nullptr;
}

void remember(WriteScope& scope, RunId run, const RunInfo::Turning& at, bool leaving)
{
    scope.db()
        .prepare("INSERT OR REPLACE INTO run_turning(run, boundary, below, leaving) VALUES(?, ?, ?, ?)")
        .bind(run, at.boundary, at.below ? 1 : 0, leaving ? 1 : 0)
        .run();
    scope.fold().setCatalogChanged();
}

/// The last record of the next portion, going up from `after` or down to it: as many of those that were spoken of as
/// `limit`, as far as is looked at.
qint64 portionEnd(Database& db, qint64 after, qint64 end, bool up, qint64 limit)
{
    const qint64 far = up ? std::min(after + recordsLookedAt, end) : std::max(after - recordsLookedAt, end);
    Statement q
        = db.prepare(up ? "SELECT id FROM record WHERE id BETWEEN ?1 AND ?2 AND flags & 8 ORDER BY id LIMIT ?3"
                        : "SELECT id FROM record WHERE id BETWEEN ?2 AND ?1 AND flags & 8 ORDER BY id DESC LIMIT ?3");
    q.bind(up ? after + 1 : after - 1, far, limit);
    qint64 last = after;
    qint64 seen = 0;
    for (; q.step(); ++seen)
        last = q.integer(0);
    return seen == limit ? last : far;
}

/// A portion more of the run comes in, or goes out; not all of it is there yet.
void move(WriteScope& scope, const RunInfo& run, bool in, bool leaving, qint64 limit)
{
    RunInfo::Turning at = run.turning ? *run.turning : RunInfo::Turning{run.first - 1, in};
    const qint64 last = run.first + run.run.records - 1;
    if (at.below == in) {
        const qint64 to = portionEnd(scope.db(), at.boundary, last, true, limit);
        scope.touchRecords(run, at.boundary + 1, to);
        at.boundary = to;
    } else {
        const qint64 from = portionEnd(scope.db(), at.boundary + 1, run.first, false, limit);
        scope.touchRecords(run, from, at.boundary);
        at.boundary = from - 1;
    }
    remember(scope, run.run.id, at, leaving);
}

} // namespace

bool turnsManyRecords(const Catalog& catalog, std::span<const Edit> edits)
{
    return std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) { return longRun(catalog, edit); });
}

bool isTurning(const Catalog& catalog, const Change& change)
{
    return longRun(catalog, change.edit);
}

bool leaveFirst(WriteScope& scope, const Change& change, bool live, qint64 limit)
{
    const RunInfo* run = longRun(scope.catalog(), change.edit);
    if (!run)
        return false;
    const auto* number = std::get_if<qint64>(&change.edit.value);
    const bool saysIn = number && *number != 0;
    if (saysIn != live && !run->live().empty()) {
        move(scope, *run, false, true, limit);
        return true;
    }
    // What is out comes in with catchUp(), whatever the log says from now on.
    if (run->turning)
        remember(scope, run->run.id, *run->turning, false);
    else if (run->live().empty())
        remember(scope, run->run.id, {run->first - 1, true}, false);
    scope.fold().leaveRun(run->run.id);
    return false;
}

bool catchUp(WriteScope& scope, qint64 limit)
{
    for (const RunInfo& run : scope.catalog().runs) {
        if (!run.turning || run.turning->leaving)
            continue;
        const qint64 there = run.live().records();
        if (there == (run.run.live ? run.run.records : 0)) {
            scope.db().prepare("DELETE FROM run_turning WHERE run = ?").bind(run.run.id).run();
            scope.fold().setCatalogChanged();
        } else {
            move(scope, run, run.run.live, false, limit);
        }
        return true;
    }
    return false;
}

void stopLeaving(WriteScope& scope)
{
    scope.db().execute("UPDATE run_turning SET leaving = 0");
    scope.fold().setCatalogChanged();
}

} // namespace winnow::store
