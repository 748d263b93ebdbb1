// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"

namespace winnow {

class Project;

// Changed rules (votes needed, majority, who resolves, reasons, who gets what) are worked out for all reports of a
// large project in portions, while work goes on and the earlier rules stand; Project::changed() tells when they count.

[[nodiscard]] bool rulesWait(const Project& project);
/// Waits until they count; progress is in records. A stop does not stop the work: Cancelled. Else errors of that work.
Result<void> awaitRules(Project& project, const JobContext& job);
/// From here on every change waits for the rules that it makes: for commands, which end.
void awaitRulesAlways(Project& project, const JobContext& job);

} // namespace winnow
