// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Shipped.h"
#include "project/AppraisalStudies.h"
#include "project/Sharing.h"
#include "support/Exchange.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_appraisals {

using namespace winnow;
using namespace winnow::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// "1=Yes 2=No" as answers or judgements, each with the same support.
std::map<QString, Said> saying(const char* text, const char* why = "")
{
    std::map<QString, Said> said;
    for (const QString& part : s(text).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        said[part.section(QLatin1Char('='), 0, 0)] = {part.section(QLatin1Char('='), 1), s(why), {}};
    return said;
}

const char* const allYes = "1=Yes 2=Yes 3=Yes 4=Yes 5=Yes 6=Yes 7=Yes 8=Yes 9=Yes 10=Yes";
const char* const oneNo = "1=Yes 2=Yes 3=No 4=Yes 5=Yes 6=Yes 7=Yes 8=Yes 9=Yes 10=Yes";

/// A review with three reports and SYRCLE's tool for the first of them.
struct Bias : Desk {
    Bias()
    {
        as("Ana");
        if (!import("a.ris", {{"One", "Lima, Ana", 2019}, {"Two", "Burt, Ben", 2018}, {"Three", "Cole, Cy", 2017}}))
            qFatal("no import");
        syrcle = Appraisals(*project).keep(*appraisal::findShipped(s("syrcle"))).value();
        rob2 = Appraisals(*project).keep(*appraisal::findShipped(s("rob2"))).value();
        id = Appraisals(*project).begin({record(1), syrcle, {}, {}}).value();
    }
    Appraisals use() { return Appraisals(*project); }
    AppraisalView see() { return use().view(id).value(); }
    Result<void> say(const char* who, const char* text, const char* why = "")
    {
        as(who);
        return use().say(id, saying(text, why));
    }
    /// Both have answered everything, and it is opened.
    void openBoth()
    {
        if (!say("Ana", allYes) || !say("Ben", oneNo) || !use().open(id))
            qFatal("not opened");
    }
    QString judged(const char* key)
    {
        const AppraisalView view = see();
        const auto instrument = use().instrument(view.appraisal.instrument).value();
        return outcomeOf(view, appraisal::Judge(instrument, view.appraisal.variant))
            .judged.outcome(s(key))
            ->judgement();
    }

    InstrumentId syrcle, rob2;
    AppraisalId id;
};

} // namespace

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
    void assigning();
    void manyStudiesAreOneStep();
    void whatCannotBeSaidIsLeftOut();
    void copyingBetweenOutcomes();
    void copyingToAnotherVersion();
    void designsOfStudies();
    void supportIsKeptWithItsQuotes();
    void survivesReopeningAndRepair();
    void bundlesCarryOnesOwn();
    void studiesAndTheirAssessments();
};

void AppraisalsTest::twoPeopleMeetInOneAppraisal()
{
    Bias desk;
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
    Bias desk;
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
    Bias desk;
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
    Bias desk;
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
    Bias desk;
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
    Bias desk;
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
    Bias desk;
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
    Bias ours;
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
    Bias desk;
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
    Bias desk;
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

void AppraisalsTest::assigning()
{
    Bias desk;
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

void AppraisalsTest::manyStudiesAreOneStep()
{
    Bias desk;
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

void AppraisalsTest::whatCannotBeSaidIsLeftOut()
{
    Bias desk;
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

void AppraisalsTest::copyingBetweenOutcomes()
{
    Bias desk;
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

void AppraisalsTest::copyingToAnotherVersion()
{
    Bias desk;
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
void AppraisalsTest::designsOfStudies()
{
    Bias desk;
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

void AppraisalsTest::supportIsKeptWithItsQuotes()
{
    Bias desk;
    const Said said{s("Yes"), s("Sealed “envelopes”\nof two kinds"), {{s("9f2c"), 3, s("120-188"), s("opaque")}}};
    MUST(desk.use().say(desk.id, {{s("3"), said}}));
    QVERIFY(desk.see().mine.answers[s("3")] == said);
    const auto trail = History(*desk.project).entries(0, 10'000).value();
    QCOMPARE(trail.back().kind, s("appraisal answer"));
    QVERIFY(trail.back().value.startsWith(s("3 = Yes: Sealed")));
    QVERIFY(trail.back().record == desk.record(1));
}

void AppraisalsTest::survivesReopeningAndRepair()
{
    Bias desk;
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
    Bias desk;
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

void AppraisalsTest::studiesAndTheirAssessments()
{
    Bias desk;
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

WINNOW_TEST(AppraisalsTest)

} // namespace suite_appraisals

#include "test_appraisals.moc"
