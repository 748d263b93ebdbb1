// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Change.h"

namespace winnow::store {

/// The change is one that a Winnow can have written: stamps, verdicts, stages, roles and the like are in range. Kinds
/// and slots that have nothing to be in range are let through.
[[nodiscard]] bool isPlausible(const Change& change);

} // namespace winnow::store
