// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/Shelf.h"

#include "domain/EntityNames.h"
#include "project/Charts.h"
#include "project/Entities.h"
#include "support/Suite.h"

namespace suite_entities {

using namespace winnow;
using namespace winnow::test;

/// What records speak of.
class EntitiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreFound();
    void entitiesAreKept();
    void entitiesGoOnWhereTheyStopped();
    void fullTextsAreReadAfterAbstracts();
};

void EntitiesTest::namesAreFound()
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

void EntitiesTest::entitiesAreKept()
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

void EntitiesTest::entitiesGoOnWhereTheyStopped()
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

void EntitiesTest::fullTextsAreReadAfterAbstracts()
{
    Shelf shelf({{1, {.abstract = "On melanoma.", .annotations = melanoma}}});
    QCOMPARE(shelf.add("1").records, 1);
    MUST(shelf.desk.import("a.ris", {{.title = "Melanoma of the eye"}}));
    Entities entities(*shelf.desk.project);
    const auto inFull
        = [&] { return shelf.library.server().asked().back().value(QStringLiteral("full")) == QLatin1String("true"); };
    QCOMPARE(entities.fetch(shelf.online, false, {})->asked, 1);
    QVERIFY(!inFull());
    const auto full = entities.fetch(shelf.online, true, {});
    MUST(full);
    QCOMPARE(full->asked, 1); // its abstract was read, its text was not
    QCOMPARE(full->annotated, 1);
    QCOMPARE(full->byNames, 1); // names learnt from full texts count as well
    QVERIFY(inFull());
    QCOMPARE(entities.fetch(shelf.online, true, {})->asked, 0);
    QCOMPARE(entities.fetch(shelf.online, false, {})->asked, 0);
    QCOMPARE(shelf.desk.faults(), QString());
}

WINNOW_TEST(EntitiesTest)

} // namespace suite_entities

#include "test_entities.moc"
