// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/Shelf.h"

#include "project/Chasing.h"
#include "project/Duplicates.h"
#include "support/Suite.h"

namespace suite_chasing {

using namespace winnow;
using namespace winnow::test;

namespace {

/// Work 1 cites 2 and 3, 3 cites 2; 4 and 5 cite 1, 5 cites 2 as well.
std::map<qint64, FakeWork> circle()
{
    return {{1, {.cites = {2, 3}}}, {2, {}}, {3, {.cites = {2}}}, {4, {.cites = {1}}}, {5, {.cites = {1, 2}}}};
}

} // namespace

/// Citations of what is included, in both directions.
class ChasingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void citationsAreFollowed();
    void citationsWithoutKeyGoByPages();
    void citationsOfWhat();
    void chasedAndDeliveredCountsUnderDatabases();
};

void ChasingTest::citationsAreFollowed()
{
    Shelf shelf(circle());
    QCOMPARE(shelf.add("10.5555/1").records, 1);
    shelf.include(1);
    Chasing chasing(*shelf.desk.project, shelf.online);
    const auto counted = chasing.count({}, {});
    MUST(counted);
    QCOMPARE(counted->search.search.hits, 4);
    QCOMPARE(shelf.count(), 1);
    const auto report = chasing.run({}, {});
    MUST(report);
    QCOMPARE(report->from, 1);
    QCOMPARE(report->search.search.hits, 4);
    QCOMPARE(report->search.search.records, 4);
    QVERIFY(report->search.search.complete);
    QVERIFY(report->search.search.gaps.empty());
    QCOMPARE(report->search.search.query.text, QStringLiteral("references citing: doi:10.5555/1"));
    QCOMPARE(shelf.count(), 5);
    const FlowCounts flow = shelf.desk.flow();
    QVERIFY(flow.databases.empty());
    QCOMPARE(flow.citations, 4);
    MUST(History(*shelf.desk.project).undo());
    QCOMPARE(shelf.count(), 1);
    QCOMPARE(shelf.desk.faults(), QString());
}

void ChasingTest::citationsWithoutKeyGoByPages()
{
    std::map<qint64, FakeWork> works{{1, {}}};
    for (qint64 n = 10; n < 260; ++n)
        works[n] = {.cites = {1}};
    Shelf shelf(works);
    shelf.key.clear();
    QCOMPARE(shelf.add("1").records, 1);
    ChaseRequest request;
    request.from = {shelf.desk.record(1)};
    request.references = false;
    const auto report = Chasing(*shelf.desk.project, shelf.online).run(request, {});
    MUST(report);
    QCOMPARE(report->search.search.records, 250);
    QCOMPARE(shelf.library.asked("/openalex"), 1 + 3); // the seed, and three pages
    Shelf keyed(works);
    QCOMPARE(keyed.add("1").records, 1);
    request.limit = 150;
    request.from = {keyed.desk.record(1)};
    const auto some = Chasing(*keyed.desk.project, keyed.online).run(request, {});
    MUST(some);
    QCOMPARE(some->search.search.records, 150);
    QCOMPARE(some->search.search.gaps.size(), size_t(1));
    QCOMPARE(some->search.search.gaps[0], (sources::Gap{sources::Gap::Why::Limit, 100, {}}));
}

void ChasingTest::citationsOfWhat()
{
    Shelf shelf(circle());
    Chasing chasing(*shelf.desk.project, shelf.online);
    MUST_FAIL(chasing.run({}, {}), ErrorCode::BadInput);
    MUST(shelf.desk.import("a.ris", {{.title = "No number"}, {.title = "Unknown", .doi = "10.5555/77"}}));
    ChaseRequest request;
    request.from = {shelf.desk.record(1), shelf.desk.record(2)};
    const auto report = chasing.run(request, {});
    MUST(report);
    QCOMPARE(report->without, std::vector<RecordId>{shelf.desk.record(1)});
    QCOMPARE(report->from, 1);
    QCOMPARE(report->search.search.hits, 0);
    QCOMPARE(report->search.search.warnings.size(), 1);
    QVERIFY(report->search.search.warnings[0].contains(QLatin1String("doi:10.5555/77")));
}

void ChasingTest::chasedAndDeliveredCountsUnderDatabases()
{
    Shelf shelf(circle());
    MUST(shelf.desk.import(
        "pubmed.ris", {{.title = "Work 1", .doi = "10.5555/1"}, {.title = "Work 4", .doi = "10.5555/4"}}, "PubMed"));
    shelf.include(1);
    ChaseRequest request;
    request.references = false;
    MUST(Chasing(*shelf.desk.project, shelf.online).run(request, {}));
    QCOMPARE(shelf.count(), 4);
    MUST(Duplicates(*shelf.desk.project).find({}));
    const FlowCounts flow = shelf.desk.flow();
    QCOMPARE(flow.databases, (std::vector<NamedCount>{{QStringLiteral("PubMed"), 2}}));
    QCOMPARE(flow.citations, 1); // work 5; work 4 is the databases'
    QCOMPARE(flow.duplicates, 0); // of the databases themselves
    QCOMPARE(shelf.desk.faults(), QString());
}

WINNOW_TEST(ChasingTest)

} // namespace suite_chasing

#include "test_chasing.moc"
