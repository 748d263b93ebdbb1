// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Flow.h"

#include "project/FlowCountsFrom.h"
#include "project/Writing.h"
#include "store/Rebuild.h"

namespace winnow {

Result<std::vector<Problem>> check(Project& project, const JobContext& job)
{
    std::vector<Problem> problems;
    // A private connection: the check reads what nobody may see, and says nothing of it but whether it fits.
    const auto faults = project.store().faults(project.clock(), job);
    if (!faults)
        return Failure(faults.error());
    for (const store::Fault& fault : *faults)
        problems.push_back({fault.what, fault.detail});
    const auto flow = project.store().read(flowCountsFrom);
    if (!flow)
        return Failure(flow.error());
    for (const QString& identity : brokenIdentities(*flow))
        problems.push_back({QStringLiteral("prisma"), identity});
    return problems;
}

Result<void> repair(Project& project, const JobContext& job)
{
    if (job.cancelled())
        return fail(ErrorCode::Cancelled);
    return done(project.store().write(store::Priority::Bulk, [](store::WriteScope& scope) -> Result<void> {
        store::foldFromScratch(scope);
        return {};
    }));
}

} // namespace winnow
