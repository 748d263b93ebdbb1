// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Copies.h"
#include "support/FlowFaults.h"
#include "support/NaiveCounts.h"
#include "support/Suite.h"

namespace suite_union {

using namespace winnow;
using namespace winnow::test;

/// Combining copies is commutative, associative and idempotent, and loses nothing.
class UnionTest : public QObject {
    Q_OBJECT

private:
    static void agree(const Copies& copies, quint32 seed)
    {
        const Lines first = copies.state(0);
        for (size_t i = 1; i < copies.all.size(); ++i) {
            const QString differs = difference(first, copies.state(i));
            QVERIFY2(
                differs.isEmpty(),
                qPrintable(QStringLiteral("seed %1, copy %2\n%3%4").arg(seed).arg(i).arg(differs, copies.story())));
            QCOMPARE(logSize(*copies.all[i].project), logSize(*copies.all[0].project));
        }
        for (const Copies::Copy& copy : copies.all) {
            const QString wrong
                = naiveDifferences(copy.project->path()).join(QLatin1Char('\n')) + flowFaults(*copy.project);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1\n%2%3").arg(seed).arg(wrong, copies.story())));
        }
        const QString faults = faultsOf(*copies.all[0].project);
        QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("seed %1\n%2%3").arg(seed).arg(faults, copies.story())));
    }

private Q_SLOTS:
    void unionOfLogs_data()
    {
        QTest::addColumn<quint32>("seed");
        const int n = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = 1; seed <= quint32(n ? n : 60); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void unionOfLogs()
    {
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        Copies copies(seed % 3 ? 2 : 3, seed, Desk::newReview(2, 1 + int(seed % 2)));
        for (int round = 0; round < 2; ++round) {
            for (size_t i = 0; i < copies.all.size(); ++i)
                copies.act(i, 10);
            const size_t from = random() % 2;
            MUST(copies.send(from, 1 - from));
        }
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        MUST(copies.sendAll(random));
        agree(copies, seed);
    }
};

WINNOW_TEST(UnionTest)

} // namespace suite_union

#include "test_union.moc"
