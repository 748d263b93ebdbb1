// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/Shelf.h"

#include "project/Filling.h"
#include "project/SameWork.h"
#include "support/Suite.h"

namespace suite_filling {

using namespace winnow;
using namespace winnow::test;

/// Abstracts and identifiers that records lack.
class FillingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missingIsFilled();
    void filledIsOneStep();
    void fillingOutlivesAFault();
    void otherWorksAreNotFilledIn();
    void aWorkIsCertainOrNone();
    void recordsAreFoundByTitle();
    void titlesOutliveAFault();
};

void FillingTest::missingIsFilled()
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

void FillingTest::filledIsOneStep()
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

void FillingTest::fillingOutlivesAFault()
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

void FillingTest::otherWorksAreNotFilledIn()
{
    Shelf shelf({{1, {.title = "Abstracts of a congress"}}});
    MUST(shelf.desk.import("a.ris", {{.title = "Walking after stroke", .doi = "10.5555/1", .abstract = ""}}));
    const auto plan = Filling(*shelf.desk.project).plan(shelf.online, {});
    MUST(plan);
    QVERIFY(plan->fields.empty());
}

namespace {

Record work(const char* title, const char* family, int year, const char* doi = "10.1/a")
{
    Record record;
    record.title = title;
    if (*family)
        record.authors.push_back({family, "A", {}, false});
    record.year = year;
    record.doi = doi;
    return record;
}

std::string doiOfWork(const Record& ours, const std::vector<Record>& said)
{
    const Record* found = theWork(ours, said);
    return found ? found->doi : std::string();
}

} // namespace

void FillingTest::aWorkIsCertainOrNone()
{
    const std::vector<Record> said{work("<i>Walking</i> after stroke: a trial.", "Lima", 2020, "10.1/a"),
                                   work("Walking after stroke", "Lima", 2020, "10.1/b")};
    QCOMPARE(doiOfWork(work("Walking after Stroke: A trial", "Lima", 2020), said), std::string("10.1/a"));
    QCOMPARE(doiOfWork(work("Walking after stroke", "Lima", 2021), said), std::string("10.1/b")); // online, in print
    QCOMPARE(doiOfWork(work("Walking after stroke", "Lima", 2022), said), std::string());
    QCOMPARE(doiOfWork(work("Walking after stroke", "Silva", 2020), said), std::string());
    QCOMPARE(doiOfWork(work("Walking after strokes", "Lima", 2020), said), std::string()); // alike is not the same
    QCOMPARE(doiOfWork(work("Walking after stroke", "", 2020), said), std::string("10.1/b"));
    QCOMPARE(doiOfWork(work("Walking after stroke", "Lima", 0), said), std::string("10.1/b"));
    QCOMPARE(doiOfWork(work("Walking after stroke", "Lima", 2020), {work("Walking after stroke", "", 0)}),
             std::string()); // what we know it must say, too
    // By its title alone only what is long enough to be a work's own.
    QCOMPARE(doiOfWork(work("Editorial", "", 0), {work("Editorial", "Lima", 2020)}), std::string());
    QCOMPARE(doiOfWork(work("Walking to work after a stroke", "", 0),
                       {work("Walking to work after a stroke", "Lima", 2020)}),
             std::string("10.1/a"));
    QCOMPARE(doiOfWork(work("Walking after stroke", "Lima", 2020), {said[1], said[1]}), std::string()); // which?
    Record preprint = said[1];
    preprint.type = "preprint";
    preprint.doi = "10.1101/1";
    Record article = work("Walking after stroke", "Lima", 2020);
    article.type = "Journal Article";
    QCOMPARE(doiOfWork(article, {preprint}), std::string());
    QVERIFY(theWork(article, {}) == nullptr);
}

void FillingTest::recordsAreFoundByTitle()
{
    Shelf shelf({{1, {.title = "Walking after stroke"}},
                 {2, {.title = "Going home", .inCrossref = false}},
                 {3, {.title = "Running away"}},
                 {4, {.title = "Running away"}}});
    MUST(shelf.desk.import("a.ris",
                           {{.title = "Walking after stroke.", .year = 2021, .abstract = ""},
                            {.title = "Going home", .abstract = ""},
                            {.title = "Running away", .abstract = ""},
                            {.title = "Walking after stroke", .year = 2015, .abstract = ""},
                            {.title = "Walking after stroke", .author = "Silva, Rui", .abstract = ""},
                            {.title = "Walking", .abstract = ""}}));
    Filling filling(*shelf.desk.project);
    const auto plan = filling.plan(shelf.online, {});
    MUST(plan);
    QVERIFY(plan->troubles.isEmpty());
    QCOMPARE(plan->byTitle, 2);
    QCOMPARE(plan->lookedAt, 2);
    QCOMPARE(plan->without, 4);
    QCOMPARE(plan->byField(),
             (std::map<Field, qint64>{{Field::Abstract, 2}, {Field::Doi, 2}, {Field::Pmid, 2}, {Field::Pmcid, 2}}));
    QCOMPARE(shelf.record(1).doi, std::string()); // nothing is changed yet
    MUST(filling.fill(*plan, {}));
    QCOMPARE(shelf.record(1).doi, std::string("10.5555/1"));
    QCOMPARE(shelf.record(1).pmid, std::string("1"));
    QCOMPARE(shelf.record(1).abstract, std::string("An abstract."));
    QCOMPARE(filling.filled(shelf.desk.record(1))->at(Field::Doi), QStringLiteral("Crossref"));
    QCOMPARE(shelf.record(2).doi, std::string("10.5555/2"));
    QCOMPARE(filling.filled(shelf.desk.record(2))->at(Field::Pmid), QStringLiteral("Europe PMC"));
    for (int n = 3; n <= 6; ++n)
        QVERIFY(shelf.record(n).doi.empty() && shelf.record(n).pmid.empty() && shelf.record(n).abstract.empty());
    MUST(History(*shelf.desk.project).undo()); // all of it was one step
    QVERIFY(shelf.record(1).doi.empty() && shelf.record(2).pmid.empty() && shelf.record(1).abstract.empty());
    QCOMPARE(shelf.desk.faults(), QString());
}

void FillingTest::titlesOutliveAFault()
{
    Shelf shelf(std::map<qint64, FakeWork>{{1, {.title = "Walking after stroke"}}});
    MUST(shelf.desk.import("a.ris", {{.title = "Walking after stroke", .abstract = ""}}));
    shelf.library.fail("crossref");
    const auto plan = Filling(*shelf.desk.project).plan(shelf.online, {});
    MUST(plan);
    QCOMPARE(plan->troubles.size(), 1); // told once, though it was to be asked twice
    QVERIFY(plan->troubles[0].contains(QLatin1String("Crossref")));
    QCOMPARE(plan->byTitle, 1);
    QCOMPARE(plan->byField().at(Field::Pmid), 1);
}

WINNOW_TEST(FillingTest)

} // namespace suite_filling

#include "test_filling.moc"
