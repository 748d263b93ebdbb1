// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_setup {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr Stage title = Stage::Title;

QStringList texts(const Desk& desk, Stage stage)
{
    QStringList list;
    const auto review = desk.project->review();
    for (const Reason& r : review->reasonsOf(stage))
        list << r.text;
    return list;
}

} // namespace

/// Settings, people and lists of a review (rules.md B4, B7, D1).
class SetupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatANewReviewHas()
    {
        Desk desk(1, 2);
        const auto review = desk.project->review();
        QCOMPARE(review->settings.title, QStringLiteral("Walking"));
        QCOMPARE(review->settings.titleStage.votesNeeded, 1);
        QCOMPARE(review->settings.fulltextStage.votesNeeded, 2);
        QCOMPARE(review->reviewers.size(), size_t(3));
        QCOMPARE(review->reviewer(u"ana")->roles, Roles(Role::Lead) | Role::Reviewer);
        QCOMPARE(review->criteria.size(), size_t(1));
        QCOMPARE(texts(desk, title), (QStringList{QStringLiteral("Wrong topic"), QStringLiteral("Not a study")}));
        QCOMPARE(desk.project->uid().size(), 16);
        const auto before = *review;
        desk.reopen();
        QCOMPARE(*desk.project->review(), before);
    }

    void reasonsKeepTheirKeysAndVotes()
    {
        Desk desk(1);
        desk.as("Ana");
        Setup setup(*desk.project);
        const ReasonId topic = desk.reason(title, "Wrong topic");
        const ReasonId study = desk.reason(title, "Not a study");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        MUST(desk.vote(title, desk.record(1), Verdict::Exclude, "Not a study"));
        const auto added = setup.addReason(title, QStringLiteral("Animals"));
        MUST(added);
        QCOMPARE(desk.project->review()->reason(*added)->key, 3);
        MUST(setup.moveReason(*added, 0));
        QCOMPARE(
            texts(desk, title),
            (QStringList{QStringLiteral("Animals"), QStringLiteral("Wrong topic"), QStringLiteral("Not a study")}));
        QCOMPARE(desk.project->review()->reason(*added)->key, 3);
        MUST(setup.renameReason(study, QStringLiteral("No study")));
        MUST(setup.mergeReason(study, topic));
        QCOMPARE(texts(desk, title), (QStringList{QStringLiteral("Animals"), QStringLiteral("Wrong topic")}));
        QCOMPARE(Records(*desk.project).record(desk.record(1))->reason, topic);
        QCOMPARE((*Screening(*desk.project, title).myVotes())[desk.record(1).value].reason, topic);
        MUST(History(*desk.project).undo());
        QCOMPARE(Records(*desk.project).record(desk.record(1))->reason, study);
        MUST_FAIL(setup.mergeReason(topic, topic), ErrorCode::UnknownReason);
        MUST_FAIL(setup.mergeReason(topic, desk.reason(Stage::Fulltext, "No data")), ErrorCode::UnknownReason);
        MUST_FAIL(setup.addReason(title, QStringLiteral(" animals ")), ErrorCode::BadInput);
        MUST_FAIL(setup.addReason(title, QStringLiteral("  ")), ErrorCode::BadInput);
        QCOMPARE(desk.faults(), QString());
    }

    void moreVotesNeededCastsAndDeletesNothing()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        MUST(desk.vote(title, desk.record(1), Verdict::Exclude));
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
        ReviewSettings settings = desk.project->review()->settings;
        settings.titleStage.votesNeeded = 2;
        MUST(Setup(*desk.project).save(settings));
        QCOMPARE(desk.place(desk.record(1)), Place::AwaitingScreening);
        QCOMPARE(Screening(*desk.project, title).myVotes()->size(), size_t(1));
        settings.titleStage.votesNeeded = 1;
        MUST(Setup(*desk.project).save(settings));
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
        settings.titleStage.votesNeeded = 0;
        MUST_FAIL(Setup(*desk.project).save(settings), ErrorCode::BadInput);
        QCOMPARE(desk.faults(), QString());
    }

    void whoMayWhat()
    {
        Desk desk(1);
        desk.as("Ana");
        Setup setup(*desk.project);
        MUST(setup.addReviewer(QStringLiteral("Lena"), Role::Librarian));
        MUST(setup.addReviewer(QStringLiteral("Rob"), Role::Reader));
        MUST_FAIL(setup.addReviewer(QStringLiteral("lena"), Role::Reader), ErrorCode::BadInput);
        MUST_FAIL(setup.addReviewer(QString(), Role::Reader), ErrorCode::BadInput);
        MUST(desk.as("Lena").import("a.ris", {{"One"}, {"Two"}}));
        MUST_FAIL(desk.vote(title, desk.record(1), Verdict::Include), ErrorCode::RoleForbids);
        desk.as("Rob");
        MUST_FAIL(desk.import("b.ris", {{"Three"}, {"Four"}}), ErrorCode::RoleForbids);
        desk.as(nullptr);
        MUST_FAIL(desk.vote(title, desk.record(1), Verdict::Include), ErrorCode::UnknownReviewer);
        desk.as("Ben"); // no lead: he may name one more reviewer, roles are not his to give
        MUST_FAIL(setup.addReviewer(QStringLiteral("Max"), Role::Lead), ErrorCode::LeadOnly);
        MUST(setup.addReviewer(QStringLiteral("Max"), Role::Reviewer));
        MUST_FAIL(desk.vote(title, RecordId(77), Verdict::Include), ErrorCode::UnknownRecord);
        MUST_FAIL(desk.vote(Stage::Fulltext, desk.record(1), Verdict::Include), ErrorCode::StageNotReached);
        const VoteRequest odd{desk.record(1), Verdict::Exclude, desk.reason(Stage::Fulltext, "No data"), {}};
        MUST_FAIL(Screening(*desk.project, title).vote(odd), ErrorCode::UnknownReason);
    }

    void sourcesCanChangeTheirColumn()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}, "ICTRP"));
        QCOMPARE(desk.flow().registers, (std::vector<NamedCount>{{QStringLiteral("ICTRP"), 2}}));
        const SourceId source = desk.project->review()->sources.front().id;
        MUST(Setup(*desk.project).setSourceKind(source, SourceKind::Website));
        QCOMPARE(desk.flow().websites, 2);
        QCOMPARE(desk.flow().screened, 0);
        MUST(Setup(*desk.project).renameSource(source, QStringLiteral("Trials")));
        MUST(Setup(*desk.project).setSourceKind(source, SourceKind::Database));
        QCOMPARE(desk.flow().databases, (std::vector<NamedCount>{{QStringLiteral("Trials"), 2}}));
        QCOMPARE(desk.faults(), QString());
    }
};

WINNOW_TEST(SetupTest)

} // namespace suite_setup

#include "test_setup.moc"
