// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Copies.h"
#include "support/FlowFaults.h"
#include "support/NaiveCounts.h"
#include "support/Suite.h"

#include "store/Rebuild.h"

#include <set>

namespace suite_fold_laws {

using namespace winnow;
using namespace winnow::test;

/// What is folded step by step is what a fold from scratch gives, tallies are what counting gives, and the numbers of
/// the flow diagram add up and have their records behind them, after every step of random histories.
class FoldLawsTest : public QObject {
    Q_OBJECT

private:
    static void seeds(quint32 first, int n)
    {
        QTest::addColumn<quint32>("seed");
        const int wanted = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = first; seed < first + quint32(wanted ? wanted : n); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    static Lines derived(Project& project)
    {
        store::Database db(project.path(), store::Database::Mode::ReadWrite);
        return store::derivedLines(db);
    }

private Q_SLOTS:
    /// The laws hold for what random histories do: these kinds are among it.
    void searchingIsPartOfHistories()
    {
        Copies copies(1, 7, Desk::newReview(2, 1));
        RandomHistory& history = *copies.all[0].history;
        MUST(history.import(0));
        copies.act(0, 1);
        for (int i = 0; i < 80; ++i)
            history.searching();
        std::set<int> kinds;
        for (const std::string& line : sharedState(copies.all[0].project->path())) {
            const QStringList parts = QString::fromStdString(line).split(QLatin1Char('|'));
            if (parts[0] == QLatin1String("change"))
                kinds.insert(parts[3].toInt());
        }
        for (const int kind : {70, 71, 72, 73, 75, 80, 81, 82})
            QVERIFY2(kinds.contains(kind), qPrintable(QString::number(kind)));
        QCOMPARE(faultsOf(*copies.all[0].project), QString());
    }

    void everyStepAddsUp_data() { seeds(1, 30); }
    void everyStepAddsUp()
    {
        QFETCH(quint32, seed);
        Copies copies(1, seed + 300, Desk::newReview(1 + int(seed % 2), 1));
        Project& project = *copies.all[0].project;
        for (int i = 0; i < 25; ++i) {
            copies.act(0, 1);
            const QString wrong = naiveDifferences(project.path()).join(QLatin1Char('\n')) + flowFaults(project);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("seed %1\n%2\n%3").arg(seed).arg(wrong, copies.story())));
        }
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        QCOMPARE(faultsOf(project), QString());
    }

    void foldFromScratchIsTheFold_data() { seeds(1000, 30); }
    void foldFromScratchIsTheFold()
    {
        QFETCH(quint32, seed);
        Copies copies(2, seed, Desk::newReview(2, 1));
        copies.act(0, 15);
        copies.act(1, 15);
        MUST(copies.send(1, 0));
        copies.act(0, 5);
        Project& project = *copies.all[0].project;
        const Lines before = derived(project);
        MUST(repair(project, {}));
        const QString wrong = difference(before, derived(project));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1\n%2\n%3").arg(seed).arg(wrong, copies.story())));
        QCOMPARE(faultsOf(project), QString());
    }

    void aBatchGoesAndComesBack_data() { seeds(2000, 30); }
    void aBatchGoesAndComesBack()
    {
        QFETCH(quint32, seed);
        Copies copies(2, seed, Desk::newReview(2, 1));
        copies.act(1, 15);
        for (int n = 0; n < randomFiles; ++n) {
            if (copies.all[1].history->has(n) && !copies.all[0].history->has(n))
                MUST(copies.all[0].history->import(n));
        }
        Project& project = *copies.all[0].project;
        const Lines before = derived(project);
        MUST(copies.send(1, 0));
        const Lines with = derived(project);
        MUST(setBatch(project, 1, false));
        QString wrong = difference(before, derived(project));
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("seed %1, taken back\n%2%3").arg(seed).arg(wrong, copies.story())));
        MUST(setBatch(project, 1, true));
        wrong = difference(with, derived(project));
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("seed %1, restored\n%2%3").arg(seed).arg(wrong, copies.story())));
        // What is done since stays, and the file brought in again restores what was taken back.
        copies.act(0, 8);
        const Lines since = derived(project);
        MUST(setBatch(project, 1, false));
        QCOMPARE(naiveDifferences(project.path()), QStringList());
        QCOMPARE(faultsOf(project), QString());
        MUST(copies.send(1, 0));
        wrong = difference(since, derived(project));
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("seed %1, brought in again\n%2%3").arg(seed).arg(wrong, copies.story())));
    }
};

WINNOW_TEST(FoldLawsTest)

} // namespace suite_fold_laws

#include "test_fold_laws.moc"
