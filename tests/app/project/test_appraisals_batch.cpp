// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/AppraisalDesk.h"

#include "project/AppraisalStudies.h"
#include "support/Suite.h"

namespace suite_appraisals_batch {

using namespace winnow;
using namespace winnow::test;
using namespace winnow::test::appraising;

class AppraisalsBatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void assigning();
    void manyStudiesAreOneStep();
    void whatCannotBeSaidIsLeftOut();
    void copyingBetweenOutcomes();
    void copyingToAnotherVersion();
    void designsOfStudies();
    void studiesAndTheirAssessments();
};

void AppraisalsBatchTest::assigning()
{
    AppraisalDesk desk;
    const ReviewerId ben = desk.person("Ben"), cara = desk.person("Cara");
    MUST(desk.use().assign({desk.id}, {ben, cara}));
    QCOMPARE(desk.see().appraisal.appraisers.size(), std::size_t(2));
    MUST(desk.use().assign({desk.id}, {cara}));
    QCOMPARE(desk.see().appraisal.appraisers, std::vector<ReviewerId>{cara});
    MUST_FAIL(desk.say("Ben", "1=Yes"), ErrorCode::BadInput);
    QVERIFY(desk.say("Ben", "1=Yes").error().detail.contains(s("Cara")));
    MUST_FAIL(desk.use().assign({desk.id}, {ben}), ErrorCode::LeadOnly);
    // Both who were given it have to be done, whoever else is.
    desk.as("Ana");
    MUST(desk.use().assign({desk.id}, {}));
    MUST(desk.say("Ana", allYes));
    MUST(desk.say("Ben", oneNo));
    desk.as("Ana");
    MUST(desk.use().assign({desk.id}, {ben, cara}));
    MUST_FAIL(desk.use().open(desk.id), ErrorCode::BadInput);
    MUST(desk.say("Cara", allYes));
    MUST(desk.use().open(desk.id));
}

void AppraisalsBatchTest::manyStudiesAreOneStep()
{
    AppraisalDesk desk;
    const Appraisals::Batch batch{
        desk.syrcle,
        {},
        {},
        {{desk.record(1), saying("1=Yes 2=No")}, {desk.record(2), saying("1=No")}, {RecordId(999), {}}}};
    const auto done = desk.use().sayAll(batch).value();
    QCOMPARE(done.applied, 3);
    QCOMPARE(done.appraisals.size(), std::size_t(2));
    QCOMPARE(done.refused.size(), std::size_t(1));
    QCOMPARE(done.refused[0].study, std::size_t(2));
    QCOMPARE(done.refused[0].error.code, ErrorCode::UnknownRecord);
    QCOMPARE(desk.use().all()->size(), std::size_t(2));
    MUST(History(*desk.project).undo());
    QVERIFY(desk.see().mine.empty());
    QCOMPARE(desk.use().all()->size(), std::size_t(1)); // the second one was begun by it
    MUST(History(*desk.project).redo());
    QCOMPARE(desk.see().mine.answers.size(), std::size_t(2));
    QCOMPARE(desk.faults(), QString());
}

void AppraisalsBatchTest::whatCannotBeSaidIsLeftOut()
{
    AppraisalDesk desk;
    auto said = saying("1=Yes 2=Perhaps 99=No");
    said[s("D1")] = {s("High"), {}, {}}; // against the proposal, without a reason
    auto done = desk.use().sayAll({desk.syrcle, {}, {}, {{desk.record(1), said}}}).value();
    QCOMPARE(done.applied, 1);
    QStringList keys;
    for (const auto& refused : done.refused)
        keys << refused.key;
    keys.sort();
    QCOMPARE(keys, (QStringList{s("2"), s("99"), s("D1")}));
    // Agreed on before it is opened: nothing of it counts.
    done = desk.use().sayAll({desk.syrcle, {}, {}, {{desk.record(1), saying("1=Yes")}}, true}).value();
    QCOMPARE(done.applied, 0);
    QCOMPARE(done.refused[0].error.code, ErrorCode::NotInConflict);
}

