// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Copies.h"
#include "support/Suite.h"

namespace suite_undo_laws {

using namespace winnow;
using namespace winnow::test;

/// Undo restores exactly the state before and never reaches into another person's work, over random histories.
class UndoLawsTest : public QObject {
    Q_OBJECT

private:
    static int histories()
    {
        const int n = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        return n ? n : 40;
    }
    static void seeds()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= quint32(histories()); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    static Lines values(Project& project) { return standingValues(project.path()); }

private Q_SLOTS:
    void undoRestoresAndRedoPutsBack_data() { seeds(); }
    void undoRestoresAndRedoPutsBack()
    {
        QFETCH(quint32, seed);
        Copies copies(1, seed + 5000, Desk::newReview(2, 1));
        Project& project = *copies.all[0].project;
        for (int i = 0; i < 12; ++i) {
            copies.all[0].history->mayOpen = i < 6;
            const Lines before = values(project);
            const qint64 size = logSize(project);
            copies.act(0, 1);
            const QString told = copies.all[0].told.last();
            const bool isUndo = told.contains(QLatin1String("undoes")) || told.contains(QLatin1String("redoes"));
            if (logSize(project) == size || isUndo || told.contains(QLatin1String("opens")))
                continue;
            const Lines after = values(project);
            History history(project);
            MUST(history.undo());
            QString wrong = difference(before, values(project));
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1: undo of %2\n%3").arg(seed).arg(told, wrong)));
            MUST(history.redo());
            wrong = difference(after, values(project));
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1: redo of %2\n%3").arg(seed).arg(told, wrong)));
            MUST_FAIL(history.redo(), ErrorCode::NothingToUndo);
            if (i % 2)
                MUST(history.undo());
        }
        QCOMPARE(faultsOf(project), QString());
    }

    /// Everything one person did, taken back step by step and done again, as in any editor.
    void allTheWayBackAndForth_data() { seeds(); }
    void allTheWayBackAndForth()
    {
        QFETCH(quint32, seed);
        Desk desk(2, 1);
        withoutSync(*desk.project);
        RandomHistory history(*desk.project, desk.dir.path(), seed + 9000);
        history.mayOpen = false;
        desk.as("Ana");
        MUST(history.import(0));
        std::vector<Lines> states{values(*desk.project)};
        QStringList told;
        while (states.size() < 8 && told.size() < 60) {
            const qint64 size = logSize(*desk.project);
            QString what = history.act();
            const bool own = desk.project->me() == desk.person("Ana");
            if (own && what.contains(QLatin1String("undoes: ok"))) {
                MUST(History(*desk.project).redo());
                what += QStringLiteral(" (done again)");
            } else if (!own && logSize(*desk.project) != size) {
                // Only Ana's steps are kept: another's would be in her way.
                MUST(History(*desk.project).undo());
                what += QStringLiteral(" (taken back)");
            } else if (logSize(*desk.project) != size) {
                states.push_back(values(*desk.project));
            }
            told << what;
        }
        desk.as("Ana");
        History undo(*desk.project);
        const auto check = [&](size_t i, const char* way) {
            const QString wrong = difference(states[i], values(*desk.project));
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2 to %3\n%4\n%5")
                                    .arg(seed)
                                    .arg(QLatin1String(way))
                                    .arg(i)
                                    .arg(wrong, told.join(QLatin1Char('\n')))));
        };
        for (size_t i = states.size() - 1; i-- > 0;) {
            MUST(undo.undo());
            check(i, "back");
        }
        for (size_t i = 1; i < states.size(); ++i) {
            MUST(undo.redo());
            check(i, "forth");
        }
        MUST_FAIL(undo.redo(), ErrorCode::NothingToUndo);
        QCOMPARE(faultsOf(*desk.project), QString());
    }
};

WINNOW_TEST(UndoLawsTest)

} // namespace suite_undo_laws

#include "test_undo_laws.moc"
