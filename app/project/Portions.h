// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"
#include "store/Store.h"

#include <functional>

namespace winnow {

// Bulk work in portions through the write lane, so that votes go between. Not for the window or the command line.

/// How much goes into one transaction of bulk work, so that a vote waits some milliseconds for it at most.
class Pace {
public:
    Pace(qint64 start, qint64 least, qint64 most) : m_n(start), m_least(least), m_most(most) { }
    [[nodiscard]] qint64 next() const { return m_n; }
    /// `ms`: how long the lane was busy with the last one.
    void took(qint64 ms);

private:
    qint64 m_n;
    qint64 m_least;
    qint64 m_most;
};

/// One transaction of bulk work that counts only with a later commit. `took`: how long the lane was busy with it, in
/// milliseconds.
[[nodiscard]] Result<void> portion(Project& project, const store::WriteWork& work, qint64* took = nullptr);

/// One small commit that decides something: durable when it returns.
[[nodiscard]] Result<void> decide(Project& project, const store::WriteWork& work);

/// Calls `step` with how much to do until it says that nothing is left; asks before each whether to go on, and calls
/// `after` between them, on the caller's thread. Errors: Cancelled, those of the store.
[[nodiscard]] Result<void> stepwise(Project& project, Pace pace, const JobContext& job,
                                    const std::function<Result<bool>(store::WriteScope&, qint64)>& step,
                                    const std::function<void(qint64)>& after = {});

} // namespace winnow
