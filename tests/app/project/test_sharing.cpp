// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Sharing.h"
#include "store/Database.h"
#include "support/Exchange.h"
#include "support/ReviewDsl.h"
#include "support/StateDump.h"
#include "support/Suite.h"

#include <quazip/quagzipfile.h>

namespace suite_sharing {

using namespace winnow;
using namespace winnow::test;

namespace {

/// A coauthor with a project file of an own.
struct Seat {
    FixedClock clock{1'767'225'700'000, 1};
    std::unique_ptr<Project> project;

    [[nodiscard]] RecordId record(int n) const
    {
        const auto all = Records(*project).all();
        return all && size_t(n) <= all->size() ? (*all)[size_t(n) - 1] : RecordId();
    }
    Result<void> vote(int n, Verdict verdict, const char* note = "")
    {
        return Screening(*project, Stage::Title).vote({record(n), verdict, {}, QString::fromLatin1(note)});
    }
    Result<void> open(const Result<OwnCopy>& copy)
    {
        if (!copy)
            return Failure(copy.error());
        auto opened = Project::open(copy->file, Project::Access::Write, clock);
        if (!opened)
            return Failure(opened.error());
        project = std::move(*opened);
        project->setMe(copy->me);
        return {};
    }
};

qint64 number(const QString& path, const char* sql)
{
    store::Database db(path, store::Database::Mode::ReadWrite);
    return db.number(sql);
}

constexpr char personalChanges[] = "SELECT count(*) FROM change WHERE kind BETWEEN 11 AND 14";

} // namespace

/// The story that must work (rules.md E).
class SharingTest : public QObject {
    Q_OBJECT

private:
    static Result<void> setUp(Desk& ana)
    {
        ana.as("Ana");
        const auto imported
            = ana.import("a.ris", {{"One", "Lima, Ana", 2019, "10.1000/a"}, {"Two"}, {"Three"}, {"Four"}}, "PubMed");
        return imported ? Result<void>() : Result<void>(Failure(imported.error()));
    }
    static Result<void> seat(Desk& ana, const char* name, Seat& guest)
    {
        const QString start = ana.path(qPrintable(QStringLiteral("start-%1.winnowz").arg(QLatin1String(name))));
        const auto invited = Sharing(*ana.project).invite(ana.person(name), start, {});
        if (!invited)
            return Failure(invited.error());
        const QString out = ana.path(qPrintable(QStringLiteral("%1.winnow").arg(QLatin1String(name))));
        return guest.open(Sharing::accept(start, out, guest.clock, {}));
    }
    static Result<BroughtIn> pass(Project& from, Project& to, const QString& file)
    {
        if (const auto sent = Sharing(from).sendWork(file, {}); !sent)
            return Failure(sent.error());
        return Sharing(to).bringIn(file, {});
    }

private Q_SLOTS:
    void anInvitationHoldsNobodysVotes()
    {
        Desk ana;
        MUST(setUp(ana));
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Exclude, "Wrong topic", "no, no"));
        const auto sent = Sharing(*ana.project).invite(ana.person("Ben"), ana.path("s.winnowz"), {});
        MUST(sent);
        QCOMPARE(sent->imports, 1);
        QVERIFY(sent->letter.contains(QStringLiteral("Ben")) && sent->letter.contains(QStringLiteral("s.winnowz")));
        QVERIFY(!sent->tooLargeForMail);
        const auto info = Sharing::lookAt(ana.path("s.winnowz"));
        MUST(info);
        QCOMPARE(info->kind, BundleKind::Start);
        QCOMPARE(info->title, QStringLiteral("Walking"));
        QCOMPARE(info->sender, QStringLiteral("Ana"));
        QCOMPARE(info->receiver, QStringLiteral("Ben"));
        QCOMPARE(info->projectUid, ana.project->uid());
        QVERIFY(Sharing(*ana.project).notReady()->empty());
        QCOMPARE(Sharing(*ana.project).suggestedName(BundleKind::Start, ana.person("Ben")),
                 QStringLiteral("Walking – start – for Ben.winnowz"));

