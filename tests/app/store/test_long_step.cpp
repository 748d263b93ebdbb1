// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Sharing.h"
#include "store/LongStep.h"
#include "store/Rebuild.h"
#include "store/Undo.h"
#include "support/Copies.h"
#include "support/NaiveCounts.h"
#include "support/Suite.h"

namespace suite_long_step {

using namespace winnow;
using namespace winnow::test;
using store::ChangeId;
using store::Edit;
using store::LongStep;
using store::WriteScope;

namespace {

Result<void> onLane(Project& project, const store::WriteWork& work)
{
    const auto written = project.store().write(store::Priority::Portion, work);
    return written ? Result<void>() : Result<void>(Failure(written.error()));
}

Result<LongStep> begin(Project& project, ReviewerId by, qint64 room, ChangeId undoes = {})
{
    LongStep step;
    const auto begun = onLane(project, [&](WriteScope& scope) -> Result<void> {
        step = store::beginLongStep(scope, by, room, {}, undoes);
        return {};
    });
    return begun ? Result<LongStep>(step) : Result<LongStep>(Failure(begun.error()));
}

Result<void> add(Project& project, LongStep& step, const std::vector<Edit>& edits)
{
    return onLane(project, [&](WriteScope& scope) -> Result<void> {
        store::addToLongStep(scope, step, edits);
        return {};
    });
}

Result<void> count(Project& project, ChangeId step)
{
    return onLane(project, [step](WriteScope& scope) -> Result<void> {
        store::countLongStep(scope, step);
        return {};
    });
}

Result<void> giveUp(Project& project, ChangeId step)
{
    return onLane(project, [step](WriteScope& scope) -> Result<void> {
        store::giveUpLongStep(scope, step);
        return {};
    });
}

/// One change more; false at the end.
Result<bool> advance(Project& project, ChangeId step)
{
    bool more = false;
    const auto done = onLane(project, [&](WriteScope& scope) -> Result<void> {
        more = store::advanceLongStep(scope, step, 1);
        return {};
    });
    return done ? Result<bool>(more) : Result<bool>(Failure(done.error()));
}

Result<void> advanceAll(Project& project, ChangeId step)
{
    for (;;) {
        const auto more = advance(project, step);
        if (!more || !*more)
            return more ? Result<void>() : Result<void>(Failure(more.error()));
    }
}

Result<void> checked(Project& project, store::UndoPlan& plan)
{
    return onLane(project, [&](WriteScope& scope) { return plan.check(scope.db(), scope.replicas()); });
}

/// The next change of what undoes a step; none at the end.
Result<std::vector<Edit>> planned(Project& project, store::UndoPlan& plan)
{
    std::vector<Edit> edits;
    const auto done = onLane(project, [&](WriteScope& scope) -> Result<void> {
        while (edits.empty() && !plan.complete()) {
            auto next = plan.next(scope.db(), scope.replicas(), 1);
            if (!next)
                return Failure(next.error());
            edits = std::move(*next);
        }
        return {};
    });
    return done ? Result<std::vector<Edit>>(edits) : Result<std::vector<Edit>>(Failure(done.error()));
}

Edit join(Project& project, RecordId a, RecordId b)
{
    return store::pairEdit(*project.store().catalog(), store::ChangeKind::PairAuto, a.value, b.value, qint64(1));
}

/// Joins of neighbours, so that clusters grow while the step is folded.
std::vector<Edit> joins(Project& project)
{
    const auto all = Records(project).all();
    std::vector<Edit> edits;
    for (size_t i = 0; all && i + 1 < all->size(); ++i)
        edits.push_back(join(project, (*all)[i], (*all)[i + 1]));
    return edits;
}

Lines derived(Project& project)
{
    store::Database db(project.path(), store::Database::Mode::ReadWrite);
    return store::derivedLines(db);
}

qint64 unfinished(Project& project)
{
    return store::Database(project.path(), store::Database::Mode::ReadWrite).number("SELECT count(*) FROM long_step");
}

QString kindToUndo(Project& project)
{
    const auto next = History(project).nextToUndo();
    return next ? next->kind : QString();
}

} // namespace

/// A step that is written and folded change by change, with others' and own work between: whole for all who look at
/// steps, right at every moment, and without a trace when it is given up.
class LongStepTest : public QObject {
    Q_OBJECT

private:
    static void seeds(quint32 first, int n)
    {
        QTest::addColumn<quint32>("seed");
        const int wanted = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = first; seed < first + quint32(wanted ? wanted : n); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

private Q_SLOTS:
    void itIsOneStep()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
        Project& project = *desk.project;
        auto step = begin(project, desk.person("Ana"), 5);
        MUST(step);
        const auto edits = joins(project);
        QCOMPARE(edits.size(), size_t(2));
        MUST(add(project, *step, {edits[0]}));
        MUST(desk.vote(Stage::Title, desk.record(3), Verdict::Include)); // between, by the same person
        MUST(add(project, *step, {edits[1]}));
        QCOMPARE(Records(project).reports()->size(), size_t(3)); // it does not count yet
        MUST(count(project, step->id));
        MUST(advance(project, step->id));
        QCOMPARE(Records(project).reports()->size(), size_t(2)); // half of it is folded in
        QCOMPARE(kindToUndo(project), QStringLiteral("vote")); // but there is no such step yet
        const auto log = History(project).entries(0, 1000);
        MUST(log);
        const QString half = log->back().kind == QLatin1String("join") ? log->back().id : log->at(log->size() - 2).id;
        MUST_FAIL(History(project).undoStepOf(half), ErrorCode::StepUnfinished);
        MUST(advanceAll(project, step->id));
        QCOMPARE(Records(project).reports()->size(), size_t(1));
        QCOMPARE(unfinished(project), 0);
        QCOMPARE(desk.faults(), QString());
        // The vote is later than all of the step, though it was cast in the middle of it.
        const auto vote = History(project).undo();
        MUST(vote);
        QCOMPARE(vote->kind, QStringLiteral("vote"));
        const auto joined = History(project).undo();
        MUST(joined);
        QCOMPARE(joined->kind, QStringLiteral("join"));
        QCOMPARE(joined->changes, 2);
        QCOMPARE(Records(project).reports()->size(), size_t(3));
        MUST(History(project).redo());
        QCOMPARE(Records(project).reports()->size(), size_t(1));
        QCOMPARE(desk.faults(), QString());
    }

