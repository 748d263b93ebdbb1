// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Judgement.h"
#include "net/QtTransport.h"
#include "support/LocalServer.h"
#include "support/SafeServer.h"
#include "support/Suite.h"

#include <QTcpServer>

#include <thread>

namespace suite_transport {

using namespace winnow;
using namespace winnow::net;
using winnow::test::Asked;
using winnow::test::LocalServer;
using winnow::test::Reply;
using winnow::test::SafeServer;

namespace {

constexpr qint64 patience = 10'000; // ms
constexpr qint64 impatience = 150;

Request to(const QString& url)
{
    return {QUrl(url), {}, {}, Content::Json};
}

} // namespace

/// What the network does, over a server on this computer that misbehaves as it is told.
class NetTransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersAndFormsArrive();
    void answersComeWhole();
    void aCutAnswerIsNoAnswer();
    void silenceTimesOut();
    void nobodyThere();
    void noSuchHost();
    void noSafeConnection();
    void aCertificateThatNobodySigned();
    void aProxyThatIsGone();
    void aProxyThatWantsALogin();
    void redirectionsAreFollowed();
    void stoppingDoesNotWait();
};

void NetTransportTest::headersAndFormsArrive()
{
    LocalServer server([](const Asked&) { return Reply{.body = "{}"}; });
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    Request request = to(server.url() + QStringLiteral("/search?query=a%2Bb%26c"));
    request.headers = {{"X-ELS-APIKey", "k"}};
    QCOMPARE(transport.exchange(request, patience, {}).trouble, Trouble::None);
    request.form = "term=a%2Bb&db=pubmed";
    QCOMPARE(transport.exchange(request, patience, {}).trouble, Trouble::None);
    const std::vector<Asked> asked = server.asked();
    QCOMPARE(asked.size(), 2u);
    QCOMPARE(asked[0].method, QByteArray("GET"));
    QCOMPARE(asked[0].url.path(), QStringLiteral("/search"));
    QCOMPARE(asked[0].value(QStringLiteral("query")), QStringLiteral("a+b&c"));
    QCOMPARE(asked[0].header("x-els-apikey"), QByteArray("k"));
    QCOMPARE(asked[0].header("user-agent"), QByteArray("Winnow/0.1"));
    QCOMPARE(asked[1].method, QByteArray("POST"));
    QCOMPARE(asked[1].value(QStringLiteral("term")), QStringLiteral("a+b"));
}

void NetTransportTest::answersComeWhole()
{
    const QByteArray large(3 << 20, 'x');
    LocalServer server([&](const Asked&) {
        return Reply{.status = 429, .type = "text/plain", .body = large, .headers = {{"Retry-After", "2"}}};
    });
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    const Outcome outcome = transport.exchange(to(server.url()), patience, {});
    QCOMPARE(outcome.trouble, Trouble::None);
    QCOMPARE(outcome.answer.status, 429);
    QCOMPARE(outcome.answer.header("retry-after"), QByteArray("2"));
    QCOMPARE(outcome.answer.body, large);
}

void NetTransportTest::aCutAnswerIsNoAnswer()
{
    LocalServer server(
        [](const Asked&) { return Reply{.body = "{\"results\":[1,2,3]}", .manner = Reply::Manner::CutShort}; });
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    QCOMPARE(transport.exchange(to(server.url()), patience, {}).trouble, Trouble::Cut);
    server.answer([](const Asked&) { return Reply{.manner = Reply::Manner::HangUp}; });
    QCOMPARE(transport.exchange(to(server.url()), patience, {}).trouble, Trouble::Cut);
}

void NetTransportTest::silenceTimesOut()
{
    LocalServer server(
        [](const Asked&) { return Reply{.body = "{\"results\":[1,2,3]}", .manner = Reply::Manner::Silent}; });
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    QCOMPARE(transport.exchange(to(server.url()), impatience, {}).trouble, Trouble::TimedOut);
}

void NetTransportTest::nobodyThere()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString url = QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort());
    closed.close();
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    QCOMPARE(transport.exchange(to(url), patience, {}).trouble, Trouble::NoRoute);
}

