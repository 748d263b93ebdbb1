// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <QString>

#include <string>
#include <vector>

namespace winnow::test {

using Lines = std::vector<std::string>;

/// Everything derived in a project, in the 128-bit ids that all copies share, sorted: two copies with the same log must
/// give the same lines. With `log` the live changes as well, by id.
[[nodiscard]] Lines sharedState(const QString& path, bool log = true);

/// What the project says, without who said it when: the values that stand, places, reasons and counts. A step and its
/// undo must leave them as they were.
[[nodiscard]] Lines standingValues(const QString& path);

/// Lines that are in one of the two only, the first few, for messages; empty if they are equal.
[[nodiscard]] QString difference(const Lines& a, const Lines& b);

} // namespace winnow::test