    void itTravelsWhole()
    {
        Copies copies(2, 5, Desk::newReview(1, 1));
        Project& here = *copies.all[0].project;
        Project& there = *copies.all[1].project;
        const ReviewerId ana = here.review()->reviewer(u"Ana")->id;
        here.setMe(ana);
        there.setMe(there.review()->reviewer(u"Ben")->id);
        MUST(copies.all[0].history->import(0));
        MUST(copies.all[1].history->import(0));
        const size_t all = Records(there).reports()->size();
        auto step = begin(here, ana, 9);
        MUST(step);
        MUST(add(here, *step, joins(here)));
        MUST(count(here, step->id));
        MUST(advance(here, step->id));
        const QString file = copies.dir.filePath(QStringLiteral("half.winnowz"));
        MUST(Sharing(here).sendWork(file, {}));
        MUST(Sharing(there).bringIn(file, {}));
        QCOMPARE(Records(there).reports()->size(), all);
        MUST(advanceAll(here, step->id));
        const QString whole = copies.dir.filePath(QStringLiteral("whole.winnowz"));
        MUST(Sharing(here).sendWork(whole, {}));
        MUST(Sharing(there).bringIn(whole, {}));
        QCOMPARE(Records(there).reports()->size(), size_t(1));
        QCOMPARE(Sharing(here).checkCode().value(), Sharing(there).checkCode().value());
    }

    void aClockYearsAheadIsPassed()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        Project& project = *desk.project;
        desk.clock.advance(3LL * 365 * 24 * 3600 * 1000);
        MUST(Duplicates(project).judge(desk.record(1), desk.record(2), false));
        desk.clock.advance(-3LL * 365 * 24 * 3600 * 1000);
        LongStep step;
        MUST(onLane(project, [&](WriteScope& scope) -> Result<void> {
            step = store::beginLongStep(scope, desk.person("Ana"), 1, {desk.record(1).value}, {});
            return {};
        }));
        MUST(add(project, step,
                 {store::pairEdit(*project.store().catalog(), store::ChangeKind::PairJudged, desk.record(1).value,
                                  desk.record(2).value, qint64(1))}));
        MUST(count(project, step.id));
        MUST(advanceAll(project, step.id));
        QCOMPARE(Records(project).reports()->size(), size_t(1)); // the later word stands
    }

