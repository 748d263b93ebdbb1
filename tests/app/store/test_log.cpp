// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Copies.h"
#include "support/Suite.h"

#include "store/Clusters.h"
#include "store/Log.h"
#include "store/Resolutions.h"
#include "store/RunFacts.h"
#include "store/Trail.h"

namespace suite_log {

using namespace winnow;
using namespace winnow::store;
using namespace winnow::test;

namespace {

constexpr auto title = Stage::Title;

} // namespace

/// The parts that the log is made of, case by case.
class LogTest : public QObject {
    Q_OBJECT

private:
    static void judge(Desk& desk, int a, int b, bool same)
    {
        QVERIFY(Duplicates(*desk.project).judge(desk.record(a), desk.record(b), same));
    }
    static QString groups(Desk& desk)
    {
        QStringList list;
        const auto reports = Records(*desk.project).reports();
        for (const RecordId id : *reports) {
            QStringList members;
            const auto view = Records(*desk.project).record(id);
            for (const RecordId member : view->members)
                members << QString::number(member.value);
            std::sort(members.begin(), members.end());
            list << members.join(QLatin1Char('+'));
        }
        return list.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void packedValues()
    {
        for (const Verdict verdict : {Verdict::None, Verdict::Include, Verdict::Exclude, Verdict::Maybe}) {
            const VoteValue vote{verdict, ReasonId(123456)};
            QCOMPARE(unpackVote(packVote(vote)), vote);
        }
        QCOMPARE(packVote({Verdict::Exclude, ReasonId(5)}), 42);
        const ResolutionValue full{Verdict::Exclude, ReasonId(9), ResolvedBy::ThirdPerson, {{7, 8}, {9, 10}}};
        QCOMPARE(packResolution(full), std::string("2 9 2 7:8 9:10"));
        QCOMPARE(unpackResolution(packResolution(full)), full);
        QCOMPARE(unpackResolution("1 0 1"), (ResolutionValue{Verdict::Include, {}, ResolvedBy::Discussion, {}}));
        QCOMPARE(unpackResolution("").verdict, Verdict::None);
        QCOMPARE(unpackResolution("2 x").verdict, Verdict::Exclude);
        QCOMPARE(slotStage(stageSlot(77, Stage::Fulltext)), Stage::Fulltext);
        QCOMPARE(slotEntity(stageSlot(77, Stage::Fulltext)), 77);
        const std::vector<std::pair<std::string, std::string>> extra{{"T\\1", "a\nb\tc"}, {"", ""}, {"X", "\\n"}};
        QCOMPARE(unpackExtra(packExtra(extra)), extra);
    }

    void changeIdsAsText()
    {
        const ChangeId id{0x123456789abcdefLL, 0x7fffffffffffffffLL};
        QCOMPARE(changeUid(id), QStringLiteral("0123456789abcdef-7fffffffffffffff"));
        QCOMPARE(changeFromUid(changeUid(id)), id);
        QCOMPARE(changeFromUid(u"0123"), ChangeId());
        QCOMPARE(changeFromUid(u""), ChangeId());
    }

    void stampsGoOnWhenTheClockGoesBack()
    {
        Desk desk(1, 1, 0);
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        desk.clock.advance(-3'600'000);
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        MUST(desk.vote(title, desk.record(1), Verdict::Exclude));
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
        QCOMPARE(desk.faults(), QString());
    }

    void aContradictionIsNeverClosedOver()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}, {"Four"}}));
        judge(desk, 1, 2, true);
        judge(desk, 2, 3, true);
        QCOMPARE(groups(desk), QStringLiteral("1+2+3 4"));
        judge(desk, 1, 3, false);
        QCOMPARE(groups(desk), QStringLiteral("1+2 3 4"));
        judge(desk, 4, 1, true); // touches one side of the contradiction only
        QCOMPARE(groups(desk), QStringLiteral("1+2+4 3"));
        QCOMPARE(desk.flow().duplicates, 2);
        QCOMPARE(desk.flow().screened, 2);
        QCOMPARE(desk.faults(), QString());
        judge(desk, 1, 3, true);
        QCOMPARE(groups(desk), QStringLiteral("1+2+3+4"));
        QCOMPARE(desk.faults(), QString());
    }

    void aPersonsWordStandsAboveAnAutomaticOne()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One", "Lima, Ana", 2019, "10.1000/a"}, {"One", "Lima, Ana", 2019, "10.1000/a"}}));
        judge(desk, 2, 1, false);
        MUST(Duplicates(*desk.project).find({}));
        QCOMPARE(groups(desk), QStringLiteral("1 2"));
        judge(desk, 1, 2, true);
        QCOMPARE(groups(desk), QStringLiteral("1+2"));
        MUST(History(*desk.project).undo());
        QCOMPARE(groups(desk), QStringLiteral("1 2"));
    }

    void clustersSurviveAnImportTakenBack()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        const auto second = desk.import("b.ris", {{"Three"}, {"Four"}});
        MUST(second);
        judge(desk, 1, 3, true);
        judge(desk, 3, 2, true);
        const QString before = groups(desk);
        MUST(Imports(*desk.project).takeBack(second->run));
        QCOMPARE(groups(desk), QStringLiteral("1 2")); // what held them together is gone
        QCOMPARE(desk.faults(), QString());
        MUST(Imports(*desk.project).bringBack(second->run));
        QCOMPARE(groups(desk), before);
        QCOMPARE(desk.faults(), QString());
    }

    /// Ana and Ben settle the same conflict apart: neither counts until one settles it knowing of both.
    void settledApartIsDecidedTwice()
    {
        Copies copies(2, 3, Desk::newReview(2, 2));
        Project& a = *copies.all[0].project;
        Project& b = *copies.all[1].project;
        const auto all = Records(a).all();
        const RecordId five = all->back();
        const auto act = [](Project& project, const char* name) {
            project.setMe(project.review()->reviewer(QString::fromLatin1(name))->id);
        };
        act(a, "Ana");
        MUST(Screening(a, title).vote({five, Verdict::Include, {}, {}}));
        act(a, "Ben");
        MUST(Screening(a, title).vote({five, Verdict::Exclude, {}, {}}));
        MUST(Conflicts(a, title).openBatch());
        MUST(copies.send(0, 1));
        const auto settle = [&](Project& project, Verdict verdict) {
            const Conflicts::Decision decision{five, verdict, {}};
            return Conflicts(project, title).resolve({&decision, 1}, ResolvedHow::Discussion);
        };
        act(a, "Ana");
        act(b, "Ben");
        QCOMPARE(settle(a, Verdict::Include)->applied, 1);
        QCOMPARE(settle(b, Verdict::Exclude)->applied, 1);
        QCOMPARE(Records(b).record(five)->place, Place::TitleExcluded);
        MUST(copies.send(0, 1));
        QCOMPARE(Records(b).record(five)->place, Place::TitleConflict);
        const auto list = Conflicts(b, title).list();
        QVERIFY(std::any_of(list->begin(), list->end(),
                            [](const Conflict& c) { return c.kind == ConflictKind::DecidedTwice; }));
        QCOMPARE(settle(b, Verdict::Exclude)->applied, 1);
        QCOMPARE(Records(b).record(five)->place, Place::TitleExcluded);
        MUST(copies.send(1, 0));
        QCOMPARE(Records(a).record(five)->place, Place::TitleExcluded);
    }

    /// Ana merges A into B, Ben merges B into A: one of them stays, the same in both copies.
    void reasonsMergedInARing()
    {
        Copies copies(2, 4, Desk::newReview(2, 2));
        const auto merge = [&](size_t i, size_t from, size_t into) {
            Project& project = *copies.all[i].project;
            const auto reasons = project.review()->reasonsOf(Stage::Fulltext);
            return Setup(project).mergeReason(reasons[from].id, reasons[into].id);
        };
        const size_t before = copies.all[0].project->review()->reasonsOf(Stage::Fulltext).size();
        MUST(merge(0, 0, 1));
        MUST(merge(1, 1, 0));
        MUST(copies.send(0, 1));
        MUST(copies.send(1, 0));
        for (const auto& copy : copies.all)
            QCOMPARE(copy.project->review()->reasonsOf(Stage::Fulltext).size(), before - 1);
        QCOMPARE(copies.all[0].project->review()->reasonsOf(Stage::Fulltext).front().text,
                 copies.all[1].project->review()->reasonsOf(Stage::Fulltext).front().text);
    }

    void whatCannotBeReadIsRefused()
    {
        Copies copies(2, 5, Desk::newReview(2, 2));
        Project& project = *copies.all[0].project;
        const Lines before = copies.state(0);
        const auto good = changesOf(*copies.all[1].project);
        const auto spoilt = [&](auto spoil) {
            auto changes = good;
            for (PortableChange& change : changes) {
                change.id.replica ^= 1;
                spoil(change);
            }
            return bring(project, changes);
        };
        QVERIFY(!spoilt([](PortableChange& c) { c.kind = ChangeKind(99); }));
        QVERIFY(!spoilt([](PortableChange& c) { c.slot = "nonsense"; }));
        QVERIFY(!spoilt([](PortableChange& c) { c.slot = "999999999999999999999"; }));
        QVERIFY(!spoilt([](PortableChange& c) {
            c.kind = ChangeKind::Vote;
            c.subject = "00-1";
        }));
        QVERIFY(!spoilt([](PortableChange& c) {
            c.kind = ChangeKind::Tag;
            c.slot = {};
        }));
        QVERIFY(!spoilt([](PortableChange& c) { c.author = "nobody"; }));
        QVERIFY(!spoilt([](PortableChange& c) { c.author = "x:0123456789abcdef"; }));
        QCOMPARE(difference(before, copies.state(0)), QString());
        QCOMPARE(*bring(project, good), 0); // nothing new
        QCOMPARE(difference(before, copies.state(0)), QString());
    }
};

WINNOW_TEST(LogTest)

} // namespace suite_log

#include "test_log.moc"
