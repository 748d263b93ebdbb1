// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Finding.h"
#include "appraisal/Program.h"

namespace winnow::appraisal {

/// Names that are there twice or not at all, and items without answers: all that can be said without looking at rules.
[[nodiscard]] std::vector<Finding> checkNames(const Instrument& instrument);
/// Items whose conditions wait for one another.
[[nodiscard]] std::vector<Finding> checkCycles(const Program& program);

} // namespace winnow::appraisal
