// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellRoom.h"

#include "project/Records.h"
#include "project/Setup.h"
#include "shell/Notices.h"
#include "shell/StatusLine.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/ProgressPill.h"

#include <QPushButton>
#include <QSignalSpy>

#include <condition_variable>
#include <future>
#include <mutex>

namespace suite_jobs_shown {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ShellRoom;

namespace {

struct Room : ShellRoom {
    Room()
    {
        shell->session().openFile(review("team.winnow"));
        QVERIFY(opened());
        QTRY_VERIFY(!jobs().busy());
    }
    Jobs& jobs() { return shell->session().open()->jobs; }
    QString said() { return window().notices()->text(); }
    void fail(const char* job)
    {
        jobs().start(QString::fromLatin1(job), [](const JobContext&) {
            return Result<void>(winnow::fail(ErrorCode::DiskFull, QStringLiteral("stick")));
        });
        QTRY_VERIFY(said().contains(QStringLiteral("no room left on the disk")));
        QTRY_VERIFY(!jobs().busy());
    }
    void succeed(const char* job)
    {
        jobs().start(QString::fromLatin1(job), [](const JobContext&) { return Result<void>(); });
        QTRY_VERIFY(!jobs().busy());
    }
};

} // namespace

/// How the window shows the jobs of the review that is open, and whose they are.
class JobsShownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aJobIsShownAndCancelled()
    {
        Room room;
        Jobs& jobs = room.jobs();
        ProgressPill& pill = *room.window().status()->pill();
        QVERIFY(!pill.isVisible());
        QSignalSpy ended(&jobs, &Jobs::ended);
        jobs.start(QStringLiteral("Counting sheep"), [](const JobContext& job) -> Result<void> {
            job.report(1, 2);
            std::mutex mutex;
            std::condition_variable_any stopped;
            std::unique_lock lock(mutex);
            stopped.wait(lock, job.stop, [] { return false; });
            return fail(ErrorCode::Cancelled);
        });
        QTRY_VERIFY(pill.isVisible());
        QTRY_COMPARE(pill.percentText(), QStringLiteral("50 %"));
        QTest::mouseClick(pill.cancelButton(), Qt::LeftButton);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended[0][1].value<Outcome>(), Outcome::Cancelled);
        QVERIFY(!pill.isVisible());
    }

    void aFailedJobIsSaid()
    {
        Room room;
        room.fail("Filling the disk");
        QTRY_VERIFY(!room.window().status()->pill()->isVisible());
    }

    /// What went wrong is said until it is closed, or tried again: a search that goes on is not told as failed.
    void aFailureIsSaidUntilItIsTriedAgain()
    {
        Room room;
        room.fail("Searching PubMed");
        room.succeed("Another thing");
        QVERIFY(!room.said().isEmpty());
        room.succeed("Searching PubMed");
        QCOMPARE(room.said(), QString());
        QVERIFY(!room.window().notices()->isVisible());
    }

    /// What was said since stays: it was not the failure.
    void tryingAgainLeavesNewerNewsAlone()
    {
        Room room;
        room.fail("Searching PubMed");
        room.window().notices()->say(QStringLiteral("Two records were added"));
        room.succeed("Searching PubMed");
        QCOMPARE(room.said(), QStringLiteral("Two records were added"));
    }

    /// Ana begins, Ben sits down: what her job writes is hers.
    void aJobIsByWhoStartedIt()
    {
        Room room;
        Project& project = *room.project();
        Session& session = room.shell->session();
        const std::vector<Reviewer> people = project.review()->reviewers;
        session.setMe(people[0].id);
        std::promise<void> benSits;
        room.jobs().start(QStringLiteral("Long"), [&](const JobContext&) -> Result<void> {
            benSits.get_future().wait();
            const auto added = Setup(project).addReason(Stage::Title, QStringLiteral("Too old"));
            return added ? Result<void>() : Failure(added.error());
        });
        session.setMe(people[1].id);
        benSits.set_value();
        QTRY_VERIFY(!room.jobs().busy());
        const auto log = History(project).entries(0, 1000);
        QVERIFY(log);
        QCOMPARE(log->back().by, people[0].id);
        QCOMPARE(project.me(), people[1].id);
    }
};

WINNOW_WINDOW_TEST(JobsShownTest)

} // namespace suite_jobs_shown

#include "test_jobs.moc"
