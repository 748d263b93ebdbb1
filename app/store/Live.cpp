// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Live.h"

#include "store/CheckSum.h"

namespace winnow::store {

void setLive(WriteScope& scope, const Change& change, bool live, qint64 summed)
{
    scope.db().prepare("UPDATE change SET live = ? WHERE seq = ?").bind(live ? 1 : 0, change.seq).run();
    if (live)
        scope.fold().apply(change);
    else
        scope.fold().refold(change.edit, change.author);
    if (change.seq <= summed)
        checkSumTurned(scope.db(), change.id, live);
}

} // namespace winnow::store
