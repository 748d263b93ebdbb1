// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AppraisalRoom.h"

#include "appraisal/InstrumentJson.h"
#include "charts/FigureView.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/DirectionRow.h"
#include "panels/appraisal/FigurePage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/JudgementRow.h"
#include "widgets/Banner.h"
#include "widgets/Segmented.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace suite_appraisal {

using namespace winnow;
using namespace winnow::ui;
using namespace winnow::test;

class AppraisalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyReviewSaysWhatItIsFor();
    void assessesAStudyByKeys();
    void overrulingWaitsForAReason();
    void resultsNeedAnOutcome();
    void answersSayWhatTheyMean();
    void applicabilityIsPartOfTheForm();
    void oneThatNobodyHasSeen();
    void copiesFromAnotherOutcome();
};

void AppraisalTest::emptyReviewSaysWhatItIsFor()
{
    PagesRoom room;
    AppraisalPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(everything(panel).contains(s("No study to assess yet")));
    QVERIFY(!panel.grid()->isVisible());
}

void AppraisalTest::assessesAStudyByKeys()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QCOMPARE(panel.model()->index(0, 0).data().toString(), s("Adams 2021"));
    QVERIFY(panel.beginPage()->about().contains(s("do not replace the official guidance")));
    AppraisalRoom::press(Qt::Key_Return); // to the button
    QVERIFY(panel.beginPage()->button()->hasFocus());
    AppraisalRoom::press(Qt::Key_Space);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    AppraisalRoom::press(Qt::Key_Return);
    answerAll(panel, room, Qt::Key_1);
    QCOMPARE(room.first()->mine.answers.size(), size_t(10));
    QTRY_VERIFY(panel.grid()->hasFocus());
    QCOMPARE(panel.banner()->text(), s("All is answered and judged."));
    for (int column = 1; column < panel.model()->columnCount(); ++column)
        QCOMPARE(panel.model()->index(0, column).data(GridModel::SymbolRole).toString(), s("+"));
    QCOMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("all answered"));
    QCOMPARE(panel.model()->index(1, 0).data(GridModel::StateRole).toString(), s("not begun"));
    QTest::keyClick(panel.grid(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(room.first()->mine.answers.size(), size_t(9));
    QTRY_COMPARE(panel.model()->index(0, 10).data(GridModel::SymbolRole).toString(), QString());
}

void AppraisalTest::overrulingWaitsForAReason()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    AppraisalRoom::press(Qt::Key_Return);
    AppraisalRoom::press(Qt::Key_1);
    QTRY_VERIFY(panel.form()->judgement()->proposalText().contains(s("Low risk")));
    QLineEdit* support = panel.form()->items().front()->support();
    QTRY_VERIFY(support->isVisible());
    support->setFocus();
    QTest::keyClicks(support, s("p. 3: a coin"));
    AppraisalRoom::press(Qt::Key_Escape);
    QTRY_COMPARE(room.first()->mine.answers.begin()->second.why, s("p. 3: a coin"));
    JudgementRow* judgement = panel.form()->judgement();
    judgement->levels()->setFocus();
    AppraisalRoom::press(Qt::Key_3);
    QVERIFY(judgement->reason()->hasFocus());
    AppraisalRoom::press(Qt::Key_Return); // nothing said: nothing happens
    QVERIFY(room.first()->mine.judgements.empty());
    QTest::keyClicks(judgement->reason(), s("the coin was weighted"));
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(room.first()->mine.judgements.size(), size_t(1));
    QCOMPARE(room.first()->mine.judgements.begin()->second.why, s("the coin was weighted"));
    QTRY_COMPARE(panel.model()->index(0, 1).data(GridModel::SymbolRole).toString(), s("×"));
}

/// rules.md G1.
void AppraisalTest::resultsNeedAnOutcome()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    AppraisalRoom::press(Qt::Key_Return);
    QVERIFY(panel.beginPage()->outcome()->hasFocus());
    QVERIFY(!panel.beginPage()->button()->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), s("Relapse"));
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(panel.model()->index(0, 0).data().toString(), s("Adams 2021: Relapse"));
    QTRY_VERIFY(panel.anotherButton()->isVisible());
    QTest::mouseClick(panel.anotherButton(), Qt::LeftButton);
    QVERIFY(panel.beginPage()->outcome()->hasFocus());
    panel.beginPage()->outcome()->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), s("Death"));
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTRY_COMPARE(panel.grid()->currentIndex().siblingAtColumn(0).data().toString(), s("Adams 2021: Death"));
}

