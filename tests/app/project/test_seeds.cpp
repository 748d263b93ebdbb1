// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/Shelf.h"

#include "project/Searches.h"
#include "support/Suite.h"

namespace suite_seeds {

using namespace winnow;
using namespace winnow::test;

/// Records that the team knows of.
class SeedsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seedsAreRead();
    void seedsComeFromTheirServices();
    void seedsOfPubMedCentral();
    void seedsThatAreHereStay();
    void titlesBecomeDois();
};

void SeedsTest::seedsAreRead()
{
    using Kind = Seed::Kind;
    const std::vector<Seed> seeds = seedsIn(QStringLiteral(
        "https://doi.org/10.5555/ABC\n 123, PMID: 456; NCT01234567\n\nWalking after stroke: a trial\n10.5555/abc\n"));
    QCOMPARE(seeds,
             (std::vector<Seed>{{Kind::Doi, QStringLiteral("10.5555/abc")},
                                {Kind::Pmid, QStringLiteral("123")},
                                {Kind::Pmid, QStringLiteral("456")},
                                {Kind::Nct, QStringLiteral("NCT01234567")},
                                {Kind::Title, QStringLiteral("Walking after stroke: a trial")}}));
    QVERIFY(seedsIn(QStringLiteral(" \n\t\n")).empty());
    QCOMPARE(seedsIn(QStringLiteral("PMC1234567\nPMCID: PMC2; pmc3\nhttps://pmc.ncbi.nlm.nih.gov/articles/PMC4/\n"
                                    "https://europepmc.org/article/PMC/PMC6\nA comment on PMC1234567\n10.1371/pmc5")),
             (std::vector<Seed>{{Kind::Pmcid, QStringLiteral("PMC1234567")},
                                {Kind::Pmcid, QStringLiteral("PMC2")},
                                {Kind::Pmcid, QStringLiteral("PMC3")},
                                {Kind::Pmcid, QStringLiteral("PMC4")},
                                {Kind::Pmcid, QStringLiteral("PMC6")},
                                {Kind::Title, QStringLiteral("A comment on PMC1234567")},
                                {Kind::Doi, QStringLiteral("10.1371/pmc5")}}));
}

void SeedsTest::seedsComeFromTheirServices()
{
    Shelf shelf({{1, {}}, {2, {}}, {3, {.inOpenAlex = false}}, {7, {}}});
    const SeedsReport report = shelf.add("1\n10.5555/2\n10.5555/3\n10.5555/4\nNCT00000007\n99");
    QCOMPARE(report.asked, 6);
    QCOMPARE(report.records, 4);
    QCOMPARE(report.searches.size(), size_t(4));
    QCOMPARE(
        report.missing,
        (std::vector<Seed>{{Seed::Kind::Pmid, QStringLiteral("99")}, {Seed::Kind::Doi, QStringLiteral("10.5555/4")}}));
    QCOMPARE(shelf.record(1).pmid, std::string("1"));
    QCOMPARE(shelf.record(2).nct, std::string("NCT00000007"));
    QCOMPARE(shelf.record(3).doi, std::string("10.5555/2"));
    QCOMPARE(shelf.record(4).doi, std::string("10.5555/3"));
    const FlowCounts flow = shelf.desk.flow();
    QVERIFY(flow.databases.empty());
    QCOMPARE(flow.otherMethods, 4);
    QCOMPARE(Searches(*shelf.desk.project, shelf.online).made()->size(), size_t(4));
    QCOMPARE(shelf.desk.faults(), QString());
}

void SeedsTest::seedsOfPubMedCentral()
{
    Shelf shelf(std::map<qint64, FakeWork>{{1, {}}});
    const SeedsReport report = shelf.add("PMC1\nPMC99");
    QCOMPARE(report.records, 1);
    QCOMPARE(report.missing, (std::vector<Seed>{{Seed::Kind::Pmcid, QStringLiteral("PMC99")}}));
    QCOMPARE(shelf.record(1).pmcid, std::string("PMC1"));
    QCOMPARE(shelf.record(1).pmid, std::string("1"));
    QCOMPARE(shelf.record(1).doi, std::string("10.5555/1"));
    const SearchRecord& search = report.searches.at(0).search;
    QCOMPARE(search.hits, 2);
    QCOMPARE(search.source, QStringLiteral("Added by hand"));
    QCOMPARE(shelf.desk.flow().otherMethods, 1);
    const SeedsReport again = shelf.add("PMC1");
    QCOMPARE(again.records, 0);
    QCOMPARE(again.here.size(), size_t(1));
    QCOMPARE(shelf.desk.faults(), QString());
}

void SeedsTest::seedsThatAreHereStay()
{
    Shelf shelf({{1, {}}, {2, {}}});
    MUST(shelf.desk.import("a.ris", {{.title = "Work 2", .doi = "10.5555/2"}}));
    const SeedsReport report = shelf.add("10.5555/2\n1");
    QCOMPARE(report.records, 1);
    QCOMPARE(report.here.size(), size_t(1));
    QCOMPARE(report.here[0].second, shelf.desk.record(1));
    const SeedsReport again = shelf.add("10.5555/2\n1");
    QCOMPARE(again.records, 0);
    QCOMPARE(again.here.size(), size_t(2));
    QCOMPARE(shelf.count(), 2);
}

void SeedsTest::titlesBecomeDois()
{
    Shelf shelf({{1, {.title = "Walking after stroke"}}, {2, {.title = "Walking before stroke"}}});
    const SeedsReport report = shelf.add("Walking after stroke.\nWalking while asleep\nSitting");
    QCOMPARE(report.records, 1);
    QCOMPARE(shelf.record(1).doi, std::string("10.5555/1"));
    QCOMPARE(report.open.size(), size_t(2));
    QCOMPARE(report.open[0].title, QStringLiteral("Walking while asleep"));
    QCOMPARE(report.open[0].matches.size(), size_t(2));
    QCOMPARE(report.open[0].matches[1].doi, QStringLiteral("10.5555/2"));
    QCOMPARE(report.open[0].matches[1].firstAuthor, QStringLiteral("Lima"));
    QCOMPARE(report.open[0].matches[1].year, 2020);
    QVERIFY(report.open[1].matches.empty());
}

WINNOW_TEST(SeedsTest)

} // namespace suite_seeds

#include "test_seeds.moc"
