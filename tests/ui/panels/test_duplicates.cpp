// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "models/RecordsModel.h"
#include "panels/duplicates/AcceptRow.h"
#include "panels/duplicates/DuplicatesPanel.h"
#include "panels/duplicates/PairView.h"
#include "panels/duplicates/TextDifference.h"
#include "project/Records.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/Segmented.h"

#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>

namespace suite_duplicates {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

void importTwice(PagesRoom& room)
{
    room.import(QStringLiteral("pubmed.ris"),
                PagesRoom::entry("Stem cells in sclerosis", "Burt, R", 2019, "DO  - 10.1001/one\n")
                    + PagesRoom::entry("Vitamin D", "Smith, J", 2010, "DO  - 10.1001/two\n"));
    room.import(QStringLiteral("scopus.ris"),
                PagesRoom::entry("Stem cells in sclerosis: a trial", "Burt, R", 2019, "DO  - 10.1001/one\n"));
}

qsizetype reports(PagesRoom& room)
{
    return qsizetype(Records(*room.project).reports()->size());
}

/// A pair whose pages differ: for a person to judge.
void importDoubtful(PagesRoom& room)
{
    const QByteArray place = "T2  - Neurology\nVL  - 12\n";
    room.import(
        QStringLiteral("two.ris"),
        PagesRoom::entry("Vitamin D and the risk of fracture", "Smith, J", 2010, place + "SP  - 1\nEP  - 9\n")
            + PagesRoom::entry("Vitamin D and the risk of fracture", "Smith, J", 2010, place + "SP  - 31\nEP  - 39\n"));
}

void search(DuplicatesPanel& panel)
{
    PagesRoom::present(panel);
    panel.activate();
    QVERIFY(panel.findButton()->hasFocus());
    QTest::keyClick(panel.findButton(), Qt::Key_Space);
    QTRY_VERIFY(!panel.running());
    QTRY_VERIFY(!panel.found().isEmpty());
}

/// Searched, and the list of what is joined has the focus.
void joinAll(DuplicatesPanel& panel, int rows = 1)
{
    search(panel);
    panel.lists()->setFocus();
    QTest::keyClick(panel.lists(), Qt::Key_Right);
    QTRY_COMPARE(panel.model()->rowCount(), rows);
    panel.table()->setFocus();
}

} // namespace

class DuplicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingYet();
    void joinsInOneStep();
    void aRunOfManyJoinsIsUndoneBesideTheWindow();
    void differentAndSameAgain();
    void differentPartsFromTheWholeReport();
    void doubtfulPairsAreJudgedByKeys();
    void twoReportsOfOneStudy();
    void acceptsAllAbove();
    void contradictionsAreListed();
    void noneFound();
    void charactersThatDiffer_data();
    void charactersThatDiffer();
};

void DuplicatesTest::nothingYet()
{
    PagesRoom room;
    DuplicatesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.findChild<EmptyState*>()->isVisible());
    QVERIFY(!panel.findButton()->isVisible());
}

void DuplicatesTest::joinsInOneStep()
{
    PagesRoom room;
    importTwice(room);
    DuplicatesPanel panel(*room.context);
    joinAll(panel);
    QCOMPARE(reports(room), 2);
    QCOMPARE(panel.found(), QStringLiteral("Joined 1 (by DOI 1); 0 doubtful, 1 untouched; 2 reports of 3 records."));
    QCOMPARE(panel.banner()->text(), QStringLiteral("Joined 1."));
    QVERIFY(panel.pair()->toPlainText().contains(QStringLiteral("a trial")));
    QVERIFY(panel.why().startsWith(QStringLiteral("Joined by DOI: ")));
    QTest::keyClick(panel.table(), Qt::Key_U);
    QTRY_COMPARE(reports(room), 3);
    QTRY_COMPARE(panel.model()->rowCount(), 0);
}

