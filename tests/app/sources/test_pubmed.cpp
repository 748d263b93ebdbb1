// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/Replay.h"
#include "sources/Pubmed.h"
#include "support/Suite.h"

namespace suite_pubmed {

using namespace winnow;
using namespace winnow::sources;
using winnow::test::Asked;
using winnow::test::FakeSet;
using winnow::test::Reply;

namespace {

Query query(qint64 limit = 0)
{
    return {QStringLiteral("walking AND stroke"), {}, limit, QDate(2026, 11, 26), false};
}

auto answering(const FakeSet& set)
{
    return [set](const Asked& asked) { return test::fakePubmed(asked, set); };
}

Walked walked(const Query& query, const FakeSet& set)
{
    PubmedWalk walk(query, testAccess());
    return walkThrough(walk, answering(set));
}

Reply xml(const QByteArray& body, int status = 200)
{
    return {.status = status, .type = "text/xml", .body = body};
}

} // namespace

class PubmedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filtersShowTheirText();
    void aSmallSearch();
    void countOnlyFetchesNothing();
    void nothingFound();
    void pastTheLimitBySlices();
    void oneDayTooFull();
    void aLimitOfTheReviewer();
    void missingOnesAreNamed();
    void withoutHistoryByNumbers();
    void aHistoryThatExpired();
    void aHistoryThatExpiredBeyondTheNumbers();
    void errorsInItsOwnWords();
    void aQueryItRefuses();
    void resumedFromItsAnswers();
    void unexpectedElements();
};

void PubmedTest::filtersShowTheirText()
{
    QStringList warnings;
    Query q = query();
    QCOMPARE(pubmedAsSent(q, warnings), QStringLiteral("walking AND stroke"));
    q.filters = {QDate(2010, 1, 1), QDate(2020, 12, 31), true};
    QCOMPARE(pubmedAsSent(q, warnings),
             QStringLiteral("(walking AND stroke) AND (\"2010/01/01\"[dp] : \"2020/12/31\"[dp]) NOT (animals[mh] NOT "
                            "humans[mh])"));
    QVERIFY(warnings.isEmpty());
}

void PubmedTest::aSmallSearch()
{
    const Walked w = walked(query(), {.records = 450});
    QCOMPARE(w.asked.size(), 4u); // one esearch, three efetch
    QCOMPARE(w.asked[0].url.path(), QStringLiteral("/esearch.fcgi"));
    QCOMPARE(w.asked[0].value(QStringLiteral("term")), QStringLiteral("walking AND stroke"));
    QCOMPARE(w.asked[0].value(QStringLiteral("tool")), QStringLiteral("winnow"));
    QCOMPARE(w.asked[3].value(QStringLiteral("retstart")), QStringLiteral("400"));
    QCOMPARE(w.asked[3].value(QStringLiteral("retmax")), QStringLiteral("50"));
    QCOMPARE(w.summary, (Summary{450, 450, 0, QStringLiteral("\"walking\"[All Fields]"), {}, {}}));
}

