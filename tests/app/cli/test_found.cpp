// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Winnow.h"
#include "support/FakeLibrary.h"
#include "support/Suite.h"

#include <QFileInfo>

namespace suite_found {

using namespace winnow::tests;
using winnow::test::FakeLibrary;
using winnow::test::FakeWork;

namespace {

const QByteArray melanoma = R"([{"id":"1","infons":{"type":"Disease","identifier":"MESH:D008545","valid":true,)"
                            R"("name":"Melanoma"},"text":"melanoma"}])";

/// A project, and a small literature on this computer.
struct Shelf {
    Bench bench;
    QString project = bench.path(QStringLiteral("p.winnow"));
    FakeLibrary library;

    explicit Shelf(std::map<qint64, FakeWork> works) : library(std::move(works))
    {
        library.announce();
        qputenv("WINNOW_EMAIL", "ana@example.org");
        call({QStringLiteral("new"), project, QStringLiteral("--title"), QStringLiteral("T"),
              QStringLiteral("--reviewer"), QStringLiteral("Ana"), QStringLiteral("--mode"), QStringLiteral("single")});
    }
    Run ask(const char* command, const QStringList& more = {})
    {
        return call(QStringList{QString::fromLatin1(command), project, QStringLiteral("--json")} + more);
    }
    Run tell(const char* command, const QStringList& more = {})
    {
        return call(QStringList{QString::fromLatin1(command), project} + more);
    }
    /// Votes include at title and abstract on every record.
    void passAll()
    {
        QByteArray votes = "id,vote\n";
        for (const QString& id : idsOf(project))
            votes += id.toUtf8() + ",include\n";
        const QString table = bench.write(QStringLiteral("votes.csv"), votes);
        const Run run = tell("vote",
                             {QStringLiteral("--as"), QStringLiteral("Ana"), QStringLiteral("--stage"),
                              QStringLiteral("title"), QStringLiteral("--votes"), table});
        QCOMPARE(run.code, 0);
    }
};

} // namespace

/// add, chase, fill, notices, entities, full-texts as people and scripts use them.
class TestFound : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void add();
    void chase();
    void fill();
    void fillByTitle();
    void notices();
    void entities();
    void fullTexts();
    void badInput();
};

void TestFound::add()
{
    Shelf shelf({{1, {}}, {2, {.title = "Walking home"}}, {3, {.title = "Walking away"}}});
    const Run run
        = shelf.ask("add", {QStringLiteral("1"), QStringLiteral("10.5555/9"), QStringLiteral("Walking back")});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[QLatin1String("asked")].toInt(), 3);
    QCOMPARE(run.json()[QLatin1String("records")].toInt(), 1);
    QCOMPARE(run.json()[QLatin1String("missing")].toArray(), QJsonArray{QStringLiteral("10.5555/9")});
    QCOMPARE(run.json()[QLatin1String("open")].toArray().size(), 1);
    QCOMPARE(run.json()[QLatin1String("runs")].toArray().size(), 3); // PubMed, and two that were asked for the DOI
    const QString list = shelf.bench.write(QStringLiteral("list.txt"), "PMID: 1\nWalking home\n");
    const Run again = shelf.tell("add", {QStringLiteral("--from"), list});
    QCOMPARE(again.code, 0);
    QVERIFY(again.out.startsWith("asked for 2, records added 1\n"));
    QVERIFY(again.out.contains("1 is in the review already: #1"));
    const Run central = shelf.ask("add", {QStringLiteral("PMC3"), QStringLiteral("PMC99")});
    QCOMPARE(central.json()[QLatin1String("missing")].toArray(), QJsonArray{QStringLiteral("PMC99")});
}

