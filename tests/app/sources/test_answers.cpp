// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/ClinicalTrials.h"
#include "sources/EuropePmc.h"
#include "sources/OpenAlex.h"
#include "sources/PubmedAnswers.h"
#include "sources/ScopusWords.h"
#include "support/Suite.h"

#include <QFile>

namespace suite_answers {

using namespace winnow;
using namespace winnow::sources;

namespace {

QByteArray recorded(const char* name)
{
    QFile file(QStringLiteral(WINNOW_SHARED "/data/api/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Answers as the services really gave them once, where these are at hand, and what they may come with.
class AnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordedAnswers();
    void brokenAnswers();
    void scopusResetTimes();
    void scopusErrors();
};

void AnswersTest::recordedAnswers()
{
    const QByteArray europe = recorded("europepmc/pyeuropepmc_search_lite_5.json");
    if (europe.isEmpty())
        QSKIP("no recorded answers beside this tree");
    QCOMPARE(europePmcPage(europe)->ids.size(), 5u);
    const auto alex = openAlexPage(recorded("openalex/zotero_openalex_5.json"));
    QCOMPARE(alex->total, 5);
    QCOMPARE(alex->ids.size(), 5u);
    QCOMPARE(alex->ids[0], std::string("https://openalex.org/W2046245907"));
    const auto trials = clinicalTrialsPage(recorded("clinicaltrials/search_keytruda_limit3_20260811.json"));
    QCOMPARE(trials->ids.size(), 3u);
    QVERIFY(!trials->cursor.isEmpty());
    const auto found = pubmedFound(recorded("eutils/klortho_esearch.error.xml"));
    QCOMPARE(found->count, 5163);
    QCOMPARE(found->ids.size(), 20u);
    QCOMPARE(found->translation, QStringLiteral("\"obstetrics\"[MeSH Terms]"));
    QCOMPARE(found->warnings.size(), 1);
    QCOMPARE(pubmedIds(recorded("eutils/zotero_pubmedxml_0.xml")).size(), 2u);
}

void AnswersTest::brokenAnswers()
{
    QCOMPARE(europePmcPage("{\"hitCount\":3,\"resultList\":{\"result\":[").error().code, ErrorCode::AnswerUnreadable);
    QCOMPARE(openAlexPage("[]").error().code, ErrorCode::AnswerUnreadable);
    QCOMPARE(clinicalTrialsPage("").error().code, ErrorCode::AnswerUnreadable);
    // A raw line end inside a text is no JSON, and no reason to lose a page.
    const auto page = europePmcPage(
        "{\"hitCount\":1,\"resultList\":{\"result\":[{\"id\":\"1\",\"source\":\"MED\",\"title\":\"a\nb\"}]}}");
    QVERIFY(page);
    QCOMPARE(page->ids, std::vector<std::string>{"MED:1"});
}

void AnswersTest::scopusResetTimes()
{
    const QDateTime wanted(QDate(2020, 7, 8), QTime(3, 24, 17), Qt::UTC);
    QCOMPARE(scopusReset("1594178657"), wanted);
    QCOMPARE(scopusReset("1594178657000"), wanted);
    QCOMPARE(scopusReset("2020-07-08 03:24:17"), wanted);
    QVERIFY(!scopusReset("").isValid());
}

void AnswersTest::scopusErrors()
{
    using What = net::Judgement::What;
    const net::Answer quota{
        429, {{"X-ELS-Status", "QUOTA_EXCEEDED - Quota Exceeded"}, {"X-RateLimit-Reset", "1594178657"}}, {}, 0};
    QCOMPARE(*scopusWords(quota),
             (net::Judgement{What::Failed, ErrorCode::QuotaSpent, QStringLiteral("2020-07-08 03:24 UTC")}));
    QVERIFY(!scopusWords({429, {}, {}, 0})); // a throttle: as any other
    const net::Answer key{
        401, {}, R"({"error-response":{"error-code":"APIKEY_INVALID","error-message":"API Key k3y is bad"}})", 0};
    QCOMPARE(scopusWords(key)->error, ErrorCode::KeyRefused);
    QCOMPARE(scopusObjection(key), Objection::None);
    QCOMPARE(scopusWords({414, {}, {}, 0})->error, ErrorCode::QueryRefused);
}

WINNOW_TEST(AnswersTest)

} // namespace suite_answers

#include "test_answers.moc"
