// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Portions.h"

#include "project/Writing.h"

namespace winnow {

Result<void> portion(Project& project, const store::WriteWork& work, std::chrono::nanoseconds* took)
{
    const auto committed = project.store().write(store::Priority::Portion, work);
    if (committed && took)
        *took = committed->took;
    return done(committed);
}

Result<void> decide(Project& project, const store::WriteWork& work)
{
    return change(project, work);
}

Result<void> stepwise(Project& project, Pace pace, const JobContext& job,
                      const std::function<Result<bool>(store::WriteScope&, qint64)>& step,
                      const std::function<void(qint64)>& after)
{
    for (bool more = true; more;) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, project.path());
        const qint64 n = pace.next();
        std::chrono::nanoseconds took{};
        const auto written = portion(
            project,
            [&](store::WriteScope& scope) -> Result<void> {
                const auto left = step(scope, n);
                if (!left)
                    return Failure(left.error());
                more = *left;
                return {};
            },
            &took);
        if (!written)
            return written;
        pace.took(took);
        if (after)
            after(n);
    }
    return {};
}

} // namespace winnow
