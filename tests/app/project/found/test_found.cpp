// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/EntityNames.h"
#include "net/QtTransport.h"
#include "project/Charts.h"
#include "project/Chasing.h"
#include "project/Duplicates.h"
#include "project/Entities.h"
#include "project/Filling.h"
#include "project/FreeTexts.h"
#include "project/Notices.h"
#include "project/Seeds.h"
#include "support/FakeLibrary.h"
#include "support/FakePause.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_found {

using namespace winnow;
using namespace winnow::test;

namespace {

/// A review and a small literature.
struct Shelf {
    Desk desk{1, 1};
    FakeLibrary library;
    net::QtTransport transport{QStringLiteral("Winnow/test")};
    FakePause pause{desk.clock};
    Online online{desk.clock, transport, pause};
    QString key = QStringLiteral("s3cret");

    explicit Shelf(std::map<qint64, FakeWork> works) : library(std::move(works))
    {
        desk.as("Ana");
        online.setAccesses([this](const sources::Service& service) {
            return sources::Access{library.base(service.variable), key, {}, QStringLiteral("ana@example.org")};
        });
    }
    [[nodiscard]] SeedsReport add(const char* text)
    {
        const auto report = Seeds(*desk.project, online).add(seedsIn(QString::fromLatin1(text)), {});
        if (!report)
            qWarning("%s", qPrintable(outcome(report)));
        return report.value_or(SeedsReport());
    }
    [[nodiscard]] Record record(int n) const { return Records(*desk.project).record(desk.record(n))->record; }
    [[nodiscard]] qint64 count() const { return qint64(Records(*desk.project).all()->size()); }
    void include(int n)
    {
        MUST(desk.vote(Stage::Title, desk.record(n), Verdict::Include));
        const Reports::RetrievalRequest got{desk.record(n), {Retrieval::Received, {}, {}}};
        MUST(Reports(*desk.project).setRetrieval({&got, 1}));
        MUST(desk.vote(Stage::Fulltext, desk.record(n), Verdict::Include));
    }
};

} // namespace

/// What is found otherwise than by searching: seeds, citations; and what is found out about records afterwards.
class FoundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seedsAreRead();
    void seedsComeFromTheirServices();
    void seedsThatAreHereStay();
    void titlesBecomeDois();
    void citationsAreFollowed();
    void citationsWithoutKeyGoByPages();
    void citationsOfWhat();
    void chasedAndDeliveredCountsUnderDatabases();
    void missingIsFilled();
    void filledIsOneStep();
    void fillingOutlivesAFault();
    void otherWorksAreNotFilledIn();
    void noticesComeWithRecords();
    void noticesAreLookedFor();
    void namesAreFound();
    void entitiesAreKept();
    void entitiesGoOnWhereTheyStopped();
    void freeTextsAreLookedFor();
    void freeTextsAreFetchedWhereAllowed();
};

void FoundTest::seedsAreRead()
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
}

void FoundTest::seedsComeFromTheirServices()
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

void FoundTest::seedsThatAreHereStay()
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

void FoundTest::titlesBecomeDois()
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

namespace {

/// Work 1 cites 2 and 3, 3 cites 2; 4 and 5 cite 1, 5 cites 2 as well.
std::map<qint64, FakeWork> circle()
{
    return {{1, {.cites = {2, 3}}}, {2, {}}, {3, {.cites = {2}}}, {4, {.cites = {1}}}, {5, {.cites = {1, 2}}}};
}

} // namespace

void FoundTest::citationsAreFollowed()
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

void FoundTest::citationsWithoutKeyGoByPages()
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

void FoundTest::citationsOfWhat()
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

void FoundTest::chasedAndDeliveredCountsUnderDatabases()
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

