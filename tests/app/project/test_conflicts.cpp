// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_conflicts {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr Stage title = Stage::Title;
constexpr Stage fulltext = Stage::Fulltext;
const std::vector<Entry> four{{"One"}, {"Two"}, {"Three"}, {"Four"}};

} // namespace

/// Disagreements, their opening and settling, and agreement from the votes frozen at the opening (rules.md B, C2).
class ConflictsTest : public QObject {
    Q_OBJECT

private:
    static void both(Desk& desk, int n, Verdict ana, Verdict ben)
    {
        QVERIFY(desk.as("Ana").vote(title, desk.record(n), ana));
        QVERIFY(desk.as("Ben").vote(title, desk.record(n), ben));
    }
    static Result<Screening::BulkOutcome> settle(Desk& desk, Stage stage, RecordId report, Verdict verdict,
                                                 const char* reason = "")
    {
        const Conflicts::Decision decision{report, verdict, desk.reason(stage, reason)};
        return Conflicts(*desk.project, stage).resolve({&decision, 1}, ResolvedHow::ThirdPerson);
    }

private Q_SLOTS:
    void agreementIsOfTheFrozenVotes()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", four));
        both(desk, 1, Verdict::Include, Verdict::Maybe);
        both(desk, 2, Verdict::Exclude, Verdict::Exclude);
        both(desk, 3, Verdict::Include, Verdict::Exclude);
        both(desk, 4, Verdict::Include, Verdict::Include);
        both(desk, 4, Verdict::Exclude, Verdict::Exclude); // corrected before disclosure: counts as corrected
        Conflicts conflicts(*desk.project, title);
        QVERIFY(conflicts.agreement()->empty());
        const auto opened = conflicts.openBatch();
        MUST(opened);
        QCOMPARE(opened->frozen, 4);
        QCOMPARE(opened->conflicts, 1);
        QCOMPARE(conflicts.openBatch()->frozen, 0); // once only
        const auto before = conflicts.agreement();
        MUST(before);
        QCOMPARE(before->size(), size_t(1));
        QCOMPARE(before->front().table, (screening::AgreementTable{1, 1, 0, 2}));
        // What is changed after the opening moves the decision, not the agreement.
        MUST(desk.as("Ben").vote(title, desk.record(3), Verdict::Include));
        QCOMPARE(desk.place(desk.record(3)), Place::Sought);
        QCOMPARE(conflicts.agreement()->front().table, before->front().table);
        QCOMPARE(desk.faults(), QString());
    }

    void aResolutionStandsOverVotes()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", four));
        both(desk, 1, Verdict::Include, Verdict::Exclude);
        both(desk, 2, Verdict::Include, Verdict::Include);
        desk.as("Cara");
        auto early = settle(desk, title, desk.record(1), Verdict::Include);
        MUST(early); // nobody decides over votes that are still blind
        QCOMPARE(early->applied, 0);
        QCOMPARE(int(early->rejected.front().error.code), int(ErrorCode::NotInConflict));
        MUST(Conflicts(*desk.project, title).openBatch());
        QCOMPARE(Conflicts(*desk.project, title).list()->size(), size_t(1));
        QCOMPARE(settle(desk, title, desk.record(2), Verdict::Exclude)->applied, 0);
        QCOMPARE(settle(desk, title, desk.record(1), Verdict::Exclude, "Wrong topic")->applied, 1);
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
        QVERIFY(Conflicts(*desk.project, title).list()->empty());
        QCOMPARE(settle(desk, title, desk.record(1), Verdict::Include)->applied, 1); // changed my mind
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        MUST(History(*desk.project).undo());
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
        MUST(History(*desk.project).undo());
        QCOMPARE(desk.place(desk.record(1)), Place::TitleConflict);
        QCOMPARE(desk.faults(), QString());
    }

    void reasonsThatDifferAreSettledByHandIfAgreed()
    {
        Desk desk(1, 2);
        desk.as("Ana");
        MUST(desk.import("a.ris", four));
        ReviewSettings settings = desk.project->review()->settings;
        settings.fulltextStage.reasons = ReasonRule::ByHand;
        MUST(Setup(*desk.project).save(settings));
        const RecordId one = desk.record(1);
        MUST(desk.vote(title, one, Verdict::Include));
        MUST_FAIL(desk.vote(fulltext, one, Verdict::Exclude), ErrorCode::ReasonRequired);
        MUST(desk.vote(fulltext, one, Verdict::Exclude, "No data"));
        MUST(desk.as("Ben").vote(fulltext, one, Verdict::Exclude, "Wrong design"));
        QCOMPARE(desk.place(one), Place::ReasonsDiffer);
        QCOMPARE(Conflicts(*desk.project, fulltext).list()->front().kind, ConflictKind::ReasonsDiffer);
        MUST(Conflicts(*desk.project, fulltext).openBatch());
        QCOMPARE(settle(desk, fulltext, one, Verdict::Exclude)->applied, 0);
        QCOMPARE(settle(desk, fulltext, one, Verdict::Exclude, "No data")->applied, 1);
        QCOMPARE(desk.place(one), Place::FulltextExcluded);
        settings.fulltextStage.reasons = ReasonRule::FirstInOrder;
        MUST_FAIL(Setup(*desk.project).save(settings), ErrorCode::LeadOnly); // Ben settles, but Ana leads
        desk.as("Ana");
        MUST(Setup(*desk.project).save(settings));
        QCOMPARE(desk.flow().main.excluded, (std::vector<NamedCount>{{QStringLiteral("No data"), 1}}));
    }

    /// Two reports settled differently, then found to be one: decided twice, until settled once for both.
    void joinedAfterBeingSettledApart()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", four));
        both(desk, 1, Verdict::Include, Verdict::Exclude);
        both(desk, 2, Verdict::Include, Verdict::Exclude);
        desk.as("Cara");
        MUST(Conflicts(*desk.project, title).openBatch());
        QCOMPARE(settle(desk, title, desk.record(1), Verdict::Include)->applied, 1);
        QCOMPARE(settle(desk, title, desk.record(2), Verdict::Exclude)->applied, 1);
        MUST(Duplicates(*desk.project).judge(desk.record(1), desk.record(2), true));
        QCOMPARE(desk.place(desk.record(2)), Place::TitleConflict);
        QCOMPARE(Conflicts(*desk.project, title).list()->front().kind, ConflictKind::DecidedTwice);
        QCOMPARE(settle(desk, title, desk.record(2), Verdict::Include)->applied, 1);
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        QVERIFY(Conflicts(*desk.project, title).list()->empty());
        MUST(History(*desk.project).undo());
        QCOMPARE(desk.place(desk.record(1)), Place::TitleConflict);
        QCOMPARE(desk.faults(), QString());
    }

    void votedTwiceOnTwins()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", four));
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        MUST(desk.vote(title, desk.record(2), Verdict::Exclude));
        MUST(Duplicates(*desk.project).judge(desk.record(1), desk.record(2), true));
        QVERIFY(Screening(*desk.project, title).remarks(desk.record(1))->votedTwice);
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded); // the latest stands
        MUST(Duplicates(*desk.project).judge(desk.record(1), desk.record(2), false));
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        QCOMPARE(desk.place(desk.record(2)), Place::TitleExcluded);
        QCOMPARE(desk.faults(), QString());
    }
};

WINNOW_TEST(ConflictsTest)

} // namespace suite_conflicts

#include "test_conflicts.moc"
