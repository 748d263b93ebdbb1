// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/QtTransport.h"

#include "base/Background.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

#include <condition_variable>
#include <mutex>
#include <tuple>

namespace winnow::net {
namespace {

/// What the system says, but never for this computer itself.
class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

/// Where a proxy stands between, it is the proxy that refused or was not found.
Trouble behindProxy(Trouble trouble, const QUrl& url)
{
    if (trouble != Trouble::NoRoute && trouble != Trouble::NoHost)
        return trouble;
    const QList<QNetworkProxy> proxies = SystemProxies().queryProxy(QNetworkProxyQuery(url));
    const bool between = !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
    return between ? Trouble::Proxy : trouble;
}

class NoCookies final : public QNetworkCookieJar {
    using QNetworkCookieJar::QNetworkCookieJar;
    bool setCookiesFromUrl(const QList<QNetworkCookie>& /*cookies*/, const QUrl& /*url*/) override { return false; }
};

Trouble troubleOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return Trouble::NoHost;
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::InsecureRedirectError: return Trouble::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError: return Trouble::Proxy;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: return Trouble::TimedOut; // by the time-out of the transfer
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError: return Trouble::NoRoute;
    default: return Trouble::Cut;
    }
}

QNetworkRequest requestFor(const Request& request, const QString& agent, qint64 silence)
{
    QNetworkRequest asked(request.url);
    asked.setHeader(QNetworkRequest::UserAgentHeader, agent);
    if (!request.form.isEmpty())
        asked.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    for (const auto& [name, value] : request.headers)
        asked.setRawHeader(name, value);
    asked.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    asked.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    asked.setTransferTimeout(int(silence));
    return asked;
}

/// A cut answer ends without an error where its length was not said; where it was, the bytes are counted.
bool fallsShort(const QNetworkReply& reply, qint64 bytes)
{
    bool said = false;
    const qint64 length = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong(&said);
    return said && bytes < length && !reply.hasRawHeader("Content-Encoding");
}

Outcome outcomeOf(QNetworkReply& reply, bool tooLarge)
{
    Outcome outcome;
    Answer& answer = outcome.answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto& [name, value] : reply.rawHeaderPairs())
        answer.headers.append({name, value});
    answer.body = reply.readAll();
    const auto error = reply.error();
    // Statuses of 400 and more are errors to Qt and answers to us.
    const bool answered = answer.status >= 400 && error != QNetworkReply::OperationCanceledError
        && error != QNetworkReply::TimeoutError && error != QNetworkReply::RemoteHostClosedError;
    if (tooLarge)
        outcome.trouble = Trouble::TooLarge;
    else if (error != QNetworkReply::NoError && !answered)
        outcome.trouble = behindProxy(troubleOf(error), reply.url());
    else if (fallsShort(reply, answer.body.size()))
        outcome.trouble = Trouble::Cut;
    outcome.said = reply.errorString();
    return outcome;
}

/// One exchange on its way, seen by the thread that asks and the thread of the network.
struct OnItsWay {
    std::mutex mutex;
    std::condition_variable_any done;
    bool ended = false;
    Outcome outcome;
    QNetworkReply* reply = nullptr; ///< of the thread of the network
    bool tooLarge = false;

    void end(Outcome&& came)
    {
        {
            const std::lock_guard lock(mutex);
            outcome = std::move(came);
            ended = true;
        }
        done.notify_all();
    }
};

void start(QNetworkAccessManager& manager, const std::shared_ptr<OnItsWay>& way, const QNetworkRequest& request,
           const QByteArray& form)
{
    QNetworkReply* reply = form.isEmpty() ? manager.get(request) : manager.post(request, form);
    way->reply = reply;
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [way, reply](qint64 received, qint64 total) {
        if (std::max(received, total) > QtTransport::longestAnswer && !way->tooLarge) {
            way->tooLarge = true;
            reply->abort();
        }
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [way, reply] {
        way->reply = nullptr;
        way->end(outcomeOf(*reply, way->tooLarge));
        reply->deleteLater();
    });
}

} // namespace

QtTransport::QtTransport(QString agent)
    : m_agent(std::move(agent))
    , m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setProxyFactory(new SystemProxies);
    m_manager->setCookieJar(new NoCookies(m_manager.get()));
    m_thread.setObjectName(QStringLiteral("network"));
    m_manager->moveToThread(&m_thread);
    // Its objects end where they live.
    QObject::connect(&m_thread, &QThread::finished, m_manager.get(), &QObject::deleteLater);
    // No key waits for what is fetched. The context lives on the thread, so that this runs there.
    QObject::connect(&m_thread, &QThread::started, m_manager.get(), [] { workInBackground(); });
    m_thread.start();
}

QtTransport::~QtTransport()
{
    std::ignore = m_manager.release(); // deleteLater() has it
    m_thread.quit();
    m_thread.wait();
}

Outcome QtTransport::exchange(const Request& request, qint64 silence, const std::stop_token& stop)
{
    const auto way = std::make_shared<OnItsWay>();
    QNetworkAccessManager* manager = m_manager.get();
    QMetaObject::invokeMethod(
        manager,
        [manager, way, asked = requestFor(request, m_agent, silence), form = request.form] {
            start(*manager, way, asked, form);
        },
        Qt::QueuedConnection);
    std::unique_lock lock(way->mutex);
    if (way->done.wait(lock, stop, [&] { return way->ended; }))
        return std::move(way->outcome);
    QMetaObject::invokeMethod(
        manager,
        [way] {
            if (way->reply)
                way->reply->abort();
        },
        Qt::QueuedConnection);
    return {{}, Trouble::Stopped, {}};
}

} // namespace winnow::net