void FoundTest::missingIsFilled()
{
    Shelf shelf({{1, {}}, {2, {.inPubmed = false}}, {3, {.abstract = "", .inPubmed = false}}});
    MUST(shelf.desk.import("a.ris",
                           {{.title = "Work 1", .doi = "10.5555/1", .abstract = ""},
                            {.title = "Work 2", .doi = "10.5555/2", .abstract = ""},
                            {.title = "Work 3", .doi = "10.5555/3", .abstract = ""},
                            {.title = "Has it", .doi = "10.5555/9", .abstract = "Mine."},
                            {.title = "Nothing to ask by", .abstract = ""}}));
    Filling filling(*shelf.desk.project);
    const auto plan = filling.plan(shelf.online, {});
    MUST(plan);
    QCOMPARE(plan->lookedAt, 4);
    QCOMPARE(plan->without, 1);
    QVERIFY(plan->troubles.isEmpty());
    QCOMPARE(shelf.record(1).abstract, std::string()); // nothing is changed yet
    const auto byField = plan->byField();
    QCOMPARE(byField.at(Field::Abstract), 2);
    QCOMPARE(byField.at(Field::Pmid), 3);
    const auto filled = filling.fill(*plan, {});
    MUST(filled);
    QCOMPARE(*filled, qint64(plan->fields.size()));
    QCOMPARE(shelf.record(1).abstract, std::string("An abstract."));
    QCOMPARE(shelf.record(1).pmid, std::string("1"));
    QCOMPARE(shelf.record(2).abstract, std::string("Abstract here"));
    QCOMPARE(shelf.record(4).abstract, std::string("Mine."));
    QCOMPARE(filling.filled(shelf.desk.record(1))->at(Field::Abstract), QStringLiteral("Europe PMC"));
    QCOMPARE(filling.filled(shelf.desk.record(2))->at(Field::Abstract), QStringLiteral("OpenAlex"));
    MUST(Imports(*shelf.desk.project).buildFindIndex({}));
    const auto found = Records(*shelf.desk.project).find(QStringLiteral("\"an abstract\""), {}, 9);
    MUST(found);
    QCOMPARE(found->size(), size_t(1));
}

void FoundTest::filledIsOneStep()
{
    std::map<qint64, FakeWork> works;
    std::vector<Entry> entries;
    std::vector<std::string> dois;
    dois.reserve(90);
    for (qint64 n = 1; n <= 90; ++n) {
        works[n] = {.title = "The same"};
        dois.push_back("10.5555/" + std::to_string(n));
        entries.push_back({.title = "The same", .doi = dois.back().c_str(), .abstract = ""});
    }
    Shelf shelf(works);
    MUST(shelf.desk.import("a.ris", entries));
    Filling filling(*shelf.desk.project);
    const auto plan = filling.plan(shelf.online, {});
    MUST(plan);
    MUST(shelf.desk.project ? Records(*shelf.desk.project).edit(shelf.desk.record(5), Field::Abstract, "By hand.")
                            : Result<void>());
    MUST(filling.fill(*plan, {}));
    QCOMPARE(shelf.record(90).abstract, std::string("An abstract."));
    QCOMPARE(shelf.record(5).abstract, std::string("By hand."));
    const auto step = History(*shelf.desk.project).undo();
    MUST(step);
    QVERIFY(step->changes > 300);
    QCOMPARE(shelf.record(90).abstract, std::string());
    QCOMPARE(shelf.record(5).abstract, std::string("By hand."));
    QVERIFY(filling.filled(shelf.desk.record(90))->empty());
    QCOMPARE(shelf.desk.faults(), QString());
}

void FoundTest::fillingOutlivesAFault()
{
    Shelf shelf(std::map<qint64, FakeWork>{{1, {}}});
    MUST(shelf.desk.import("a.ris", {{.title = "Work 1", .doi = "10.5555/1", .abstract = ""}}));
    shelf.library.fail("europepmc");
    const auto plan = Filling(*shelf.desk.project).plan(shelf.online, {});
    MUST(plan);
    QCOMPARE(plan->troubles.size(), 1);
    QVERIFY(plan->troubles[0].contains(QLatin1String("Europe PMC")));
    QCOMPARE(plan->byField().at(Field::Abstract), 1);
    QCOMPARE(plan->byService().at(QStringLiteral("OpenAlex")), qint64(plan->fields.size()));
}