/// Nobody has to know codes by heart, nor to point at them with a mouse.
void AppraisalTest::answersSayWhatTheyMean()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "nos-cohort");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    QCOMPARE(panel.form()->items().front()->legend(),
             s("a = Truly · b = Somewhat · c = They are a chosen group · d = It is not said"));
    QVERIFY(panel.form()->legend().isEmpty());
    sitDown(panel, "minors");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_COMPARE(panel.form()->legend(),
                 s("0 = Not reported · 1 = Reported, but poorly done · 2 = Reported and well done"));
    QVERIFY(panel.form()->items().front()->legend().isEmpty());
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible() && panel.form()->legend().isEmpty());
}

void AppraisalTest::applicabilityIsPartOfTheForm()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "quadas-2");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    QCOMPARE(panel.form()->judgements().size(), size_t(2));
    panel.form()->judgements().back()->levels()->setFocus();
    AppraisalRoom::press(Qt::Key_1);
    QTRY_VERIFY(room.first()->mine.judgements.contains(s("D1:applicability")));
    sitDown(panel, "rob2");
    panel.beginPage()->outcome()->setText(s("Death"));
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible() && panel.form()->direction());
    panel.form()->direction()->directions()->setFocus();
    AppraisalRoom::press(Qt::Key_Down);
    const auto said = [&] {
        const auto views = Appraisals(*room.project).views();
        for (const AppraisalView& view : *views) {
            if (view.mine.judgements.contains(s("D1:direction")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
    QVERIFY(everything(panel).contains(s("does not replace the official guidance")));
}

/// It came in as JSON; the window offers it, fills it in, judges and draws it.
void AppraisalTest::oneThatNobodyHasSeen()
{
    AppraisalRoom room;
    const auto reading = appraisal::readInstrument(
        R"({"winnow_instrument": 1, "id": "bees", "version": "1", "name": "Bee scale", "judges": "study",
            "scales": [{"id": "s", "levels": [{"name": "Fine"}, {"name": "Sticky"}]}],
            "domains": [{"id": "H", "label": "Honey", "scale": "s", "rules": ["if 1 is No then Sticky", "otherwise Fine"],
                         "items": [{"id": "1", "question": "Was it honey?", "answers": [{"code": "Yes"}, {"code": "No"}]}]}]})");
    QVERIFY(reading.instrument);
    QVERIFY(Appraisals(*room.project).keep(*reading.instrument));
    AppraisalPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    const int place = panel.instrumentChoice()->findText(s("Bee scale"));
    QVERIFY(place >= 0);
    panel.instrumentChoice()->setCurrentIndex(place);
    Q_EMIT panel.instrumentChoice()->activated(place);
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    AppraisalRoom::press(Qt::Key_Return);
    AppraisalRoom::press(Qt::Key_2);
    QTRY_VERIFY(panel.form()->judgement()->proposalText().contains(s("Sticky")));
    QVERIFY(!everything(panel).contains(s("own paraphrase"))); // the words are the review's own
    QTRY_COMPARE(room.first()->mine.answers.size(), size_t(1));
    panel.viewChoice()->setFocus();
    AppraisalRoom::press(Qt::Key_3);
    QTRY_VERIFY(panel.figurePage()->figure()->figure().description.contains(s("H Sticky")));
}

void AppraisalTest::copiesFromAnotherOutcome()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    AppraisalRoom::press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), s("Relapse"));
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    AppraisalRoom::press(Qt::Key_Return);
    AppraisalRoom::press(Qt::Key_1);
    QTRY_COMPARE(room.first()->mine.answers.size(), size_t(1));
    QTest::mouseClick(panel.anotherButton(), Qt::LeftButton);
    panel.beginPage()->outcome()->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), s("Death"));
    AppraisalRoom::press(Qt::Key_Return);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTRY_VERIFY(panel.copyButton()->isVisible());
    room.dialogs.choices = {0};
    QTest::mouseClick(panel.copyButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.banner()->text(), s("1 answers and judgements copied."));
    QCOMPARE(room.dialogs.lastChoice.options.size(), 2); // this domain, all
    QVERIFY(room.dialogs.lastChoice.options.front().startsWith(s("Relapse: ")));
    QTRY_COMPARE(panel.form()->items().front()->answers()->current(), 0);
}

WINNOW_WINDOW_TEST(AppraisalTest)

} // namespace suite_appraisal

#include "test_appraisal.moc"
