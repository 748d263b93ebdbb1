// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/QtTransport.h"
#include "project/Records.h"
#include "project/Searches.h"
#include "project/Sharing.h"
#include "store/RunFacts.h"
#include "support/FakePause.h"
#include "support/FakeServices.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <QCryptographicHash>

#include <atomic>

namespace suite_searches {

using namespace winnow;
using namespace winnow::test;
using winnow::sources::Gap;

namespace {

using FakeReply = Reply (*)(const Asked&, const FakeSet&);

/// A review, a service on this computer, and the way to it. Waits pass at once.
struct Room {
    Desk desk;
    FakeSet set;
    FakeReply reply;
    std::atomic<int> failFrom = 1'000'000; ///< the n-th question and later ones are answered with `failure`
    Reply failure{.status = 403, .type = "text/plain", .body = "no"};
    LocalServer server;
    net::QtTransport transport{QStringLiteral("Winnow/test")};
    FakePause pause{desk.clock};
    Online online{desk.clock, transport, pause};
    Searches searches{*desk.project, online};

    explicit Room(FakeSet what, FakeReply how = fakePubmed)
        : set(std::move(what))
        , reply(how)
        , server([this](const Asked& asked) { return server.count() >= failFrom ? failure : reply(asked, set); })
    {
        desk.as("Ana");
        online.setAccesses([this](const sources::Service&) {
            return sources::Access{server.url(), QStringLiteral("s3cret"), {}, QStringLiteral("ana@example.org")};
        });
    }
    [[nodiscard]] size_t records() const { return Records(*desk.project).all()->size(); }
};

SearchRequest request(const char* database, qint64 limit = 0)
{
    return {QString::fromLatin1(database), {QStringLiteral("walking AND stroke"), {}, limit, {}, false}};
}

} // namespace

/// Searches in the store: nothing that came is lost, and what did not come is said.
class SearchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsFoundComesIn();
    void everyServiceComesIn_data();
    void everyServiceComesIn();
    void countingKeepsNothing();
    void nothingFoundIsASearchToo();
    void theKeptFileIsTheAnswers();
    void stoppedAndResumed();
    void theLimitIsOfAllParts();
    void failedAndResumed();
    void theQuotaEndsMidway();
    void closedAndResumed();
    void givenUp();
    void oneStepThatCanBeUndone();
    void rerunAddsWhatIsNew();
    void whatIsMissingIsSaid();
    void noSecretsAreKept();
    void travelsInBundles();
    void wordsOfErrors();
};

void SearchesTest::whatIsFoundComesIn()
{
    Room room({.records = 450});
    const auto report = room.searches.search(request("PubMed"), {});
    MUST(report);
    QCOMPARE(report->search.hits, 450);
    QCOMPARE(report->search.records, 450);
    QCOMPARE(report->search.fresh, 450);
    QVERIFY(report->search.complete);
    QCOMPARE(report->search.translated, QStringLiteral("\"walking\"[All Fields]"));
    QCOMPARE(room.records(), size_t(450));
    const Record record = Records(*room.desk.project).record(room.desk.record(7))->record;
    QCOMPARE(record.title, std::string("Record 7 on walking"));
    QCOMPARE(record.pmid, std::string("7"));
    const FlowCounts flow = room.desk.flow();
    QCOMPARE(flow.databases, (std::vector<NamedCount>{{QStringLiteral("PubMed"), 450}}));
    const Run run = room.desk.project->review()->runs.at(0);
    QCOMPARE(run.details.platform, QStringLiteral("NCBI E-utilities"));
    QCOMPARE(run.details.strategy, QStringLiteral("walking AND stroke"));
    QCOMPARE(run.details.hits, 450);
    QVERIFY(run.details.searched.isValid());
    QCOMPARE(run.unreadable, 0);
    const auto made = room.searches.made();
    MUST(made);
    QCOMPARE(made->size(), size_t(1));
    QCOMPARE(made->at(0), report->search);
    QVERIFY(room.searches.unfinished()->empty());
    QCOMPARE(room.desk.faults(), QString());
}

void SearchesTest::everyServiceComesIn_data()
{
    QTest::addColumn<QString>("id");
    for (const sources::Service& service : sources::registry())
        QTest::newRow(service.id) << QString::fromLatin1(service.id);
}