void TestFound::chase()
{
    Shelf shelf({{1, {.cites = {2}}}, {2, {}}, {3, {.cites = {1}}}});
    QCOMPARE(shelf.tell("add", {QStringLiteral("10.5555/1")}).code, 0);
    const QString id = idsOf(shelf.project).value(0);
    const Run counted = shelf.ask("chase", {QStringLiteral("--of"), id, QStringLiteral("--count-only")});
    QCOMPARE(counted.code, 0);
    QCOMPARE(counted.json()[QLatin1String("hits")].toInt(), 2);
    const Run run
        = shelf.ask("chase", {QStringLiteral("--of"), id, QStringLiteral("--direction"), QStringLiteral("citing")});
    QCOMPARE(run.json()[QLatin1String("records")].toInt(), 1);
    QVERIFY(run.json()[QLatin1String("complete")].toBool());
    const Run none = shelf.tell("chase");
    QCOMPARE(none.code, 1);
    QCOMPARE(none.errorLines().size(), 1);
    const Run prisma = shelf.ask("prisma", {QStringLiteral("--out"), shelf.bench.path(QStringLiteral("f.json"))});
    QCOMPARE(prisma.json()[QLatin1String("boxes")][QLatin1String("citations_results")].toInt(), 1);
}

void TestFound::fill()
{
    Shelf shelf(std::map<qint64, FakeWork>{{1, {}}});
    const QString file
        = shelf.bench.write(QStringLiteral("a.ris"), "TY  - JOUR\nTI  - Work 1\nPY  - 2020\nDO  - 10.5555/1\nER  - \n");
    QCOMPARE(shelf.tell("import", {file}).code, 0);
    const Run dry = shelf.ask("fill", {QStringLiteral("--dry-run")});
    QCOMPARE(dry.code, 0);
    QCOMPARE(dry.json()[QLatin1String("filled")].toInt(), 0);
    QCOMPARE(dry.json()[QLatin1String("fields")][QLatin1String("abstract")].toInt(), 1);
    const Run run = shelf.ask("fill");
    QCOMPARE(run.code, 0);
    QVERIFY(run.json()[QLatin1String("filled")].toInt() >= 2);
    const QJsonObject record = shelf.ask("records").json()[QLatin1String("records")].toArray().at(0).toObject();
    QCOMPARE(record[QLatin1String("abstract")].toString(), QStringLiteral("An abstract."));
    QCOMPARE(record[QLatin1String("pmid")].toString(), QStringLiteral("1"));
    QVERIFY(shelf.tell("log").out.contains("filled from"));
    QCOMPARE(shelf.tell("undo", {QStringLiteral("--as"), QStringLiteral("Ana")}).code, 0);
    const QJsonObject before = shelf.ask("records").json()[QLatin1String("records")].toArray().at(0).toObject();
    QCOMPARE(before[QLatin1String("abstract")].toString(), QString());
}

/// Two entries without any number: one is a work for certain, the other has its title and another author.
void TestFound::fillByTitle()
{
    Shelf shelf(std::map<qint64, FakeWork>{{1, {.title = "Walking home"}}});
    const QString file = shelf.bench.write(QStringLiteral("a.ris"),
                                           "TY  - JOUR\nTI  - Walking home\nAU  - Lima, A\nPY  - 2019\nER  - \n"
                                           "TY  - JOUR\nTI  - Walking home\nAU  - Silva, R\nPY  - 2019\nER  - \n");
    QCOMPARE(shelf.tell("import", {file}).code, 0);
    const Run dry = shelf.tell("fill", {QStringLiteral("--dry-run")});
    QVERIFY(dry.out.contains("  without an identifier, and found by title: 1\n"));
    QVERIFY(dry.out.contains("  without an identifier, and not found by title: 1\n"));
    const QJsonObject run = shelf.ask("fill").json();
    QCOMPARE(run[QLatin1String("by_title")].toInt(), 1);
    QCOMPARE(run[QLatin1String("without")].toInt(), 1);
    const QJsonArray records = shelf.ask("records").json()[QLatin1String("records")].toArray();
    QCOMPARE(records.at(0)[QLatin1String("doi")].toString(), QStringLiteral("10.5555/1"));
    QCOMPARE(records.at(0)[QLatin1String("abstract")].toString(), QStringLiteral("An abstract."));
    QCOMPARE(records.at(1)[QLatin1String("doi")].toString(), QString());
}