/// So many that undoing them is a job, and the room says how it ended.
void DuplicatesTest::aRunOfManyJoinsIsUndoneBesideTheWindow()
{
    PagesRoom room;
    QByteArray file;
    constexpr int pairs = 150;
    for (int i = 0; i < pairs; ++i) {
        const QByteArray doi = "DO  - 10.1001/" + QByteArray::number(i) + "\n";
        const QByteArray title = "Title number " + QByteArray::number(i * i);
        file += PagesRoom::entry(title.constData(), "Burt, R", 2019, doi)
            + PagesRoom::entry(title.constData(), "Burt, R", 2019, doi);
    }
    room.import(QStringLiteral("many.ris"), file);
    DuplicatesPanel panel(*room.context);
    joinAll(panel, pairs);
    QCOMPARE(reports(room), pairs);
    QSignalSpy jobs(&room.context->jobs, &Jobs::ended);
    QTest::keyClick(panel.table(), Qt::Key_U);
    QTRY_COMPARE(jobs.count(), 1);
    QCOMPARE(reports(room), 2 * pairs);
    QCOMPARE(panel.banner()->text(), QStringLiteral("Undone."));
    QTRY_COMPARE(panel.model()->rowCount(), 0);
    QVERIFY(panel.findButton()->isEnabled());
}

void DuplicatesTest::differentAndSameAgain()
{
    PagesRoom room;
    importTwice(room);
    DuplicatesPanel panel(*room.context);
    joinAll(panel);
    QTest::keyClick(panel.table(), Qt::Key_D);
    QTRY_COMPARE(reports(room), 3);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Different: two reports."));
    QCOMPARE(panel.model()->rowCount(), 1); // stays, to be mended
    QTest::keyClick(panel.table(), Qt::Key_S);
    QTRY_COMPARE(reports(room), 2);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Same: joined."));
}

void DuplicatesTest::differentPartsFromTheWholeReport()
{
    PagesRoom room;
    importTwice(room);
    room.import(QStringLiteral("embase.ris"),
                PagesRoom::entry("Stem cells in sclerosis", "Burt, R", 2019, "DO  - 10.1001/one\nAN  - 5\n"));
    DuplicatesPanel panel(*room.context);
    joinAll(panel, 2);
    const RecordId parted = panel.model()->recordAt(0);
    panel.table()->setCurrentIndex(panel.model()->index(0, 0));
    QTest::keyClick(panel.table(), Qt::Key_D);
    QTRY_COMPARE(reports(room), 3);
    QTRY_COMPARE(Records(*room.project).record(parted)->members.size(), size_t(1));
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Different: two reports."));
    QTest::keyClick(panel.table(), Qt::Key_U);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Undone."));
    QCOMPARE(reports(room), 2);
}

void DuplicatesTest::doubtfulPairsAreJudgedByKeys()
{
    PagesRoom room;
    importDoubtful(room);
    DuplicatesPanel panel(*room.context);
    search(panel);
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QTRY_VERIFY(panel.table()->hasFocus()); // the lists may be read before the run is told to have ended
    QCOMPARE(panel.accept()->above(), 0);
    QVERIFY(panel.why().contains(QStringLiteral("They begin on different pages.")));
    QTest::keyClick(panel.table(), Qt::Key_S);
    QTRY_COMPARE(reports(room), 1);
    QTRY_COMPARE(panel.model()->rowCount(), 0);
    QTest::keyClick(panel.table(), Qt::Key_U);
    QTRY_COMPARE(reports(room), 2);
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QTest::keyClick(panel.table(), Qt::Key_D);
    QTRY_COMPARE(panel.model()->rowCount(), 0);
    QCOMPARE(reports(room), 2);
}

void DuplicatesTest::twoReportsOfOneStudy()
{
    PagesRoom room;
    importDoubtful(room);
    DuplicatesPanel panel(*room.context);
    search(panel);
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QTest::keyClick(panel.table(), Qt::Key_L);
    QTRY_COMPARE(panel.model()->rowCount(), 0);
    QCOMPARE(reports(room), 2);
    QCOMPARE(room.project->review()->studies.size(), size_t(1));
}

