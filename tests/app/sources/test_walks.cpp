// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/Replay.h"
#include "sources/BooleanSplit.h"
#include "support/Suite.h"

namespace suite_walks {

using namespace winnow;
using namespace winnow::sources;
using winnow::test::Asked;
using winnow::test::FakeSet;
using winnow::test::Reply;

namespace {

using FakeReply = Reply (*)(const Asked&, const FakeSet&);

struct Faked {
    const char* id;
    FakeReply reply;
};
constexpr Faked all[]{{"clinicaltrials", test::fakeTrials},
                      {"europepmc", test::fakeEuropePmc},
                      {"openalex", test::fakeOpenAlex},
                      {"crossref", test::fakeCrossref},
                      {"scopus", test::fakeScopus}};

FakeReply fakeOf(const QString& id)
{
    for (const Faked& faked : all) {
        if (id == QLatin1String(faked.id))
            return faked.reply;
    }
    return nullptr;
}

Query query(qint64 limit = 0)
{
    return {QStringLiteral("walking AND stroke"), {}, limit, QDate(2026, 11, 26), false};
}

Access keyed()
{
    Access access = testAccess();
    access.key = QStringLiteral("k3y");
    return access;
}

std::unique_ptr<Walk> walkOf(const QString& id, const Query& query, const Access& access = keyed())
{
    return findService(id)->begin(query, access);
}

Walked walked(const QString& id, const Query& query, const FakeSet& set)
{
    const auto walk = walkOf(id, query);
    return walkThrough(*walk, [&](const Asked& asked) { return fakeOf(id)(asked, set); });
}

} // namespace

/// What all services that give out pages have in common, and what each has of its own.
class WalksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyServiceIsTested();
    void pagesToTheEnd_data();
    void pagesToTheEnd();
    void nothingFound_data() { pagesToTheEnd_data(); }
    void nothingFound();
    void countOnly_data() { pagesToTheEnd_data(); }
    void countOnly();
    void limits_data() { pagesToTheEnd_data(); }
    void limits();
    void missingFromAPage_data() { pagesToTheEnd_data(); }
    void missingFromAPage();
    void aTotalThatChanges_data() { pagesToTheEnd_data(); }
    void aTotalThatChanges();
    void aPageThatRepeats_data() { pagesToTheEnd_data(); }
    void aPageThatRepeats();
    void resumedFromItsAnswers_data() { pagesToTheEnd_data(); }
    void resumedFromItsAnswers();
    void trialsTooComplicated();
    void openAlexWithoutAKey();
    void scopusWithoutEntitlement();
    void europePmcErrors();
    void secretsGoInHeaders();
    void plusSignsArrive();
    void queriesAreSplit();
};

void WalksTest::everyServiceIsTested()
{
    for (const Service& service : registry())
        QVERIFY2(fakeOf(QLatin1String(service.id)) || service.id == std::string("pubmed"), service.id);
    QVERIFY(findService(u"Europe PMC") == findService(u"europepmc"));
    QVERIFY(!findService(u"Embase"));
}

void WalksTest::pagesToTheEnd_data()
{
    QTest::addColumn<QString>("id");
    for (const Faked& faked : all)
        QTest::newRow(faked.id) << QString::fromLatin1(faked.id);
}

void WalksTest::pagesToTheEnd()
{
    QFETCH(QString, id);
    const Walked w = walked(id, query(), {.records = 2345});
    QVERIFY(w.ended);
    QCOMPARE(w.summary.hits, 2345);
    QCOMPARE(w.summary.records, 2345);
    QCOMPARE(w.summary.repeats, 0);
    QVERIFY(w.summary.gaps.empty());
    QVERIFY(w.asked.size() > 2 && w.asked.size() < 100);
}

void WalksTest::nothingFound()
{
    QFETCH(QString, id);
    const Walked w = walked(id, query(), {.records = 0});
    QVERIFY(w.ended);
    QCOMPARE(w.asked.size(), 1u);
    QCOMPARE(w.summary.hits, 0);
    QVERIFY(w.summary.gaps.empty());
}

void WalksTest::countOnly()
{
    QFETCH(QString, id);
    Query q = query();
    q.countOnly = true;
    const Walked w = walked(id, q, {.records = 777});
    QCOMPARE(w.asked.size(), 1u);
    QCOMPARE(w.summary.hits, 777);
    QCOMPARE(w.summary.records, 0);
}

