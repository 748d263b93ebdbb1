// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AppraisalRoom.h"

#include "panels/appraisal/AgreementPage.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/FigurePage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/JudgementRow.h"
#include "panels/appraisal/StudyPage.h"
#include "widgets/Banner.h"
#include "widgets/SearchField.h"
#include "widgets/Segmented.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>

namespace suite_appraisal_grid {

using namespace winnow;
using namespace winnow::ui;
using namespace winnow::test;

class AppraisalGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelIsSound();
    void warnsOfADesignThatDoesNotFit();
    void filtersAndFinds();
    void viewsAreTurnedByKeys();
    void tablesComeIn();
};

void AppraisalGridTest::modelIsSound()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    const QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    sitDown(panel, "rob2");
    sitDown(panel, "minors");
    QCOMPARE(panel.model()->columnCount(), 2);
    sitDown(panel, "rob2");
    panel.grid()->setCurrentIndex(panel.model()->index(1, 5));
    sitDown(panel, "syrcle");
    QCOMPARE(panel.grid()->currentIndex(), panel.model()->index(1, 1)); // the study stays
}

/// rules.md G1.
void AppraisalGridTest::warnsOfADesignThatDoesNotFit()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    QVERIFY(panel.beginPage()->fitText().isEmpty());
    QTest::mouseClick(panel.studyButton(), Qt::LeftButton);
    QComboBox* design = panel.studyPage()->design();
    QVERIFY(design->hasFocus());
    const int cohort = design->findText(s("cohort"));
    design->setCurrentIndex(cohort);
    Q_EMIT design->activated(cohort);
    QTRY_COMPARE(studiesToAppraise(*room.project).value().front().design, s("cohort"));
    QTRY_VERIFY(panel.banner()->text().contains(s("cohort")));
    AppraisalRoom::press(Qt::Key_Escape);
    QTRY_VERIFY(panel.beginPage()->fitText().contains(s("made for: randomised")));
    QCOMPARE(panel.beginPage()->button()->text(), s("Assess all the same"));
    QTest::keyClick(panel.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(panel.beginPage()->fitText().isEmpty());
}

void AppraisalGridTest::filtersAndFinds()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    QCOMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("not begun"));
    AppraisalRoom::press(Qt::Key_Return);
    AppraisalRoom::press(Qt::Key_1);
    QCOMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("in work"));
    const auto filter = [&](int which) {
        panel.filterChoice()->setCurrentIndex(which);
        Q_EMIT panel.filterChoice()->activated(which);
    };
    filter(AppraisalPanel::NotBegun); // at once: the answer is still on its way to the file
    QCOMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->index(0, 0).data().toString(), s("Burt 2019"));
    filter(AppraisalPanel::Agreed);
    QCOMPARE(panel.model()->rowCount(), 0);
    filter(AppraisalPanel::ToDo);
    QCOMPARE(panel.model()->rowCount(), 2);
    panel.grid()->setFocus();
    AppraisalRoom::press(Qt::Key_Slash);
    QVERIFY(panel.searchField()->hasFocus());
    QTest::keyClicks(panel.searchField(), s("burt"));
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    AppraisalRoom::press(Qt::Key_Escape);
    QVERIFY(panel.grid()->hasFocus());
}

void AppraisalGridTest::viewsAreTurnedByKeys()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    AppraisalRoom::press(Qt::Key_Return); // also from within the page
    QVERIFY(panel.beginPage()->button()->hasFocus());
    const auto turn = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key, Qt::ControlModifier); };
    turn(Qt::Key_PageDown);
    QVERIFY(panel.agreementPage()->isVisible());
    turn(Qt::Key_PageDown);
    QVERIFY(panel.figurePage()->kinds()->hasFocus()); // its own keys hold from here
    turn(Qt::Key_PageDown);
    QVERIFY(panel.grid()->hasFocus());
    turn(Qt::Key_PageUp);
    QVERIFY(panel.figurePage()->isVisible());
    turn(Qt::Key_PageDown);
    panel.instrumentChoice()->setFocus();
    AppraisalRoom::press(Qt::Key_Escape); // back to the studies from the tools
    QVERIFY(panel.grid()->hasFocus());
}

/// What robvis reads comes in, for the outcome that is named; a line that says nothing known is told.
void AppraisalGridTest::tablesComeIn()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    const QByteArray table
        = "Study,D1,D2,D3,D4,D5,Overall\nBurt 2019,Low,Low,Low,Low,High,High\nNobody 1999,Low,Low,Low,Low,Low,Low\n";
    room.dialogs.files = {{room.write(s("robvis.csv"), table)}};
    room.dialogs.texts = {s("Relapse")};
    QTest::mouseClick(panel.importButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.banner()->text().startsWith(s("6 answers and judgements of 1 studies.")));
    QVERIFY(panel.banner()->text().contains(s("line 3")));
    QTRY_COMPARE(panel.model()->index(1, 0).data().toString(), s("Burt 2019: Relapse"));
    QCOMPARE(panel.model()->index(1, 6).data(GridModel::SymbolRole).toString(), s("×"));
}

WINNOW_WINDOW_TEST(AppraisalGridTest)

} // namespace suite_appraisal_grid

#include "test_appraisal_grid.moc"
