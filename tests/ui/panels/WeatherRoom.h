// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/SearchRoom.h"

#include "net/QtTransport.h"
#include "support/FakePause.h"

#include <condition_variable>
#include <mutex>

namespace winnow::test {

/// Where the search stands still until the test has looked at the window. Opened, nothing is held any more.
class Gate {
public:
    void hold(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        ++m_held;
        m_moved.wait(lock, stop, [this] { return m_open; });
    }
    void open()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_open = true;
        }
        m_moved.notify_all();
    }
    [[nodiscard]] bool holds() const
    {
        const std::lock_guard lock(m_mutex);
        return m_held > 0;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_moved;
    int m_held = 0;
    bool m_open = false;
};

/// The network: from the n-th question on it is as bad as told, and at that question the search stands still.
class WeatherTransport final : public net::Transport {
public:
    net::Outcome exchange(const net::Request& request, qint64 silence, const std::stop_token& stop) override
    {
        const int n = ++m_asked;
        if (n == from)
            gate.hold(stop);
        if (n >= from && trouble != net::Trouble::None)
            return {{}, trouble.load(), QStringLiteral("as told")};
        return m_network.exchange(request, silence, stop);
    }

    Gate gate;
    std::atomic<int> from = 1'000'000;
    std::atomic<net::Trouble> trouble = net::Trouble::None;

private:
    net::QtTransport m_network{QStringLiteral("Winnow/test")};
    std::atomic<int> m_asked = 0;
};

/// Waits that are worth telling last for as long as the test looks; then the clock goes on instead.
class WeatherPause final : public net::Pause {
public:
    explicit WeatherPause(FixedClock& clock) : m_clock(clock) { }
    bool until(qint64 time, const std::stop_token& stop) override
    {
        if (time - m_clock.now() >= 1000)
            gate.hold(stop);
        m_clock.advance(std::max<qint64>(0, time - m_clock.now()));
        return !stop.stop_requested();
    }

    Gate gate;

private:
    FixedClock& m_clock;
};

/// The search page, and weather between it and the services.
struct WeatherRoom {
    /// What the server answers to its n-th question (from 1), instead of what it should.
    using Storm = Reply (*)(int n, const Asked& asked, Reply good, WeatherRoom& room);

    FixedClock clock;
    WeatherTransport transport;
    WeatherPause pause{clock};
    Storm storm = nullptr;
    std::atomic<bool> fair = false; ///< the weather is over
    SearchRoom room;

    WeatherRoom()
    {
        (*room.secrets)[QStringLiteral("scopus key")] = QStringLiteral("k3y");
        m_online->setAccesses(room.accesses());
        room.page.setOnline(m_online);
        room.server.answer([this](const Asked& asked) {
            const Reply good = room.reply(asked);
            return storm && !fair ? storm(room.server.count(), asked, good, *this) : good;
        });
    }
    void clear()
    {
        transport.trouble = net::Trouble::None;
        fair = true;
    }
    [[nodiscard]] size_t reports() const { return Records(*room.room.project).reports()->size(); }
    [[nodiscard]] Online* online() const { return m_online.get(); }

private:
    std::shared_ptr<Online> m_online = std::make_shared<Online>(clock, transport, pause);
};

} // namespace winnow::test
