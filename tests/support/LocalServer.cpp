// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/LocalServer.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace winnow::test {
namespace {

/// What stands in the buffer of a connection, once it is a whole request.
bool takeRequest(QByteArray& buffer, Asked& asked)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    asked.method = words.value(0);
    asked.url = QUrl::fromEncoded(words.value(1));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        asked.headers.append({lines[i].left(colon).trimmed(), lines[i].mid(colon + 1).trimmed()});
    }
    const qsizetype length = asked.header("Content-Length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return false;
    asked.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return true;
}

QByteArray headOf(const Reply& reply)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status)
        + " As asked\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (!reply.type.isEmpty())
        head += "Content-Type: " + reply.type + "\r\n";
    for (const auto& [name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

void send(QTcpSocket& socket, const Reply& reply)
{
    if (reply.manner != Reply::Manner::HangUp) {
        const bool half = reply.manner != Reply::Manner::Whole;
        socket.write(headOf(reply) + (half ? reply.body.left(reply.body.size() / 2) : reply.body));
    }
    if (reply.manner == Reply::Manner::CutShort || reply.manner == Reply::Manner::HangUp)
        socket.disconnectFromHost();
}

} // namespace

QString Asked::value(const QString& name) const
{
    const auto in = [&](const QString& encoded) {
        QString plain = encoded;
        const QUrlQuery query(plain.replace(QLatin1Char('+'), QLatin1String("%20")));
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    const QString given = in(url.query(QUrl::FullyEncoded));
    return given.isEmpty() ? in(QString::fromUtf8(body)) : given;
}

QByteArray Asked::header(QByteArrayView name) const
{
    for (const auto& [key, text] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return text;
    }
    return {};
}

LocalServer::LocalServer(Answering answering)
    : m_server(std::make_unique<QTcpServer>())
    , m_answering(std::move(answering))
{
    m_server->listen(QHostAddress::LocalHost);
    m_url = QStringLiteral("http://127.0.0.1:%1").arg(m_server->serverPort());
    QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
        while (QTcpSocket* socket = m_server->nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, buffer = QByteArray()]() mutable {
                buffer += socket->readAll();
                for (Asked asked; takeRequest(buffer, asked); asked = {})
                    send(*socket, replyTo(std::move(asked)));
            });
        }
    });
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server.get(), &QObject::deleteLater);
    m_thread.start();
}

LocalServer::~LocalServer()
{
    (void)m_server.release();
    m_thread.quit();
    m_thread.wait();
}

Reply LocalServer::replyTo(Asked&& asked)
{
    const std::lock_guard lock(m_mutex);
    m_asked.push_back(std::move(asked));
    return m_answering(m_asked.back());
}

std::vector<Asked> LocalServer::asked() const
{
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

void LocalServer::answer(Answering answering)
{
    const std::lock_guard lock(m_mutex);
    m_answering = std::move(answering);
}

LocalServer::Answering LocalServer::inOrder(std::vector<Reply> replies)
{
    return [replies = std::move(replies), next = size_t(0)](const Asked&) mutable {
        return replies[std::min(next++, replies.size() - 1)];
    };
}

} // namespace winnow::test
