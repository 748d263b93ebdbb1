// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <atomic>

namespace winnow::test {

/// A clock that stands still, or goes on by `step` milliseconds each time it is looked at.
class FixedClock final : public Clock {
public:
    explicit FixedClock(qint64 start = 1'767'225'600'000, qint64 step = 0) : m_now(start), m_step(step) { }
    [[nodiscard]] qint64 now() const override { return m_now.fetch_add(m_step); }
    void advance(qint64 ms) { m_now += ms; }

private:
    mutable std::atomic<qint64> m_now;
    qint64 m_step;
};

} // namespace winnow::test
