// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_imports {

using namespace winnow;
using namespace winnow::test;

namespace {

const std::vector<Entry> two{{"One", "Lima, Ana", 2019, "", "E1"}, {"Two", "Burt, Ben", 2018, "", "E2"}};

} // namespace

/// Files in: counted once, kept whole, taken back and brought back; and back out again without a loss.
class ImportsTest : public QObject {
    Q_OBJECT

private:
    static size_t records(Desk& desk) { return Records(*desk.project).all()->size(); }

private Q_SLOTS:
    void theSameFileAgainAddsNothing()
    {
        Desk desk;
        desk.as("Ana");
        const auto first = desk.import("a.ris", two);
        MUST(first);
        const auto again = desk.import("renamed.ris", two);
        MUST(again);
        QCOMPARE(again->run, first->run);
        QCOMPARE(again->records, 0);
        QCOMPARE(again->alreadyHere, 2);
        QCOMPARE(records(desk), size_t(2));
        MUST(Imports(*desk.project).takeBack(first->run));
        QCOMPARE(records(desk), size_t(0));
        MUST(desk.import("a.ris", two));
        QCOMPARE(records(desk), size_t(2));
        QCOMPARE(desk.faults(), QString());
    }

    void theSameFileMakesTheSameIdsAnywhere()
    {
        Desk here, there;
        MUST(there.import("other.ris", {{"Before"}, {"It"}}));
        MUST(here.import("a.ris", two));
        MUST(there.import("b.ris", two));
        const QString uid = Records(*here.project).uid(here.record(2));
        QCOMPARE(uid.size(), 22);
        QVERIFY(uid.endsWith(QLatin1String("-2")));
        QCOMPARE(Records(*there.project).uid(there.record(4)), uid);
        QCOMPARE(Records(*there.project).fromUid(uid), there.record(4));
        QCOMPARE(Records(*there.project).fromUid(QString(uid + QLatin1Char('9'))), RecordId());
        QCOMPARE(Records(*there.project).fromUid(u"nonsense"), RecordId());
    }

