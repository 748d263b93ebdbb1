// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace winnow::net {

/// Waiting, as something that is handed in: tests let time pass without waiting.
class Pause {
public:
    virtual ~Pause() = default;
    /// Until the clock shows `time` (ms since 1970), or sooner when told to stop. False: told to stop.
    virtual bool until(qint64 time, const std::stop_token& stop) = 0;
};

/// Looks at the clock once a second at least: a laptop that slept has waited.
class ClockPause final : public Pause {
public:
    explicit ClockPause(const Clock& clock) : m_clock(clock) { }
    bool until(qint64 time, const std::stop_token& stop) override;

private:
    const Clock& m_clock;
};

/// Why Winnow waits, for those who look on.
struct Waiting {
    enum class Why { Spacing, Asked, Trouble };
    Why why = Why::Spacing; ///< the documented rate; the service asks for it; before trying again after a fault
    QString host;
    qint64 until = 0; ///< ms since 1970
    qint64 milliseconds = 0;

    bool operator==(const Waiting&) const = default;
};
using WaitingSink = std::function<void(const Waiting&)>;

} // namespace winnow::net
