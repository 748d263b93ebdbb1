// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Online.h"

#include "net/QtTransport.h"

#include <QHostAddress>
#include <QRandomGenerator>

namespace winnow {

Online::Online(const Clock& clock)
    : m_clock(clock)
    , m_ownTransport(std::make_unique<net::QtTransport>(QStringLiteral("Winnow/0.1 (systematic reviews)")))
    , m_ownPause(std::make_unique<net::ClockPause>(clock))
    , m_transport(*m_ownTransport)
    , m_pause(*m_ownPause)
    , m_access(sources::accessFromEnvironment)
{
}

Online::Online(const Clock& clock, net::Transport& transport, net::Pause& pause)
    : m_clock(clock)
    , m_transport(transport)
    , m_pause(pause)
    , m_access(sources::accessFromEnvironment)
{
}

Online::~Online() = default;

net::HttpClient Online::client(const sources::Service& service, const sources::Access& access)
{
    net::HttpClient client(
        {m_transport, m_queues, m_pause, m_clock, [] { return QRandomGenerator::system()->generateDouble(); }});
    net::Manners manners = service.manners(access);
    if (QHostAddress(QUrl(access.base).host()).isLoopback())
        manners.spacing = 0;
    client.setManners(manners);
    return client;
}

} // namespace winnow
