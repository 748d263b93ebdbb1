// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Pause.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace winnow::net {

bool ClockPause::until(qint64 time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    for (qint64 left = time - m_clock.now(); left > 0 && !stop.stop_requested(); left = time - m_clock.now())
        woken.wait_for(lock, stop, std::chrono::milliseconds(std::min<qint64>(left, 1000)), [] { return false; });
    return !stop.stop_requested();
}

} // namespace winnow::net