void SearchesTest::everyServiceComesIn()
{
    QFETCH(QString, id);
    const QMap<QString, FakeReply> replies{
        {QStringLiteral("pubmed"), fakePubmed},       {QStringLiteral("clinicaltrials"), fakeTrials},
        {QStringLiteral("europepmc"), fakeEuropePmc}, {QStringLiteral("openalex"), fakeOpenAlex},
        {QStringLiteral("crossref"), fakeCrossref},   {QStringLiteral("scopus"), fakeScopus}};
    QVERIFY(replies.contains(id));
    Room room({.records = 130}, replies[id]);
    const auto report = room.searches.search(request(qPrintable(id)), {});
    MUST(report);
    QCOMPARE(report->search.records, 130);
    QCOMPARE(report->search.unreadable, 0);
    QCOMPARE(room.records(), size_t(130));
    const auto again = room.searches.rerun(report->search.name, {});
    MUST(again);
    QCOMPARE(again->search.known, 130);
    QCOMPARE(again->search.records, 0);
    QCOMPARE(room.records(), size_t(130));
}

void SearchesTest::countingKeepsNothing()
{
    Room room({.records = 450});
    const auto report = room.searches.count(request("pubmed"), {});
    MUST(report);
    QCOMPARE(report->search.hits, 450);
    QCOMPARE(room.server.count(), 1);
    QCOMPARE(room.records(), size_t(0));
    QVERIFY(room.searches.made()->empty());
    QVERIFY(room.searches.unfinished()->empty());
}

void SearchesTest::nothingFoundIsASearchToo()
{
    Room room({.records = 0});
    const auto report = room.searches.search(request("pubmed"), {});
    MUST(report);
    QCOMPARE(report->search.hits, 0);
    QVERIFY(report->search.complete);
    QVERIFY(!report->run);
    QCOMPARE(room.searches.made()->size(), size_t(1));
    QVERIFY(room.searches.unfinished()->empty());
}

/// Every raw answer can be found again, and proven.
void SearchesTest::theKeptFileIsTheAnswers()
{
    Room room({.records = 450});
    const auto report = room.searches.search(request("pubmed"), {});
    MUST(report);
    QByteArray whole;
    qint64 bytes = 0;
    for (const AnswerNote& answer : report->search.answers)
        bytes += answer.bytes;
    QCOMPARE(report->search.answers.size(), size_t(4));
    const auto kept = room.desk.project->store().read(
        [&](store::Reader& reader) { return store::fileBytes(reader, report->run, 0, bytes + 1); });
    MUST(kept);
    whole = QByteArray::fromStdString(*kept);
    QCOMPARE(whole.size(), bytes);
    qint64 at = 0;
    for (const AnswerNote& answer : report->search.answers) {
        const QByteArray hash = QCryptographicHash::hash(whole.mid(at, answer.bytes), QCryptographicHash::Sha256);
        QCOMPARE(QString::fromLatin1(hash.toHex()), answer.hash);
        at += answer.bytes;
    }
}

void SearchesTest::stoppedAndResumed()
{
    Room room({.records = 1000});
    std::stop_source stop;
    JobContext job{stop.get_token(), [&](const Progress& progress) {
                       if (progress.done >= 400)
                           stop.request_stop();
                   }};
    MUST_FAIL(room.searches.search(request("pubmed"), job), ErrorCode::SearchStopped);
    QCOMPARE(room.records(), size_t(400));
    const SearchRecord first = room.searches.made()->at(0);
    QVERIFY(!first.complete);
    QCOMPARE(first.gaps, (std::vector<Gap>{{Gap::Why::Stopped, 600, {}}}));
    QCOMPARE(room.searches.unfinished()->size(), size_t(1));
    const int asked = room.server.count();
    const auto report = room.searches.search(request("pubmed"), {});
    MUST(report);
    QVERIFY(report->resumed);
    QCOMPARE(room.server.count(), asked + 3); // nothing is fetched twice
    QCOMPARE(report->search.records, 600);
    QCOMPARE(report->search.of, first.name);
    QVERIFY(report->search.complete);
    QVERIFY(report->search.gaps.empty());
    QCOMPARE(room.records(), size_t(1000));
    QVERIFY(room.searches.unfinished()->empty());
    QCOMPARE(room.desk.flow().databases, (std::vector<NamedCount>{{QStringLiteral("PubMed"), 1000}}));
    QCOMPARE(room.desk.faults(), QString());
}