    void workGoesBetween_data() { seeds(1, 25); }
    void workGoesBetween()
    {
        QFETCH(quint32, seed);
        Copies copies(1, seed + 40000, Desk::newReview(1 + int(seed % 2), 1));
        Project& project = *copies.all[0].project;
        copies.act(0, 12);
        const ReviewerId ana = project.review()->reviewer(u"Ana")->id;
        const auto edits = joins(project);
        auto step = begin(project, ana, qint64(edits.size()) + 3);
        MUST(step);
        for (const Edit& edit : edits) {
            MUST(add(project, *step, {edit}));
            copies.act(0, 1);
        }
        MUST(count(project, step->id));
        for (bool more = true; more;) {
            copies.act(0, 1);
            const auto next = advance(project, step->id);
            MUST(next);
            more = *next;
            const QStringList wrong = naiveDifferences(project.path());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n')) + copies.story()));
        }
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        QCOMPARE(faultsOf(project), QString());
        QCOMPARE(unfinished(project), 0);
        if (edits.empty())
            return;
        // And the way back, as slowly. A slot that somebody else has taken since stops it, and then nothing of it
        // stays.
        store::UndoPlan plan(ana, step->id);
        MUST(checked(project, plan));
        auto back = begin(project, ana, qint64(edits.size()), step->id);
        MUST(back);
        bool held = false;
        for (bool more = true; more && !held;) {
            const auto some = planned(project, plan);
            held = !some;
            more = some && !some->empty();
            if (more)
                MUST(add(project, *back, *some));
            copies.act(0, 1);
        }
        if (!held)
            MUST(count(project, back->id));
        for (bool more = true; more;) {
            copies.act(0, 1);
            const auto next = advance(project, back->id);
            MUST(next);
            more = *next;
            QCOMPARE(naiveDifferences(project.path()), QStringList());
        }
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        QCOMPARE(faultsOf(project), QString());
        QCOMPARE(unfinished(project), 0);
    }

    void undoneAndRedoneItIsAsItWas_data() { seeds(500, 20); }
    void undoneAndRedoneItIsAsItWas()
    {
        QFETCH(quint32, seed);
        Copies copies(1, seed, Desk::newReview(2, 1));
        Project& project = *copies.all[0].project;
        copies.act(0, 14);
        const ReviewerId ana = project.review()->reviewer(u"Ana")->id;
        project.setMe(ana);
        const auto edits = joins(project);
        if (edits.empty())
            return;
        const Lines before = standingValues(project.path());
        auto step = begin(project, ana, qint64(edits.size()));
        MUST(step);
        MUST(add(project, *step, edits));
        MUST(count(project, step->id));
        MUST(advanceAll(project, step->id));
        const Lines with = standingValues(project.path());
        ChangeId last = step->id;
        for (int i = 0; i < 3; ++i) {
            const Lines& wanted = i == 1 ? with : before;
            store::UndoPlan plan(ana, last);
            MUST(checked(project, plan));
            auto turn = begin(project, ana, qint64(edits.size()), last);
            MUST(turn);
            for (;;) {
                const auto some = planned(project, plan);
                MUST(some);
                if (some->empty())
                    break;
                MUST(add(project, *turn, *some));
            }
            MUST(count(project, turn->id));
            MUST(advanceAll(project, turn->id));
            QCOMPARE(difference(wanted, standingValues(project.path())), QString());
            last = i == 0 ? turn->id : step->id; // a redo undoes the undo; undone again is the step itself
        }
        QCOMPARE(faultsOf(project), QString());
    }

    void givenUpItLeavesNoTrace_data() { seeds(900, 20); }
    void givenUpItLeavesNoTrace()
    {
        QFETCH(quint32, seed);
        Copies copies(1, seed, Desk::newReview(2, 1));
        Project& project = *copies.all[0].project;
        copies.act(0, 14);
        const ReviewerId ana = project.review()->reviewer(u"Ana")->id;
        const auto edits = joins(project);
        const Lines before = derived(project);
        const qint64 size = logSize(project);
        const auto code = Sharing(project).checkCode();
        auto step = begin(project, ana, qint64(edits.size()) + 1);
        MUST(step);
        MUST(add(project, *step, edits));
        if (seed % 3) {
            MUST(count(project, step->id));
            for (quint32 n = 0; n < seed % 5 && n < edits.size(); ++n)
                MUST(advance(project, step->id));
        }
        MUST(giveUp(project, step->id));
        MUST(advanceAll(project, step->id));
        QCOMPARE(difference(before, derived(project)), QString());
        QCOMPARE(logSize(project), size);
        QCOMPARE(Sharing(project).checkCode().value(), code.value());
        QCOMPARE(unfinished(project), 0);
        QCOMPARE(faultsOf(project), QString());
    }
};

WINNOW_TEST(LongStepTest)

} // namespace suite_long_step

#include "test_long_step.moc"