void WalksTest::limits()
{
    QFETCH(QString, id);
    const Walked w = walked(id, query(30), {.records = 777});
    QCOMPARE(w.summary.records, 30);
    QCOMPARE(w.summary.gaps, (std::vector<Gap>{{Gap::Why::Limit, 747, {}}}));
}

void WalksTest::missingFromAPage()
{
    QFETCH(QString, id);
    const Walked w = walked(id, query(), {.records = 2345, .missing = {3, 1400, 1401}});
    QCOMPARE(w.summary.records, 2342);
    QCOMPARE(w.summary.gaps, (std::vector<Gap>{{Gap::Why::NotDelivered, 3, {}}}));
}

void WalksTest::aTotalThatChanges()
{
    QFETCH(QString, id);
    if (id == QLatin1String("clinicaltrials"))
        QSKIP("the register says its total once only");
    const auto walk = walkOf(id, query());
    int asked = 0;
    const Walked w
        = walkThrough(*walk, [&](const Asked& a) { return fakeOf(id)(a, {.records = ++asked == 1 ? 2300 : 2345}); });
    QCOMPARE(w.summary.hits, 2345);
    QCOMPARE(w.summary.records, 2345);
    QVERIFY(w.summary.warnings.join(QLatin1Char('\n')).contains(QLatin1String("changed the number")));
}

