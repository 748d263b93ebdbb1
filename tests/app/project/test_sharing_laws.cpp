// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Sharing.h"
#include "store/RunTurning.h"
#include "support/Copies.h"
#include "support/FlowFaults.h"
#include "support/NaiveCounts.h"
#include "support/Suite.h"

namespace suite_sharing_laws {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr std::array people{u"Ana", u"Ben", u"Cara"};

/// What everybody who sits at a copy sends from it: each carries what its sender may see.
Result<void> sendAs(Copies& copies, size_t from, size_t to, std::mt19937& random)
{
    Project& sender = *copies.all[from].project;
    const auto review = sender.review();
    for (const char16_t* name : people) {
        const QString file = copies.dir.filePath(QStringLiteral("%1-%2.winnowz").arg(from).arg(to));
        sender.setMe(review->reviewer(QStringView(name))->id);
        if (const auto sent = Sharing(sender).sendWork(file, {}, random() % 2 == 0); !sent)
            return Failure(sent.error());
        if (const auto brought = Sharing(*copies.all[to].project).bringIn(file, {}); !brought)
            return Failure(brought.error());
        copies.all[to].told << QStringLiteral("receives from %1").arg(from);
    }
    return {};
}

/// Sets a bring-in aside, or takes one in again.
Result<void> turnOne(Copies::Copy& copy, std::mt19937& random)
{
    Sharing sharing(*copy.project);
    const auto all = sharing.bringIns();
    if (!all || all->empty())
        return {};
    const BringIn& in = (*all)[random() % all->size()];
    copy.told << QStringLiteral("turns bring-in %1").arg(in.batch);
    return in.live ? sharing.takeBack(in.batch, {}) : sharing.bringBack(in.batch, {});
}

Result<void> bringAllBack(Copies::Copy& copy)
{
    Sharing sharing(*copy.project);
    const auto all = sharing.bringIns();
    if (!all)
        return Failure(all.error());
    for (const BringIn& in : *all) {
        if (in.live)
            continue;
        if (const auto back = sharing.bringBack(in.batch, {}); !back)
            return back;
    }
    return {};
}

} // namespace

/// Combining copies by real bundles is commutative, associative and idempotent, and loses nothing, with three people,
/// joins, edits, undos and bring-ins that are set aside mixed in.
class SharingLawsTest : public QObject {
    Q_OBJECT

private:
    static void inOrder(const Copies& copies)
    {
        for (const Copies::Copy& copy : copies.all) {
            const QString wrong
                = naiveDifferences(copy.project->path()).join(QLatin1Char('\n')) + flowFaults(*copy.project);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + copies.story()));
            const QString faults = faultsOf(*copy.project);
            QVERIFY2(faults.isEmpty(), qPrintable(faults + copies.story()));
        }
    }

private Q_SLOTS:
    void unionOfBundles_data()
    {
        QTest::addColumn<quint32>("seed");
        const int n = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = 1; seed <= quint32(n ? n : 8); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void unionOfBundles()
    {
        QFETCH(quint32, seed);
        store::recordsInOneGo = seed % 2 ? 2000 : 3; // imports are taken back in portions, or at once
        std::mt19937 random(seed);
        Copies copies(3, seed + 500, Desk::newReview(2, 1 + int(seed % 2)));
        for (int round = 0; round < 3; ++round) {
            for (size_t i = 0; i < copies.all.size(); ++i) {
                copies.act(i, 8);
                MUST(turnOne(copies.all[i], random));
            }
            const size_t from = random() % 3;
            MUST(sendAs(copies, from, (from + 1) % 3, random));
        }
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        inOrder(copies);
        for (Copies::Copy& copy : copies.all)
            MUST(bringAllBack(copy));
        for (int round = 0; round < 2; ++round) {
            for (size_t from = 0; from < 3; ++from) {
                for (size_t to = 0; to < 3; ++to) {
                    if (from != to)
                        MUST(sendAs(copies, from, to, random));
                }
            }
        }
        inOrder(copies);
        const Lines first = copies.state(0);
        const QString code = Sharing(*copies.all[0].project).checkCode().value();
        for (size_t i = 1; i < copies.all.size(); ++i) {
            const QString differs = difference(first, copies.state(i));
            QVERIFY2(differs.isEmpty(), qPrintable(differs + copies.story()));
            QCOMPARE(Sharing(*copies.all[i].project).checkCode().value(), code);
        }
    }

    /// A taken-back bring-in leaves what there would be had it never come, and what was done since.
    void takenBackIsAsIfNeverThere()
    {
        for (quint32 seed = 1; seed <= 6; ++seed) {
            std::mt19937 random(seed);
            Copies copies(2, seed + 900, Desk::newReview(2, 1));
            copies.act(1, 25);
            const QString file = copies.dir.filePath(QStringLiteral("one.winnowz"));
            Project& sender = *copies.all[1].project;
            sender.setMe(sender.review()->reviewer(u"Ben")->id);
            MUST(Sharing(sender).sendWork(file, {}));
            Project& receiver = *copies.all[0].project;
            const Lines before = standingValues(receiver.path());
            const auto brought = Sharing(receiver).bringIn(file, {});
            MUST(brought);
            if (brought->batch == 0)
                continue;
            const Lines with = copies.state(0);
            MUST(Sharing(receiver).takeBack(brought->batch, {}));
            QCOMPARE(difference(before, standingValues(receiver.path())), QString());
            QCOMPARE(faultsOf(receiver), QString());
            MUST(Sharing(receiver).bringIn(file, {}));
            QCOMPARE(difference(with, copies.state(0)), QString());
            QCOMPARE(faultsOf(receiver), QString());
        }
    }

    /// The i-th statement fails, for many i: nothing of the bring-in is there, or an opening ends it.
    void theIthStatementFails()
    {
        Copies copies(2, 77, Desk::newReview(2, 1));
        copies.act(1, 14);
        Project& sender = *copies.all[1].project;
        sender.setMe(sender.review()->reviewer(u"Ana")->id);
        const QString file = copies.dir.filePath(QStringLiteral("i.winnowz"));
        MUST(Sharing(sender).sendWork(file, {}, true));
        Project& project = *copies.all[0].project;
        const Lines before = copies.state(0);
        store::Database& lane = project.store().laneForTests().databaseForTests();
        int failures = 0;
        for (qint64 i = 0; i < 100'000; i += 1 + i / 25) {
            lane.failAtStep(i);
            const auto brought = Sharing(project).bringIn(file, {});
            lane.failAtStep(-1);
            if (brought)
                break;
            ++failures;
            MUST(Sharing(project).resume({}));
            const auto all = Sharing(project).bringIns();
            MUST(all);
            for (const BringIn& in : *all)
                QVERIFY(in.settled);
            QCOMPARE(difference(before, copies.state(0)), QString());
            if (failures % 5 == 0)
                QCOMPARE(faultsOf(project), QString());
        }
        QVERIFY2(failures > 30, qPrintable(QString::number(failures)));
        QVERIFY(difference(before, copies.state(0)) != QString());
        QCOMPARE(faultsOf(project), QString());
    }
};

WINNOW_TEST(SharingLawsTest)

} // namespace suite_sharing_laws

#include "test_sharing_laws.moc"
