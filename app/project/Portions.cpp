// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Portions.h"

#include "project/Writing.h"

#include <algorithm>
#include <chrono>

namespace winnow {

void Pace::took(qint64 ms)
{
    m_n = std::clamp(ms > 5 ? m_n / 2 : ms < 4 ? m_n + m_n / 4 + 1 : m_n, m_least, m_most);
}

Result<void> portion(Project& project, const store::WriteWork& work, qint64* took)
{
    const auto committed = project.store().write(store::Priority::Portion, work);
    if (committed && took)
        *took = std::chrono::duration_cast<std::chrono::milliseconds>(committed->took).count();
    return done(committed);
}

Result<void> decide(Project& project, const store::WriteWork& work)
{
    return done(project.store().write(store::Priority::Person, work));
}

Result<void> stepwise(Project& project, Pace pace, const JobContext& job,
                      const std::function<Result<bool>(store::WriteScope&, qint64)>& step,
                      const std::function<void(qint64)>& after)
{
    for (bool more = true; more;) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, project.path());
        const qint64 n = pace.next();
        qint64 took = 0;
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
