// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/FakeServices.h"
#include "support/Suite.h"

#include <atomic>
#include <csignal>

namespace suite_search {

using namespace winnow::tests;
using winnow::test::Asked;
using winnow::test::FakeSet;
using winnow::test::LocalServer;
using winnow::test::Reply;

namespace {

constexpr const char* variables[] = {"PUBMED", "CLINICALTRIALS", "EUROPEPMC", "OPENALEX", "CROSSREF", "SCOPUS"};

/// A project, and PubMed on this computer.
struct Room {
    Bench bench;
    QString project = bench.path(QStringLiteral("p.winnow"));
    FakeSet set;
    std::atomic<qint64> victim = 0; ///< a process that gets a signal …
    std::atomic<int> signal = SIGINT;
    std::atomic<int> at = 1'000'000; ///< … with the n-th question
    LocalServer server;

    explicit Room(FakeSet what)
        : set(std::move(what))
        , server([this](const Asked& asked) {
            if (server.count() == at) {
                ::kill(pid_t(victim), signal);
                return Reply{.body = "{}", .manner = Reply::Manner::Silent};
            }
            return winnow::test::fakePubmed(asked, set);
        })
    {
        for (const char* variable : variables)
            qputenv(QByteArray("WINNOW_" + QByteArray(variable) + "_URL").constData(), server.url().toUtf8());
        call({QStringLiteral("new"), project, QStringLiteral("--title"), QStringLiteral("T"),
              QStringLiteral("--reviewer"), QStringLiteral("Ana")});
    }
    Run search(const QStringList& more = {})
    {
        return call(QStringList{QStringLiteral("search"), project, QStringLiteral("--database"),
                                QStringLiteral("pubmed"), QStringLiteral("--query"),
                                QStringLiteral("walking AND stroke"), QStringLiteral("--json")}
                    + more);
    }
    [[nodiscard]] qint64 records() const
    {
        const Run run = call({QStringLiteral("status"), project, QStringLiteral("--json")});
        return run.json()[QLatin1String("records")].toInteger(-1);
    }
    /// A search that gets a signal in the middle.
    int struck(int what, int question)
    {
        at = question;
        signal = what;
        QProcess process;
        process.start(program(),
                      {QStringLiteral("search"), project, QStringLiteral("--database"), QStringLiteral("pubmed"),
                       QStringLiteral("--query"), QStringLiteral("walking AND stroke")},
                      QIODevice::ReadOnly);
        process.waitForStarted(patience);
        victim = process.processId();
        process.waitForFinished(patience);
        at = 1'000'000;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
};

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAndRecords();
    void countOnly();
    void filters();
    void planned();
    void plannedBadly();
    void rerun();
    void ctrlCKeepsWhatCame();
    void aKillKeepsWhatCame();
    void appendixAndRepeating();
    void errors();
};

void TestSearch::keysAndRecords()
{
    Room room({.records = 250, .missing = {9}});
    const Run run = room.search();
    QCOMPARE(run.code, 0);
    const QJsonObject json = run.json();
    for (const char* key : {"run", "database", "query", "translated", "hits", "records", "new"})
        QVERIFY2(json.contains(QLatin1String(key)), key);
    QCOMPARE(json[QLatin1String("database")].toString(), QStringLiteral("pubmed"));
    QCOMPARE(json[QLatin1String("query")].toString(), QStringLiteral("walking AND stroke"));
    QCOMPARE(json[QLatin1String("hits")].toInteger(), 250);
    QCOMPARE(json[QLatin1String("records")].toInteger(), 249);
    QCOMPARE(json[QLatin1String("new")].toInteger(), 249);
    const QJsonObject missing = json[QLatin1String("missing")].toArray().at(0).toObject();
    QCOMPARE(missing[QLatin1String("why")].toString(), QStringLiteral("not-delivered"));
    QCOMPARE(missing[QLatin1String("ids")].toArray(), QJsonArray{QStringLiteral("9")});
    QCOMPARE(room.records(), 249);
    const Run text
        = call({QStringLiteral("search"), room.project, QStringLiteral("--database"), QStringLiteral("PubMed"),
                QStringLiteral("--query"), QStringLiteral("other"), QStringLiteral("--limit"), QStringLiteral("5")});
    QCOMPARE(text.code, 0);
    QVERIFY(text.out.contains("PubMed: hits 250, records 5, new 0"));
    QVERIFY(text.out.contains("245 records were not fetched, as the limit of this search says."));
}

void TestSearch::countOnly()
{
    Room room({.records = 123'456});
    const Run run = room.search({QStringLiteral("--count-only")});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[QLatin1String("hits")].toInteger(), 123'456);
    QCOMPARE(run.json()[QLatin1String("records")].toInteger(-1), 0);
    QCOMPARE(room.server.count(), 1);
    QCOMPARE(room.records(), 0);
}

void TestSearch::filters()
{
    Room room({.records = 3});
    const Run run = room.search({QStringLiteral("--from"), QStringLiteral("2010-01-01"), QStringLiteral("--humans")});
    QCOMPARE(run.code, 0);
    const QString sent = run.json()[QLatin1String("sent")].toString();
    QCOMPARE(sent, room.server.asked().at(0).value(QStringLiteral("term")));
    QVERIFY(sent.contains(QLatin1String("\"2010/01/01\"[dp]")) && sent.contains(QLatin1String("humans[mh]")));
}

/// Blocks from a table become a query for each database, which is edited and then asked.
void TestSearch::planned()
{
    Room room({.records = 3});
    const QString blocks = room.bench.write(QStringLiteral("blocks.csv"),
                                            "block,term,heading\nPopulation,Stroke,yes\nPopulation,stroke,\n"
                                            "Intervention,walk*,no\n");
    const QStringList plan{QStringLiteral("plan"), room.project, QStringLiteral("--json")};
    const Run run = call(plan + QStringList{QStringLiteral("--blocks"), blocks, QStringLiteral("--write")});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[QLatin1String("blocks")].toArray().size(), 2);
    const QJsonObject pubmed = run.json()[QLatin1String("queries")].toArray().at(0).toObject();
    QVERIFY(!pubmed.isEmpty());
    QVERIFY(!run.json()[QLatin1String("warnings")].toArray().isEmpty());
    QCOMPARE(call(plan).json()[QLatin1String("queries")].toArray().size(), 6);
    const QStringList search{QStringLiteral("search"),       room.project,
                             QStringLiteral("--database"),   QStringLiteral("pubmed"),
                             QStringLiteral("--count-only"), QStringLiteral("--json")};
    QCOMPARE(call(search).json()[QLatin1String("sent")].toString(),
             QStringLiteral("(\"Stroke\"[mh] OR stroke[tiab]) AND walk*[tiab]"));
    const Run edited = call(plan
                            + QStringList{QStringLiteral("--database"), QStringLiteral("PubMed"),
                                          QStringLiteral("--query"), QStringLiteral("stroke[ti] AND")});
    QCOMPARE(edited.code, 0);
    QVERIFY(edited.out.contains("There is nothing beside “AND”"));
    QVERIFY(call(search + QStringList{QStringLiteral("--language"), QStringLiteral("eng")})
                .json()[QLatin1String("sent")]
                .toString()
                .endsWith(QLatin1String("AND english[la]")));
    QCOMPARE(call({QStringLiteral("undo"), room.project, QStringLiteral("--as"), QStringLiteral("Ana")}).code, 0);
    QVERIFY(call(search).json()[QLatin1String("sent")].toString().endsWith(QLatin1String("walk*[tiab]")));
    const Run licence = call(plan
                             + QStringList{QStringLiteral("--database"), QStringLiteral("scopus"),
                                           QStringLiteral("--licence"), QStringLiteral("yes")});
    QCOMPARE(licence.code, 0);
}

void TestSearch::plannedBadly()
{
    Room room({.records = 3});
    const auto refused = [&](const QStringList& more) {
        const Run run = call(QStringList{QStringLiteral("plan"), room.project} + more);
        return run.code != 0 && run.errorLines().size() == 1;
    };
    QVERIFY(refused({QStringLiteral("--write")})); // from no blocks
    QVERIFY(refused({QStringLiteral("--blocks"), room.bench.path(QStringLiteral("none.csv"))}));
    QVERIFY(refused(
        {QStringLiteral("--database"), QStringLiteral("embase"), QStringLiteral("--query"), QStringLiteral("a")}));
    QVERIFY(refused({QStringLiteral("--database"), QStringLiteral("scopus"), QStringLiteral("--licence"),
                     QStringLiteral("perhaps")}));
    QCOMPARE(room.search({QStringLiteral("--type"), QStringLiteral("novel")}).code, 1);
    QCOMPARE(room.server.count(), 0);
    const Run nothing = call({QStringLiteral("plan"), room.project});
    QVERIFY(nothing.out.contains("Nothing is planned yet."));
}

void TestSearch::rerun()
{
    Room room({.records = 210});
    const QString id = room.search().json()[QLatin1String("run")].toString();
    room.set.records = 215;
    const QStringList again{QStringLiteral("rerun"), room.project, QStringLiteral("--run"), id,
                            QStringLiteral("--json")};
    const Run run = call(again);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[QLatin1String("hits")].toInteger(), 215);
    QCOMPARE(run.json()[QLatin1String("records")].toInteger(), 5);
    QCOMPARE(run.json()[QLatin1String("new")].toInteger(), 5);
    QCOMPARE(room.records(), 215);
    QCOMPARE(call(again).json()[QLatin1String("new")].toInteger(-1), 0);
    QCOMPARE(room.records(), 215);
    const Run none = call({QStringLiteral("rerun"), room.project, QStringLiteral("--run"), QStringLiteral("1")});
    QCOMPARE(none.code, 1);
    QCOMPARE(none.errorLines().size(), 1);
}

void TestSearch::ctrlCKeepsWhatCame()
{
    Room room({.records = 1000});
    QCOMPARE(room.struck(SIGINT, 4), 130);
    QCOMPARE(room.records(), 400);
    const int asked = room.server.count();
    const Run run = room.search();
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[QLatin1String("resumed")].toBool(), true);
    QCOMPARE(room.server.count(), asked + 3);
    QCOMPARE(room.records(), 1000);
}

void TestSearch::aKillKeepsWhatCame()
{
    Room room({.records = 1000});
    QCOMPARE(room.struck(SIGKILL, 4), -1);
    QCOMPARE(room.records(), 0); // the answers are kept, and come in when the search goes on
    const int asked = room.server.count();
    const Run run = room.search();
    QCOMPARE(run.code, 0);
    QCOMPARE(room.server.count(), asked + 3);
    QCOMPARE(run.json()[QLatin1String("records")].toInteger(), 1000);
    QCOMPARE(room.records(), 1000);
    const Run check = call({QStringLiteral("check"), room.project, QStringLiteral("--json")});
    QCOMPARE(check.json()[QLatin1String("ok")].toBool(), true);
}

/// One file goes from Ana to Ben, who makes the same searches.
void TestSearch::appendixAndRepeating()
{
    Room room({.records = 30, .missing = {9}});
    QCOMPARE(room.search({QStringLiteral("--humans")}).code, 0);
    const QString file = room.bench.write(QStringLiteral("e.ris"), "TY  - JOUR\nTI  - By hand\nER  - \n");
    call({QStringLiteral("import"), room.project, file, QStringLiteral("--source"), QStringLiteral("Embase"),
          QStringLiteral("--platform"), QStringLiteral("Ovid"), QStringLiteral("--hits"), QStringLiteral("12")});
    const QString appendix = room.bench.path(QStringLiteral("appendix.md"));
    const QString json = room.bench.path(QStringLiteral("searches.json"));
    const Run run = call({QStringLiteral("searches"), room.project, QStringLiteral("--appendix"), appendix,
                          QStringLiteral("--out"), json, QStringLiteral("--json")});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[QLatin1String("searches")].toArray().size(), 1);
    const QByteArray text = Bench::read(appendix);
    for (const char* line :
         {"## PubMed, 20", "- Platform: NCBI E-utilities", "      (walking AND stroke) NOT (animals",
          "- Limits and filters: humans", "- Understood by the database as: \"walking\"[All Fields]", "- Hits: 30",
          "- Records that came in: 29", "not delivered by it; search again later, or look for them there. (9)",
          "## Embase, date not said", "- Platform: Ovid", "- Strategy: not said", "- Hits: 12"})
        QVERIFY2(text.contains(line), line);
    const QString other = room.bench.path(QStringLiteral("ben.winnow"));
    call({QStringLiteral("new"), other, QStringLiteral("--title"), QStringLiteral("T")});
    const Run repeated
        = call({QStringLiteral("searches"), other, QStringLiteral("--repeat"), json, QStringLiteral("--json")});
    QCOMPARE(repeated.code, 0);
    const QJsonObject first = repeated.json()[QLatin1String("searches")].toArray().at(0).toObject();
    QCOMPARE(first[QLatin1String("records")].toInteger(), 29);
    QCOMPARE(call({QStringLiteral("searches"), other, QStringLiteral("--repeat"), appendix}).code, 1);
}