void FoundTest::otherWorksAreNotFilledIn()
{
    Shelf shelf({{1, {.title = "Abstracts of a congress"}}});
    MUST(shelf.desk.import("a.ris", {{.title = "Walking after stroke", .doi = "10.5555/1", .abstract = ""}}));
    const auto plan = Filling(*shelf.desk.project).plan(shelf.online, {});
    MUST(plan);
    QVERIFY(plan->fields.empty());
}

void FoundTest::noticesComeWithRecords()
{
    Shelf shelf(std::map<qint64, FakeWork>{{1, {.retracted = true}}, {2, {}}});
    QCOMPARE(shelf.add("1\n2").records, 2);
    const std::vector<RecordId> ids{shelf.desk.record(1), shelf.desk.record(2)};
    const auto briefs = Records(*shelf.desk.project).briefs(ids);
    MUST(briefs);
    QVERIFY(briefs->at(0).notice == NoticeKind::Retraction);
    QVERIFY(!briefs->at(1).notice);
    RecordNotices notices(*shelf.desk.project);
    QCOMPARE(notices.of(ids[0])->size(), size_t(1));
    QVERIFY(notices.of(ids[0])->at(0).reference.startsWith(QLatin1String("J Ex. 2021;1:1")));
    QVERIFY(!notices.lastChecked()->isValid());
    MUST(History(*shelf.desk.project).undo());
    QVERIFY(notices.noticed()->empty());
}

void FoundTest::noticesAreLookedFor()
{
    Shelf shelf({{1, {}}, {2, {}}});
    MUST(shelf.desk.import(
        "a.ris",
        {{.title = "Work 1", .doi = "10.5555/1"}, {.title = "Work 2", .doi = "10.5555/2"}, {.title = "No number"}}));
    RecordNotices notices(*shelf.desk.project);
    const auto nothing = notices.check(shelf.online, {});
    MUST(nothing);
    QCOMPARE(nothing->asked, 2);
    QCOMPARE(nothing->without, 1);
    QCOMPARE(nothing->fresh, 0);
    QVERIFY(notices.lastChecked()->isValid());
    shelf.library.change(2, {.concern = true});
    const auto found = notices.check(shelf.online, {});
    MUST(found);
    QCOMPARE(found->fresh, 1);
    QCOMPARE(notices.noticed().value(), std::vector<RecordId>{shelf.desk.record(2)});
    const RecordNotice notice = notices.of(shelf.desk.record(2))->at(0);
    QVERIFY(notice.kind == NoticeKind::Concern);
    QCOMPARE(notice.reference, QStringLiteral("doi: 10.5555/notice"));
    QCOMPARE(notice.source, QStringLiteral("Crossref"));
    QCOMPARE(notices.check(shelf.online, {})->fresh, 0);
    shelf.library.fail("crossref");
    QCOMPARE(notices.check(shelf.online, {})->troubles.size(), 1);
    QCOMPARE(shelf.desk.faults(), QString());
}

void FoundTest::namesAreFound()
{
    EntityNames names;
    names.learn("multiple sclerosis", 1, 3);
    names.learn("sclerosis", 2, 9);
    names.learn("MS", 1);
    names.learn("interferon-beta", 3);
    const std::string text = "Multiple Sclerosis (MS): ms, sclerosis, interferon-beta1, interferon-beta.";
    std::vector<std::string> found;
    for (const NamedStretch& stretch : names.in(text))
        found.push_back(std::to_string(stretch.what) + ' ' + text.substr(stretch.from, stretch.length));
    QCOMPARE(found, (std::vector<std::string>{"1 Multiple Sclerosis", "1 MS", "2 sclerosis", "3 interferon-beta"}));
    QVERIFY(EntityNames().in(text).empty());
    EntityNames umlauts;
    umlauts.learn("Sj\xc3\xb6gren syndrome", 4);
    QCOMPARE(umlauts.in("In Sj\xc3\xb6gren syndrome, not Sj\xc3\xb6gren syndrome\xc3\xa4").size(), size_t(1));
}

