// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AppraisalRoom.h"

#include "charts/FigureView.h"
#include "panels/appraisal/AgreementPage.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/FigurePage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/StudyPage.h"
#include "widgets/Banner.h"
#include "widgets/Segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QStandardItemModel>

namespace suite_appraisal_team {

using namespace winnow;
using namespace winnow::ui;
using namespace winnow::test;

class AppraisalTeamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoPeopleReachConsensus();
    void twoStudiesTwoPeopleOneFigure();
    void givesStudiesToPeople();
};

/// Blind until it is opened; then side by side, agreed on, and reopened by a change.
void AppraisalTeamTest::twoPeopleReachConsensus()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    AppraisalRoom::press(Qt::Key_Return);
    answerAll(panel, room, Qt::Key_1);
    room.dialogs.confirmations = {true, true};
    QTest::mouseClick(panel.openButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.banner()->text().contains(s("two people")));

    room.sit(s("Ben"));
    QTRY_COMPARE(panel.model()->index(0, 1).data(GridModel::SymbolRole).toString(), QString());
    QVERIFY(!everything(panel).contains(s("Ana")));
    panel.grid()->setFocus();
    AppraisalRoom::press(Qt::Key_Home);
    AppraisalRoom::press(Qt::Key_Return);
    answerAll(panel, room, Qt::Key_2);
    QTest::mouseClick(panel.openButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.sheetChoice()->isVisible());
    QCOMPARE(panel.sheetChoice()->current(), 1);
    QVERIFY(panel.form()->items().front()->answers()->hasFocus()); // the button is gone: on with the first question
    QVERIFY(panel.form()->items().front()->saidText().startsWith(s("≠")));
    QVERIFY(everything(panel).contains(s("Ana")));

    panel.form()->focusItem({});
    AppraisalRoom::press(Qt::Key_2);
    QTRY_COMPARE(room.first()->consensus.answers.size(), size_t(1));
    QTRY_COMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("consensus begun"));
    panel.filterChoice()->setCurrentIndex(AppraisalPanel::Agreed); // nine questions are still to be agreed on
    Q_EMIT panel.filterChoice()->activated(AppraisalPanel::Agreed);
    QCOMPARE(panel.model()->rowCount(), 0);
    panel.filterChoice()->setCurrentIndex(AppraisalPanel::ToAgree);
    Q_EMIT panel.filterChoice()->activated(AppraisalPanel::ToAgree);
    QCOMPARE(panel.model()->rowCount(), 1);
    panel.sheetChoice()->setCurrent(0);
    Q_EMIT panel.sheetChoice()->changed(0);
    panel.form()->items().front()->answers()->setFocus();
    AppraisalRoom::press(Qt::Key_3);
    QTRY_COMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("changed since the consensus"));
    QVERIFY(panel.notice().contains(s("changed after the consensus")));
    QVERIFY(panel.keepButton()->isVisible());
    QTest::mouseClick(panel.keepButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("consensus begun"));
    QVERIFY(panel.notice().isEmpty());
}

