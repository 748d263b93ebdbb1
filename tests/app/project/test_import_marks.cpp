// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_import_marks {

using namespace winnow;
using namespace winnow::test;

namespace {

const QByteArray rayyan
    = "key,title,notes\n"
      "r1,One,\"RAYYAN-INCLUSION: {\"\"Lea\"\"=>\"\"Included\"\", \"\"Bo\"\"=>\"\"Included\"\"}\"\n"
      "r2,Two,\"RAYYAN-INCLUSION: {\"\"Lea\"\"=>\"\"Excluded\"\", \"\"Bo\"\"=>\"\"Excluded\"\"} | "
      "RAYYAN-LABELS: ask authors | RAYYAN-EXCLUSION-REASONS: not a study,wrong topic,foreign\"\n"
      "r3,Three,\"RAYYAN-INCLUSION: {\"\"Lea\"\"=>\"\"Included\"\", \"\"Bo\"\"=>\"\"Excluded\"\"}\"\n";

const VotesAs both{{QStringLiteral("Lea"), QStringLiteral("Ana")}, {QStringLiteral("Bo"), QStringLiteral("Ben")}};

Result<ImportReport> import(Desk& desk, const QByteArray& bytes, const VotesAs& votesAs,
                            std::optional<DecidedList> list = {})
{
    ImportRequest request;
    request.file = put(desk.path("in.csv"), bytes);
    request.votesAs = votesAs;
    request.list = list;
    return Imports(*desk.project).import(request, {});
}

} // namespace

