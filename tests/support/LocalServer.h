// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QThread>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

class QTcpServer;

namespace winnow::test {

/// A request as it came in.
struct Asked {
    QByteArray method;
    QUrl url; ///< path and query
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// Of the query or of the form that was posted; what is in neither is "".
    [[nodiscard]] QString value(const QString& name) const;
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// What is answered, and how badly.
struct Reply {
    enum class Manner {
        Whole,
        CutShort, ///< half of the body that was promised, then the line is closed
        Silent, ///< the head and half of the body, and then nothing more
        HangUp, ///< closed without a word
    };
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    Manner manner = Manner::Whole;
};

/// A server on this computer that answers as a test wants it. It lives in a thread of its own, since clients block.
class LocalServer {
public:
    using Answering = std::function<Reply(const Asked&)>;
    explicit LocalServer(Answering answering);
    ~LocalServer();

    /// "http://127.0.0.1:PORT"
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] std::vector<Asked> asked() const;
    [[nodiscard]] int count() const { return int(asked().size()); }
    void answer(Answering answering);

    /// One reply after the other; the last one stays.
    [[nodiscard]] static Answering inOrder(std::vector<Reply> replies);

private:
    Reply replyTo(Asked&& asked);

    QThread m_thread;
    std::unique_ptr<QTcpServer> m_server;
    QString m_url;
    mutable std::recursive_mutex m_mutex; ///< an answer may depend on what was asked before
    Answering m_answering;
    std::vector<Asked> m_asked;
};

} // namespace winnow::test
