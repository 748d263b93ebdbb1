// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Sharing.h"
#include "store/LongStep.h"
#include "store/RunTurning.h"
#include "support/Copies.h"
#include "support/FlowFaults.h"
#include "support/NaiveCounts.h"
#include "support/Suite.h"

#include <future>

namespace suite_run_turning {

using namespace winnow;
using namespace winnow::test;
using store::Priority;
using store::WriteScope;

namespace {

/// 300 reports that Ana and Ben voted on, every tenth joined with one of another import.
class Voted : public Desk {
public:
    static constexpr int records = 300;

    Voted()
    {
        withoutSync(*project);
        as("Ana");
        must(import("a.ris", std::vector<Entry>(records, Entry{"A title"})));
        must(import("b.ris", std::vector<Entry>(records, Entry{"Another title"})));
        run = project->review()->runs.front().id;
        for (int n = 1; n <= records; n += 10)
            must(Duplicates(*project).judge(record(n), record(records + n), true));
        for (const char* who : {"Ben", "Ana"}) {
            as(who);
            std::vector<VoteRequest> votes;
            for (int n = 1; n <= records; ++n)
                votes.push_back({RecordId(n), n % 3 ? Verdict::Include : Verdict::Exclude, {}, {}});
            must(Screening(*project, Stage::Title).voteMany(votes));
        }
    }
    RunId run;

    template <class T> static void must(const Result<T>& result)
    {
        if (!result)
            qFatal("%s", qPrintable(outcome(result)));
    }
    store::WriteLane& lane() { return project->store().laneForTests(); }
    [[nodiscard]] qint64 counted() const { return qint64(Records(*project).all()->size()); }
};

/// What counting from the log finds wrong, at a moment at which nothing is written.
QString wrongNow(Project& project)
{
    QString wrong;
    const auto looked = project.store().write(Priority::Bulk, [&](WriteScope&) -> Result<void> {
        wrong = naiveDifferences(project.path()).join(QLatin1Char('\n'));
        return {};
    });
    return looked ? wrong : outcome(looked);
}

} // namespace

/// An import of many records is taken back, and brought back, in portions: one step, votes between, whole after a kill.
class RunTurningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { store::recordsInOneGo = 20; }

    /// At every moment what is counted is what the records that are in make; at the end all are out.
    void votesGoBetween()
    {
        Voted desk;
        const qint64 logged = logSize(*desk.project);
        QStringList wrong;
        std::set<qint64> seen;
        int votes = 0;
        const auto taken = std::async(std::launch::async, [&] { return Imports(*desk.project).takeBack(desk.run); });
        while (taken.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
            const RecordId at(Voted::records + 2 + votes % 200);
            MUST(Screening(*desk.project, Stage::Title).vote({at, Verdict::Include, {}, {}}));
            ++votes;
            const QString now = wrongNow(*desk.project);
            if (!now.isEmpty())
                wrong << now;
            seen.insert(desk.counted());
        }
        QCOMPARE(wrong, QStringList());
        QVERIFY2(seen.size() > 3, qPrintable(QString::number(seen.size())));
        QCOMPARE(desk.counted(), qint64(Voted::records));
        QCOMPARE(logSize(*desk.project), logged + 1 + votes);
        QCOMPARE(desk.faults(), QString());
        QCOMPARE(flowFaults(*desk.project), QString());
        MUST(Imports(*desk.project).bringBack(desk.run));
        QCOMPARE(desk.counted(), qint64(2 * Voted::records));
        QCOMPARE(wrongNow(*desk.project), QString());
        QCOMPARE(desk.faults(), QString());
    }

    void undoneAndRedoneAsOneStep()
    {
        Voted desk;
        const FlowCounts whole = desk.flow();
        MUST(Imports(*desk.project).takeBack(desk.run));
        const FlowCounts without = desk.flow();
        QVERIFY(!(whole == without));
        const auto next = History(*desk.project).nextToUndo();
        MUST(next);
        QVERIFY(History::isLong(*next));
        QCOMPARE(next->changes, qint64(1));
        MUST(History(*desk.project).undo());
        QVERIFY(desk.flow() == whole);
        QCOMPARE(desk.faults(), QString());
        MUST(History(*desk.project).redo());
        QVERIFY(desk.flow() == without);
        QCOMPARE(wrongNow(*desk.project), QString());
    }

    /// The import itself, with its sources: undone, it is as if it had never come.
    void anImportIsUndone()
    {
        Desk desk;
        desk.as("Ana");
        const FlowCounts nothing = desk.flow();
        MUST(desk.import("a.ris", std::vector<Entry>(100, Entry{"A title"}), "ClinicalTrials.gov"));
        const FlowCounts whole = desk.flow();
        MUST(History(*desk.project).undo());
        QVERIFY(desk.flow() == nothing);
        QCOMPARE(desk.faults(), QString());
        QCOMPARE(wrongNow(*desk.project), QString());
        MUST(History(*desk.project).redo());
        QVERIFY(desk.flow() == whole);
        QCOMPARE(desk.faults(), QString());
    }