        FixedClock clock;
        const auto copy = Sharing::accept(ana.path("s.winnowz"), ana.path("ben.winnow"), clock, {});
        MUST(copy);
        QCOMPARE(copy->name, QStringLiteral("Ben"));
        QCOMPARE(number(copy->file, personalChanges), 0);
        QCOMPARE(number(copy->file, "SELECT count(*) FROM batch"), 0);
        const auto project = Project::open(copy->file, Project::Access::Write, clock);
        MUST(project);
        QCOMPARE((*project)->uid(), ana.project->uid());
        QCOMPARE(Records(**project).all()->size(), size_t(4));
        QCOMPARE(Records(**project).uid(RecordId(1)), Records(*ana.project).uid(RecordId(1)));
        QCOMPARE(Records(**project).rawText(RecordId(2)).value(), Records(*ana.project).rawText(RecordId(2)).value());
        QCOMPARE(Records(**project).record(RecordId(1))->record, Records(*ana.project).record(RecordId(1))->record);
        QCOMPARE(faultsOf(**project), QString());
        MUST_FAIL(Sharing::accept(ana.path("s.winnowz"), ana.path("ben.winnow"), clock, {}), ErrorCode::FileExists);
        QVERIFY(!QFile::exists(ana.path("ben.winnow.part")));
    }

    void sharingTooEarlyIsWarnedAbout()
    {
        Desk ana(5);
        ana.as("Ana");
        QCOMPARE(*Sharing(*ana.project).notReady(), (std::vector{NotReady::Imports, NotReady::People}));
        MUST(ana.import("a.ris", std::vector<Entry>{{"One"}}));
        MUST(ana.import("b.ris", {{"One"}, {"Two"}}));
        QCOMPARE(*Sharing(*ana.project).notReady(), (std::vector{NotReady::Duplicates, NotReady::People}));
    }

    void workGoesToAndFro()
    {
        Desk ana;
        Seat ben;
        MUST(setUp(ana));
        MUST(seat(ana, "Ben", ben));
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Include));
        MUST(ben.vote(1, Verdict::Exclude, "animals"));
        MUST(ben.vote(2, Verdict::Include));
        QCOMPARE(Sharing(*ben.project).workToSend()->waiting, 3);
        QVERIFY(!Sharing(*ben.project).workToSend()->lastSent);
        const QString file = ana.path("ben1.winnowz");
        const auto sent = Sharing(*ben.project).sendWork(file, {});
        MUST(sent);
        QCOMPARE(sent->imports, 0); // Ana has them: she sent them
        QCOMPARE(Sharing(*ben.project).workToSend()->waiting, 0);
        QVERIFY(Sharing(*ben.project).workToSend()->lastSent);

        Sharing sharing(*ana.project);
        const auto preview = sharing.previewOf(file, {});
        MUST(preview);
        QCOMPARE(preview->people.size(), size_t(1));
        QCOMPARE(preview->people[0].person, QStringLiteral("Ben"));
        QCOMPARE(preview->people[0].votes, 2);
        QCOMPARE(preview->people[0].notes, 1);
        QCOMPARE(preview->added, 3);
        QCOMPARE(preview->clashes, 0);
        QVERIFY(!preview->inMyName);
        QCOMPARE(preview->fromTheFuture, 0);
        const auto brought = sharing.bringIn(file, {});
        MUST(brought);
        QCOMPARE(brought->added, 3);
        QVERIFY(sharing.previewOf(file, {})->nothingNew());
        const auto again = sharing.bringIn(file, {});
        MUST(again);
        QCOMPARE(again->batch, 0);
        QCOMPARE(sharing.bringIns()->size(), size_t(1));
        QCOMPARE(sharing.bringIns()->front().info.sender, QStringLiteral("Ben"));
        QCOMPARE(ana.faults(), QString());

        // Ben's votes are here, and Ana sees nothing of them (rules.md C1).
        QCOMPARE(number(ana.project->path(), personalChanges), 4);
        const auto told = History(*ana.project).entries(0, 1000);
        MUST(told);
        for (const LogEntry& entry : *told)
            QVERIFY(entry.by != ana.person("Ben"));
        const auto needed = sharing.stillNeeded(Stage::Title);
        MUST(needed);
        QCOMPARE(needed->reports, 3);
        QCOMPARE(needed->people.size(), size_t(3));
        QVERIFY(needed->people[1].heard && !needed->people[2].heard);
        QCOMPARE(needed->people[1].votes, 2);

        const Lines with = sharedState(ana.project->path());
        MUST(sharing.takeBack(brought->batch, {}));
        QCOMPARE(ana.faults(), QString());
        QVERIFY(sharedState(ana.project->path()) != with);
        QVERIFY(!sharing.bringIns()->front().live);
        QCOMPARE(sharing.previewOf(file, {})->restored, 3);
        const auto restored = sharing.bringIn(file, {});
        MUST(restored);
        QCOMPARE(restored->restored, 3);
        QCOMPARE(difference(with, sharedState(ana.project->path())), QString());
        MUST(sharing.takeBack(restored->batch, {}));
        MUST(sharing.bringBack(brought->batch, {}));
        QCOMPARE(difference(with, sharedState(ana.project->path())), QString());
        MUST_FAIL(sharing.takeBack(77, {}), ErrorCode::UnknownBringIn);
    }

    void conflictsAreSettledByAThird()
    {
        Desk ana;
        Seat ben;
        Seat cara;
        MUST(setUp(ana));
        MUST(seat(ana, "Ben", ben));
        for (int n = 1; n <= 4; ++n) {
            MUST(ana.vote(Stage::Title, ana.record(n), n < 3 ? Verdict::Include : Verdict::Exclude));
            MUST(ben.vote(n, n == 2 ? Verdict::Include : Verdict::Exclude, "secret"));
        }
        MUST(pass(*ben.project, *ana.project, ana.path("b.winnowz")));
        QCOMPARE(Sharing(*ana.project).stillNeeded(Stage::Title)->reports, 0);
        QVERIFY(Sharing(*ana.project).stillNeeded(Stage::Title)->people.empty());
        Conflicts conflicts(*ana.project, Stage::Title);
        MUST_FAIL(Sharing(*ana.project).conflictsFor(Stage::Title, ana.person("Cara"), ana.path("c.winnowz"), {}),
                  ErrorCode::NotInConflict); // not opened yet
        MUST(conflicts.openBatch());
        const auto sent
            = Sharing(*ana.project).conflictsFor(Stage::Title, ana.person("Cara"), ana.path("c.winnowz"), {});
        MUST(sent);
        MUST(cara.open(Sharing::accept(ana.path("c.winnowz"), ana.path("cara.winnow"), cara.clock, {})));
        QCOMPARE(number(cara.project->path(), personalChanges), 0);
        QCOMPARE(number(cara.project->path(), "SELECT count(*) FROM opened"), 1);
        Conflicts hers(*cara.project, Stage::Title);
        const auto list = hers.list();
        MUST(list);
        QCOMPARE(list->size(), size_t(1));
        QVERIFY(list->front().opened && list->front().referredTo == cara.project->me());
        QVERIFY(hers.cards(list->front().report)->empty());

        // The others comment; the resolver's copy decides (rules.md E10).
        const std::vector<Conflicts::Decision> decision{{ana.record(1), Verdict::Exclude, {}}};
        const auto refused = conflicts.resolve(decision, ResolvedHow::Discussion);
        MUST(refused);
        QCOMPARE(refused->rejected.size(), size_t(1));
        QCOMPARE(refused->rejected[0].error.code, ErrorCode::ReferredToAnother);
        const std::vector<Conflicts::Decision> hersIs{{list->front().report, Verdict::Include, {}}};
        const auto settled = hers.resolve(hersIs, ResolvedHow::ThirdPerson);
        MUST(settled);
        QCOMPARE(settled->applied, 1);
        QVERIFY(hers.list()->empty());

        MUST(pass(*cara.project, *ana.project, ana.path("c2.winnowz")));
        QCOMPARE(ana.place(ana.record(1)), Place::Sought);
        QVERIFY(conflicts.list()->empty());
        MUST(Sharing(*ben.project).bringIn(ana.path("c2.winnowz"), {}));
        MUST(pass(*ana.project, *ben.project, ana.path("a2.winnowz")));
        MUST(pass(*ben.project, *ana.project, ana.path("b2.winnowz")));
        QCOMPARE(Sharing(*ana.project).checkCode().value(), Sharing(*ben.project).checkCode().value());
        QCOMPARE(Sharing(*ana.project).checkCode()->size(), 9);
        QVERIFY(Sharing(*ana.project).checkCode().value() != Sharing(*cara.project).checkCode().value());
        MUST(Sharing(*cara.project).bringIn(ana.path("a2.winnowz"), {}));
        MUST(Sharing(*cara.project).bringIn(ana.path("b2.winnowz"), {}));
        QCOMPARE(Sharing(*ana.project).checkCode().value(), Sharing(*cara.project).checkCode().value());
        QCOMPARE(difference(sharedState(ana.project->path()), sharedState(cara.project->path())), QString());
        QCOMPARE(ana.faults(), QString());
        QCOMPARE(faultsOf(*cara.project), QString());
    }

    void decidedTwiceIsForetold()
    {
        Desk ana(2);
        Seat ben;
        MUST(setUp(ana));
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Include));
        MUST(seat(ana, "Ben", ben));
        MUST(ben.vote(1, Verdict::Exclude));
        MUST(pass(*ben.project, *ana.project, ana.path("1.winnowz")));
        MUST(Conflicts(*ana.project, Stage::Title).openBatch());
        MUST(pass(*ana.project, *ben.project, ana.path("2.winnowz")));
        const std::vector<Conflicts::Decision> in{{ana.record(1), Verdict::Include, {}}};
        const std::vector<Conflicts::Decision> out{{ben.record(1), Verdict::Exclude, {}}};
        MUST(Conflicts(*ana.project, Stage::Title).resolve(in, ResolvedHow::Discussion));
        MUST(Conflicts(*ben.project, Stage::Title).resolve(out, ResolvedHow::Discussion));
        MUST(Sharing(*ben.project).sendWork(ana.path("3.winnowz"), {}));
        QCOMPARE(Sharing(*ana.project).previewOf(ana.path("3.winnowz"), {})->clashes, 1);
        MUST(Sharing(*ana.project).bringIn(ana.path("3.winnowz"), {}));
        const auto list = Conflicts(*ana.project, Stage::Title).list();
        MUST(list);
        QCOMPARE(list->size(), size_t(1));
        QCOMPARE(list->front().kind, ConflictKind::DecidedTwice);
    }

    void anotherReviewIsRefusedByName()
    {
        Desk ana;
        Desk other;
        MUST(setUp(ana));
        other.as("Ana");
        ReviewSettings settings = other.project->review()->settings;
        settings.title = QStringLiteral("Swimming");
        MUST(Setup(*other.project).save(settings));
        MUST(Sharing(*other.project).sendWork(ana.path("o.winnowz"), {}));
        const auto refused = Sharing(*ana.project).bringIn(ana.path("o.winnowz"), {});
        MUST_FAIL(refused, ErrorCode::OtherReview);
        QVERIFY(refused.error().context.contains(QStringLiteral("Swimming")));
        QVERIFY(refused.error().detail.contains(QStringLiteral("Walking")));
        MUST_FAIL(Sharing(*ana.project).bringIn(other.project->path(), {}), ErrorCode::OtherReview);
    }

    void anotherCopyComesInWhole()
    {
        Desk ana;
        MUST(setUp(ana));
        const QString copied = ana.path("copied.winnow");
        MUST(ana.project->store().backupTo(copied));
        Seat ben;
        auto opened = Project::open(copied, Project::Access::Write, ben.clock);
        MUST(opened);
        ben.project = std::move(*opened);
        ben.project->setMe(ana.person("Ben"));
        MUST(ben.vote(1, Verdict::Include));
        put(ana.path("b.ris"), ris({{"Five"}, {"Six"}}));
        ImportRequest request;
        request.file = ana.path("b.ris");
        MUST(Imports(*ben.project).import(request, {}));
        const auto preview = Sharing(*ana.project).previewOf(copied, {});
        MUST(preview);
        QCOMPARE(preview->imports, (std::vector<NewImport>{{QStringLiteral("b.ris"), 2}}));
        MUST(Sharing(*ana.project).bringIn(copied, {}));
        QCOMPARE(Records(*ana.project).all()->size(), size_t(6));
        QCOMPARE(difference(sharedState(ana.project->path()), sharedState(copied)), QString());
        QCOMPARE(ana.faults(), QString());
    }

    void aCoauthorsFileBecomesMyCopy()
    {
        Desk ana;
        MUST(setUp(ana));
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Include));
        Seat ben;
        MUST(ben.open(
            Sharing::copyFor(ana.project->path(), QStringLiteral("Ben"), ana.path("mine.winnow"), ben.clock, {})));
        QCOMPARE(ben.project->me(), ben.project->review()->reviewer(u"Ben")->id);
        QCOMPARE(number(ben.project->path(), personalChanges), 0);
        MUST_FAIL(Sharing::copyFor(ana.project->path(), QStringLiteral("Zoe"), ana.path("z.winnow"), ben.clock, {}),
                  ErrorCode::UnknownReviewer);
    }

    /// What is kept of a packed export is its contents, and these travel.
    void aPackedExportTravels()
    {
        Desk ana;
        ana.as("Ana");
        QuaGzipFile packed(ana.path("a.ris.gz"));
        QVERIFY(packed.open(QIODevice::WriteOnly));
        const QByteArray bytes = ris({{"One"}, {"Two"}});
        QCOMPARE(packed.write(bytes), bytes.size());
        packed.close();
        ImportRequest request;
        request.file = ana.path("a.ris.gz");
        MUST(Imports(*ana.project).import(request, {}));
        Seat ben;
        MUST(seat(ana, "Ben", ben));
        QCOMPARE(Records(*ben.project).rawText(RecordId(2)).value(),
                 Records(*ana.project).rawText(RecordId(2)).value());
        QCOMPARE(faultsOf(*ben.project), QString());
    }

    /// What a person said of a file's encoding and columns, and entries mended by hand, are part of what an import is
    /// named after; even if it was undone and brought back meanwhile.
    void toldAndMendedImportsTravel()
    {
        Desk ana;
        ana.as("Ana");
        put(ana.path("told.csv"), "Nr,Was,Wer\n1,\x8ein,Burt\n2,Zwei,Smith\n");
        ImportRequest told;
        told.file = ana.path("told.csv");
        told.reading.encoding = QStringLiteral("macintosh");
        told.reading.columns = {{QStringLiteral("Was"), QStringLiteral("title")}};
        MUST(Imports(*ana.project).import(told, {}));
        put(ana.path("broken.ris"), "TY  - JOUR\nTI  - One\nER  - \n\nTY  - JOUR\nDB  - Embase\nER  - \n");
        ImportRequest broken;
        broken.file = ana.path("broken.ris");
        const auto in = Imports(*ana.project).import(broken, {});
        MUST(in);
        QCOMPARE(in->unreadableCount, 1);
        const qint64 line = in->unreadable.front().line;
        const auto mended = Imports(*ana.project).mend(in->run, {{line, "TY  - JOUR\nTI  - Two\nER  - "}}, {});
        MUST(mended);
        QCOMPARE(mended->records, 1);
        const auto undone = History(*ana.project).undo();
        MUST(undone);
        Seat ben;
        MUST(seat(ana, "Ben", ben));
        QCOMPARE(difference(sharedState(ana.project->path()), sharedState(ben.project->path())), QString());
        QCOMPARE(faultsOf(*ben.project), QString());
    }

    void aCancelledBringInLeavesNothing()
    {
        Desk ana;
        Seat ben;
        MUST(setUp(ana));
        MUST(seat(ana, "Ben", ben));
        MUST(ben.vote(1, Verdict::Exclude));
        MUST(Sharing(*ben.project).sendWork(ana.path("b.winnowz"), {}));
        const Lines before = sharedState(ana.project->path());
        std::stop_source stop;
        stop.request_stop();
        MUST_FAIL(Sharing(*ana.project).bringIn(ana.path("b.winnowz"), {stop.get_token(), {}}), ErrorCode::Cancelled);
        QCOMPARE(difference(before, sharedState(ana.project->path())), QString());
        QCOMPARE(number(ana.project->path(), "SELECT count(*) FROM change WHERE live = 0"), 0);
        QVERIFY(Sharing(*ana.project).bringIns()->empty());
    }
};

WINNOW_TEST(SharingTest)

} // namespace suite_sharing

#include "test_sharing.moc"
