// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Sharing.h"
#include "support/CountingVfs.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <QProcess>

#include <map>
#include <random>
#include <set>

#include <csignal>

namespace suite_kill {

using namespace winnow;
using namespace winnow::test;

/// A process that is killed loses no vote that it confirmed. Since a kill alone does not show what a power cut would,
/// the syncs are counted as well: one for each vote.
class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { countSyncs(); }

    void everyVoteIsSyncedOnce()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
        store::Database& lane = desk.project->store().laneForTests().databaseForTests();
        QCOMPARE(lane.number("PRAGMA synchronous"), 2);
        store::Statement mode = lane.prepare("PRAGMA journal_mode");
        QVERIFY(mode.step());
        QCOMPARE(mode.string(0), std::string("wal"));
        mode.reset();
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        for (int n = 1; n <= 3; ++n) {
            const int before = walSyncs();
            MUST(desk.vote(Stage::Title, desk.record(n), Verdict::Exclude, "", "why"));
            QCOMPARE(walSyncs() - before, 1);
        }
    }

    /// A batch that counts only with a later commit is not waited for; the next vote takes it to the disk, too.
    void portionsAreSyncedByTheNextVote()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", std::vector<Entry>(1, Entry{"One"})));
        store::Store& store = desk.project->store();
        const auto load = [&](store::Priority priority) {
            return store.write(priority, [](store::WriteScope& scope) -> Result<void> {
                scope.db().execute("INSERT OR REPLACE INTO meta(key, value) VALUES('of a test', random())");
                return {};
            });
        };
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Include));
        int before = walSyncs();
        MUST(load(store::Priority::Portion));
        QCOMPARE(walSyncs() - before, 0);
        before = walSyncs();
        MUST(desk.vote(Stage::Title, desk.record(1), Verdict::Exclude, "", "why"));
        QCOMPARE(walSyncs() - before, 1);
        MUST(load(store::Priority::Bulk));
        QCOMPARE(walSyncs() - before, 2);
    }

    void killedAtRandomMoments()
    {
        Desk desk;
        desk.as("Ana");
        std::vector<Entry> entries(8, Entry{"A title"});
        MUST(desk.import("a.ris", entries));
        QStringList files{desk.project->path()};
        for (int i = 0; i < 20; ++i) {
            const QByteArray title = "Title of file " + QByteArray::number(i);
            files << put(desk.path(qPrintable(QStringLiteral("more%1.ris").arg(i))),
                         ris(std::vector<Entry>(40, Entry{title.constData()})));
        }
        const QString path = desk.project->path();
        const ReviewerId ana = desk.person("Ana");
        desk.project.reset();
        std::mt19937 random(4711);
        int confirmed = 0;
        for (int round = 0; round < 100; ++round) {
            QProcess voter;
            voter.start(QStringLiteral(WINNOW_VOTER), files);
            QVERIFY(voter.waitForStarted());
            // Killed some moments after a number of votes that chance says, on a fast machine and on a slow one.
            QByteArray told;
            for (const auto lines = 1 + random() % 8; told.count('\n') < qsizetype(lines); told += voter.readAll())
                QVERIFY(voter.bytesAvailable() || voter.waitForReadyRead(20000));
            QTest::qWait(int(random() % 40));
            ::kill(pid_t(voter.processId()), SIGKILL);
            voter.waitForFinished();
            told += voter.readAll();
            std::map<qint64, int> last;
            const auto lines = told.split('\n');
            for (qsizetype i = 0; i + 1 < lines.size(); ++i) { // what stands behind the last line break was cut off
                const auto words = lines[i].split(' ');
                if (words.size() == 2)
                    last[words[0].toLongLong()] = words[1].toInt();
            }
            confirmed += int(lines.size()) - 2;
            auto project = Project::open(path, Project::Access::Write, desk.clock);
            MUST(project); // the dead process holds no lock
            (*project)->setMe(ana);
            const auto votes = Screening(**project, Stage::Title).myVotes();
            MUST(votes);
            for (const auto& [record, verdict] : last) {
                // The next one may have been written, too, and not told any more.
                const int now = int(votes->at(record).verdict);
                QVERIFY2(
                    now == verdict || now == verdict % 3 + 1,
                    qPrintable(
                        QStringLiteral("round %1 record %2: %3, not %4").arg(round).arg(record).arg(now).arg(verdict)));
            }
            if (round % 4 == 0)
                QCOMPARE(faultsOf(**project), QString());
            if (round % 10 == 9) {
                MUST(Imports(**project).sweep({}));
                QCOMPARE(faultsOf(**project), QString());
            }
        }
        QVERIFY2(confirmed > 100, qPrintable(QString::number(confirmed)));
    }

    /// A bring-in that is killed is swept or ended at the next opening: all of it is there, or nothing.
    void killedWhileBringingIn()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", std::vector<Entry>(60, Entry{"A title"})));
        MUST(desk.project->store().backupTo(desk.path("ben.winnow")));
        {
            FixedClock clock(desk.clock.now() + 1000, 1);
            const auto ben = Project::open(desk.path("ben.winnow"), Project::Access::Write, clock);
            MUST(ben);
            (*ben)->setMe(desk.person("Ben"));
            for (int round = 0; round < 20; ++round) {
                std::vector<VoteRequest> votes;
                const auto queue = Screening(**ben, Stage::Title).queue();
                for (const RecordId report : *queue)
                    votes.push_back({report, round % 2 ? Verdict::Include : Verdict::Exclude, {}, {}});
                MUST(Screening(**ben, Stage::Title).voteMany(votes));
            }
            MUST(Sharing(**ben).sendWork(desk.path("b.winnowz"), {}));
        }
        const QString path = desk.project->path();
        desk.project.reset();
        std::mt19937 random(99);
        std::set<qint64> seen;
        for (int round = 0; round < 40; ++round) {
            QProcess voter;
            voter.start(QStringLiteral(WINNOW_VOTER), {path, desk.path("b.winnowz")});
            QVERIFY(voter.waitForStarted());
            QVERIFY(voter.waitForReadyRead(20000));
            QTest::qWait(int(random() % 50) + round * 40); // before, in the middle and after
            ::kill(pid_t(voter.processId()), SIGKILL);
            voter.waitForFinished();
            auto project = Project::open(path, Project::Access::Write, desk.clock);
            MUST(project);
            if (round % 3 == 0)
                QCOMPARE(faultsOf(**project), QString()); // in the middle of it, too
            MUST(Sharing(**project).resume({}));
            store::Database& db = (*project)->store().laneForTests().databaseForTests();
            const qint64 live = db.number("SELECT count(*) FROM change JOIN arrival USING(seq) WHERE live = 1");
            QVERIFY2(live % 1200 == 0, qPrintable(QString::number(live)));
            seen.insert(live > 0);
            QCOMPARE(db.number("SELECT count(*) FROM batch WHERE loaded = 0 OR cursor IS NOT NULL"), 0);
            if (round % 5 == 0)
                QCOMPARE(faultsOf(**project), QString());
        }
        QCOMPARE(seen.size(), size_t(2)); // killed before and after
    }

    /// A run that joins, or its undo, killed in the middle: the next opening makes it whole, or nothing of it is there.
    void killedWhileJoining()
    {
        Desk desk(1);
        desk.as("Ana");
        constexpr qint64 pairs = 400;
        QByteArray file;
        for (int i = 0; i < pairs; ++i) {
            const QByteArray doi = "10.1000/" + QByteArray::number(i);
            const QByteArray title = "Title number " + QByteArray::number(i * i);
            file += ris({{title.constData(), "Lima, Ana", 2019, doi.constData()},
                         {title.constData(), "Lima, Ana", 2019, doi.constData()}});
        }
        MUST(desk.import("a.ris", file));
        const QString path = desk.project->path();
        desk.project.reset();
        std::mt19937 random(7);
        std::set<qint64> seen;
        int unfinished = 0;
        for (int round = 0; round < 40; ++round) {
            QProcess voter;
            voter.start(QStringLiteral(WINNOW_VOTER), {path, QStringLiteral("join")});
            QVERIFY(voter.waitForStarted());
            QVERIFY(voter.waitForReadyRead(20000));
            QTest::qWait(int(random() % 50) + round * 20);
            ::kill(pid_t(voter.processId()), SIGKILL);
            voter.waitForFinished();
            auto project = Project::open(path, Project::Access::Write, desk.clock);
            MUST(project);
            store::Database& db = (*project)->store().laneForTests().databaseForTests();
            unfinished += int(db.number("SELECT count(*) FROM long_step"));
            if (round % 3 == 0)
                QCOMPARE(faultsOf(**project), QString()); // in the middle of it, too
            MUST(Sharing(**project).resume({}));
            QCOMPARE(db.number("SELECT count(*) FROM long_step"), 0);
            QCOMPARE(db.number("SELECT count(*) FROM change WHERE live = 0"), 0);
            const qint64 joined = db.number("SELECT count(*) FROM record WHERE report <> id");
            QVERIFY2(joined == 0 || joined == pairs, qPrintable(QString::number(joined)));
            seen.insert(joined);
            if (round % 5 == 0)
                QCOMPARE(faultsOf(**project), QString());
        }
        QVERIFY2(unfinished > 3, qPrintable(QString::number(unfinished)));
        QCOMPARE(seen.size(), size_t(2)); // killed before and after
    }
};

WINNOW_TEST(KillTest)

} // namespace suite_kill

#include "test_kill.moc"
