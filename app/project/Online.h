// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/Service.h"

#include <functional>
#include <memory>

namespace winnow {

/// The way to the services: one for the program, since all its jobs share the queues of the hosts. Tests hand in parts
/// of their own. May be used by any thread.
class Online {
public:
    /// Over the network, with the proxy of the system and the clock of the computer.
    explicit Online(const Clock& clock);
    /// `transport` and `pause` outlive it.
    Online(const Clock& clock, net::Transport& transport, net::Pause& pause);
    ~Online();

    /// For one search. A stand-in on this computer is not spared: spacing is for services that others use, too.
    [[nodiscard]] net::HttpClient client(const sources::Service& service, const sources::Access& access);
    /// Where a service stands and what it is asked with; as the environment says, unless somebody knows better.
    [[nodiscard]] sources::Access access(const sources::Service& service) const { return m_access(service); }
    using Accesses = std::function<sources::Access(const sources::Service&)>;
    void setAccesses(Accesses access) { m_access = std::move(access); }

private:
    const Clock& m_clock;
    std::unique_ptr<net::Transport> m_ownTransport;
    std::unique_ptr<net::Pause> m_ownPause;
    net::Transport& m_transport;
    net::Pause& m_pause;
    net::HostQueues m_queues;
    Accesses m_access;
};

} // namespace winnow
