// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

namespace winnow::test {

/// Identities of the flow diagram that do not hold, and numbers of it that are not as many as the records behind them
/// (not looked at where numbers were declared); empty: all adds up.
[[nodiscard]] QString flowFaults(Project& project);

} // namespace winnow::test
