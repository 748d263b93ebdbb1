// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Pause.h"
#include "support/FixedClock.h"

#include <vector>

namespace winnow::test {

/// Lets the clock go on instead of waiting, and remembers by how much.
class FakePause final : public net::Pause {
public:
    explicit FakePause(FixedClock& clock) : m_clock(clock) { }
    bool until(qint64 time, const std::stop_token& stop) override
    {
        waits.push_back(time - m_clock.now());
        if (waits.back() > 0)
            m_clock.advance(waits.back());
        return !stop.stop_requested();
    }

    std::vector<qint64> waits; ///< ms

private:
    FixedClock& m_clock;
};

} // namespace winnow::test
