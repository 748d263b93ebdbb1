// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace winnow::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a stop request for as long as it lives. The handler only writes a byte to a
/// pipe; a thread of its own reads it. A second signal ends the program at once: the project file survives that too.
/// At most one at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    void wait();

    int m_read = -1;
    int m_write = -1;
    std::stop_source m_stop;
    std::thread m_thread;
};

} // namespace winnow::cli
