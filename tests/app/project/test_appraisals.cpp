// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/AppraisalDesk.h"

#include "project/Sharing.h"
#include "support/Exchange.h"
#include "support/Suite.h"

namespace suite_appraisals {

using namespace winnow;
using namespace winnow::test;
using namespace winnow::test::appraising;

class AppraisalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoPeopleMeetInOneAppraisal();
    void resultsAndStudies();
    void nothingOfBenReachesAna();
    void openingDisclosesAndFreezes();
    void openingWaitsForThoseAtWork();
    void overrulingNeedsAReason();
    void consensusAndReopening();
    void agreedTwiceInTwoCopies();
    void undoTakesOneStepBack();
    void whatDoesNotFitIsRefused();
    void supportIsKeptWithItsQuotes();
    void rangesAreReadAsPeopleWriteThem();
    void survivesReopeningAndRepair();
    void bundlesCarryOnesOwn();
};

void AppraisalsTest::twoPeopleMeetInOneAppraisal()
{
    AppraisalDesk desk;
    desk.as("Ben");
    MUST(Duplicates(*desk.project).judge(desk.record(1), desk.record(2), true));
    QCOMPARE(desk.use().keep(*appraisal::findShipped(s("syrcle"))).value(), desk.syrcle);
    QCOMPARE(desk.use().begin({desk.record(2), desk.syrcle, {}, {}}).value(), desk.id);
    QCOMPARE(desk.use().all()->size(), std::size_t(1));
    const Appraisals::Request death{desk.record(1), desk.rob2, s("adhering"), {{}, s("Death at  12 months"), {}, {}}};
    const Appraisals::Request again{desk.record(2), desk.rob2, s("Adhering"), {{}, s("death at 12 months"), {}, {}}};
    QCOMPARE(desk.use().begin(death).value(), desk.use().begin(again).value());
    QCOMPARE(desk.use().all()->size(), std::size_t(2));
}

void AppraisalsTest::resultsAndStudies()
{
    AppraisalDesk desk;
    MUST_FAIL(desk.use().begin({desk.record(1), desk.rob2, {}, {}}), ErrorCode::BadInput);
    MUST_FAIL(desk.use().begin({desk.record(1), desk.syrcle, {}, {{}, s("Death"), {}, {}}}), ErrorCode::BadInput);
    MUST_FAIL(desk.use().begin({desk.record(1), desk.rob2, s("paired"), {{}, s("Death"), {}, {}}}),
              ErrorCode::BadInput);
    MUST_FAIL(desk.use().begin({RecordId(999), desk.syrcle, {}, {}}), ErrorCode::UnknownRecord);
    MUST_FAIL(desk.use().begin({desk.record(1), InstrumentId(999), {}, {}}), ErrorCode::BadInput);
    const auto instruments = desk.use().instruments().value();
    QCOMPARE(instruments.size(), std::size_t(2));
    QCOMPARE(instruments[0].instrument, s("rob2"));
    QCOMPARE(instruments[0].version, s("2019-08-22"));
    MUST(Imports(*desk.project).takeBack(desk.project->review()->runs.front().id));
    QVERIFY(desk.use().all()->empty());
}

