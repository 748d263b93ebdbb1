// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <condition_variable>
#include <map>
#include <mutex>
#include <stop_token>

namespace winnow::net {

/// One queue for each host, shared by all clients of the program: one request at a time, and the next one not before
/// the host's pause is over. May be used by any thread.
class HostQueues {
public:
    /// The right to ask one host. Given back when it goes.
    class Turn {
    public:
        Turn() = default;
        Turn(HostQueues& queues, QString host) : m_queues(&queues), m_host(std::move(host)) { }
        Turn(Turn&& other) noexcept;
        Turn& operator=(Turn&& other) = delete;
        ~Turn();
        [[nodiscard]] explicit operator bool() const { return m_queues != nullptr; }
        /// Nobody asks this host before that time; a later time that was said stands.
        void notBefore(qint64 time);
        /// When it may be asked.
        [[nodiscard]] qint64 freeAt() const;

    private:
        HostQueues* m_queues = nullptr;
        QString m_host;
    };

    /// Waits until the host is asked by nobody. An empty turn: told to stop.
    [[nodiscard]] Turn take(const QString& host, const std::stop_token& stop);

private:
    struct Queue {
        bool taken = false;
        qint64 freeAt = 0;
    };
    std::mutex m_mutex;
    std::condition_variable_any m_given;
    std::map<QString, Queue> m_queues;
};

} // namespace winnow::net
