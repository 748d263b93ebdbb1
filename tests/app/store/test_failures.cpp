// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Copies.h"
#include "support/Suite.h"

namespace suite_failures {

using namespace winnow;
using namespace winnow::test;

/// The i-th statement fails, for every i: the file stays as it was, and a second try comes to the same end.
class FailuresTest : public QObject {
    Q_OBJECT

private:
    using Work = std::function<Result<void>(Desk&)>;

    static store::Database& lane(Desk& desk) { return desk.project->store().laneForTests().databaseForTests(); }

    static void failEverywhere(Desk& desk, const Work& work, const Work& back, qint64 stride)
    {
        withoutSync(*desk.project);
        const Lines before = standingValues(desk.project->path());
        int failures = 0;
        for (qint64 i = 0; i < 5000; i += stride) {
            lane(desk).failAtStep(i);
            const auto result = work(desk);
            if (result) {
                lane(desk).failAtStep(-1);
                break;
            }
            ++failures;
            lane(desk).failAtStep(-1);
            QCOMPARE(int(result.error().code), int(ErrorCode::DiskFull));
            const QString differs = difference(before, standingValues(desk.project->path()));
            QVERIFY2(differs.isEmpty(), qPrintable(QStringLiteral("statement %1\n%2").arg(i).arg(differs)));
            if (i % 7 == 0)
                QCOMPARE(desk.faults(), QString());
        }
        QVERIFY2(failures > 5, qPrintable(QString::number(failures)));
        QCOMPARE(desk.faults(), QString());
        const Lines after = standingValues(desk.project->path());
        QVERIFY(after != before);
        if (back)
            MUST(back(desk));
        desk.reopen();
        QCOMPARE(desk.faults(), QString());
    }

    /// As failEverywhere, of many statements some.
    static void failBetween(Desk& desk, const Work& work)
    {
        withoutSync(*desk.project);
        const Lines before = standingValues(desk.project->path());
        int failures = 0;
        for (qint64 i = 0; i < 100'000; i += 1 + i / 12) {
            lane(desk).failAtStep(i);
            const auto result = work(desk);
            lane(desk).failAtStep(-1);
            if (result)
                break;
            ++failures;
            QCOMPARE(int(result.error().code), int(ErrorCode::DiskFull));
            const QString differs = difference(before, standingValues(desk.project->path()));
            QVERIFY2(differs.isEmpty(), qPrintable(QStringLiteral("statement %1\n%2").arg(i).arg(differs)));
            QCOMPARE(lane(desk).number("SELECT count(*) FROM long_step"), 0);
        }
        QVERIFY2(failures > 30, qPrintable(QString::number(failures)));
        QVERIFY(difference(before, standingValues(desk.project->path())) != QString());
        QCOMPARE(desk.faults(), QString());
    }

    static Result<void> nothing(const auto& result)
    {
        if (!result)
            return Failure(result.error());
        return {};
    }

private Q_SLOTS:
    void voting()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        failEverywhere(
            desk, [](Desk& d) { return d.vote(Stage::Title, d.record(1), Verdict::Exclude, "Wrong topic", "no"); }, {},
            1);
        QCOMPARE(desk.place(desk.record(1)), Place::TitleExcluded);
    }

    void importing()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One", "Lima, Ana", 2019, "", "A1"}}, "Embase"));
        put(desk.path("b.ris"), ris({{"One", "Lima, Ana", 2019, "", "A1"}, {"Two", "Burt, Ben", 2018, "", "A2"}}));
        failEverywhere(
            desk,
            [](Desk& d) {
                ImportRequest request;
                request.file = d.path("b.ris");
                request.source = QStringLiteral("Embase");
                return nothing(Imports(*d.project).import(request, {}));
            },
            {}, 1);
        const FlowCounts flow = desk.flow();
        QCOMPARE(flow.identifiedDatabases(), 2);
        QCOMPARE(flow.screened, 2);
        QCOMPARE(desk.project->review()->runs.size(), size_t(2));
    }

    void joining()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One", "Lima, Ana", 2019, "10.1000/a"}, {"Two", "Burt, Ben", 2018, "10.1000/b"}}));
        MUST(desk.import("b.ris",
                         {{"One", "Lima, Ana", 2019, "10.1000/a"}, {"Two", "Burt, Ben", 2018, "10.1000/b", "X2"}}));
        MUST(desk.vote(Stage::Title, desk.record(3), Verdict::Include));
        failEverywhere(
            desk, [](Desk& d) { return nothing(Duplicates(*d.project).find({})); }, {}, 1);
        QCOMPARE(Records(*desk.project).reports()->size(), size_t(2));
    }

    /// A run and its undo that go through the lane in portions, each failing once at many of its statements.
    void joiningMany()
    {
        Desk desk;
        desk.as("Ana");
        QByteArray file;
        for (int i = 0; i < 80; ++i) {
            const QByteArray doi = "10.1000/" + QByteArray::number(i);
            const QByteArray title = "Title number " + QByteArray::number(i * i);
            file += ris({{title.constData(), "Lima, Ana", 2019, doi.constData()},
                         {title.constData(), "Lima, Ana", 2019, doi.constData()}});
        }
        MUST(desk.import("a.ris", file));
        failBetween(desk, [](Desk& d) { return nothing(Duplicates(*d.project).find({})); });
        QCOMPARE(Records(*desk.project).reports()->size(), size_t(80));
        failBetween(desk, [](Desk& d) { return nothing(History(*d.project).undo()); });
        QCOMPARE(Records(*desk.project).reports()->size(), size_t(160));
        QCOMPARE(lane(desk).number("SELECT count(*) FROM change WHERE live = 0"), 0);
    }

    void undoing()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        failEverywhere(
            desk, [](Desk& d) { return nothing(History(*d.project).undo()); },
            [](Desk& d) { return nothing(History(*d.project).redo()); }, 1);
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
    }

    void bringingIn()
    {
        Copies copies(2, 77, Desk::newReview(2, 1));
        copies.act(1, 12);
        for (int n = 0; n < randomFiles; ++n) {
            if (copies.all[1].history->has(n) && !copies.all[0].history->has(n))
                MUST(copies.all[0].history->import(n));
        }
        Project& project = *copies.all[0].project;
        const auto changes = changesOf(*copies.all[1].project);
        const Lines before = copies.state(0);
        store::Database& db = project.store().laneForTests().databaseForTests();
        qint64 i = 0;
        for (; i < 20000; i += 1 + i / 40) {
            db.failAtStep(i);
            const auto brought = bring(project, changes);
            db.failAtStep(-1);
            if (brought)
                break;
            QCOMPARE(difference(before, copies.state(0)), QString());
        }
        QVERIFY(i > 50);
        QCOMPARE(faultsOf(project), QString());
    }
};

WINNOW_TEST(FailuresTest)

} // namespace suite_failures

#include "test_failures.moc"