    void repeatsOfOneSourceAreJoined()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", two, "Embase"));
        const auto more = desk.import(
            "b.ris", {{"Two", "Burt, Ben", 2018, "", "E2"}, {"Three", "Cole, Cara", 2017, "", "E3"}}, "Embase");
        MUST(more);
        QCOMPARE(more->repeats, 1);
        const auto other = desk.import("c.ris", {{"Two", "Burt, Ben", 2018, "", "E2"}, {"Four"}}, "Scopus");
        MUST(other);
        QCOMPARE(other->repeats, 0); // another source: a duplicate perhaps, no repeat
        const FlowCounts flow = desk.flow();
        QCOMPARE(flow.databases,
                 (std::vector<NamedCount>{{QStringLiteral("Embase"), 3}, {QStringLiteral("Scopus"), 2}}));
        QCOMPARE(flow.duplicates, 0);
        QCOMPARE(flow.screened, 5);
        QCOMPARE(desk.faults(), QString());
    }

    void severalSourcesInOneFileStayApart()
    {
        Desk desk;
        desk.as("Ana");
        const auto in = desk.import("a.ris",
                                    {{"One", "Lima, Ana", 2019, "", "7", "PubMed"},
                                     {"One", "Lima, Ana", 2019, "", "7", "Embase"},
                                     {"One", "Lima, Ana", 2019, "", "7", "PubMed"},
                                     {"Two", "Burt, Ben", 2018, "", "8", "ClinicalTrials.gov"}});
        MUST(in);
        QCOMPARE(in->repeats, 1);
        const FlowCounts flow = desk.flow();
        QCOMPARE(flow.databases,
                 (std::vector<NamedCount>{{QStringLiteral("PubMed"), 1}, {QStringLiteral("Embase"), 1}}));
        QCOMPARE(flow.registers, (std::vector<NamedCount>{{QStringLiteral("ClinicalTrials.gov"), 1}}));
        QCOMPARE(desk.faults(), QString());
    }

    /// The first records name no database, later ones do: each keeps its own, and the next import finds them.
    void databasesNamedLateInAFile()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris",
                         {{"One", "Lima, Ana", 2019, "", "7"},
                          {"Two", "Burt, Ben", 2018, "", "8", "PubMed"},
                          {"Three", "Cole, Cara", 2017, "", "9"}}));
        const auto more = desk.import("b.ris", {{"Two", "Burt, Ben", 2018, "", "8", "PubMed"}});
        MUST(more);
        QCOMPARE(more->repeats, 1);
        const Run run
            = desk.project->store().read([](store::Reader& r) { return r.catalog().runs.front().run; }).value();
        QCOMPARE(run.sources.size(), size_t(2));
        const FlowCounts flow = desk.flow();
        QVERIFY(std::find(flow.databases.begin(), flow.databases.end(), NamedCount{QStringLiteral("PubMed"), 1})
                != flow.databases.end());
        QCOMPARE(flow.screened, 3);
        QCOMPARE(desk.faults(), QString());
    }

    void cancelLeavesNothing()
    {
        Desk desk;
        desk.as("Ana");
        QByteArray many;
        for (int i = 0; i < 1500; ++i)
            many += ris({{qPrintable(QStringLiteral("Title %1").arg(i))}});
        ImportRequest request;
        request.file = put(desk.path("many.ris"), many);
        std::stop_source stop;
        JobContext job;
        job.stop = stop.get_token();
        job.progress = [&](const Progress& progress) {
            if (progress.done > 0)
                stop.request_stop();
        };
        const auto cancelled = Imports(*desk.project).import(request, job);
        if (!cancelled)
            QCOMPARE(int(cancelled.error().code), int(ErrorCode::Cancelled));
        else
            QSKIP("the file was read in one go");
        QCOMPARE(records(desk), size_t(0));
        QVERIFY(desk.project->review()->runs.empty());
        QVERIFY(desk.project->review()->sources.empty());
        QCOMPARE(desk.faults(), QString());
        const auto whole = Imports(*desk.project).import(request, {});
        MUST(whole);
        QCOMPARE(whole->records, 1500);
    }

    void theRawTextAndWhatCouldNotBeReadAreKept()
    {
        Desk desk;
        const QByteArray file = ris(two) + "TY  - JOUR\nER  - \n";
        const auto in = desk.import("a.ris", file);
        MUST(in);
        QCOMPARE(in->records, 2);
        QCOMPARE(in->unreadableCount, 1);
        QCOMPARE(Imports(*desk.project).unreadable(in->run)->size(), size_t(1));
        const auto raw = Records(*desk.project).rawText(desk.record(2));
        MUST(raw);
        QVERIFY(raw->find("TI  - Two") != std::string::npos);
        QVERIFY(raw->find("TI  - One") == std::string::npos);
        QVERIFY(!Records(*desk.project).rawText(RecordId(99)));
    }

    void whatIsNoBibliographyIsRefused()
    {
        Desk desk;
        desk.as("Ana");
        QVERIFY(!desk.import("empty.ris", QByteArray()));
        QVERIFY(!desk.import("text.txt", QByteArray("Dear Ben,\nplease find attached nothing.\n")));
        ImportRequest missing;
        missing.file = desk.path("missing.ris");
        MUST_FAIL(Imports(*desk.project).import(missing, {}), ErrorCode::FileMissing);
        QVERIFY(desk.project->review()->runs.empty());
    }

    void ourOwnExportCarriesVotesToAnotherProject()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", two, "Embase"));
        const auto label = Setup(*desk.project).addLabel(QStringLiteral("check, later"));
        const RecordId one = desk.record(1);
        MUST(desk.vote(Stage::Title, one, Verdict::Exclude, "Wrong topic", "not; this"));
        MUST(Screening(*desk.project, Stage::Title).label({&one, 1}, *label, true));
        for (const char* name : {"out.ris", "out.csv"}) {
            MUST(Exports(*desk.project).save(desk.path(name), ExportSet::All, {}));
            Desk other(2);
            ImportRequest request;
            request.file = desk.path(name);
            request.votesAs = {{QStringLiteral("Ana"), QStringLiteral("Ben")}};
            const auto in = Imports(*other.project).import(request, {});
            MUST(in);
            QCOMPARE(in->records, 2);
            QCOMPARE(in->alreadyHere, 0);
            QVERIFY(in->unknownPeople.isEmpty());
            other.as("Ben");
            const Screening screening(*other.project, Stage::Title);
            const auto votes = screening.myVotes();
            QCOMPARE(votes->size(), size_t(1));
            QCOMPARE(votes->at(1).verdict, Verdict::Exclude);
            QCOMPARE(votes->at(1).reason, other.reason(Stage::Title, "Wrong topic"));
            const auto remarks = screening.remarks(other.record(1));
            QCOMPARE(remarks->notes.size(), size_t(1));
            QCOMPARE(remarks->notes.front().text, QStringLiteral("not; this"));
            QCOMPARE(remarks->labels.size(), size_t(1));
            QCOMPARE(other.project->review()->labels.front().name, QStringLiteral("check, later"));
            QCOMPARE(other.faults(), QString());
        }
    }

    void votesComeInOnceTheirPeopleAreNamed()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", two, "Embase"));
        MUST(desk.vote(Stage::Title, desk.record(2), Verdict::Include));
        MUST(Exports(*desk.project).save(desk.path("out.ris"), ExportSet::All, {}));
        Desk other(2);
        ImportRequest request;
        request.file = desk.path("out.ris");
        const auto first = Imports(*other.project).import(request, {});
        MUST(first);
        QCOMPARE(first->marks, 0);
        QCOMPARE(first->unknownPeople, QStringList{QStringLiteral("Ana")});
        request.votesAs = {{QStringLiteral("Ana"), QStringLiteral("Ben")}};
        const auto again = Imports(*other.project).import(request, {});
        MUST(again);
        QCOMPARE(again->records, 0);
        QCOMPARE(again->alreadyHere, 2);
        QVERIFY(again->marks > 0);
        QVERIFY(again->unknownPeople.isEmpty());
        other.as("Ben");
        const auto votes = Screening(*other.project, Stage::Title).myVotes();
        QCOMPARE(votes->size(), size_t(1));
        QCOMPARE(votes->at(2).verdict, Verdict::Include);
        QCOMPARE(other.faults(), QString());
    }

    void ourOwnExportComesBackAsNothing()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", two, "Embase"));
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        const FlowCounts before = desk.flow();
        for (const char* name : {"out.ris", "out.csv"}) {
            MUST(Exports(*desk.project).save(desk.path(name), ExportSet::All, {}));
            ImportRequest request;
            request.file = desk.path(name);
            const auto in = Imports(*desk.project).import(request, {});
            MUST(in);
            QCOMPARE(in->records, 0);
            QCOMPARE(in->alreadyHere, 2);
        }
        QCOMPARE(desk.flow(), before);
        QCOMPARE(desk.project->review()->runs.size(), size_t(1));
        MUST(desk.import("b.ris", {{"Three"}, {"Four"}}));
        QCOMPARE(Records(*desk.project).record(desk.record(3))->record.title, std::string("Three"));
        QCOMPARE(desk.faults(), QString());
    }

    void exportsOfParts()
    {
        Desk desk(1, 1);
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        MUST(desk.vote(Stage::Title, desk.record(2), Verdict::Exclude));
        MUST(desk.vote(Stage::Fulltext, desk.record(1), Verdict::Include));
        const Exports exports(*desk.project);
        QCOMPARE(exports.save(desk.path("i.ris"), ExportSet::Included, {})->records, 1);
        QCOMPARE(exports.save(desk.path("e.ris"), ExportSet::Excluded, {})->records, 1);
        QCOMPARE(exports.save(desk.path("u.ris"), ExportSet::Unscreened, {})->records, 1);
        QCOMPARE(exports.save(desk.path("c.ris"), ExportSet::Conflicts, {})->records, 0);
        MUST_FAIL(exports.save(desk.path("x.unknown"), ExportSet::All, {}), ErrorCode::UnknownFormat);
        QVERIFY(!exports.save(desk.path("no/such/x.ris"), ExportSet::All, {}));
    }
};

WINNOW_TEST(ImportsTest)

} // namespace suite_imports

#include "test_imports.moc"
