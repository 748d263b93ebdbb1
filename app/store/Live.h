// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteScope.h"

namespace winnow::store {

/// Makes a change of the log count, or not count any more: in the log, in what is derived, and in the kept sum of the
/// check code. `summed`: checkSumUpTo().
void setLive(WriteScope& scope, const Change& change, bool live, qint64 summed);

} // namespace winnow::store
