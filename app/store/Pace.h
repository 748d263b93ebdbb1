// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>

namespace winnow::store {

/// How much goes into one transaction of bulk work, so that a vote waits some milliseconds for it at most.
class Pace {
public:
    constexpr Pace(qint64 start, qint64 least, qint64 most) : m_n(start), m_least(least), m_most(most) { }
    [[nodiscard]] qint64 next() const { return m_n; }
    /// How long the lane was busy with the last one.
    void took(std::chrono::nanoseconds time)
    {
        using std::chrono::milliseconds;
        const qint64 more = m_n + m_n / 4 + 1;
        const qint64 n = time >= milliseconds(6) ? m_n / 2 : time < milliseconds(4) ? more : m_n;
        m_n = std::clamp(n, m_least, m_most);
    }

private:
    qint64 m_n;
    qint64 m_least;
    qint64 m_most;
};

} // namespace winnow::store
