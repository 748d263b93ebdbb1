// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"

#include <QThread>

#include <memory>

class QNetworkAccessManager;

namespace winnow::net {

/// Exchanges over Qt Network, with the proxy of the system, cookies off and redirections that stay as safe as they
/// were. It has a thread of its own with an event loop; who asks may be any thread, and blocks.
class QtTransport final : public Transport {
public:
    /// `agent`: how the program names itself to services.
    explicit QtTransport(QString agent);
    ~QtTransport() override;

    Outcome exchange(const Request& request, qint64 silence, const std::stop_token& stop) override;
    /// Longer answers are given up.
    static constexpr qint64 longestAnswer = qint64(256) << 20;

private:
    QString m_agent;
    QThread m_thread;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

} // namespace winnow::net
