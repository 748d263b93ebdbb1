// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Hands.h"
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