    void cancelledItIsAsBefore()
    {
        Voted desk;
        const FlowCounts whole = desk.flow();
        const qint64 logged = logSize(*desk.project);
        std::stop_source stop;
        JobContext job;
        job.stop = stop.get_token();
        int asked = 0;
        job.progress = [&](const Progress&) {
            if (++asked == 3)
                stop.request_stop();
        };
        MUST_FAIL(Imports(*desk.project).takeBack(desk.run, job), ErrorCode::Cancelled);
        QVERIFY(desk.flow() == whole);
        QCOMPARE(logSize(*desk.project), logged);
        QCOMPARE(desk.counted(), qint64(2 * Voted::records));
        QCOMPARE(desk.faults(), QString());
        QCOMPARE(wrongNow(*desk.project), QString());
    }

    /// After any number of portions the file is let go, as a kill leaves it: the next opening ends what counted.
    void leftInTheMiddle_data()
    {
        QTest::addColumn<int>("portions");
        for (const int n : {0, 1, 3, 8, 15, 16, 17, 18})
            QTest::addRow("%d", n) << n;
    }
    void leftInTheMiddle()
    {
        QFETCH(int, portions);
        Voted desk;
        store::LongStep step;
        const ReviewerId ana = desk.person("Ana");
        const auto inOne
            = [&](const store::WriteWork& work) { Voted::must(desk.project->store().write(Priority::Portion, work)); };
        inOne([&](WriteScope& scope) -> Result<void> {
            step = store::beginLongStep(scope, ana, 1, {desk.run.value});
            store::addToLongStep(scope, step,
                                 {{store::ChangeKind::Run, desk.run.value, int(store::RunSlot::Live), qint64(0)}});
            store::countLongStep(scope, step.id);
            return {};
        });
        for (int i = 0; i < portions; ++i)
            inOne([&](WriteScope& scope) -> Result<void> {
                (void)store::advanceLongStep(scope, step.id, 20);
                return {};
            });
        QCOMPARE(wrongNow(*desk.project), QString());
        QCOMPARE(desk.faults(), QString());
        desk.reopen();
        MUST(Sharing(*desk.project).resume({}));
        QVERIFY(!desk.project->review()->runs.front().live);
        QCOMPARE(desk.counted(), qint64(Voted::records));
        QCOMPARE(desk.faults(), QString());
        QCOMPARE(wrongNow(*desk.project), QString());
        QVERIFY(!desk.project->store().catalog()->runs.front().turning);
    }

    /// The i-th statement fails: nothing of it is there, or all is.
    void theIthStatementFails()
    {
        Voted desk;
        store::Database& db = desk.lane().databaseForTests();
        int failures = 0;
        for (qint64 i = 0; i < 1'000'000; i += 1 + i / 4) {
            db.failAtStep(i);
            const auto taken = Imports(*desk.project).takeBack(desk.run);
            db.failAtStep(-1);
            if (taken)
                break;
            ++failures;
            MUST(Sharing(*desk.project).resume({}));
            QCOMPARE(wrongNow(*desk.project), QString());
            const bool in = desk.project->review()->runs.front().live;
            QCOMPARE(desk.counted(), qint64(in ? 2 * Voted::records : Voted::records));
            if (!in)
                MUST(Imports(*desk.project).bringBack(desk.run));
        }
        QVERIFY2(failures > 10, qPrintable(QString::number(failures)));
        QCOMPARE(desk.faults(), QString());
    }

    void histories_data()
    {
        QTest::addColumn<quint32>("seed");
        const int n = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = 1; seed <= quint32(n ? n : 12); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    /// Imports taken back and brought back among all else, and sent to another copy that does the same.
    void histories()
    {
        QFETCH(quint32, seed);
        store::recordsInOneGo = 0;
        std::mt19937 random(seed);
        Copies copies(2, seed + 9000, Desk::newReview(2, 1));
        for (int round = 0; round < 6; ++round) {
            for (const Copies::Copy& copy : copies.all) {
                copy.history->act();
                const auto runs = copy.project->review()->runs;
                const RunId run = runs[random() % runs.size()].id;
                const auto turned
                    = random() % 2 ? Imports(*copy.project).takeBack(run) : Imports(*copy.project).bringBack(run);
                QVERIFY(turned || turned.error().code != ErrorCode::StoreFailed);
                const QString wrong = wrongNow(*copy.project);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong + copies.story()));
            }
            const size_t from = random() % 2;
            const QString file = copies.dir.filePath(QStringLiteral("%1.winnowz").arg(round));
            Project& sender = *copies.all[from].project;
            sender.setMe(sender.review()->reviewers.front().id);
            MUST(Sharing(sender).sendWork(file, {}, true));
            Project& receiver = *copies.all[1 - from].project;
            const auto brought = Sharing(receiver).bringIn(file, {});
            MUST(brought);
            QCOMPARE(wrongNow(receiver), QString());
            if (random() % 2 && brought->batch) {
                MUST(Sharing(receiver).takeBack(brought->batch, {}));
                QCOMPARE(wrongNow(receiver), QString());
                MUST(Sharing(receiver).bringBack(brought->batch, {}));
            }
        }
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        for (const Copies::Copy& copy : copies.all) {
            const QString wrong = wrongNow(*copy.project) + flowFaults(*copy.project) + faultsOf(*copy.project);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + copies.story()));
        }
        store::recordsInOneGo = 20;
    }
};

WINNOW_TEST(RunTurningTest)

} // namespace suite_run_turning

#include "test_run_turning.moc"