/// What people said in other tools: their votes, notes and labels under the names they have here, and their teams'
/// decisions (rules.md F1).
class ImportMarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rayyanComesInOncePeopleAreNamed()
    {
        Desk desk;
        desk.as("Ana");
        const auto untold = import(desk, rayyan, {});
        MUST(untold);
        QCOMPARE(untold->marks, 0);
        QCOMPARE(untold->unknownPeople, (QStringList{QString(), QStringLiteral("Bo"), QStringLiteral("Lea")}));
        const auto told = import(desk, rayyan, both);
        MUST(told);
        QCOMPARE(told->records, 0);
        QCOMPARE(told->marks, 6);
        QCOMPARE(told->unknownPeople, QStringList{QString()}); // the label is under no name
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        QCOMPARE(desk.place(desk.record(2)), Place::TitleExcluded);
        QCOMPARE(desk.place(desk.record(3)), Place::TitleConflict);
        // Several reasons: the first one in the team's order, which is "Wrong topic", "Not a study".
        QCOMPARE(Screening(*desk.project, Stage::Title).myVotes()->at(2).reason,
                 desk.reason(Stage::Title, "Wrong topic"));
        QCOMPARE(desk.project->review()->reasonsOf(Stage::Title).size(), size_t(2)); // none was made
        QCOMPARE(desk.faults(), QString());
    }

    void theStageIsAskedWhereTheFileDoesNotSayIt()
    {
        Desk desk;
        desk.as("Ana");
        VotesAs fulltext = both;
        for (VotesOf& votes : fulltext)
            votes.stage = Stage::Fulltext;
        MUST(import(desk, rayyan, fulltext));
        QVERIFY(Screening(*desk.project, Stage::Title).myVotes()->empty());
        QCOMPARE(Screening(*desk.project, Stage::Fulltext).myVotes()->size(), size_t(3));
        // The reasons are not on the list of full text: the first one is made.
        QCOMPARE(Screening(*desk.project, Stage::Fulltext).myVotes()->at(2).reason,
                 desk.reason(Stage::Fulltext, "not a study"));
    }

    void noAgreementIfTheBlindWasOff()
    {
        for (const bool blind : {true, false}) {
            Desk desk;
            desk.as("Ana");
            VotesAs told = both;
            for (VotesOf& votes : told)
                votes.blind = blind;
            MUST(import(desk, rayyan, told));
            Conflicts conflicts(*desk.project, Stage::Title);
            const auto opened = conflicts.openBatch();
            MUST(opened);
            QCOMPARE(opened->frozen, 3);
            const auto agreement = conflicts.agreement();
            MUST(agreement);
            QCOMPARE(agreement->size(), size_t(blind ? 1 : 0));
            if (blind)
                QCOMPARE(agreement->front().table.n(), 3);
            desk.reopen();
            QCOMPARE(Conflicts(*desk.project, Stage::Title).agreement()->size(), size_t(blind ? 1 : 0));
            QCOMPARE(desk.faults(), QString());
        }
    }

    void aListIsFinalAndNobodysVote()
    {
        const QByteArray covidence = "Title,Authors,Covidence #,Notes\n"
                                     "One,\"Lima, Ana\",#1,Exclusion reason: Wrong design; \n"
                                     "Two,\"Burt, Ben\",#2,Exclusion reason: Too short; \n";
        const std::array<std::pair<DecidedList, Place>, 4> lists{
            std::pair{DecidedList::Irrelevant, Place::TitleExcluded},
            std::pair{DecidedList::Passed, Place::Sought},
            std::pair{DecidedList::Excluded, Place::FulltextExcluded},
            std::pair{DecidedList::Included, Place::Included},
        };
        for (const auto& [list, place] : lists) {
            Desk desk;
            desk.as("Ana");
            const auto in = import(desk, covidence, {}, list);
            MUST(in);
            QCOMPARE(in->records, 2);
            QCOMPARE(in->marks, list == DecidedList::Irrelevant || list == DecidedList::Passed ? 2 : 4);
            QCOMPARE(desk.place(desk.record(1)), place);
            QCOMPARE(desk.place(desk.record(2)), place);
            QVERIFY(Screening(*desk.project, Stage::Title).myVotes()->empty());
            QVERIFY(Screening(*desk.project, Stage::Fulltext).myVotes()->empty());
            QCOMPARE(desk.faults(), QString());
            if (list == DecidedList::Excluded) // "Wrong design" was there, "Too short" was made
                QCOMPARE(desk.project->review()->reasonsOf(Stage::Fulltext).size(), size_t(4));
        }
    }

    void decisionsComeInOnlyWhereTheVotesDoNotCarryThem()
    {
        const QByteArray table = "title,lea,bo,consensus\nOne,include,include,include\nTwo,include,exclude,exclude\n";
        Desk desk;
        desk.as("Ana");
        ImportRequest request;
        request.file = put(desk.path("t.csv"), table);
        request.reading.columns
            = {{QStringLiteral("lea"), QStringLiteral("vote")}, {QStringLiteral("bo"), QStringLiteral("vote")}};
        const auto untold = Imports(*desk.project).import(request, {});
        MUST(untold);
        QCOMPARE(untold->decisionsLeft, 2);
        QCOMPARE(untold->unknownPeople, (QStringList{QStringLiteral("bo"), QStringLiteral("lea")}));
        request.votesAs
            = {{QStringLiteral("lea"), QStringLiteral("Ana")}, {QStringLiteral("bo"), QStringLiteral("Ben")}};
        const auto told = Imports(*desk.project).import(request, {});
        MUST(told);
        QCOMPARE(told->decisionsLeft, 0);
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        QCOMPARE(desk.place(desk.record(2)), Place::TitleExcluded);
        // Changing both votes on the first moves it: no settlement stands on it. On the second one does.
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Exclude));
        QCOMPARE(desk.place(desk.record(1)), Place::TitleConflict);
        MUST(desk.vote(Stage::Title, desk.record(2), Verdict::Exclude));
        QCOMPARE(desk.place(desk.record(2)), Place::TitleExcluded);
        QCOMPARE(desk.faults(), QString());
    }

    void decisionsAlone()
    {
        Desk desk;
        desk.as("Ana");
        const auto in = import(desk, "title,consensus\nOne,exclude\nTwo,include\n",
                               {{QString(), VotesOf(QString(), Stage::Title, true)}});
        MUST(in);
        QCOMPARE(in->marks, 2);
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
        QCOMPARE(desk.place(desk.record(2)), Place::Sought);
        QVERIFY(Conflicts(*desk.project, Stage::Title).agreement()->empty());
    }

    void ownDecisionsReasonsLabelsAndNotesOfBothStages()
    {
        Desk desk(1, 1);
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}}, "Embase"));
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Exclude, "Wrong topic", "bees"));
        MUST(desk.vote(Stage::Title, desk.record(2), Verdict::Include, "", "wasps"));
        const RecordId two = desk.record(2);
        MUST(desk.vote(Stage::Fulltext, two, Verdict::Exclude, "Wrong design", "no controls"));
        const auto label = Setup(*desk.project).addLabel(QStringLiteral("later"));
        MUST(Screening(*desk.project, Stage::Fulltext).label({&two, 1}, *label, true));
        for (const char* name : {"out.ris", "out.csv"}) {
            MUST(Exports(*desk.project).save(desk.path(name), ExportSet::All, {}));
            Desk other(1, 1);
            other.as("Ben");
            ImportRequest request;
            request.file = desk.path(name);
            request.votesAs = {{QStringLiteral("Ana"), QStringLiteral("Ben")}};
            MUST(Imports(*other.project).import(request, {}));
            for (int n = 1; n <= 3; ++n)
                QCOMPARE(other.place(other.record(n)), desk.place(desk.record(n)));
            const auto votes = Screening(*other.project, Stage::Fulltext).myVotes();
            QCOMPARE(votes->at(2).reason, other.reason(Stage::Fulltext, "Wrong design"));
            const auto remarks = Screening(*other.project, Stage::Fulltext).remarks(other.record(2));
            MUST(remarks);
            QCOMPARE(remarks->labels.size(), size_t(1));
            QVERIFY(std::any_of(remarks->notes.begin(), remarks->notes.end(),
                                [](const auto& note) { return note.text == QStringLiteral("no controls"); }));
            QCOMPARE(other.faults(), QString());
        }
    }
};

WINNOW_TEST(ImportMarksTest)

} // namespace suite_import_marks

#include "test_import_marks.moc"