namespace {

/// As PubTator writes them.
const QByteArray melanoma = R"([{"id":"1","infons":{"type":"Disease","identifier":"MESH:D008545","valid":true,)"
                            R"("name":"Melanoma"},"text":"melanoma","locations":[]},)"
                            R"({"id":"2","infons":{"type":"Gene","identifier":"673;5894","valid":true,"name":"BRAF"},)"
                            R"("text":"B-RAF","locations":[]},)"
                            R"({"id":"3","infons":{"type":"Species","identifier":"9606","valid":true,"name":"9606"},)"
                            R"("text":"patients","locations":[]},)"
                            R"({"id":"4","infons":{"type":"Disease","identifier":"-","valid":false},"text":"x"}])";

} // namespace

void FoundTest::entitiesAreKept()
{
    Shelf shelf({{1, {.abstract = "In patients with melanoma, B-RAF.", .annotations = melanoma}}, {2, {}}});
    QCOMPARE(shelf.add("1\n2").records, 2);
    MUST(shelf.desk.import("a.ris", {{.title = "Melanoma of the patients' eye"}, {.title = "Walking"}}));
    Entities entities(*shelf.desk.project);
    const auto report = entities.fetch(shelf.online, false, {});
    MUST(report);
    QCOMPARE(report->asked, 2);
    QCOMPARE(report->annotated, 1);
    QCOMPARE(report->byNames, 1);
    const auto tallies = entities.tallies();
    MUST(tallies);
    QCOMPARE(tallies->size(), size_t(4));
    QCOMPARE(tallies->at(0).records, 2);
    const auto of = entities.of(shelf.desk.record(3));
    MUST(of);
    QCOMPARE(of->size(), size_t(2));
    QCOMPARE(of->at(0).entity, (Entity{EntityKind::Disease, "MESH:D008545", "Melanoma"}));
    QCOMPARE(of->at(0).url, QStringLiteral("https://meshb.nlm.nih.gov/record/ui?ui=D008545"));
    QCOMPARE(of->at(0).words, std::vector<std::string>{"Melanoma"});
    QCOMPARE(of->at(1).entity.name, std::string("Homo sapiens"));
    const auto with = entities.reportsWith(EntityKind::Gene, "673");
    MUST(with);
    QCOMPARE(*with, std::vector<RecordId>{shelf.desk.record(1)});
    const ChartKind* chart = chartKind(u"entities");
    const auto counted = Charts(*shelf.desk.project).data(*chart);
    MUST(counted);
    QVERIFY(chartCsv(*chart, *counted).startsWith("type,name,id,records\n"));
    QVERIFY(chartCsv(*chart, *counted).contains("disease,Melanoma,MESH:D008545,2\n"));
    const auto behind = Charts(*shelf.desk.project).records(*chart, QStringLiteral("3 MESH:D008545"));
    MUST(behind);
    QCOMPARE(behind->ids, (std::vector<RecordId>{shelf.desk.record(1), shelf.desk.record(3)}));
    QVERIFY(Entities::csv(*tallies).contains("gene,673,BRAF,https://www.ncbi.nlm.nih.gov/gene/673,1\n"));
    shelf.desk.reopen();
    QCOMPARE(Entities(*shelf.desk.project).tallies()->size(), size_t(4)); // without a network
    QCOMPARE(shelf.desk.faults(), QString());
}

void FoundTest::entitiesGoOnWhereTheyStopped()
{
    std::map<qint64, FakeWork> works;
    std::vector<Entry> entries;
    QByteArray nbib;
    for (qint64 n = 1; n <= 150; ++n) {
        works[n] = {.abstract = "On melanoma.", .annotations = melanoma};
        nbib += "PMID- " + QByteArray::number(n) + "\nTI  - Work " + QByteArray::number(n) + "\nDP  - 2020\n\n";
    }
    Shelf shelf(works);
    MUST(shelf.desk.import("a.nbib", nbib));
    Entities entities(*shelf.desk.project);
    const int before = shelf.library.asked("/pubtator");
    shelf.library.fail("pubtator");
    QVERIFY(!entities.fetch(shelf.online, false, {}));
    shelf.library.fail({});
    const auto report = entities.fetch(shelf.online, false, {});
    MUST(report);
    QCOMPARE(report->annotated, 150);
    const int asked = shelf.library.asked("/pubtator");
    QVERIFY(asked - before >= 3); // one that failed, two batches
    const auto again = entities.fetch(shelf.online, false, {});
    MUST(again);
    QCOMPARE(again->asked, 0);
    QCOMPARE(shelf.library.asked("/pubtator"), asked);
}