/// 650 of 1,000 are wanted: 400 came before it was stopped, so 250 come after.
void SearchesTest::theLimitIsOfAllParts()
{
    Room room({.records = 1000});
    std::stop_source stop;
    JobContext job{stop.get_token(), [&](const Progress& progress) {
                       if (progress.done >= 400)
                           stop.request_stop();
                   }};
    MUST_FAIL(room.searches.search(request("pubmed", 650), job), ErrorCode::SearchStopped);
    QCOMPARE(room.records(), size_t(400));
    QCOMPARE(room.searches.made()->at(0).gaps,
             (std::vector<Gap>{{Gap::Why::Stopped, 250, {}}, {Gap::Why::Limit, 350, {}}}));
    const auto report = room.searches.search(request("pubmed", 650), {});
    MUST(report);
    QCOMPARE(report->search.records, 250);
    QCOMPARE(report->search.gaps, (std::vector<Gap>{{Gap::Why::Limit, 350, {}}}));
    QCOMPARE(room.records(), size_t(650));
}

void SearchesTest::failedAndResumed()
{
    Room room({.records = 700});
    room.failFrom = 3;
    const auto failed = room.searches.search(request("pubmed"), {});
    MUST_FAIL(failed, ErrorCode::NotEntitled);
    QCOMPARE(failed.error().context, QStringLiteral("PubMed"));
    QCOMPARE(room.records(), size_t(200));
    room.failFrom = 1'000'000;
    MUST(room.searches.search(request("pubmed"), {}));
    QCOMPARE(room.records(), size_t(700));
}

/// The week's requests are used up: what came is in, and it is said when it goes on.
void SearchesTest::theQuotaEndsMidway()
{
    Room room({.records = 120}, fakeScopus);
    room.failure
        = {.status = 429,
           .body = R"({"service-error":{"status":{"statusCode":"QUOTA_EXCEEDED"}}})",
           .headers = {{"X-ELS-Status", "QUOTA_EXCEEDED - Quota Exceeded"}, {"X-RateLimit-Reset", "1594210657000"}}};
    room.failFrom = 3;
    const auto failed = room.searches.search(request("scopus"), {});
    MUST_FAIL(failed, ErrorCode::QuotaSpent);
    QCOMPARE(failed.error().detail, QStringLiteral("2020-07-08 12:17 UTC"));
    QCOMPARE(room.server.count(), 3); // it is not asked again
    QCOMPARE(room.records(), size_t(50));
    room.failFrom = 1'000'000;
    const auto report = room.searches.search(request("scopus"), {});
    MUST(report);
    QVERIFY(report->resumed);
    QCOMPARE(room.records(), size_t(120));
    QCOMPARE(room.desk.faults(), QString());
}

/// As after a kill: the answers are there, and nothing of them came in.
void SearchesTest::closedAndResumed()
{
    Room room({.records = 700});
    room.failFrom = 3;
    MUST_FAIL(room.searches.search(request("pubmed"), {}), ErrorCode::NotEntitled);
    MUST(Imports(*room.desk.project).takeBack(room.desk.project->review()->runs.at(0).id));
    room.failFrom = 1'000'000;
    room.desk.reopen();
    room.desk.as("Ana");
    Searches after(*room.desk.project, room.online);
    QCOMPARE(after.unfinished()->at(0).answers, 2);
    MUST(after.resume(after.unfinished()->at(0).fetch, {}));
    QCOMPARE(room.records(), size_t(500)); // what was taken back stays so
}

void SearchesTest::givenUp()
{
    Room room({.records = 700});
    room.failFrom = 3;
    MUST_FAIL(room.searches.search(request("pubmed"), {}), ErrorCode::NotEntitled);
    MUST(room.searches.giveUp(room.searches.unfinished()->at(0).fetch));
    QVERIFY(room.searches.unfinished()->empty());
    QCOMPARE(room.records(), size_t(200));
}

void SearchesTest::oneStepThatCanBeUndone()
{
    Room room({.records = 300});
    MUST(room.searches.search(request("pubmed"), {}));
    MUST(History(*room.desk.project).undo());
    QCOMPARE(room.records(), size_t(0));
    QVERIFY(room.searches.made()->empty());
    MUST(History(*room.desk.project).redo());
    QCOMPARE(room.records(), size_t(300));
    QCOMPARE(room.searches.made()->size(), size_t(1));
    QCOMPARE(room.desk.faults(), QString());
}

