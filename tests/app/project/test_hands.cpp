// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Hands.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <QSignalSpy>

#include <atomic>
#include <future>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace suite_hands {

using namespace winnow;

/// Work that is carried off the window's thread, and its way back.
class HandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersComeInOrderOnThisThread()
    {
        Hands hands;
        std::vector<int> answers;
        for (int i = 0; i < 50; ++i)
            hands.over(
                this, [i] { return i; },
                [&](int answer) {
                    QCOMPARE(QThread::currentThread(), thread());
                    answers.push_back(answer);
                });
        QTRY_COMPARE(answers.size(), size_t(50));
        for (int i = 0; i < 50; ++i)
            QCOMPARE(answers[size_t(i)], i);
    }

    void whatWasHandedOverCanBeWaitedFor()
    {
        Hands hands;
        std::atomic<int> written = 0;
        int told = 0;
        for (int i = 0; i < 200; ++i)
            hands.over(
                this, [&] { return ++written; }, [&](int) { ++told; });
        hands.finish();
        QCOMPARE(written.load(), 200);
        QCOMPARE(told, 0);
        QTRY_COMPARE(told, 200);
    }

    void nothingIsCalledOnceTheContextIsGone()
    {
        Hands hands;
        bool called = false;
        std::promise<void> worked;
        auto context = std::make_unique<QObject>();
        hands.over(
            context.get(), [] { return 1; }, [&](int) { called = true; });
        hands.over(
            this,
            [&] {
                worked.set_value();
                return 2;
            },
            [](int) {});
        worked.get_future().wait(); // the first answer is on its way
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    /// A panel may be closed at the very moment its answer is sent (addresses are checked in the sanitizer build).
    void contextsThatGoWhileTheAnswerIsSent()
    {
        Hands hands;
        std::atomic<int> worked = 0;
        int called = 0;
        constexpr int rounds = 3000;
        for (int i = 0; i < rounds; ++i) {
            auto context = std::make_unique<QObject>();
            hands.over(
                context.get(), [&] { return ++worked; }, [&](int) { ++called; });
            while (worked <= i) { }
            context.reset();
        }
        QCoreApplication::processEvents();
        QCOMPARE(worked.load(), rounds);
        QCOMPARE(called, 0);
    }

    /// Ana begins a change and two imports, and Ben sits down: all that the jobs write, those still waiting
    /// for their turn included, is hers. It was signed by whoever sat there when it was written.
    void aJobIsByThePersonWhoStartedIt()
    {
        test::Desk desk;
        Project& project = *desk.as("Ana").project;
        Jobs jobs(&project);
        QSignalSpy ended(&jobs, &Jobs::ended);
        const auto startImport = [&](const char* name) {
            ImportRequest request;
            request.file = test::put(desk.path(name), test::ris({{name}, {"Twice the same"}, {"Twice the same"}}));
            jobs.start(QString::fromLatin1(name), [&project, request](const JobContext& job) -> Result<void> {
                const auto report = Imports(project).import(request, job);
                return report ? Result<void>() : Failure(report.error());
            });
        };
        std::promise<void> benSits;
        jobs.start(QStringLiteral("Long"), [&](const JobContext&) -> Result<void> {
            benSits.get_future().wait();
            const auto added = Setup(project).addReason(Stage::Title, QStringLiteral("Too old"));
            return added ? Result<void>() : Failure(added.error());
        });
        startImport("a.ris");
        startImport("b.ris");
        const auto before = History(project).entries(0, 1000);
        MUST(before);
        desk.as("Ben");
        benSits.set_value();
        QTRY_COMPARE(ended.size(), 3);

        QCOMPARE(project.me(), desk.person("Ben"));
        const auto after = History(project).entries(0, 1000);
        MUST(after);
        int written = 0;
        for (const LogEntry& one : *after) {
            if (one.arrival <= before->back().arrival)
                continue;
            QCOMPARE(one.by, desk.person("Ana"));
            ++written;
        }
        QVERIFY(written > 3);
        MUST(Setup(project).addReason(Stage::Title, QStringLiteral("Too new")));
        QCOMPARE(History(project).entries(0, 1000)->back().by, desk.person("Ben"));
    }

    /// A key that is pressed meanwhile is answered first; single changes are as quick as ever.
    void jobsComeAfterTheWindow()
    {
#ifdef Q_OS_LINUX
        const auto niceness = [] { return getpriority(PRIO_PROCESS, id_t(gettid())); };
        const int window = niceness();
        int job = -1, change = -1;
        Jobs jobs;
        QSignalSpy ended(&jobs, &Jobs::ended);
        jobs.start(QStringLiteral("Import"), [&](const JobContext&) -> Result<void> {
            job = niceness();
            return {};
        });
        QTRY_COMPARE(ended.size(), 1);
        Hands hands;
        hands.over(this, niceness, [&](int of) { change = of; });
        QTRY_COMPARE(change, window);
        QCOMPARE(niceness(), window);
        QCOMPARE(job, 10);
#else
        QSKIP("threads are asked for their niceness on Linux only");
#endif
    }
};

WINNOW_TEST(HandsTest)

} // namespace suite_hands

#include "test_hands.moc"