void TestSearch::errors()
{
    Room room({.records = 3});
    const auto line = [&](const Reply& reply) {
        room.server.answer([reply](const Asked&) { return reply; });
        const Run run = room.search();
        return run.code == 1 && run.errorLines().size() == 1 ? run.errorLines().at(0) : QString::fromUtf8(run.err);
    };
    QVERIFY(line({.status = 400, .type = "text/plain", .body = "bad field"})
                .contains(QLatin1String("did not understand the query")));
    QVERIFY(line({.type = "text/html", .body = "<html>Hotel</html>"}).contains(QLatin1String("log in to the network")));
    QVERIFY(line({.status = 429, .body = "{}", .headers = {{"Retry-After", "7200"}}}).contains(QLatin1String("quota")));
    QVERIFY(line({.type = "text/xml", .body = "<nothing/>"}).contains(QLatin1String("could not be read")));
    QCOMPARE(room.records(), 0);
    const Run unknown = call({QStringLiteral("search"), room.project, QStringLiteral("--database"),
                              QStringLiteral("embase"), QStringLiteral("--query"), QStringLiteral("a")});
    QCOMPARE(unknown.code, 1);
    const Run scopus = call({QStringLiteral("search"), room.project, QStringLiteral("--database"),
                             QStringLiteral("scopus"), QStringLiteral("--query"), QStringLiteral("a")});
    QVERIFY(scopus.errorLines().value(0).contains(QLatin1String("key of your own")));
}

WINNOW_TEST(TestSearch)

} // namespace suite_search

#include "test_search.moc"
