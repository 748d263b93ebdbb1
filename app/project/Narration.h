// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"
#include "store/Reader.h"
#include "store/Trail.h"

namespace winnow {

/// A row of the log with names in place of numbers, for people and for `log --json`.
[[nodiscard]] LogEntry narrate(store::Reader& reader, const store::Change& change);

} // namespace winnow
