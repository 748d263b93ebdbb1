// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_smoke {

using namespace winnow;
using namespace winnow::test;

namespace {

const char nbib[] = "PMID- 30000001\nDP  - 2019\nTI  - Walking after stroke.\nFAU - Lima, Ana\nAU  - Lima A\n"
                    "LID - 10.1000/walk.1 [doi]\nAB  - Background.\nPT  - Journal Article\nJT  - Gait\n\n"
                    "PMID- 30000002\nDP  - 2018\nTI  - Swimming after stroke.\nFAU - Burt, Ben\nAU  - Burt B\n"
                    "PT  - Journal Article\nJT  - Gait\n";

} // namespace

/// One small review from empty file to figure, as its people would do it.
class SmokeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReviewFromImportToFigure()
    {
        Desk desk;
        desk.as("Ana");
        auto pubmed = desk.import("pubmed.nbib", QByteArray(nbib));
        MUST(pubmed);
        QCOMPARE(pubmed->records, 2);
        QCOMPARE(pubmed->format, QStringLiteral("nbib"));
        auto scopus = desk.import("scopus.ris",
                                  {{"Walking after stroke", "Lima, Ana", 2019, "10.1000/walk.1"},
                                   {"Dancing after stroke", "Cole, Cara", 2017, "10.1000/dance"},
                                   {"Running after stroke", "Dunn, Dora", 2016, "10.1000/run"}});
        MUST(scopus);
        QCOMPARE(scopus->records, 3);
        QCOMPARE(desk.faults(), QString());

        auto joined = Duplicates(*desk.project).find({});
        MUST(joined);
        QCOMPARE(joined->records, 5);
        QCOMPARE(joined->joined, 1);
        QCOMPARE(joined->reports, 4);
        QCOMPARE(desk.faults(), QString());
        FlowCounts flow = desk.flow();
        QCOMPARE(flow.identifiedDatabases(), 5);
        QCOMPARE(flow.duplicates, 1);
        QCOMPARE(flow.screened, 4);
        QCOMPARE(flow.awaitingScreening, 4);

        const Stage title = Stage::Title;
        const auto queue = Screening(*desk.project, title).queue();
        MUST(queue);
        QCOMPARE(queue->size(), size_t(4));
        const RecordId walking = (*queue)[0], swimming = (*queue)[1], dancing = (*queue)[2], running = (*queue)[3];
        MUST(desk.vote(title, walking, Verdict::Include));
        MUST(desk.vote(title, swimming, Verdict::Exclude, "Wrong topic"));
        MUST(desk.vote(title, dancing, Verdict::Include));
        MUST(desk.vote(title, running, Verdict::Maybe));
        desk.as("Ben");
        MUST(desk.vote(title, walking, Verdict::Include));
        MUST(desk.vote(title, swimming, Verdict::Exclude));
        MUST(desk.vote(title, dancing, Verdict::Exclude, "Not a study", "looks odd"));
        MUST(desk.vote(title, running, Verdict::Include));
        QCOMPARE(desk.place(walking), Place::Sought);
        QCOMPARE(desk.place(swimming), Place::TitleExcluded);
        QCOMPARE(desk.place(dancing), Place::TitleConflict);
        QCOMPARE(desk.place(running), Place::Sought);

        Conflicts conflicts(*desk.project, title);
        QCOMPARE(conflicts.cards(dancing)->size(), size_t(0));
        const auto opened = conflicts.openBatch();
        MUST(opened);
        QCOMPARE(opened->conflicts, 1);
        QCOMPARE(opened->frozen, 4);
        QCOMPARE(conflicts.cards(dancing)->size(), size_t(2));
        const Conflicts::Decision decision{dancing, Verdict::Exclude, desk.reason(title, "Not a study")};
        desk.as("Cara");
        const auto settled = conflicts.resolve(std::span(&decision, 1), ResolvedHow::ThirdPerson);
        MUST(settled);
        QCOMPARE(settled->applied, 1);
        QCOMPARE(desk.place(dancing), Place::TitleExcluded);
        QCOMPARE(desk.faults(), QString());

        const Stage fulltext = Stage::Fulltext;
        for (const char* name : {"Ana", "Ben"}) {
            desk.as(name);
            MUST(desk.vote(fulltext, walking, Verdict::Include));
            MUST(desk.vote(fulltext, running, Verdict::Exclude, "No data"));
        }
        flow = desk.flow();
        QCOMPARE(flow.titleExcluded, 2);
        QCOMPARE(flow.main.sought, 2);
        QCOMPARE(flow.main.assessed, 2);
        QCOMPARE(flow.main.excluded, (std::vector<NamedCount>{{QStringLiteral("No data"), 1}}));
        QCOMPARE(flow.main.included, 1);
        QCOMPARE(flow.newStudies, 1);
        QVERIFY(!flow.interim());
        QCOMPARE(brokenIdentities(flow), std::vector<QString>());

        History history(*desk.project);
        MUST(history.undo());
        QCOMPARE(desk.place(running), Place::AwaitingAssessment);
        QVERIFY(desk.flow().interim());
        MUST(history.redo());
        QCOMPARE(desk.place(running), Place::FulltextExcluded);
        QCOMPARE(desk.flow(), flow);
        QCOMPARE(desk.faults(), QString());

        const auto exported = Exports(*desk.project).save(desk.path("out.ris"), ExportSet::All, {});
        MUST(exported);
        QCOMPARE(exported->records, 4);
        ImportRequest again;
        again.file = desk.path("out.ris");
        const auto back = Imports(*desk.project).import(again, {});
        MUST(back);
        QCOMPARE(back->records, 0);
        QCOMPARE(back->alreadyHere, 4);
        QCOMPARE(desk.flow(), flow);
        MUST(Flow(*desk.project).save(desk.path("flow.csv"), {}));
        MUST(Flow(*desk.project).save(desk.path("flow.json"), {}));
        desk.reopen();
        QCOMPARE(desk.flow(), flow);
        QCOMPARE(desk.faults(), QString());
    }
};

WINNOW_TEST(SmokeTest)

} // namespace suite_smoke

#include "test_smoke.moc"