/// rules.md C1: neither through the view, nor through the log, nor to nobody.
void AppraisalsTest::nothingOfBenReachesAna()
{
    AppraisalDesk desk;
    MUST(desk.say("Ben", oneNo, "quagga"));
    for (const char* who : {"Ana", "Cara", static_cast<const char*>(nullptr)}) {
        desk.as(who);
        const AppraisalView view = desk.see();
        QVERIFY(view.state == AppraisalState::Blind);
        QVERIFY(view.mine.empty() && view.others.empty() && view.independent.empty());
        const auto trail = History(*desk.project).entries(0, 10'000).value();
        for (const LogEntry& entry : trail)
            QVERIFY(entry.kind != s("appraisal answer") && !entry.value.contains(s("quagga")));
    }
    desk.as("Ben");
    QCOMPARE(desk.see().mine.answers.size(), std::size_t(10));
    QCOMPARE(desk.judged("D3"), s("High"));
}

void AppraisalsTest::openingDisclosesAndFreezes()
{
    AppraisalDesk desk;
    desk.openBoth();
    desk.as("Ana");
    AppraisalView view = desk.see();
    QVERIFY(view.state == AppraisalState::Opened);
    QCOMPARE(view.others.size(), std::size_t(1));
    QCOMPARE(view.others[0].answers[s("3")].value, s("No"));
    MUST(desk.say("Ben", "3=Yes"));
    desk.as("Ana");
    view = desk.see();
    QCOMPARE(view.others[0].answers[s("3")].value, s("Yes"));
    QCOMPARE(view.independent.size(), std::size_t(2));
    QCOMPARE(view.independent[1].answers[s("3")].value, s("No"));
    desk.as("Ben"); // who opened it
    const auto trail = History(*desk.project).entries(0, 10'000).value();
    for (const LogEntry& entry : trail) {
        if (entry.kind == s("appraisal opened"))
            MUST_FAIL(History(*desk.project).undoStepOf(entry.id), ErrorCode::CannotBeUndone);
    }
}

void AppraisalsTest::openingWaitsForThoseAtWork()
{
    AppraisalDesk desk;
    MUST_FAIL(desk.use().open(desk.id), ErrorCode::BadInput);
    MUST(desk.say("Ana", allYes));
    MUST_FAIL(desk.use().open(desk.id), ErrorCode::BadInput);
    MUST(desk.say("Ben", "1=Yes"));
    MUST_FAIL(desk.use().open(desk.id), ErrorCode::BadInput);
    MUST(desk.say("Ben", allYes));
    MUST(desk.use().open(desk.id));
    MUST(desk.use().open(desk.id));
}

void AppraisalsTest::overrulingNeedsAReason()
{
    AppraisalDesk desk;
    MUST(desk.say("Ana", allYes));
    MUST_FAIL(desk.say("Ana", "D2=High"), ErrorCode::BadInput);
    QCOMPARE(desk.judged("D2"), s("Low"));
    MUST(desk.say("Ana", "D2=Low"));
    MUST(desk.say("Ana", "D2=High", "the groups differ in weight"));
    QCOMPARE(desk.judged("D2"), s("High"));
    MUST(desk.say("Ana", "D2="));
    QCOMPARE(desk.judged("D2"), s("Low"));
}

void AppraisalsTest::consensusAndReopening()
{
    AppraisalDesk desk;
    MUST_FAIL(desk.use().settle(desk.id, saying(allYes)), ErrorCode::NotInConflict);
    desk.openBoth();
    MUST_FAIL(desk.use().settle(desk.id, saying("1=Yes D1=High")), ErrorCode::BadInput);
    MUST(desk.use().settle(desk.id, saying(oneNo, "as discussed")));
    QVERIFY(desk.see().state == AppraisalState::Settled);
    QCOMPARE(desk.judged("D3"), s("High"));
    QVERIFY(desk.see().consensus.answers[s("3")].why == s("as discussed"));
    MUST(desk.say("Ana", "4=Unclear"));
    QVERIFY(desk.see().state == AppraisalState::Reopened);
    MUST(History(*desk.project).undo());
    QVERIFY(desk.see().state == AppraisalState::Settled);
    MUST(desk.say("Ana", "4=Unclear"));
    MUST(desk.use().settle(desk.id, saying("4=Unclear")));
    QVERIFY(desk.see().state == AppraisalState::Settled);
    QCOMPARE(desk.judged("D4"), s("Unclear"));
    QCOMPARE(desk.judged("D3"), s("High"));
}

/// rules.md B6: never the later one silently.
void AppraisalsTest::agreedTwiceInTwoCopies()
{
    AppraisalDesk ours;
    ours.openBoth();
    MUST(ours.project->store().backupTo(ours.path("other.winnow")));
    auto other = Project::open(ours.path("other.winnow"), Project::Access::Write, ours.clock);
    MUST(other);
    (*other)->setMe((*other)->review()->reviewer(s("Ben"))->id);
    MUST(Appraisals(**other).settle(ours.id, saying("3=No")));
    ours.as("Ana");
    MUST(ours.use().settle(ours.id, saying("3=Yes")));
    MUST(bring(*ours.project, changesOf(**other)));
    QVERIFY(ours.see().state == AppraisalState::DecidedTwice);
    QCOMPARE(ours.see().clashing, QStringList{s("3")});
    MUST(ours.use().settle(ours.id, saying("3=Unclear")));
    QVERIFY(ours.see().state == AppraisalState::Settled);
    MUST(bring(**other, changesOf(*ours.project)));
    const AppraisalView seen = Appraisals(**other).view(ours.id).value();
    QVERIFY(seen.state == AppraisalState::Settled);
    QCOMPARE(seen.consensus.answers.at(s("3")).value, s("Unclear"));
}

void AppraisalsTest::undoTakesOneStepBack()
{
    AppraisalDesk desk;
    MUST(desk.say("Ana", "1=Yes"));
    MUST(desk.say("Ana", "1=No 2=Yes"));
    MUST(History(*desk.project).undo());
    QCOMPARE(desk.see().mine.answers.size(), std::size_t(1));
    QCOMPARE(desk.see().mine.answers[s("1")].value, s("Yes"));
    MUST(History(*desk.project).redo());
    QCOMPARE(desk.see().mine.answers[s("1")].value, s("No"));
    MUST(desk.say("Ben", "1=Yes"));
    MUST(History(*desk.project).undo());
    QVERIFY(desk.see().mine.empty());
    desk.as("Ana");
    QCOMPARE(desk.see().mine.answers.size(), std::size_t(2));
}

void AppraisalsTest::whatDoesNotFitIsRefused()
{
    AppraisalDesk desk;
    MUST_FAIL(desk.say("Ana", "99=Yes"), ErrorCode::BadInput);
    MUST_FAIL(desk.say("Ana", "1=Perhaps"), ErrorCode::BadInput);
    MUST_FAIL(desk.say("Ana", "D1=Medium"), ErrorCode::BadInput);
    MUST_FAIL(desk.use().say(AppraisalId(12345), saying("1=Yes")), ErrorCode::BadInput);
    MUST_FAIL(desk.use().view(AppraisalId(12345)), ErrorCode::BadInput);
    QVERIFY(desk.see().mine.empty());
    appraisal::Instrument broken = *appraisal::findShipped(s("syrcle"));
    broken.domains[0].scale = s("nowhere");
    MUST_FAIL(desk.use().keep(broken), ErrorCode::BadInput);
    desk.as(nullptr);
    MUST_FAIL(desk.use().say(desk.id, saying("1=Yes")), ErrorCode::UnknownReviewer);
}

void AppraisalsTest::supportIsKeptWithItsQuotes()
{
    AppraisalDesk desk;
    const Said said{s("Yes"), s("Sealed “envelopes”\nof two kinds"), {{s("9f2c"), 3, s("120-188"), s("opaque")}}};
    MUST(desk.use().say(desk.id, {{s("3"), said}}));
    QVERIFY(desk.see().mine.answers[s("3")] == said);
    const auto trail = History(*desk.project).entries(0, 10'000).value();
    QCOMPARE(trail.back().kind, s("appraisal answer"));
    QVERIFY(trail.back().value.startsWith(s("3 = Yes: Sealed")));
    QVERIFY(trail.back().record == desk.record(1));
}

void AppraisalsTest::rangesAreReadAsPeopleWriteThem()
{
    QCOMPARE(rangeSaid(s("120-188")), std::optional(s("120-188")));
    QCOMPARE(rangeSaid(s(" 120 – 188 ")), std::optional(s("120-188")));
    QCOMPARE(rangeSaid(s("7-7")), std::optional(s("7-7")));
    QCOMPARE(rangeSaid(s(" ")), std::optional(QString()));
    for (const char* wrong : {"188-120", "0-5", "120", "a-b", "-5", "1-2-3", "12345678901-12345678902"})
        QVERIFY2(!rangeSaid(s(wrong)), wrong);
}

void AppraisalsTest::survivesReopeningAndRepair()
{
    AppraisalDesk desk;
    desk.openBoth();
    MUST(desk.use().settle(desk.id, saying(oneNo)));
    desk.reopen();
    desk.as("Ana");
    QVERIFY(desk.see().state == AppraisalState::Settled);
    QCOMPARE(desk.see().others.size(), std::size_t(1));
    QCOMPARE(desk.faults(), QString());
}

/// A bundle of Ana's has what she said, and nothing of what Ben did in the same copy.
void AppraisalsTest::bundlesCarryOnesOwn()
{
    AppraisalDesk desk;
    MUST(desk.project->store().backupTo(desk.path("other.winnow")));
    MUST(desk.say("Ana", allYes, "zebra"));
    MUST(desk.say("Ben", oneNo, "quagga"));
    desk.as("Ana");
    const QString file = desk.path("ana.winnowz");
    MUST(Sharing(*desk.project).sendWork(file, {}, false));
    auto other = Project::open(desk.path("other.winnow"), Project::Access::Write, desk.clock);
    MUST(other);
    MUST(Sharing(**other).bringIn(file, {}));
    const auto seenBy = [&](const char* who) {
        (*other)->setMe((*other)->review()->reviewer(s(who))->id);
        return Appraisals(**other).view(desk.id).value();
    };
    QCOMPARE(seenBy("Ana").mine.answers.size(), std::size_t(10));
    QVERIFY(seenBy("Ben").mine.empty());
    QVERIFY(seenBy("Ben").others.empty());
    const auto trail = History(**other).entries(0, 10'000).value();
    for (const LogEntry& entry : trail)
        QVERIFY(!entry.value.contains(s("zebra")));
}

WINNOW_TEST(AppraisalsTest)

} // namespace suite_appraisals

#include "test_appraisals.moc"
