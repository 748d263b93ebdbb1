// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HostQueues.h"

#include <algorithm>
#include <utility>

namespace winnow::net {

HostQueues::Turn::Turn(Turn&& other) noexcept
    : m_queues(std::exchange(other.m_queues, nullptr))
    , m_host(std::move(other.m_host))
{
}

HostQueues::Turn::~Turn()
{
    if (!m_queues)
        return;
    {
        const std::lock_guard lock(m_queues->m_mutex);
        m_queues->m_queues[m_host].taken = false;
    }
    m_queues->m_given.notify_all();
}

void HostQueues::Turn::notBefore(qint64 time)
{
    const std::lock_guard lock(m_queues->m_mutex);
    qint64& freeAt = m_queues->m_queues[m_host].freeAt;
    freeAt = std::max(freeAt, time);
}

qint64 HostQueues::Turn::freeAt() const
{
    const std::lock_guard lock(m_queues->m_mutex);
    return m_queues->m_queues[m_host].freeAt;
}

HostQueues::Turn HostQueues::take(const QString& host, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    Queue& queue = m_queues[host];
    if (!m_given.wait(lock, stop, [&] { return !queue.taken; }))
        return {};
    queue.taken = true;
    return Turn(*this, host);
}

} // namespace winnow::net
