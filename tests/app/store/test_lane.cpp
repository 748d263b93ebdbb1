// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <QSignalSpy>

#include <future>
#include <thread>

namespace suite_lane {

using namespace winnow;
using namespace winnow::test;
using store::Priority;
using store::WriteScope;

/// The one lane of writing: people before bulk work, and nobody fails because somebody else writes.
class LaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peopleGoBeforeBulkWork()
    {
        Desk desk;
        store::Store& lane = desk.project->store();
        std::promise<void> gate;
        std::shared_future<void> open = gate.get_future().share();
        QStringList order;
        std::promise<void> last;
        const auto task = [&order](const char* name) {
            return [&order, name](WriteScope&) -> Result<void> {
                order << QLatin1String(name);
                return {};
            };
        };
        lane.post(Priority::Bulk,
                  [open](WriteScope&) -> Result<void> {
                      open.wait();
                      return {};
                  },
                  {});
        lane.post(Priority::Bulk, task("bulk 1"), {});
        lane.post(Priority::Bulk, task("bulk 2"), [&](const auto&) { last.set_value(); });
        lane.post(Priority::Person, task("vote 1"), {});
        lane.post(Priority::Person, task("vote 2"), {});
        gate.set_value();
        last.get_future().wait();
        QCOMPARE(order,
                 (QStringList{QStringLiteral("vote 1"), QStringLiteral("vote 2"), QStringLiteral("bulk 1"),
                              QStringLiteral("bulk 2")}));
    }

    /// Votes without a pause let a waiting batch through after every eighth, and lose no more than that one turn.
    void votesCannotStarveBulkWork()
    {
        Desk desk;
        store::Store& lane = desk.project->store();
        std::promise<void> gate, started;
        std::shared_future<void> open = gate.get_future().share();
        std::string order;
        const auto task = [&order](char what) {
            return [&order, what](WriteScope&) -> Result<void> {
                order += what;
                return {};
            };
        };
        lane.post(Priority::Bulk,
                  [open, &started](WriteScope&) -> Result<void> {
                      started.set_value();
                      open.wait();
                      return {};
                  },
                  {});
        started.get_future().wait();
        for (int i = 0; i < 20; ++i)
            lane.post(Priority::Person, task('v'), {});
        for (int i = 0; i < 3; ++i)
            lane.post(Priority::Bulk, task('B'), {});
        std::promise<void> last;
        lane.post(Priority::Bulk, task('B'), [&](const auto&) { last.set_value(); });
        gate.set_value();
        last.get_future().wait();
        QCOMPARE(QByteArray::fromStdString(order), QByteArray("vvvvvvvvBvvvvvvvvBvvvvBB"));
    }

    /// A portion does not wait for the disk; what a person did, and what ends bulk work, does.
    void onlyPortionsAreNotSynced()
    {
        constexpr qint64 normal = 1;
        constexpr qint64 full = 2;
        Desk desk;
        const auto level = [&](Priority priority) {
            qint64 found = -1;
            const auto read = [&found](WriteScope& scope) -> Result<void> {
                found = scope.db().number("PRAGMA synchronous");
                return {};
            };
            return desk.project->store().write(priority, read) ? found : -1;
        };
        QCOMPARE(level(Priority::Bulk), full);
        QCOMPARE(level(Priority::Portion), normal);
        QCOMPARE(level(Priority::Portion), normal);
        QCOMPARE(level(Priority::Person), full);
        QCOMPARE(level(Priority::Portion), normal);
        QCOMPARE(level(Priority::Bulk), full);
    }

    void aFailedTaskLeavesNothing()
    {
        Desk desk;
        const auto failed = desk.project->store().write(Priority::Person, [](WriteScope& scope) -> Result<void> {
            scope.append(scope.catalog().reviewers.front().id,
                         {{store::ChangeKind::Setting, 0, 1, store::Value(std::string("gone"))}});
            return fail(ErrorCode::BadInput);
        });
        MUST_FAIL(failed, ErrorCode::BadInput);
        QCOMPARE(desk.project->review()->settings.title, QStringLiteral("Walking"));
        QCOMPARE(desk.faults(), QString());
    }

    void votesDuringAnImport()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
        QByteArray many;
        for (int i = 0; i < 2000; ++i)
            many += ris({{qPrintable(QStringLiteral("Title %1").arg(i))}});
        put(desk.path("many.ris"), many);
        std::atomic<bool> importing{true};
        std::jthread importer([&] {
            ImportRequest request;
            request.file = desk.path("many.ris");
            const auto imported = Imports(*desk.project).import(request, {});
            importing = false;
            QVERIFY(imported);
        });
        std::atomic<int> votes{0}, failed{0};
        const auto voting = [&] {
            do {
                for (int n = 1; n <= 3; ++n)
                    ++(desk.vote(Stage::Title, desk.record(n), Verdict::Include) ? votes : failed);
            } while (importing);
        };
        std::jthread first(voting), second(voting);
        first.join();
        second.join();
        importer.join();
        QCOMPARE(failed.load(), 0);
        QVERIFY(votes.load() >= 6);
        QCOMPARE(Records(*desk.project).all()->size(), size_t(2003));
        QCOMPARE(desk.faults(), QString());
    }

    void readersSeeWholeCommits()
    {
        Desk desk;
        desk.as("Ana");
        QSignalSpy changed(desk.project.get(), &Project::changed);
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        QTRY_VERIFY(!changed.isEmpty());
        changed.clear();
        MUST(desk.vote(Stage::Title, desk.record(2), Verdict::Include));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.front().at(0).value<QList<qint64>>(), QList<qint64>{desk.record(2).value});
        QCOMPARE(changed.front().at(1).toBool(), false);
    }
};

WINNOW_TEST(LaneTest)

} // namespace suite_lane

#include "test_lane.moc"
