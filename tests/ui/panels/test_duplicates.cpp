// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "models/RecordsModel.h"
#include "panels/duplicates/DuplicatesPanel.h"
#include "panels/duplicates/PairView.h"
#include "project/Records.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"

#include <QPushButton>

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

/// Counted, joined, and the list has the focus.
void joinAll(DuplicatesPanel& panel)
{
    PagesRoom::present(panel);
    panel.activate();
    QTest::mouseClick(panel.countButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.joinButton()->isEnabled());
    QTest::keyClick(panel.joinButton(), Qt::Key_Space);
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QVERIFY(panel.table()->hasFocus());
}

} // namespace

class DuplicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingYet();
    void countsBeforeItJoins();
    void joinsInOneStep();
    void differentAndSameAgain();
    void differentPartsFromTheWholeReport();
    void noneFound();
    void wordsThatDiffer_data();
    void wordsThatDiffer();
};

void DuplicatesTest::nothingYet()
{
    PagesRoom room;
    DuplicatesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.findChild<EmptyState*>()->isVisible());
    QVERIFY(!panel.countButton()->isVisible());
}

void DuplicatesTest::countsBeforeItJoins()
{
    PagesRoom room;
    importTwice(room);
    DuplicatesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QVERIFY(!panel.joinButton()->isEnabled());
    QTest::mouseClick(panel.countButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.found(),
                 QStringLiteral("1 of 3 records are exact duplicates of another one (by PubMed ID 0, by DOI 1, "
                                "by title 0). Joined, they make 2 reports."));
    QCOMPARE(reports(room), 3); // nothing was joined
    QVERIFY(panel.joinButton()->hasFocus());
}

void DuplicatesTest::joinsInOneStep()
{
    PagesRoom room;
    importTwice(room);
    DuplicatesPanel panel(*room.context);
    joinAll(panel);
    QCOMPARE(reports(room), 2);
    QCOMPARE(panel.banner()->text(), QStringLiteral("Joined 1."));
    QVERIFY(panel.pair()->toPlainText().contains(QStringLiteral("a trial")));
    QTest::keyClick(panel.table(), Qt::Key_U);
    QTRY_COMPARE(reports(room), 3);
    QTRY_COMPARE(panel.model()->rowCount(), 0);
}

void DuplicatesTest::differentAndSameAgain()
{
    PagesRoom room;
    importTwice(room);
    DuplicatesPanel panel(*room.context);
    joinAll(panel);
    QTest::keyClick(panel.table(), Qt::Key_D);
    QTRY_COMPARE(reports(room), 3);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Parted: two records, two reports."));
    QCOMPARE(panel.model()->rowCount(), 1); // stays, to be mended
    QTest::keyClick(panel.table(), Qt::Key_D);
    QTest::keyClick(panel.table(), Qt::Key_S);
    QTRY_COMPARE(reports(room), 2);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Joined again."));
    // A person's word stands above the rules: parted ones are not joined by the next count.
    QTest::keyClick(panel.table(), Qt::Key_D);
    QTRY_COMPARE(reports(room), 3);
    QTest::mouseClick(panel.countButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.found(), QStringLiteral("No exact duplicates among 3 records."));
}

void DuplicatesTest::differentPartsFromTheWholeReport()
{
    PagesRoom room;
    importTwice(room);
    room.import(QStringLiteral("embase.ris"),
                PagesRoom::entry("Stem cells in sclerosis", "Burt, R", 2019, "DO  - 10.1001/one\nAN  - 5\n"));
    DuplicatesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTest::mouseClick(panel.countButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.joinButton()->isEnabled());
    QTest::mouseClick(panel.joinButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    const RecordId parted = panel.model()->recordAt(0);
    panel.table()->setCurrentIndex(panel.model()->index(0, 0));
    QTest::keyClick(panel.table(), Qt::Key_D);
    QTRY_COMPARE(reports(room), 3);
    QCOMPARE(Records(*room.project).record(parted)->members.size(), size_t(1));
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Parted: two records, two reports."));
    QTest::keyClick(panel.table(), Qt::Key_U);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Undone."));
    QCOMPARE(reports(room), 2);
}

void DuplicatesTest::noneFound()
{
    PagesRoom room;
    room.import(QStringLiteral("a.ris"), PagesRoom::entry("One", "A, B", 2001));
    DuplicatesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTest::mouseClick(panel.countButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.found(), QStringLiteral("No exact duplicates among 1 records."));
    QVERIFY(!panel.joinButton()->isEnabled());
    QTest::keyClick(panel.countButton(), Qt::Key_D); // nothing is chosen: nothing happens
    QCOMPARE(reports(room), 1);
}

void DuplicatesTest::wordsThatDiffer_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("marked");
    QTest::newRow("equal") << QStringLiteral("a b c") << QStringLiteral("a b c") << QStringLiteral("---");
    QTest::newRow("one more") << QStringLiteral("a b x c") << QStringLiteral("a b c") << QStringLiteral("--x-");
    QTest::newRow("one less") << QStringLiteral("a c") << QStringLiteral("a b c") << QStringLiteral("--");
    QTest::newRow("nothing to compare with") << QStringLiteral("a b") << QString() << QStringLiteral("xx");
    QTest::newRow("none") << QString() << QStringLiteral("a") << QString();
    QTest::newRow("moved") << QStringLiteral("b a c") << QStringLiteral("a b c") << QStringLiteral("x--");
}

void DuplicatesTest::wordsThatDiffer()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QString, marked);
    const auto words = [](const QString& text) { return text.split(QLatin1Char(' '), Qt::SkipEmptyParts); };
    QString found;
    for (const bool differs : differingWords(words(left), words(right)))
        found += QLatin1Char(differs ? 'x' : '-');
    QCOMPARE(found, marked);
}

QTEST_MAIN(DuplicatesTest)
#include "test_duplicates.moc"