void PubmedTest::countOnlyFetchesNothing()
{
    Query q = query();
    q.countOnly = true;
    const Walked w = walked(q, {.records = 123'456});
    QCOMPARE(w.asked.size(), 1u);
    QCOMPARE(w.asked[0].value(QStringLiteral("retmax")), QStringLiteral("0"));
    QCOMPARE(w.summary.hits, 123'456);
    QVERIFY(w.summary.gaps.empty());
}

void PubmedTest::nothingFound()
{
    const Walked w = walked(query(), {.records = 0});
    QCOMPARE(w.asked.size(), 1u);
    QCOMPARE(w.summary.hits, 0);
    QVERIFY(w.summary.gaps.empty());
}

void PubmedTest::pastTheLimitBySlices()
{
    const Walked w = walked(query(), {.records = 50'000, .perDay = 40});
    QVERIFY(w.ended);
    QCOMPARE(w.summary.hits, 50'000);
    QCOMPARE(w.summary.records, 50'000);
    QCOMPARE(w.summary.repeats, 0);
    QVERIFY(w.summary.gaps.empty());
    for (const Asked& asked : w.asked) {
        const qint64 start = asked.value(QStringLiteral("retstart")).toLongLong();
        QVERIFY(start <= 9998);
    }
}

void PubmedTest::oneDayTooFull()
{
    const Walked w = walked(query(), {.records = 12'000, .perDay = 12'000});
    QCOMPARE(w.summary.records, 9999);
    QCOMPARE(w.summary.gaps, (std::vector<Gap>{{Gap::Why::ServiceLimit, 2001, {}}}));
}

void PubmedTest::aLimitOfTheReviewer()
{
    const Walked w = walked(query(250), {.records = 50'000});
    QCOMPARE(w.asked.size(), 3u);
    QCOMPARE(w.summary.records, 250);
    QCOMPARE(w.summary.gaps, (std::vector<Gap>{{Gap::Why::Limit, 49'750, {}}}));
    QCOMPARE(walked(query(250), {.records = 20}).summary.gaps.size(), 0u);
}

void PubmedTest::missingOnesAreNamed()
{
    const Walked w = walked(query(), {.records = 300, .missing = {7, 250}});
    QCOMPARE(w.summary.records, 298);
    QCOMPARE(w.summary.gaps, (std::vector<Gap>{{Gap::Why::NotDelivered, 2, {"7", "250"}}}));
}

void PubmedTest::withoutHistoryByNumbers()
{
    PubmedWalk walk(query(), testAccess());
    const auto withoutHistory = [](const Asked& asked) {
        Reply reply = test::fakePubmed(asked, {.records = 250});
        reply.body.replace("<QueryKey>1</QueryKey><WebEnv>MCID_1</WebEnv>", "");
        return reply;
    };
    const Walked w = walkThrough(walk, withoutHistory);
    QCOMPARE(w.summary.records, 250);
    QVERIFY(w.asked[1].value(QStringLiteral("id")).startsWith(QLatin1String("1,2,3,")));
    QVERIFY(w.asked[1].value(QStringLiteral("WebEnv")).isEmpty());
}

void PubmedTest::aHistoryThatExpired()
{
    PubmedWalk walk(query(), testAccess());
    int fetches = 0;
    const Walked w = walkThrough(walk, [&](const Asked& asked) {
        const bool history = !asked.value(QStringLiteral("WebEnv")).isEmpty();
        if (history && ++fetches > 1)
            return xml("<eFetchResult><ERROR>WebEnv not found</ERROR></eFetchResult>", 400);
        return test::fakePubmed(asked, {.records = 500});
    });
    QVERIFY(w.ended);
    QCOMPARE(w.summary.records, 500);
    QCOMPARE(w.summary.repeats, 0);
}

/// It counted 500 and named 200: nobody is asked for a list of no numbers, and what is missing is said.
void PubmedTest::aHistoryThatExpiredBeyondTheNumbers()
{
    PubmedWalk walk(query(), testAccess());
    const Walked w = walkThrough(walk, [&](const Asked& asked) {
        if (asked.value(QStringLiteral("retstart")) == QLatin1String("200"))
            return xml("<eFetchResult><ERROR>WebEnv not found</ERROR></eFetchResult>", 400);
        return test::fakePubmed(asked, {.records = 500, .pageMost = 200});
    });
    QVERIFY(w.ended);
    QCOMPARE(w.asked.size(), 3u);
    QCOMPARE(w.summary.records, 200);
    QCOMPARE(w.summary.gaps, (std::vector<Gap>{{Gap::Why::NotDelivered, 300, {}}}));
}

void PubmedTest::errorsInItsOwnWords()
{
    using What = net::Judgement::What;
    const PubmedWalk walk(query(), testAccess());
    const auto judged = [&](int status, const QByteArray& body) { return *walk.ownWords({status, {}, body, 0}); };
    QCOMPARE(judged(400,
                    "<eFetchResult><ERROR> Error: External viewer error: Empty Response. Bytes read: 0 Status: "
                    "Timeout</ERROR></eFetchResult>")
                 .what,
             What::Again);
    const auto busy = judged(200, R"({"error":"API rate limit exceeded","api-key":"k","count":"4","limit":"3"})");
    QCOMPARE(busy, (net::Judgement{What::Again, ErrorCode::ServiceBusy, {}}));
    QCOMPARE(judged(400, R"({"error":"API key invalid","api-key":"k"})").error, ErrorCode::KeyRefused);
    QVERIFY(!walk.ownWords({200, {}, "<eSearchResult><Count>0</Count></eSearchResult>", 0}));
}

void PubmedTest::aQueryItRefuses()
{
    PubmedWalk walk(query(), testAccess());
    const Walked w = walkThrough(walk, [](const Asked&) {
        return xml("<eSearchResult><ERROR>Empty term and query_key - nothing todo</ERROR></eSearchResult>");
    });
    QCOMPARE(w.ended.error().code, ErrorCode::QueryRefused);
    QCOMPARE(w.ended.error().detail, QStringLiteral("Empty term and query_key - nothing todo"));
}

/// Rule of the walk: the answers alone say where it stands.
void PubmedTest::resumedFromItsAnswers()
{
    const FakeSet set{.records = 21'000, .perDay = 300};
    PubmedWalk whole(query(), testAccess());
    const Walked first = walkThrough(whole, answering(set));
    for (const size_t at : {1u, 5u, 40u}) {
        PubmedWalk broken(query(), testAccess());
        const Walked part = walkThrough(broken, answering(set), int(at));
        QCOMPARE(part.summary.gaps.back().why, Gap::Why::Stopped);
        PubmedWalk again(query(), testAccess());
        for (const net::Answer& answer : part.answers)
            QVERIFY(again.take(answer));
        const Walked rest = walkThrough(again, answering(set));
        QCOMPARE(rest.summary, first.summary);
        QCOMPARE(rest.asked.size(), first.asked.size() - at);
    }
}

void PubmedTest::unexpectedElements()
{
    const auto found
        = pubmedFound("<eSearchResult><Count>5163</Count><New><Count>7</Count><Id/></New><IdList><Id>9</Id>"
                      "</IdList><ErrorList><PhraseNotFound>fleegle[MeSH Terms]</PhraseNotFound>"
                      "<FieldNotFound>xx</FieldNotFound></ErrorList><WarningList><OutputMessage>No items "
                      "found.</OutputMessage></WarningList></eSearchResult>");
    QVERIFY(found);
    QCOMPARE(found->count, 5163);
    QCOMPARE(found->ids, std::vector<std::string>{"9"});
    QCOMPARE(found->warnings.size(), 3);
    QCOMPARE(found->warnings[0], QStringLiteral("PubMed does not know “fleegle[MeSH Terms]” and searched without it."));
    QVERIFY(!pubmedFound("<html>no</html>"));
    QCOMPARE(pubmedIds("<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID Version=\"1\">3</PMID></BookDocument>"
                       "</PubmedBookArticle><PubmedArticle><MedlineCitation><PMID>4</PMID><X><PMID>5</PMID></X>"
                       "</MedlineCitation></PubmedArticle></PubmedArticleSet>"),
             (std::vector<std::string>{"3", "4"}));
}

WINNOW_TEST(PubmedTest)

} // namespace suite_pubmed

#include "test_pubmed.moc"