void NetTransportTest::noSuchHost()
{
    qunsetenv("http_proxy");
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    // RFC 6761: no name ends so. Where no resolver answers it is a time-out.
    const Trouble trouble = transport.exchange(to(QStringLiteral("http://nobody.invalid/")), patience, {}).trouble;
    QVERIFY(trouble == Trouble::NoHost || trouble == Trouble::TimedOut);
}

void NetTransportTest::noSafeConnection()
{
    LocalServer server([](const Asked&) { return Reply{}; }); // speaks no TLS
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    const QString url = server.url().replace(QLatin1String("http:"), QLatin1String("https:"));
    const Trouble trouble = transport.exchange(to(url), impatience, {}).trouble;
    QVERIFY2(trouble == Trouble::Tls || trouble == Trouble::TimedOut, qPrintable(QString::number(int(trouble))));
}

/// Nothing is said to a server that cannot prove who it is.
void NetTransportTest::aCertificateThatNobodySigned()
{
    SafeServer server;
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    Request request = to(server.url() + QStringLiteral("/search?api_key=s3cret"));
    const Outcome outcome = transport.exchange(request, patience, {});
    QCOMPARE(outcome.trouble, Trouble::Tls);
    QCOMPARE(judge(outcome, Content::Json).error, ErrorCode::TlsFailed);
    QCOMPARE(server.tried(), 1);
    QCOMPARE(server.bytes(), 0);
}

/// As a company's proxy does that has not seen this person yet.
void NetTransportTest::aProxyThatWantsALogin()
{
    LocalServer proxy([](const Asked&) {
        return Reply{.status = 407, .type = "text/html", .headers = {{"Proxy-Authenticate", "Basic realm=\"x\""}}};
    });
    qunsetenv("no_proxy");
    qputenv("http_proxy", proxy.url().toUtf8());
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    const Outcome outcome = transport.exchange(to(QStringLiteral("http://nobody.invalid/")), patience, {});
    qunsetenv("http_proxy");
    QCOMPARE(proxy.count(), 1);
    QCOMPARE(judge(outcome, Content::Json).error, ErrorCode::ProxyFailed);
}

void NetTransportTest::aProxyThatIsGone()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(closed.serverPort()));
    qunsetenv("no_proxy");
    closed.close();
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    const Outcome outcome = transport.exchange(to(QStringLiteral("http://nobody.invalid/")), patience, {});
    QVERIFY2(outcome.trouble == Trouble::Proxy, qPrintable(QString::number(int(outcome.trouble)) + outcome.said));
    LocalServer server([](const Asked&) { return Reply{.body = "{}"}; });
    QCOMPARE(transport.exchange(to(server.url()), patience, {}).trouble, Trouble::None); // itself it asks directly
    qunsetenv("http_proxy");
}

void NetTransportTest::redirectionsAreFollowed()
{
    LocalServer server([](const Asked& asked) {
        if (asked.url.path() == QLatin1String("/old"))
            return Reply{.status = 301, .headers = {{"Location", "/new"}}};
        return Reply{.body = "{\"new\":1}"};
    });
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    const Outcome outcome = transport.exchange(to(server.url() + QStringLiteral("/old")), patience, {});
    QCOMPARE(outcome.answer.body, QByteArray("{\"new\":1}"));
}

void NetTransportTest::stoppingDoesNotWait()
{
    std::stop_source stop;
    LocalServer server([&](const Asked&) {
        stop.request_stop();
        return Reply{.body = "{\"results\":[1,2,3]}", .manner = Reply::Manner::Silent};
    });
    QtTransport transport(QStringLiteral("Winnow/0.1"));
    QCOMPARE(transport.exchange(to(server.url()), patience, stop.get_token()).trouble, Trouble::Stopped);
    server.answer([](const Asked&) { return Reply{.body = "{}"}; });
    QCOMPARE(transport.exchange(to(server.url()), patience, {}).trouble, Trouble::None);
}

WINNOW_TEST(NetTransportTest)

} // namespace suite_transport

#include "test_transport.moc"