namespace {

/// Four reports that passed the title stage: free to copy, free to read, behind a wall, without a number.
void soughtReports(Shelf& shelf)
{
    MUST(shelf.desk.import("a.ris",
                           {{.title = "Work 1", .doi = "10.5555/1"},
                            {.title = "Work 2", .doi = "10.5555/2"},
                            {.title = "Work 3", .doi = "10.5555/3"},
                            {.title = "No number"}}));
    for (int n = 1; n <= 4; ++n)
        MUST(shelf.desk.vote(Stage::Title, shelf.desk.record(n), Verdict::Include));
}

const std::map<qint64, FakeWork> someFree{{1, {.inPubmed = false, .free = "cc-by", .pdf = "%PDF-1.7 one"}},
                                          {2, {.inPubmed = false, .freeWithoutLicence = true, .pdf = "%PDF-1.7 two"}},
                                          {3, {.inPubmed = false}}};

} // namespace

void FoundTest::freeTextsAreLookedFor()
{
    Shelf shelf(someFree);
    soughtReports(shelf);
    FreeTexts texts(*shelf.desk.project);
    const auto report = texts.look(shelf.online, {});
    MUST(report);
    QCOMPARE(report->asked, 3);
    QVERIFY(report->troubles.isEmpty());
    QCOMPARE(report->found.size(), size_t(2));
    QVERIFY(report->found[0].second.mayBeFetched());
    QCOMPARE(report->found[0].second.place.licence, QStringLiteral("cc-by"));
    QVERIFY(!report->found[1].second.mayBeFetched());
    QCOMPARE(report->missing, (std::vector<RecordId>{shelf.desk.record(3), shelf.desk.record(4)}));
    QCOMPARE(texts.of(shelf.desk.record(1))->value().source, QStringLiteral("Unpaywall"));
    QVERIFY(!texts.of(shelf.desk.record(3))->has_value());
    const auto list = texts.listForLibrary(report->missing);
    MUST(list);
    QCOMPARE(list->split('\n').at(0), QByteArray("number,title,authors,year,journal,doi,pmid"));
    QVERIFY(list->contains("3,\"Work 3\",\"Lima, Ana\",2020,"));
    QCOMPARE(list->count('\n'), 3);
    MUST(History(*shelf.desk.project).undo());
    QVERIFY(!texts.of(shelf.desk.record(1))->has_value());
}

void FoundTest::freeTextsAreFetchedWhereAllowed()
{
    Shelf shelf(someFree);
    soughtReports(shelf);
    FreeTexts texts(*shelf.desk.project);
    MUST(texts.look(shelf.online, {}));
    const QString folder = shelf.desk.path("texts");
    const auto fetched = texts.fetch(shelf.online, folder, true, {});
    MUST(fetched);
    QCOMPARE(fetched->files.size(), size_t(1));
    QCOMPARE(fetched->notAllowed, 1);
    QVERIFY(fetched->failed.empty());
    QFile file(fetched->files[0].second);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("%PDF-1.7 one"));
    QVERIFY(Reports(*shelf.desk.project).retrieval(shelf.desk.record(1))->state == Retrieval::Received);
    QVERIFY(Reports(*shelf.desk.project).retrieval(shelf.desk.record(2))->state == Retrieval::Sought);
    QCOMPARE(shelf.library.asked("/pdf/2"), 0);
    shelf.library.change(1, {.free = "cc-by", .pdf = "<html>log in</html>"});
    QCOMPARE(texts.fetch(shelf.online, folder, false, {})->failed.size(), size_t(1));
}

WINNOW_TEST(FoundTest)

} // namespace suite_found

#include "test_found.moc"
