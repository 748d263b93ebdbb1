// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Allocations.h"
#include "project/Pilots.h"
#include "project/Protocol.h"
#include "project/ShortNames.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <algorithm>

namespace suite_team {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr Stage title = Stage::Title;

std::vector<Entry> entries(int n)
{
    static std::vector<std::string> titles;
    titles.clear();
    for (int i = 0; i < n; ++i)
        titles.push_back("Trial number " + std::to_string(i));
    std::vector<Entry> some;
    for (const std::string& one : titles)
        some.push_back({one.c_str()});
    return some;
}

std::vector<RecordId> queueOf(Desk& desk, const char* name)
{
    desk.as(name);
    const auto queue = Screening(*desk.project, title).queue();
    return queue ? *queue : std::vector<RecordId>();
}

Progressed progressOf(Desk& desk, const char* name)
{
    desk.as(name);
    return Screening(*desk.project, title).progress().value_or(Progressed{-1, -1});
}

} // namespace

class TestTeam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheLeadChangesRules()
    {
        Desk desk;
        ReviewSettings settings = desk.project->review()->settings;
        settings.titleStage.votesNeeded = 1;
        MUST_FAIL(Setup(*desk.as("Ben").project).save(settings), ErrorCode::LeadOnly);
        MUST_FAIL(Setup(*desk.project).removeReason(desk.reason(title, "Wrong topic")), ErrorCode::LeadOnly);
        MUST_FAIL(Allocations(*desk.project, title).set({true, 1, 100, 1}, {}), ErrorCode::LeadOnly);
        MUST_FAIL(Pilots(*desk.project, title).start(3, 1), ErrorCode::LeadOnly);
        MUST(Setup(*desk.project).addReason(title, QStringLiteral("Too old")));
        MUST(Setup(*desk.as("Ana").project).save(settings));
        Reviewer ben = *desk.project->review()->reviewer(desk.person("Ben"));
        ben.roles = Role::Reader;
        MUST(Setup(*desk.project).editReviewer(ben));
        MUST_FAIL(Setup(*desk.as("Ben").project).addReason(title, QStringLiteral("Too new")), ErrorCode::RoleForbids);
    }

    /// A reader takes no import back, brings none in and says nothing of one: these were open to everybody once.
    void aReaderLeavesImportsAlone()
    {
        Desk desk;
        MUST(desk.import("a.ris", entries(2)));
        Reviewer ben = *desk.project->review()->reviewer(desk.person("Ben"));
        ben.roles = Role::Reader;
        MUST(Setup(*desk.as("Ana").project).editReviewer(ben));
        const RunId run = desk.project->review()->runs.front().id;
        MUST_FAIL(Imports(*desk.as("Ben").project).takeBack(run), ErrorCode::RoleForbids);
        MUST_FAIL(Imports(*desk.project).setDetails(run, {}), ErrorCode::RoleForbids);
        MUST_FAIL(desk.import("b.ris", entries(3)), ErrorCode::RoleForbids);
        MUST(Imports(*desk.as("Ana").project).takeBack(run));
        MUST_FAIL(Imports(*desk.as("Ben").project).bringBack(run), ErrorCode::RoleForbids);
        MUST(Imports(*desk.as("Ana").project).bringBack(run));
    }

    void whoLeavesLosesNothing()
    {
        Desk desk(1);
        MUST(desk.import("a.ris", entries(2)));
        MUST(desk.as("Ben").vote(title, desk.record(1), Verdict::Exclude));
        MUST(Setup(*desk.as("Ana").project).retire(desk.person("Ben"), true));
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
        QCOMPARE(desk.project->review()->team().size(), size_t(2));
        MUST_FAIL(desk.as("Ben").vote(title, desk.record(2), Verdict::Include), ErrorCode::HasLeft);
        MUST(Setup(*desk.as("Ana").project).retire(desk.person("Ben"), false));
        MUST(desk.as("Ben").vote(title, desk.record(2), Verdict::Include));
        QCOMPARE(desk.faults(), QString());
    }

    void aRemovedReasonIsStillTheNameOfWhatItExcluded()
    {
        Desk desk(1, 1);
        MUST(desk.import("a.ris", entries(1)));
        MUST(desk.as("Ana").vote(title, desk.record(1), Verdict::Include));
        MUST(desk.vote(Stage::Fulltext, desk.record(1), Verdict::Exclude, "No data"));
        const ReasonId reason = desk.reason(Stage::Fulltext, "No data");
        MUST(Setup(*desk.project).removeReason(reason));
        QVERIFY(!desk.reason(Stage::Fulltext, "No data"));
        QCOMPARE(desk.project->review()->reason(reason)->text, QStringLiteral("No data"));
        QCOMPARE(desk.flow().main.excluded.front().name, QStringLiteral("No data"));
        QCOMPARE(Records(*desk.project).ofBox(QStringLiteral("dbr_excluded/No data")).value().size(), size_t(1));
        MUST_FAIL(Screening(*desk.project, Stage::Fulltext).vote({desk.record(1), Verdict::Exclude, reason, {}}),
                  ErrorCode::UnknownReason);
        MUST(History(*desk.project).undo());
        QVERIFY(desk.reason(Stage::Fulltext, "No data"));
    }

    void removedCriteriaAndLabelsAreNoLongerOffered()
    {
        Desk desk;
        MUST(Setup(*desk.as("Ana").project).removeCriterion(desk.project->review()->criteria.front().id));
        QVERIFY(desk.project->review()->criteria.empty());
        const auto label = Setup(*desk.project).addLabel(QStringLiteral("Check"));
        MUST(label);
        MUST(Setup(*desk.project).removeLabel(*label));
        QVERIFY(desk.project->review()->labels.empty());
        MUST_FAIL(Setup(*desk.project).removeLabel(*label), ErrorCode::UnknownLabel);
    }

    void dealtReportsPartTheQueueAndTheVotesNeeded()
    {
        Desk desk(2);
        MUST(desk.import("a.ris", entries(60)));
        MUST(Allocations(*desk.as("Ana").project, title)
                 .set({true, 1, 100, 1}, {{desk.person("Ana"), 50}, {desk.person("Ben"), 50}}));
        const auto ana = queueOf(desk, "Ana");
        const auto ben = queueOf(desk, "Ben");
        QVERIFY(queueOf(desk, "Cara").empty());
        QCOMPARE(ana.size() + ben.size(), size_t(60));
        QVERIFY(ana.size() > 15 && ben.size() > 15);
        const auto progress = progressOf(desk, "Ana");
        QCOMPARE(progress.left, qint64(ana.size()));
        const auto standing = Allocations(*desk.project, title).standing();
        MUST(standing);
        QCOMPARE(standing->people.front().reports, qint64(ana.size()));
        QVERIFY(*Allocations(*desk.project, title).isAllocated(ana.front(), desk.person("Ana")));
        QVERIFY(!*Allocations(*desk.project, title).isAllocated(ana.front(), desk.person("Ben")));
        // Nobody else gets it: one vote is enough, though the team asks for two.
        MUST(desk.as("Ana").vote(title, ana.front(), Verdict::Exclude));
        QCOMPARE(desk.place(ana.front()), Place::TitleExcluded);
        QCOMPARE(progressOf(desk, "Ana").done, 1);
        QCOMPARE(progressOf(desk, "Ana").left, qint64(ana.size()) - 1);
        QCOMPARE(queueOf(desk, "Ana"), ana);
        // To everybody again: the same vote waits for a second one. None is lost.
        MUST(Allocations(*desk.as("Ana").project, title).set({}, {}));
        QCOMPARE(desk.place(ana.front()), Place::AwaitingScreening);
        QCOMPARE(queueOf(desk, "Cara").size(), size_t(60));
        QCOMPARE(progressOf(desk, "Ana").done, 1);
        QCOMPARE(desk.faults(), QString());
    }

    void badDealsAreRefused()
    {
        Desk desk;
        Allocations deals(*desk.as("Ana").project, title);
        MUST_FAIL(deals.set({true, 4, 100, 1}, {}), ErrorCode::BadInput);
        MUST_FAIL(deals.set({true, 1, 101, 1}, {}), ErrorCode::BadInput);
        MUST_FAIL(deals.set({true, 1, 100, 1}, {{desk.person("Ana"), 0}}), ErrorCode::BadInput);
        MUST_FAIL(deals.set({true, 1, 100, 1}, {{ReviewerId(999), 10}}), ErrorCode::UnknownReviewer);
        QVERIFY(!desk.project->review()->settings.titleStage.allocation.dealt);
    }

    void byHandStandsAboveTheRule()
    {
        Desk desk(2);
        MUST(desk.import("a.ris", entries(3)));
        const RecordId one = desk.record(1);
        const ReviewerId ben = desk.person("Ben");
        MUST(Allocations(*desk.as("Ana").project, title).assign({&one, 1}, {&ben, 1}));
        QCOMPARE(queueOf(desk, "Ana").size(), size_t(2));
        QCOMPARE(queueOf(desk, "Ben").size(), size_t(3));
        QCOMPARE(progressOf(desk, "Ana").left, 2);
        MUST(desk.as("Ben").vote(title, one, Verdict::Include));
        QCOMPARE(desk.place(one), Place::Sought);
        // Who has left gets nothing: the rule holds again.
        MUST(Setup(*desk.as("Ana").project).retire(ben, true));
        QCOMPARE(queueOf(desk, "Ana").size(), size_t(3));
        QCOMPARE(desk.place(one), Place::AwaitingScreening);
        MUST(Setup(*desk.as("Ana").project).retire(ben, false));
        MUST(Allocations(*desk.project, title).assign({&one, 1}, {}));
        QCOMPARE(queueOf(desk, "Ana").size(), size_t(3));
        QCOMPARE(desk.faults(), QString());
    }

    void pilotComesFirstAndIsToldApart()
    {
        Desk desk(2);
        MUST(desk.import("a.ris", entries(20)));
        Pilots pilots(*desk.as("Ana").project, title);
        MUST_FAIL(pilots.start(0, 1), ErrorCode::BadInput);
        const auto round = pilots.start(4, 7);
        MUST(round);
        QCOMPARE(round->size, 4);
        MUST_FAIL(pilots.start(4, 7), ErrorCode::PilotRuns);
        const auto pilot = queueOf(desk, "Ana");
        QCOMPARE(pilot.size(), size_t(4));
        QCOMPARE(queueOf(desk, "Cara"), pilot);
        QCOMPARE(progressOf(desk, "Ben").left, 4);
        MUST_FAIL(pilots.open(), ErrorCode::PilotUnread);
        const auto all = Records(*desk.project).reports().value();
        const auto other = std::find_if(all.begin(), all.end(), [&](RecordId id) {
            return std::find(pilot.begin(), pilot.end(), id) == pilot.end();
        });
        MUST_FAIL(desk.as("Ana").vote(title, *other, Verdict::Include), ErrorCode::PilotOnly);
        for (const char* name : {"Ana", "Ben"}) {
            for (size_t i = 0; i < pilot.size(); ++i)
                MUST(
                    desk.as(name).vote(title, pilot[i], i < 2 || name[0] == 'A' ? Verdict::Include : Verdict::Exclude));
        }
        QCOMPARE(pilots.rounds()->front().voted.front().second, 4);
        // The usual batch leaves a running pilot alone.
        QCOMPARE(Conflicts(*desk.as("Ana").project, title).openBatch()->frozen, 0);
        const auto opened = pilots.open();
        MUST(opened);
        QCOMPARE(opened->frozen, 4);
        QCOMPARE(opened->conflicts, 2);
        QCOMPARE(Conflicts(*desk.project, title).agreement(1)->front().agreement.n, 4);
        QVERIFY(Conflicts(*desk.project, title).agreement()->empty());
        // Refine keeps the rest closed, another round draws others, go opens all.
        MUST(pilots.refine(QStringLiteral("unclear")));
        QCOMPARE(queueOf(desk, "Ana").size(), size_t(4));
        MUST(Pilots(*desk.as("Ana").project, title).start(3, 8));
        QCOMPARE(queueOf(desk, "Ana").size(), size_t(7));
        MUST(pilots.go(QStringLiteral("fine")));
        const auto whole = queueOf(desk, "Ana");
        QCOMPARE(whole.size(), size_t(20));
        for (const RecordId id : pilot)
            QVERIFY(std::find(whole.begin(), whole.begin() + 7, id) != whole.begin() + 7);
        QCOMPARE(desk.faults(), QString());
    }

    void includeWinsWhenConflictsOpen()
    {
        Desk desk(2);
        MUST(desk.import("a.ris", entries(2)));
        ReviewSettings settings = desk.project->review()->settings;
        settings.titleStage.resolving = ResolveRule::IncludeWins;
        MUST(Setup(*desk.as("Ana").project).save(settings));
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        MUST(desk.as("Ben").vote(title, desk.record(1), Verdict::Exclude));
        QCOMPARE(desk.place(desk.record(1)), Place::TitleConflict);
        const auto opened = Conflicts(*desk.project, title).openBatch();
        MUST(opened);
        QCOMPARE(opened->byRule, 1);
        QCOMPARE(opened->conflicts, 0);
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        MUST(History(*desk.project).undo()); // the rule's settling, not the opening
        QCOMPARE(desk.place(desk.record(1)), Place::TitleConflict);
    }

    void onlyNamedResolversSettle()
    {
        Desk desk(2);
        MUST(desk.import("a.ris", entries(1)));
        ReviewSettings settings = desk.project->review()->settings;
        settings.titleStage.resolving = ResolveRule::NamedResolvers;
        MUST(Setup(*desk.as("Ana").project).save(settings));
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        MUST(desk.as("Ben").vote(title, desk.record(1), Verdict::Exclude));
        MUST(Conflicts(*desk.project, title).openBatch());
        const Conflicts::Decision decision{desk.record(1), Verdict::Include, {}};
        MUST_FAIL(Conflicts(*desk.project, title).resolve({&decision, 1}, ResolvedHow::Discussion),
                  ErrorCode::ResolversOnly);
        MUST(Conflicts(*desk.as("Cara").project, title).resolve({&decision, 1}, ResolvedHow::ThirdPerson));
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
    }

    void whatIsScreenedAgainGoesBackToItsVoters()
    {
        Desk desk(2);
        MUST(desk.import("a.ris", entries(3)));
        for (const char* name : {"Ana", "Ben"}) {
            MUST(desk.as(name).vote(title, desk.record(1), Verdict::Exclude, "Wrong topic"));
            MUST(desk.vote(title, desk.record(2), Verdict::Exclude, "Not a study"));
        }
        MUST(Conflicts(*desk.as("Ana").project, title).openBatch());
        const ReasonId topic = desk.reason(title, "Wrong topic");
        Protocol protocol(*desk.project);
        MUST_FAIL(protocol.rescreen(topic, QDate(2026, 5, 3), QString()), ErrorCode::BadInput);
        const auto back = protocol.rescreen(topic, QDate(2026, 5, 3), QStringLiteral("wider"));
        MUST(back);
        QCOMPARE(*back, 1);
        QCOMPARE(desk.place(desk.record(1)), Place::AwaitingScreening);
        QCOMPARE(desk.place(desk.record(2)), Place::TitleExcluded);
        QCOMPARE(progressOf(desk, "Ben").done, 1);
        QCOMPARE(Screening(*desk.project, title).myVotes()->count(desk.record(1).value), size_t(0));
        const ProtocolChange told = desk.project->review()->protocol.front();
        QCOMPARE(told.reports, 1);
        QCOMPARE(told.reason, QStringLiteral("Wrong topic"));
        // Blind again: Ana's new vote is not to be seen by Ben until the batch is opened anew.
        MUST(desk.as("Ana").vote(title, desk.record(1), Verdict::Include));
        desk.as("Ben");
        QVERIFY(Conflicts(*desk.project, title).cards(desk.record(1))->empty());
        QCOMPARE(desk.faults(), QString());
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        QCOMPARE(desk.faults(), QString());
        MUST_FAIL(Protocol(*desk.as("Ana").project).rescreen(topic, QDate(2026, 5, 4), QStringLiteral("again")),
                  ErrorCode::BadInput);
    }

    void whoHasNotVotedAgainIsNotToldWhatTheOthersNowSay()
    {
        Desk desk(2);
        MUST(desk.import("a.ris", entries(1)));
        for (const char* name : {"Ana", "Ben", "Cara"})
            MUST(desk.as(name).vote(title, desk.record(1), Verdict::Exclude, "Wrong topic"));
        MUST(Protocol(*desk.as("Ana").project)
                 .rescreen(desk.reason(title, "Wrong topic"), QDate(2026, 5, 3), QStringLiteral("wider")));
        for (const char* name : {"Ben", "Cara"})
            MUST(desk.as(name).vote(title, desk.record(1), Verdict::Include));
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        desk.as("Ana");
        QCOMPARE(desk.place(desk.record(1)), Place::AwaitingScreening);
    }

    void undoneRescreeningCountsTheOldVotesAgain()
    {
        Desk desk(1);
        MUST(desk.import("a.ris", entries(1)));
        MUST(desk.as("Ana").vote(title, desk.record(1), Verdict::Exclude, "Wrong topic"));
        MUST(Protocol(*desk.project)
                 .rescreen(desk.reason(title, "Wrong topic"), QDate(2026, 5, 3), QStringLiteral("x")));
        QCOMPARE(desk.place(desk.record(1)), Place::AwaitingScreening);
        MUST(History(*desk.project).undo());
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
        QVERIFY(desk.project->review()->protocol.empty());
        QCOMPARE(desk.faults(), QString());
    }

    void everyRecordHasANumber()
    {
        Desk desk;
        MUST(desk.import("a.ris", entries(3)));
        MUST(desk.import("b.ris", {{"Another one", "Burt, Ben", 2018}}));
        const Records records(*desk.project);
        QCOMPARE(records.number(desk.record(1)), 1);
        QCOMPARE(records.number(desk.record(4)), 4);
        QCOMPARE(records.fromUid(u"#4"), desk.record(4));
        QCOMPARE(records.fromUid(u"2"), desk.record(2));
        QVERIFY(!records.fromUid(u"#5"));
        QCOMPARE(records.find(QStringLiteral("#4"), {}, 10)->front(), desk.record(4));
        QVERIFY(records.find(QStringLiteral("#9"), {}, 10)->empty());
        QCOMPARE(records.record(desk.record(4))->name, QStringLiteral("Burt 2018"));
    }

    void namesOfReportsGetLetters()
    {
        Desk desk(1);
        MUST(desk.import("a.ris",
                         {{"One", "Burt, Ben", 2019}, {"Two", "Burt, Bea", 2019}, {"Three", "Lima, Ana", 2019}}));
        for (int n = 1; n <= 3; ++n)
            MUST(desk.as("Ana").vote(title, desk.record(n), Verdict::Include));
        const auto names = shortNames(*desk.project);
        MUST(names);
        QCOMPARE(names->value(desk.record(1).value), QStringLiteral("Burt 2019a"));
        QCOMPARE(names->value(desk.record(2).value), QStringLiteral("Burt 2019b"));
        QCOMPARE(names->value(desk.record(3).value), QStringLiteral("Lima 2019"));
        QCOMPARE(nameSuffix(25), QStringLiteral("z"));
        QCOMPARE(nameSuffix(26), QStringLiteral("aa"));
    }
};

WINNOW_TEST(TestTeam)

} // namespace suite_team

#include "test_team.moc"