void WalksTest::aPageThatRepeats()
{
    QFETCH(QString, id);
    const auto walk = walkOf(id, query());
    Reply second;
    int asked = 0;
    const Walked w = walkThrough(
        *walk,
        [&](const Asked& a) {
            const Reply reply = fakeOf(id)(a, {.records = 50'000});
            if (++asked == 2)
                second = reply;
            return asked > 2 ? second : reply;
        },
        100);
    QCOMPARE(w.asked.size(), 3u); // it does not go round in a ring
    QVERIFY(w.summary.repeats > 0);
    QVERIFY(w.summary.gaps.size() == 1 && w.summary.gaps[0].why == Gap::Why::NotDelivered);
    QCOMPARE(w.summary.records + w.summary.gaps[0].records, 50'000);
}

void WalksTest::resumedFromItsAnswers()
{
    QFETCH(QString, id);
    const FakeSet set{.records = 2345};
    const auto answering = [&](const Asked& asked) { return fakeOf(id)(asked, set); };
    const Walked whole = walked(id, query(), set);
    const auto broken = walkOf(id, query());
    const Walked part = walkThrough(*broken, answering, 2);
    QCOMPARE(part.summary.gaps.at(0).why, Gap::Why::Stopped);
    const auto again = walkOf(id, query());
    for (const net::Answer& answer : part.answers)
        QVERIFY(again->take(answer));
    QCOMPARE(walkThrough(*again, answering).summary, whole.summary);
}

void WalksTest::trialsTooComplicated()
{
    Query q = query();
    q.text = QStringLiteral("(a OR b OR c OR d) AND stroke");
    const auto walk = walkOf(QStringLiteral("clinicaltrials"), q);
    const Walked w = walkThrough(*walk, [](const Asked& asked) {
        const QString term = asked.value(QStringLiteral("query.term"));
        if (term.count(QLatin1String(" OR ")) > 0)
            return Reply{.status = 400, .type = "text/plain", .body = "Too complicated query"};
        // a and b find 1 … 10, c and d find 6 … 15: five are the same.
        const bool first = term.startsWith(QLatin1Char('a')) || term.startsWith(QLatin1Char('b'));
        Reply reply = test::fakeTrials(asked, {.records = first ? 10 : 15});
        return reply;
    });
    QVERIFY(w.ended);
    QCOMPARE(w.summary.records, 15);
    QCOMPARE(w.summary.hits, 15);
    QVERIFY(w.summary.gaps.empty());
    QVERIFY(w.summary.warnings.at(0).contains(QLatin1String("as 4 simpler ones")));
    q.text = QStringLiteral("walking");
    const auto one = walkOf(QStringLiteral("clinicaltrials"), q);
    const Walked refused = walkThrough(
        *one, [](const Asked&) { return Reply{.status = 400, .type = "text/plain", .body = "Too complicated query"}; });
    QCOMPARE(refused.ended.error().code, ErrorCode::QueryRefused);
}

void WalksTest::openAlexWithoutAKey()
{
    const auto walk = walkOf(QStringLiteral("openalex"), query(), testAccess());
    const auto answering = [](const Asked& asked) { return test::fakeOpenAlex(asked, {.records = 12'345}); };
    const Walked w = walkThrough(*walk, answering);
    QCOMPARE(w.summary.records, 10'000);
    QCOMPARE(w.summary.gaps, (std::vector<Gap>{{Gap::Why::ServiceLimit, 2345, {}}}));
    QVERIFY(w.asked[0].value(QStringLiteral("cursor")).isEmpty());
}

void WalksTest::scopusWithoutEntitlement()
{
    const auto walk = walkOf(QStringLiteral("scopus"), query());
    const Walked w = walkThrough(*walk, [](const Asked& asked) {
        if (asked.value(QStringLiteral("view")) == QLatin1String("COMPLETE"))
            return Reply{
                .status = 401,
                .body
                = R"({"service-error":{"status":{"statusCode":"AUTHORIZATION_ERROR","statusText":"Requestor configuration settings insufficient for access to this resource."}}})"};
        if (!asked.value(QStringLiteral("cursor")).isEmpty())
            return Reply{.status = 403, .body = "Use of the cursor parameter is restricted"};
        return test::fakeScopus(asked, {.records = 6000});
    });
    QVERIFY(w.ended);
    QCOMPARE(w.summary.records, 5000);
    QCOMPARE(w.summary.gaps, (std::vector<Gap>{{Gap::Why::ServiceLimit, 1000, {}}}));
    for (const Asked& asked : w.asked)
        QVERIFY(asked.value(QStringLiteral("start")).toLongLong() + asked.value(QStringLiteral("count")).toLongLong()
                <= 5000);
    QVERIFY(w.summary.warnings.at(0).contains(QLatin1String("no abstracts")));
}

void WalksTest::europePmcErrors()
{
    const auto walk = walkOf(QStringLiteral("europepmc"), query());
    const auto own = [&](const QByteArray& body) { return walk->ownWords({200, {}, body, 0}); };
    QCOMPARE(own(R"({"errCode":404,"errMsg":"Invalid page size provided."})")->error, ErrorCode::QueryRefused);
    QCOMPARE(own(R"({"version":"6.9"})")->what, net::Judgement::What::Again);
    QVERIFY(!own(R"({"version":"6.9","hitCount":0})"));
}

void WalksTest::secretsGoInHeaders()
{
    Access access = keyed();
    access.institution = QStringLiteral("t0ken");
    const auto walk = walkOf(QStringLiteral("scopus"), query(), access);
    const net::Request request = *walk->next();
    QVERIFY(!request.url.toString().contains(QLatin1String("k3y")));
    QVERIFY(!request.url.toString().contains(QLatin1String("t0ken")));
    QCOMPARE(askedOf(request).header("x-els-apikey"), QByteArray("k3y"));
    QCOMPARE(askedOf(request).header("x-els-insttoken"), QByteArray("t0ken"));
}

void WalksTest::plusSignsArrive()
{
    for (const Service& service : registry()) {
        Query q = query();
        q.text = QStringLiteral("TITLE(a+b & \"c#d\" 100%)");
        const net::Request request = *service.begin(q, keyed())->next();
        QVERIFY2(request.url.toEncoded().contains("a%2Bb%20%26%20%22c%23d%22%20100%25"), service.id);
    }
}

void WalksTest::queriesAreSplit()
{
    using Halves = std::pair<QString, QString>;
    const auto halves = [](const char* text) { return splitBoolean(QString::fromLatin1(text)); };
    QCOMPARE(halves("a OR b OR \"c OR d\""), Halves(QStringLiteral("a OR b"), QStringLiteral("\"c OR d\"")));
    QCOMPARE(halves("x AND (a OR b OR c) AND (d OR e)"),
             Halves(QStringLiteral("x AND (a OR b) AND (d OR e)"), QStringLiteral("x AND c AND (d OR e)")));
    QCOMPARE(halves("((a OR b))"), Halves(QStringLiteral("a"), QStringLiteral("b")));
    QVERIFY(!halves("a AND b"));
    QVERIFY(!halves("a OR b AND c"));
    QVERIFY(!halves("a OR b NOT c"));
}

WINNOW_TEST(WalksTest)

} // namespace suite_walks

#include "test_walks.moc"
