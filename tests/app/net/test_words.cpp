// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Judgement.h"
#include "net/Redact.h"
#include "net/RetryAfter.h"
#include "support/Suite.h"

namespace suite_words {

using namespace winnow;
using namespace winnow::net;
using What = Judgement::What;

namespace {

Outcome answered(int status, const QByteArray& body, const QByteArray& type = "application/json")
{
    return {{status, {{"Content-Type", type}}, body, 0}, Trouble::None, {}};
}

} // namespace

/// What answers mean, and what of them may be seen.
class NetWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void retryAfterSaysSecondsOrADate();
    void backoffGrowsAndScatters();
    void addressesShowNoSecrets();
    void textsShowNoSecrets();
    void whatServicesSayIsOneLine();
    void statusesAreJudged_data();
    void statusesAreJudged();
    void aWebPageIsAPortal();
    void theWrongKindOfBodyIsUnreadable();
    void troublesAreJudged();
};

void NetWordsTest::retryAfterSaysSecondsOrADate()
{
    constexpr qint64 now = 784'111'777'000; // Sun, 06 Nov 1994 08:49:37 GMT
    QCOMPARE(retryAfter("2", now), 2000);
    QCOMPARE(retryAfter(" 0.5 ", now), 500);
    QCOMPARE(retryAfter("Sun, 06 Nov 1994 08:50:07 GMT", now), 30'000);
    QCOMPARE(retryAfter("Sun Nov  6 08:50:07 1994", now), 30'000);
    QCOMPARE(retryAfter("Sun, 06 Nov 1994 08:49:00 GMT", now), 0);
    constexpr qint64 later = 1'780'000'000'000; // in 2026
    QVERIFY(retryAfter("Sunday, 06-Nov-27 08:50:07 GMT", later).value_or(0) > 0);
    QVERIFY(!retryAfter("", now));
    QVERIFY(!retryAfter("soon", now));
    QVERIFY(!retryAfter("-5", now));
}

void NetWordsTest::backoffGrowsAndScatters()
{
    QCOMPARE(backoff(1, 0), 500);
    QCOMPARE(backoff(1, 1), 1000);
    QCOMPARE(backoff(3, 0.5), 3000);
    QCOMPARE(backoff(7, 1), 60'000);
    QCOMPARE(backoff(1000, 1), 60'000);
}

void NetWordsTest::addressesShowNoSecrets()
{
    const QUrl url(
        QStringLiteral("https://ana:pw@eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?db=pubmed&term=asthma"
                       "%20%2B%20a%26b&api_key=0123abc&email=ana%40example.org&tool=winnow&mailto=a@b.org"));
    QCOMPARE(redacted(url),
             QStringLiteral("https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?db=pubmed&term=asthma%20%2B%20a"
                            "%26b&api_key=...&email=...&tool=winnow&mailto=..."));
    QCOMPARE(redacted(QUrl(QStringLiteral("https://api.elsevier.com/x?query=a&insttoken=s3cret&apiKey=k"))),
             QStringLiteral("https://api.elsevier.com/x?query=a&insttoken=...&apiKey=..."));
}

void NetWordsTest::textsShowNoSecrets()
{
    QCOMPARE(
        redacted(QStringLiteral(R"({"error":"API rate limit exceeded","api-key":"0123abc","count":"4","limit":"3"})")),
        QStringLiteral(R"({"error":"API rate limit exceeded","api-key":"...","count":"4","limit":"3"})"));
    QCOMPARE(redacted(QStringLiteral("Invalid API Key: 9f8e for ana.b@example.org")),
             QStringLiteral("Invalid API Key: ... for (address)"));
    QCOMPARE(redacted(QStringLiteral("X-ELS-APIKey: 9f8e")), QStringLiteral("X-ELS-APIKey: ..."));
}

void NetWordsTest::whatServicesSayIsOneLine()
{
    QCOMPARE(told("<html><head><style>b{}</style></head>\n<body><b>Not</b>\n found</body></html>"),
             QStringLiteral("Not found"));
    QCOMPARE(told(QByteArray(1000, 'x')).size(), 300);
}

void NetWordsTest::statusesAreJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("again");
    QTest::addColumn<ErrorCode>("error");
    for (const int status : {500, 502, 503, 504})
        QTest::addRow("%d", status) << status << true << ErrorCode::ServiceFailed;
    QTest::newRow("429") << 429 << true << ErrorCode::ServiceBusy;
    QTest::newRow("400") << 400 << false << ErrorCode::QueryRefused;
    QTest::newRow("401") << 401 << false << ErrorCode::KeyRefused;
    QTest::newRow("402") << 402 << false << ErrorCode::QuotaSpent;
    QTest::newRow("403") << 403 << false << ErrorCode::NotEntitled;
    QTest::newRow("404") << 404 << false << ErrorCode::QueryRefused;
    QTest::newRow("407") << 407 << false << ErrorCode::ProxyFailed;
    QTest::newRow("501") << 501 << false << ErrorCode::ServiceFailed;
    QTest::newRow("511") << 511 << false << ErrorCode::CaptivePortal;
}

void NetWordsTest::statusesAreJudged()
{
    QFETCH(int, status);
    QFETCH(bool, again);
    QFETCH(ErrorCode, error);
    const Judgement judgement = judge(answered(status, "no"), Content::Json);
    QCOMPARE(judgement.what, again ? What::Again : What::Failed);
    QCOMPARE(judgement.error, error);
}

void NetWordsTest::aWebPageIsAPortal()
{
    const QByteArray page = "\n<!DOCTYPE html><html><body>Welcome to the hotel</body></html>";
    QCOMPARE(judge(answered(200, page, "text/html"), Content::Json).error, ErrorCode::CaptivePortal);
    QCOMPARE(judge(answered(200, page, "text/xml"), Content::Xml).error, ErrorCode::CaptivePortal);
    QCOMPARE(judge(answered(200, page, "text/html"), Content::Any).what, What::Good);
    QCOMPARE(judge(answered(200, "<?xml version=\"1.0\"?><a/>", "text/html"), Content::Xml).what, What::Good);
}

void NetWordsTest::theWrongKindOfBodyIsUnreadable()
{
    QCOMPARE(judge(answered(200, "{}", "text/plain"), Content::Json).what, What::Good);
    const Judgement plain = judge(answered(200, "Resource not found."), Content::Json);
    QCOMPARE(plain.error, ErrorCode::AnswerUnreadable);
    QCOMPARE(plain.detail, QStringLiteral("Resource not found."));
    QCOMPARE(judge(answered(200, ""), Content::Json).error, ErrorCode::AnswerUnreadable);
    QCOMPARE(judge(answered(200, "{\"error\":1}"), Content::Xml).error, ErrorCode::AnswerUnreadable);
}

void NetWordsTest::troublesAreJudged()
{
    const auto of = [](Trouble trouble) { return judge({{}, trouble, {}}, Content::Json); };
    QCOMPARE(of(Trouble::TimedOut).what, What::Again);
    QCOMPARE(of(Trouble::Cut).what, What::Again);
    QCOMPARE(of(Trouble::NoHost), (Judgement{What::Failed, ErrorCode::HostUnknown, {}}));
    QCOMPARE(of(Trouble::NoRoute), (Judgement{What::Failed, ErrorCode::ServiceUnreachable, {}}));
    QCOMPARE(of(Trouble::Tls), (Judgement{What::Failed, ErrorCode::TlsFailed, {}}));
    QCOMPARE(of(Trouble::Proxy), (Judgement{What::Failed, ErrorCode::ProxyFailed, {}}));
    QCOMPARE(of(Trouble::Stopped), (Judgement{What::Failed, ErrorCode::Cancelled, {}}));
}

WINNOW_TEST(NetWordsTest)

} // namespace suite_words

#include "test_words.moc"