void DuplicatesTest::acceptsAllAbove()
{
    PagesRoom room;
    importDoubtful(room);
    DuplicatesPanel panel(*room.context);
    search(panel);
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QVERIFY(!panel.accept()->button()->isEnabled());
    panel.accept()->number()->setValue(0.2);
    QCOMPARE(panel.accept()->above(), 1);
    QTest::keyClick(panel.accept()->button(), Qt::Key_Space);
    QTRY_COMPARE(reports(room), 1);
    QTRY_COMPARE(panel.model()->rowCount(), 0);
}

void DuplicatesTest::contradictionsAreListed()
{
    PagesRoom room;
    room.import(QStringLiteral("a.ris"),
                PagesRoom::entry("One", "A, B", 2001) + PagesRoom::entry("Two", "C, D", 2002)
                    + PagesRoom::entry("Three", "E, F", 2003));
    const auto ids = *Records(*room.project).all();
    Duplicates duplicates(*room.project);
    QVERIFY(duplicates.judge(ids[0], ids[1], true));
    QVERIFY(duplicates.judge(ids[1], ids[2], true));
    QVERIFY(duplicates.judge(ids[0], ids[2], false));
    DuplicatesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    panel.lists()->setFocus();
    QTest::keyClick(panel.lists(), Qt::Key_Right);
    QTest::keyClick(panel.lists(), Qt::Key_Right);
    QTRY_COMPARE(panel.model()->rowCount(), 3); // two links and the pair itself
    panel.table()->setCurrentIndex(panel.model()->index(0, 0));
    panel.table()->setFocus();
    QTest::keyClick(panel.table(), Qt::Key_D);
    QTRY_COMPARE(panel.model()->rowCount(), 0);
    QVERIFY(duplicates.contradictions()->empty());
}

void DuplicatesTest::noneFound()
{
    PagesRoom room;
    room.import(QStringLiteral("a.ris"), PagesRoom::entry("One", "A, B", 2001));
    DuplicatesPanel panel(*room.context);
    search(panel);
    QCOMPARE(panel.found(), QStringLiteral("No certain duplicates: 0 doubtful, 1 untouched; 1 reports of 1 records."));
    QTest::keyClick(panel.table(), Qt::Key_D); // nothing is chosen: nothing happens
    QCOMPARE(reports(room), 1);
    QTest::keyClick(panel.findButton(), Qt::Key_Space);
    QTRY_VERIFY(panel.found().startsWith(QStringLiteral("Nothing new since the last time")));
}

void DuplicatesTest::charactersThatDiffer_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("marked");
    QTest::newRow("equal") << QStringLiteral("abc") << QStringLiteral("abc") << QStringLiteral("---");
    QTest::newRow("one more") << QStringLiteral("abxc") << QStringLiteral("abc") << QStringLiteral("--x-");
    QTest::newRow("one less") << QStringLiteral("ac") << QStringLiteral("abc") << QStringLiteral("--");
    QTest::newRow("a word more") << QStringLiteral("one two") << QStringLiteral("one") << QStringLiteral("---xxxx");
    QTest::newRow("nothing to compare with") << QStringLiteral("ab") << QString() << QStringLiteral("xx");
    QTest::newRow("none") << QString() << QStringLiteral("a") << QString();
    QTest::newRow("other words") << QStringLiteral("alpha end") << QStringLiteral("kit moss end")
                                 << QStringLiteral("xxxxx----");
}

void DuplicatesTest::charactersThatDiffer()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QString, marked);
    QString found;
    for (const bool differs : differingCharacters(left, right))
        found += QLatin1Char(differs ? 'x' : '-');
    QCOMPARE(found, marked);
}

WINNOW_WINDOW_TEST(DuplicatesTest)

} // namespace suite_duplicates

#include "test_duplicates.moc"