/// From nothing to a figure in a file, by keys: both studies, two people, compared, agreed on, drawn, exported.
void AppraisalTeamTest::twoStudiesTwoPeopleOneFigure()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    const auto answered = [&] {
        std::size_t all = 0;
        const auto views = Appraisals(*room.project).views();
        for (const AppraisalView& view : *views)
            all += view.mine.answers.size();
        return all;
    };
    const auto answerStudy = [&](int study, int digit) {
        panel.grid()->setFocus();
        panel.grid()->setCurrentIndex(panel.model()->index(study, 1));
        AppraisalRoom::press(Qt::Key_Return);
        if (panel.beginPage()->button()->hasFocus()) {
            AppraisalRoom::press(Qt::Key_Space);
            QTRY_VERIFY(panel.form()->isVisible());
            QTRY_VERIFY(panel.grid()->hasFocus());
            AppraisalRoom::press(Qt::Key_Return);
        }
        const std::size_t before = answered();
        for (std::size_t i = 1; i <= 10; ++i) {
            AppraisalRoom::press(digit);
            QTRY_COMPARE(answered(), before + i);
            AppraisalRoom::press(Qt::Key_Return);
        }
        QTRY_VERIFY(panel.grid()->hasFocus());
    };
    answerStudy(0, Qt::Key_1);
    answerStudy(1, Qt::Key_2);
    room.sit(s("Ben"));
    QTRY_COMPARE(panel.model()->index(0, 1).data(GridModel::SymbolRole).toString(), QString());
    answerStudy(0, Qt::Key_1);
    answerStudy(1, Qt::Key_3);
    room.dialogs.confirmations = {true, true};
    for (int study = 0; study < 2; ++study) {
        panel.grid()->setCurrentIndex(panel.model()->index(study, 1));
        QTRY_VERIFY(panel.openButton()->isVisible());
        QTest::mouseClick(panel.openButton(), Qt::LeftButton);
        QTRY_VERIFY(panel.sheetChoice()->isVisible());
        panel.form()->focusItem({});
        AppraisalRoom::press(Qt::Key_1);
        QTRY_COMPARE(panel.model()->index(study, 0).data(GridModel::StateRole).toString(),
                     study == 0 ? s("consensus") : s("consensus begun")); // alike in all, or in nothing
    }
    panel.viewChoice()->setFocus();
    AppraisalRoom::press(Qt::Key_2); // the digits choose
    QTRY_VERIFY(panel.agreementPage()->isVisible());
    QCOMPARE(panel.agreementPage()->model()->rowCount(), 10);
    QCOMPARE(panel.agreementPage()->model()->index(0, 1).data().toString(), s("Ana and Ben"));
    QCOMPARE(panel.agreementPage()->model()->index(0, 2).data().toString(), s("2"));
    QCOMPARE(panel.agreementPage()->model()->index(0, 3).data().toString(), s("0"));
    panel.viewChoice()->setFocus();
    AppraisalRoom::press(Qt::Key_3);
    FigurePage* figures = panel.figurePage();
    QTRY_VERIFY(figures->isVisible());
    QTRY_VERIFY(figures->figure()->figure().description.contains(s("Adams 2021")));
    figures->paletteChoice()->setFocus();
    AppraisalRoom::press(Qt::Key_Down);
    const QString file = room.folder.filePath(s("plot.svg"));
    room.dialogs.saveNames = {file};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(figures->banner()->text().contains(s("plot.svg")));
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray drawn = svg.readAll();
    QVERIFY(drawn.contains("Burt 2019"));
    QVERIFY(!drawn.contains("#02c100"));
    QVERIFY(drawn.contains("#fed98e"));
}

void AppraisalTeamTest::givesStudiesToPeople()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.studyButton(), Qt::LeftButton);
    StudyPage* page = panel.studyPage();
    QVERIFY(page->isVisible());
    QCOMPARE(page->people().size(), size_t(2));
    page->people()[1]->setFocus();
    AppraisalRoom::press(Qt::Key_Space);
    page->scope()->setFocus();
    AppraisalRoom::press(Qt::Key_2);
    page->assignButton()->setFocus();
    AppraisalRoom::press(Qt::Key_Space);
    QTRY_COMPARE(panel.banner()->text(), s("2 assessments given."));
    const auto views = Appraisals(*room.project).views().value();
    QCOMPARE(views.size(), size_t(2));
    QCOMPARE(views[1].appraisal.appraisers, std::vector<ReviewerId>{room.person(s("Ben"))});
    QTRY_COMPARE(panel.notice(), s("This assessment was given to Ben."));
    AppraisalRoom::press(Qt::Key_Return);
    QVERIFY(!panel.form()->items().front()->answers()->isEnabled());
    room.sit(s("Ben"));
    QTRY_VERIFY(panel.form()->items().front()->answers()->isEnabled());
    QTest::mouseClick(panel.studyButton(), Qt::LeftButton);
    QVERIFY(!page->assignButton()->isEnabled()); // for the lead
}

WINNOW_WINDOW_TEST(AppraisalTeamTest)

} // namespace suite_appraisal_team

#include "test_appraisal_team.moc"