void SearchesTest::rerunAddsWhatIsNew()
{
    Room room({.records = 300});
    const auto first = room.searches.search(request("pubmed"), {});
    MUST(first);
    MUST(room.desk.vote(Stage::Title, room.desk.record(5), Verdict::Exclude, "Wrong topic"));
    room.set.records = 320;
    room.set.changed = {5};
    const auto again = room.searches.rerun(first->search.name, {});
    MUST(again);
    QCOMPARE(again->search.hits, 320);
    QCOMPARE(again->search.known, 299);
    QCOMPARE(again->search.changed, 1);
    QCOMPARE(again->search.changedIds, QStringList{QStringLiteral("5")});
    QCOMPARE(again->search.records, 21);
    QCOMPARE(again->search.fresh, 20);
    QCOMPARE(again->search.of, first->search.name);
    QCOMPARE(room.desk.flow().databases, (std::vector<NamedCount>{{QStringLiteral("PubMed"), 320}}));
    QCOMPARE(Records(*room.desk.project).reports()->size(), size_t(320));
    const QString import = Imports(*room.desk.project).uid(again->run);
    const auto third = room.searches.rerun(import, {});
    MUST(third);
    QCOMPARE(third->search.fresh, 0);
    QCOMPARE(third->search.known, 320);
    MUST_FAIL(room.searches.rerun(QStringLiteral("no"), {}), ErrorCode::UnknownSearch);
    QCOMPARE(room.desk.faults(), QString());
}

void SearchesTest::whatIsMissingIsSaid()
{
    Room room({.records = 300, .missing = {7}});
    const auto report = room.searches.search(request("pubmed"), {});
    MUST(report);
    QCOMPARE(report->search.records, 299);
    QCOMPARE(report->search.gaps, (std::vector<Gap>{{Gap::Why::NotDelivered, 1, {"7"}}}));
    Room limited({.records = 300});
    const auto few = limited.searches.search(request("pubmed", 50), {});
    MUST(few);
    QCOMPARE(limited.records(), size_t(50));
    QCOMPARE(few->search.gaps, (std::vector<Gap>{{Gap::Why::Limit, 250, {}}}));
}

void SearchesTest::noSecretsAreKept()
{
    Room room({.records = 300});
    MUST(room.searches.search(request("pubmed"), {}));
    room.desk.project.reset(); // at rest it is one file
    const QStringList files = QDir(room.desk.dir.path()).entryList({QStringLiteral("*.winnow")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    QFile kept(room.desk.dir.filePath(files.at(0)));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QByteArray bytes = kept.readAll();
    QVERIFY(bytes.contains("esearch.fcgi"));
    QVERIFY(!bytes.contains("s3cret"));
    QVERIFY(!bytes.contains("example.org"));
}

void SearchesTest::travelsInBundles()
{
    Room room({.records = 300});
    const auto report = room.searches.search(request("pubmed"), {});
    MUST(report);
    const QString start = room.desk.path("start.winnowz");
    MUST(Sharing(*room.desk.project).invite(room.desk.person("Ben"), start, {}));
    const auto copy = Sharing::accept(start, room.desk.path("ben.part"), room.desk.clock, {});
    MUST(copy);
    const auto ben = Project::open(copy->file, Project::Access::Write, room.desk.clock);
    MUST(ben);
    QCOMPARE(Records(**ben).all()->size(), size_t(300));
    Searches theirs(**ben, room.online);
    QCOMPARE(theirs.made()->at(0), report->search);
    const auto again = theirs.rerun(report->search.name, {});
    MUST(again);
    QCOMPARE(again->search.known, 300);
    QCOMPARE(faultsOf(**ben), QString());
}

void SearchesTest::wordsOfErrors()
{
    Room room({.records = 3});
    MUST_FAIL(room.searches.search(request("embase"), {}), ErrorCode::UnknownDatabase);
    SearchRequest empty = request("pubmed");
    empty.query.text = QStringLiteral("  ");
    MUST_FAIL(room.searches.search(empty, {}), ErrorCode::BadInput);
    room.online.setAccesses([&](const sources::Service&) { return sources::Access{room.server.url(), {}, {}, {}}; });
    MUST_FAIL(room.searches.search(request("scopus"), {}), ErrorCode::KeyMissing);
    QCOMPARE(room.server.count(), 0);
    room.failFrom = 1;
    room.failure = {.type = "text/html", .body = "<!DOCTYPE html><html>Hotel</html>"};
    MUST_FAIL(room.searches.search(request("pubmed"), {}), ErrorCode::CaptivePortal);
    room.failure = {.status = 429, .body = "{}", .headers = {{"Retry-After", "7200"}}};
    MUST_FAIL(room.searches.search(request("pubmed"), {}), ErrorCode::QuotaSpent);
    QVERIFY(room.searches.made()->empty());
}

WINNOW_TEST(SearchesTest)

} // namespace suite_searches

#include "test_searches.moc"
