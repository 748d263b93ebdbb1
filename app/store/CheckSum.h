// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Reader.h"
#include "store/WriteScope.h"

namespace winnow::store {

/// A sum over the ids of all live changes, the same whatever their order: what copies compare (rules.md E11). The sum
/// up to one arrival is kept, so that only what came since is read, and a vote pays nothing for it.
[[nodiscard]] quint64 checkSum(Reader& reader);
/// "K7QM-3FXA": 40 bits of it, in letters and digits that are not mistaken for one another on the phone.
[[nodiscard]] QString checkCodeOf(quint64 sum);
/// Takes up to `limit` arrivals more into the kept sum. False: none are left.
bool advanceCheckSum(WriteScope& scope, qint64 limit);
/// The arrival that the kept sum goes up to.
[[nodiscard]] qint64 checkSumUpTo(WriteScope& scope);
/// A change of an arrival up to there has become live, or no longer is.
void checkSumTurned(WriteScope& scope, ChangeId id, bool live);
/// Rows of the log were deleted: arrival numbers at its end are given anew, and what counts from them on must not be
/// passed over.
void forgetArrivalsBeyondTheLast(WriteScope& scope);

} // namespace winnow::store