void AppraisalsBatchTest::copyingBetweenOutcomes()
{
    AppraisalDesk desk;
    const auto result = [&](const char* outcome) {
        return desk.use().begin({desk.record(1), desk.rob2, {}, {.outcome = s(outcome)}}).value();
    };
    const AppraisalId relapse = result("Relapse"), death = result("Death");
    auto said = saying("1.1=Y 1.2=Y 1.3=N 4.1=N", "as registered");
    said[s("1.1")].quotes = {{{}, 3, {}, s("by computer")}};
    said[s("D1")] = {s("Some concerns"), s("the list was open"), {}};
    MUST(desk.use().say(relapse, said));
    MUST(desk.use().say(death, saying("1.2=PN")));
    QCOMPARE(desk.use().copy(relapse, death, s("D1"))->said, 3);
    auto mine = desk.use().view(death).value().mine;
    QCOMPARE(mine.answers[s("1.2")].value, s("PN")); // was said before
    QVERIFY(mine.answers[s("1.1")] == said[s("1.1")]);
    QCOMPARE(mine.judgements[s("D1")].why, s("the list was open"));
    QVERIFY(!mine.answers.contains(s("4.1")));
    QCOMPARE(desk.use().copy(relapse, death)->said, 1);
    MUST(History(*desk.project).undo());
    QVERIFY(!desk.use().view(death).value().mine.answers.contains(s("4.1")));
    // What others have said stays with them.
    desk.as("Ben");
    QCOMPARE(desk.use().copy(relapse, death)->said, 0);
    MUST_FAIL(desk.use().copy(relapse, AppraisalId(4711)), ErrorCode::BadInput);
}

void AppraisalsBatchTest::copyingToAnotherVersion()
{
    AppraisalDesk desk;
    MUST(desk.say("Ana", "1=Yes 2=No"));
    appraisal::Instrument next = *appraisal::findShipped(s("syrcle"));
    next.version = s("next");
    next.domains.erase(next.domains.begin() + 1);
    const InstrumentId kept = desk.use().keep(next).value();
    const AppraisalId to = desk.use().begin({desk.record(1), kept, {}, {}}).value();
    const auto copied = desk.use().copy(desk.id, to).value();
    QCOMPARE(copied.said, 1);
    QCOMPARE(copied.lost.size(), std::size_t(1));
    QCOMPARE(appraisal::sentence(copied.lost[0]), s("2 = No: the item is no longer there"));
}

/// rules.md G1.
void AppraisalsBatchTest::designsOfStudies()
{
    AppraisalDesk desk;
    const auto designNow = [&] { return studiesToAppraise(*desk.project).value().front().design; };
    QCOMPARE(designNow(), QString());
    MUST(setDesigns(*desk.project, {{desk.record(1), s(" Cohort ")}}));
    QCOMPARE(designNow(), s("cohort"));
    MUST(Duplicates(*desk.project).link(desk.record(1), desk.record(2)));
    MUST(setDesigns(*desk.project, {{desk.record(2), s("randomised")}}));
    QCOMPARE(designNow(), s("randomised")); // of the study, by whatever report
    MUST(History(*desk.project).undo());
    QCOMPARE(designNow(), s("cohort"));
    MUST(setDesigns(*desk.project, {{desk.record(2), {}}}));
    QCOMPARE(designNow(), QString());
    MUST_FAIL(setDesigns(*desk.project, {{RecordId(999), s("cohort")}}), ErrorCode::UnknownRecord);
    QCOMPARE(desk.faults(), QString());
    const auto trail = History(*desk.project).entries(0, 10'000).value();
    QCOMPARE(trail.back().kind, s("appraisal design"));
}

void AppraisalsBatchTest::studiesAndTheirAssessments()
{
    AppraisalDesk desk;
    auto studies = studiesToAppraise(*desk.project).value();
    QCOMPARE(studies.size(), std::size_t(1)); // nothing is included, one is assessed all the same
    QVERIFY(!studies[0].included);
    QCOMPARE(studies[0].year, 2019);
    QCOMPARE(studies[0].appraisals, std::vector<AppraisalId>{desk.id});
    MUST(Duplicates(*desk.project).link(desk.record(1), desk.record(2)));
    const Appraisals::Request death{desk.record(2), desk.rob2, {}, {{}, s("Death"), {}, {}}};
    const AppraisalId second = desk.use().begin(death).value();
    studies = studiesToAppraise(*desk.project).value();
    QCOMPARE(studies.size(), std::size_t(1));
    QCOMPARE(studies[0].appraisals, (std::vector<AppraisalId>{desk.id, second}));
    const auto views = desk.use().views().value();
    QCOMPARE(views.size(), std::size_t(2));
    QCOMPARE(views[0].appraisal.id, desk.id);
}

WINNOW_TEST(AppraisalsBatchTest)

} // namespace suite_appraisals_batch

#include "test_appraisals_batch.moc"