void TestFound::notices()
{
    Shelf shelf(std::map<qint64, FakeWork>{{1, {.retracted = true}}, {2, {}}});
    QCOMPARE(shelf.tell("add", {QStringLiteral("1"), QStringLiteral("2")}).code, 0);
    const QJsonObject known = shelf.ask("notices").json();
    QCOMPARE(known[QLatin1String("notices")].toArray().size(), 1);
    QCOMPARE(known[QLatin1String("notices")][0][QLatin1String("kind")].toString(), QStringLiteral("retraction"));
    QCOMPARE(known[QLatin1String("checked")].toString(), QString());
    shelf.library.change(2, {.concern = true});
    const QJsonObject found = shelf.ask("notices", {QStringLiteral("--check")}).json();
    QCOMPARE(found[QLatin1String("new")].toInt(), 1);
    QCOMPARE(found[QLatin1String("notices")].toArray().size(), 2);
    QVERIFY(!found[QLatin1String("checked")].toString().isEmpty());
}

void TestFound::entities()
{
    Shelf shelf({{1, {.abstract = "On melanoma.", .annotations = melanoma}}});
    QCOMPARE(shelf.tell("add", {QStringLiteral("1")}).code, 0);
    QVERIFY(shelf.ask("entities").json()[QLatin1String("entities")].toArray().isEmpty());
    const QString table = shelf.bench.path(QStringLiteral("e.csv"));
    const Run run = shelf.ask("entities", {QStringLiteral("--fetch"), QStringLiteral("--out"), table});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[QLatin1String("entities")].toArray().at(0).toObject(),
             (QJsonObject{{QStringLiteral("type"), QStringLiteral("disease")},
                          {QStringLiteral("id"), QStringLiteral("MESH:D008545")},
                          {QStringLiteral("name"), QStringLiteral("Melanoma")},
                          {QStringLiteral("url"), QStringLiteral("https://meshb.nlm.nih.gov/record/ui?ui=D008545")},
                          {QStringLiteral("records"), 1}}));
    QCOMPARE(Bench::read(table),
             QByteArray("type,id,name,url,records\ndisease,MESH:D008545,Melanoma,"
                        "https://meshb.nlm.nih.gov/record/ui?ui=D008545,1\n"));
    shelf.library.fail("pubtator");
    const Run offline = shelf.ask("entities",
                                  {QStringLiteral("--type"), QStringLiteral("disease"),
                                   QStringLiteral("--records-with"), QStringLiteral("MESH:D008545")});
    QCOMPARE(offline.json()[QLatin1String("records")].toArray().size(), 1);
}

void TestFound::fullTexts()
{
    Shelf shelf({{1, {.free = "cc-by", .pdf = "%PDF-1.7"}}, {2, {}}});
    QCOMPARE(shelf.tell("add", {QStringLiteral("1"), QStringLiteral("2")}).code, 0);
    shelf.passAll();
    const QString missing = shelf.bench.path(QStringLiteral("missing.csv"));
    const QString folder = shelf.bench.path(QStringLiteral("texts"));
    const Run run = shelf.ask("full-texts",
                              {QStringLiteral("--look"), QStringLiteral("--fetch"), folder, QStringLiteral("--receive"),
                               QStringLiteral("--missing"), missing});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[QLatin1String("found")].toArray().size(), 1);
    QCOMPARE(run.json()[QLatin1String("missing")].toArray().size(), 1);
    QCOMPARE(run.json()[QLatin1String("files")].toArray().size(), 1);
    QVERIFY(QFileInfo::exists(run.json()[QLatin1String("files")][0][QLatin1String("file")].toString()));
    QCOMPARE(Bench::read(missing).count('\n'), 2);
}

void TestFound::badInput()
{
    Shelf shelf({});
    QCOMPARE(shelf.tell("add").code, 1);
    QCOMPARE(shelf.tell("add", {QStringLiteral("--from"), shelf.bench.path(QStringLiteral("no.txt"))}).code, 1);
    QCOMPARE(shelf.tell("chase", {QStringLiteral("--direction"), QStringLiteral("up")}).code, 2);
    QCOMPARE(shelf.tell("chase", {QStringLiteral("--of"), QStringLiteral("#99")}).code, 1);
    QCOMPARE(shelf.tell("entities", {QStringLiteral("--type"), QStringLiteral("planet")}).code, 2);
    shelf.library.fail("pubmed");
    const Run run = shelf.tell("add", {QStringLiteral("1")});
    QCOMPARE(run.code, 1);
    QCOMPARE(run.errorLines().size(), 1);
    QVERIFY(run.err.contains("PubMed"));
}

WINNOW_TEST(TestFound)

} // namespace suite_found

#include "test_found.moc"
