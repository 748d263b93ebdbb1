// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Copies.h"
#include "support/Suite.h"

namespace suite_undo {

using namespace winnow;
using namespace winnow::test;

namespace {

const std::vector<Entry> three{{"One"}, {"Two"}, {"Three"}};
constexpr Stage title = Stage::Title;

} // namespace

/// The way back, case by case.
class UndoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToUndo()
    {
        Desk desk;
        desk.as("Ben");
        MUST_FAIL(History(*desk.project).undo(), ErrorCode::NothingToUndo);
        MUST_FAIL(History(*desk.project).redo(), ErrorCode::NothingToUndo);
    }

    void theFirstStepOfAProjectStays()
    {
        Desk desk;
        desk.as("Ana");
        MUST_FAIL(History(*desk.project).undo(), ErrorCode::NothingToUndo);
        const auto entries = History(*desk.project).entries(0, 1);
        MUST(entries);
        MUST_FAIL(History(*desk.project).undoStepOf(entries->front().id), ErrorCode::CannotBeUndone);
        QCOMPARE(desk.project->review()->reviewers.size(), size_t(3));
    }

    /// What somebody changed of themselves is a step like any other; only that they came to be stays.
    void anOwnNameAndRoleComeBack()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", three));
        Reviewer me = *desk.project->review()->reviewer(desk.project->me());
        const Reviewer before = me;
        me.name = QStringLiteral("Anna");
        me.roles = Role::Reviewer;
        MUST(Setup(*desk.project).editReviewer(me));
        const auto standing = [&] { return *desk.project->review()->reviewer(desk.project->me()); };
        MUST(History(*desk.project).undo());
        QCOMPARE(standing(), before);
        QCOMPARE(Records(*desk.project).all()->size(), three.size()); // the import before it stands
        MUST(History(*desk.project).redo());
        QCOMPARE(standing(), me);
    }

    /// One vote stands, a later one on the twin was taken back: joined, they have the one that stands.
    void aVoteTakenBackHidesNoneOfATwin()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", three));
        MUST(desk.vote(title, desk.record(1), Verdict::Exclude, "Wrong topic"));
        MUST(desk.vote(title, desk.record(2), Verdict::Include));
        MUST(History(*desk.project).undo());
        MUST(Duplicates(*desk.project).judge(desk.record(1), desk.record(2), true));
        QVERIFY(desk.place(desk.record(1)) == Place::TitleExcluded);
        QVERIFY(Screening(*desk.project, title).myVotes()->begin()->second.verdict == Verdict::Exclude);
        QCOMPARE(desk.faults(), QString());
    }

    void anEditorsUndo()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", three));
        const RecordId one = desk.record(1);
        Screening screening(*desk.project, title);
        History history(*desk.project);
        const auto vote = [&] { return (*screening.myVotes())[one.value].verdict; };
        MUST(desk.vote(title, one, Verdict::Include));
        MUST(desk.vote(title, one, Verdict::Exclude));
        MUST(history.undo());
        QCOMPARE(vote(), Verdict::Include);
        const auto undone = history.undo();
        MUST(undone);
        QCOMPARE(undone->kind, QStringLiteral("vote"));
        QCOMPARE(undone->record, one);
        QCOMPARE(undone->changes, 1);
        QCOMPARE(vote(), Verdict::None);
        QCOMPARE(desk.place(one), Place::AwaitingScreening);
        MUST(history.redo());
        QCOMPARE(vote(), Verdict::Include);
        MUST(history.redo());
        QCOMPARE(vote(), Verdict::Exclude);
        MUST_FAIL(history.redo(), ErrorCode::NothingToUndo);
        MUST(history.undo());
        MUST(desk.vote(title, one, Verdict::Maybe)); // closes the way forward
        MUST_FAIL(history.redo(), ErrorCode::NothingToUndo);
        MUST(history.undo());
        QCOMPARE(vote(), Verdict::Include);
    }

    void theNextStepIsToldBeforeItIsTaken()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", three));
        const RecordId two = desk.record(2);
        MUST(desk.vote(title, two, Verdict::Exclude, "Wrong topic"));
        History history(*desk.project);
        const auto next = history.nextToUndo();
        MUST(next);
        QCOMPARE(next->kind, QStringLiteral("vote"));
        QCOMPARE(next->record, two);
        QCOMPARE(next->stage, std::optional(title));
        QCOMPARE(next->changes, 1);
        MUST_FAIL(history.nextToRedo(), ErrorCode::NothingToUndo);
        const auto undone = history.undo([&](const History::Step& step) { return step == *next; });
        MUST(undone);
        QCOMPARE(*undone, *next);
        const auto forward = history.nextToRedo();
        MUST(forward);
        QCOMPARE(forward->kind, QStringLiteral("vote"));
        QCOMPARE(forward->record, two);
        const auto import = history.nextToUndo();
        MUST(import);
        QCOMPARE(import->kind, QStringLiteral("import")); // not the source that came with it
        QCOMPARE(import->stage, std::optional<Stage>());
    }

    void aStepThatIsNotAcceptedStands()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", three));
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        const size_t changes = History(*desk.project).entries(0, 1000)->size();
        const auto refused
            = History(*desk.project).undo([](const History::Step& step) { return step.kind != QLatin1String("vote"); });
        MUST_FAIL(refused, ErrorCode::StepElsewhere);
        QCOMPARE(refused.error().context, QStringLiteral("vote"));
        QCOMPARE(History(*desk.project).entries(0, 1000)->size(), changes);
        QCOMPARE((*Screening(*desk.project, title).myVotes())[desk.record(1).value].verdict, Verdict::Include);
        MUST(History(*desk.project).undo());
        const auto notAgain = History(*desk.project).redo([](const History::Step&) { return false; });
        MUST_FAIL(notAgain, ErrorCode::StepElsewhere);
    }

    void anotherPersonsWorkIsLeftAlone()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", three));
        const RecordId one = desk.record(1);
        MUST(desk.vote(title, one, Verdict::Include));
        Reports reports(*desk.project);
        const Reports::RetrievalRequest asked{one, {Retrieval::Requested, QStringLiteral("library"), {}}};
        MUST(reports.setRetrieval({&asked, 1}));
        desk.as("Ben");
        const Reports::RetrievalRequest given{one, {Retrieval::Received, {}, {}}};
        MUST(reports.setRetrieval({&given, 1}));
        desk.as("Ana");
        MUST_FAIL(History(*desk.project).undo(), ErrorCode::HeldByAnother);
        QCOMPARE(reports.retrieval(one)->state, Retrieval::Received);
        desk.as("Ben");
        MUST(History(*desk.project).undo());
        QCOMPARE(reports.retrieval(one)->state, Retrieval::Requested);
        QCOMPARE(reports.retrieval(one)->note, QStringLiteral("library"));
        desk.as("Ana");
        MUST(History(*desk.project).undo());
        QCOMPARE(reports.retrieval(one)->state, Retrieval::Sought);
        // Ben's way forward leads to a state that Ana has left since.
        desk.as("Ben");
        MUST_FAIL(History(*desk.project).redo(), ErrorCode::HeldByAnother);
    }

    void aStepOfSomebodyElseIsRefused()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", three));
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        const auto entries = History(*desk.project).entries(0, 1000);
        MUST(entries);
        const QString id = entries->back().id;
        desk.as("Ben");
        MUST_FAIL(History(*desk.project).undoStepOf(id), ErrorCode::UnknownChange); // blind: Ben does not know of it
        desk.as("Ana");
        MUST_FAIL(History(*desk.project).undoStepOf(u"0000000000000001-0000000000000001"), ErrorCode::UnknownChange);
        MUST_FAIL(History(*desk.project).undoStepOf(u"nonsense"), ErrorCode::UnknownChange);
        MUST(History(*desk.project).undoStepOf(id));
        QCOMPARE(desk.place(desk.record(1)), Place::AwaitingScreening);
    }

    void openingsCannotBeUndone()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", three));
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        MUST(Conflicts(*desk.project, title).openBatch());
        QString opening;
        const auto log = History(*desk.project).entries(0, 1000);
        for (const LogEntry& entry : *log)
            opening = entry.kind == QLatin1String("opened") ? entry.id : opening;
        QVERIFY(!opening.isEmpty());
        MUST_FAIL(History(*desk.project).undoStepOf(opening), ErrorCode::CannotBeUndone);
        const auto undone = History(*desk.project).undo(); // passes over it, to the vote
        MUST(undone);
        QCOMPARE(undone->kind, QStringLiteral("vote"));
    }

    void aJoinIsOneStep()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris",
                         {{"Walking", "Lima, Ana", 2019, "10.1000/a"}, {"Running", "Burt, Ben", 2018, "10.1000/b"}}));
        MUST(desk.import(
            "b.ris", {{"Walking", "Lima, Ana", 2019, "10.1000/a"}, {"Running", "Burt, Ben", 2018, "10.1000/b", "X2"}}));
        const auto joined = Duplicates(*desk.project).find({});
        MUST(joined);
        QCOMPARE(joined->reports, 2);
        const auto undone = History(*desk.project).undo();
        MUST(undone);
        QCOMPARE(undone->changes, 5); // two joins, and that the imports were compared: each with itself, and both
        QCOMPARE(Records(*desk.project).reports()->size(), size_t(4));
        MUST(History(*desk.project).redo());
        QCOMPARE(Records(*desk.project).reports()->size(), size_t(2));
        QCOMPARE(desk.faults(), QString());
    }

    void anImportUndoneCanBeMadeAgain()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", three, "Embase"));
        const FlowCounts before = desk.flow();
        MUST(History(*desk.project).undo());
        QCOMPARE(desk.flow().screened, 0);
        const auto again = desk.import("a.ris", three, "Embase");
        MUST(again);
        QCOMPARE(desk.flow(), before);
        QCOMPARE(desk.faults(), QString());
        MUST(History(*desk.project).undo());
        MUST(Imports(*desk.project).bringBack(again->run));
        QCOMPARE(desk.flow().screened, 3);
        QCOMPARE(desk.faults(), QString());
    }
};

WINNOW_TEST(UndoTest)

} // namespace suite_undo

#include "test_undo.moc"
