// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "appraisal/Shipped.h"
#include "panels/appraisal/AppraisalPanel.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/JudgementRow.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/Segmented.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Two studies that are included at full text, one vote each being enough.
struct Bias : PagesRoom {
    Bias() : PagesRoom(1)
    {
        import(s("two.ris"), entry("One", "Burt, R", 2019) + entry("Two", "Adams, T", 2021));
        const std::vector<RecordId> all = *Records(*project).all();
        for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
            for (const RecordId id : all) {
                Reports::RetrievalRequest here{id, {}};
                here.state.state = Retrieval::Received;
                if (stage == Stage::Fulltext && !Reports(*project).setRetrieval({&here, 1}))
                    qFatal("not retrieved");
                if (!Screening(*project, stage).vote({id, Verdict::Include, {}, {}}))
                    qFatal("no vote");
            }
        }
    }
    /// What the focus gets.
    static void press(int key) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); }

    [[nodiscard]] std::optional<AppraisalView> first() const
    {
        const auto views = Appraisals(*project).views();
        return views && !views->empty() ? std::optional(views->front()) : std::nullopt;
    }
};

/// Shows the panel with an instrument chosen and the grid in front.
void sitDown(AppraisalPanel& panel, const char* instrument)
{
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    const int place = int(appraisal::shippedIds().indexOf(QLatin1String(instrument)));
    panel.instrumentChoice()->setCurrentIndex(place);
    Q_EMIT panel.instrumentChoice()->activated(place);
    panel.grid()->setFocus();
}

/// Answers the questions of SYRCLE's tool one after another: digit and Enter.
void answerAll(AppraisalPanel& panel, Bias& room, int digit)
{
    for (int i = 0; i < 10; ++i) {
        auto* answers = qobject_cast<Segmented*>(QApplication::focusWidget());
        QVERIFY(answers);
        const QString item = panel.form()->items().front()->item();
        Bias::press(digit);
        QTRY_VERIFY(room.first() && room.first()->mine.answers.contains(item));
        QTRY_COMPARE(answers->current(), digit - Qt::Key_1);
        Bias::press(Qt::Key_Return);
    }
}

QString everything(const QWidget& panel)
{
    QStringList texts;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        texts << label->text();
    for (const QLineEdit* edit : panel.findChildren<QLineEdit*>())
        texts << edit->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class AppraisalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyReviewSaysWhatItIsFor();
    void assessesAStudyByKeys();
    void overrulingWaitsForAReason();
    void resultsNeedAnOutcome();
    void twoPeopleReachConsensus();
    void modelIsSound();
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
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QCOMPARE(panel.model()->index(0, 0).data().toString(), s("Adams 2021"));
    QVERIFY(panel.beginPage()->about().contains(s("do not replace the official guidance")));
    Bias::press(Qt::Key_Return); // to the button
    QVERIFY(panel.beginPage()->button()->hasFocus());
    Bias::press(Qt::Key_Space);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    Bias::press(Qt::Key_Return);
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
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    Bias::press(Qt::Key_Return);
    Bias::press(Qt::Key_1);
    QTRY_VERIFY(panel.form()->judgement()->proposalText().contains(s("Low risk")));
    QLineEdit* support = panel.form()->items().front()->support();
    QTRY_VERIFY(support->isVisible());
    support->setFocus();
    QTest::keyClicks(support, s("p. 3: a coin"));
    Bias::press(Qt::Key_Escape);
    QTRY_COMPARE(room.first()->mine.answers.begin()->second.why, s("p. 3: a coin"));
    JudgementRow* judgement = panel.form()->judgement();
    judgement->levels()->setFocus();
    Bias::press(Qt::Key_3);
    QVERIFY(judgement->reason()->hasFocus());
    Bias::press(Qt::Key_Return); // nothing said: nothing happens
    QVERIFY(room.first()->mine.judgements.empty());
    QTest::keyClicks(judgement->reason(), s("the coin was weighted"));
    Bias::press(Qt::Key_Return);
    QTRY_COMPARE(room.first()->mine.judgements.size(), size_t(1));
    QCOMPARE(room.first()->mine.judgements.begin()->second.why, s("the coin was weighted"));
    QTRY_COMPARE(panel.model()->index(0, 1).data(GridModel::SymbolRole).toString(), s("×"));
}

/// rules.md G1.
void AppraisalTest::resultsNeedAnOutcome()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "rob2");
    Bias::press(Qt::Key_Return);
    QVERIFY(panel.beginPage()->outcome()->hasFocus());
    QVERIFY(!panel.beginPage()->button()->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), s("Relapse"));
    Bias::press(Qt::Key_Return);
    QTRY_COMPARE(panel.model()->index(0, 0).data().toString(), s("Adams 2021: Relapse"));
    QTRY_VERIFY(panel.anotherButton()->isVisible());
    QTest::mouseClick(panel.anotherButton(), Qt::LeftButton);
    QVERIFY(panel.beginPage()->outcome()->hasFocus());
    panel.beginPage()->outcome()->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), s("Death"));
    Bias::press(Qt::Key_Return);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTRY_COMPARE(panel.grid()->currentIndex().siblingAtColumn(0).data().toString(), s("Adams 2021: Death"));
}

/// Blind until it is opened; then side by side, agreed on, and reopened by a change.
void AppraisalTest::twoPeopleReachConsensus()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    Bias::press(Qt::Key_Return);
    answerAll(panel, room, Qt::Key_1);
    room.dialogs.confirmations = {true, true};
    QTest::mouseClick(panel.openButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.banner()->text().contains(s("two people")));

    room.sit(s("Ben"));
    QTRY_COMPARE(panel.model()->index(0, 1).data(GridModel::SymbolRole).toString(), QString());
    QVERIFY(!everything(panel).contains(s("Ana")));
    panel.grid()->setFocus();
    Bias::press(Qt::Key_Home);
    Bias::press(Qt::Key_Return);
    answerAll(panel, room, Qt::Key_2);
    QTest::mouseClick(panel.openButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.sheetChoice()->isVisible());
    QCOMPARE(panel.sheetChoice()->current(), 1);
    QVERIFY(panel.form()->items().front()->saidText().startsWith(s("≠")));
    QVERIFY(everything(panel).contains(s("Ana")));

    panel.form()->focusItem({});
    Bias::press(Qt::Key_2);
    QTRY_COMPARE(room.first()->consensus.answers.size(), size_t(1));
    QTRY_COMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("consensus"));
    panel.sheetChoice()->setCurrent(0);
    Q_EMIT panel.sheetChoice()->changed(0);
    panel.form()->items().front()->answers()->setFocus();
    Bias::press(Qt::Key_3);
    QTRY_COMPARE(panel.model()->index(0, 0).data(GridModel::StateRole).toString(), s("changed since the consensus"));
}

void AppraisalTest::modelIsSound()
{
    Bias room;
    AppraisalPanel panel(*room.context);
    const QAbstractItemModelTester tester(panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    sitDown(panel, "rob2");
    sitDown(panel, "minors");
    QCOMPARE(panel.model()->columnCount(), 2);
}

WINNOW_WINDOW_TEST(AppraisalTest)
#include "test_appraisal.moc"
