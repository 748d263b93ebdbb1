// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Rules.h"

#include "project/Project.h"
#include "store/Store.h"

namespace winnow {

bool rulesWait(const Project& project)
{
    return project.store().rulesWait();
}

Result<void> awaitRules(Project& project, const JobContext& job)
{
    return project.store().awaitRules(job);
}

void awaitRulesAlways(Project& project, const JobContext& job)
{
    project.store().awaitRulesAlways(job);
}

} // namespace winnow
