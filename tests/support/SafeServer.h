// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QThread>

#include <atomic>
#include <memory>
#include <tuple>

namespace winnow::test {

// Made for this test alone (openssl ecparam, req -x509), signed by nobody but itself, and worth nothing elsewhere.
inline constexpr const char* selfSignedKey = R"(-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIH7DZq9rOAWcKnFH9+FVGXUnDxADp41ty7qsf7T4gVMPoAoGCCqGSM49
AwEHoUQDQgAEtef05UYctAxen1vACIDb6i2wQRFPPChrw+8uU4LsifnWhUC/mRQI
xXPfmkfdEGQLt+liCYAAX91RwM4PK2uS1w==
-----END EC PRIVATE KEY-----
)";
inline constexpr const char* selfSignedCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBfjCCASWgAwIBAgIUVxmTYhhve9SZw2SHXQZPq6ik8M8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNjE1MDIzOVoYDzIxMjYxMTAy
MTUwMjM5WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS15/TlRhy0DF6fW8AIgNvqLbBBEU88KGvD7y5TguyJ+daFQL+ZFAjF
c9+aR90QZAu36WIJgABf3VHAzg8ra5LXo1MwUTAdBgNVHQ4EFgQUY0cnyx/z2GUo
8mBTQmaJoB96Z5owHwYDVR0jBBgwFoAUY0cnyx/z2GUo8mBTQmaJoB96Z5owDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBIkuUh74leQB4whejC4H7e
VMZXJj82+1bedhREt0EXuwIgEzoph1xnSw/mnU+xLNpoGerEvIQrW1ICqD4FBEux
ORk=
-----END CERTIFICATE-----
)";

/// A server on this computer that speaks TLS with a certificate that nobody vouches for. It answers nothing.
class SafeServer {
public:
    SafeServer() : m_server(std::make_unique<QSslServer>())
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(QByteArray(selfSignedCertificate)));
        configuration.setPrivateKey(QSslKey(QByteArray(selfSignedKey), QSsl::Ec));
        m_server->setSslConfiguration(configuration);
        m_server->listen(QHostAddress::LocalHost);
        m_url = QStringLiteral("https://127.0.0.1:%1").arg(m_server->serverPort());
        QObject::connect(m_server.get(), &QSslServer::startedEncryptionHandshake, m_server.get(),
                         [this] { ++m_tried; });
        QObject::connect(m_server.get(), &QSslServer::pendingConnectionAvailable, m_server.get(), [this] {
            while (QTcpSocket* socket = m_server->nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [this, socket] { m_bytes += int(socket->readAll().size()); });
        });
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server.get(), &QObject::deleteLater);
        m_thread.start();
    }
    ~SafeServer()
    {
        std::ignore = m_server.release(); // deleteLater() has it
        m_thread.quit();
        m_thread.wait();
    }

    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] int tried() const { return m_tried; } ///< handshakes that were begun
    [[nodiscard]] int bytes() const { return m_bytes; } ///< what was said to it in the safe connection

private:
    QThread m_thread;
    std::unique_ptr<QSslServer> m_server;
    QString m_url;
    std::atomic<int> m_tried = 0;
    std::atomic<int> m_bytes = 0;
};

} // namespace winnow::test
