// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/InstrumentsWorkshop.h"

#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/JudgementRow.h"
#include "panels/appraisal/editor/DomainPage.h"
#include "panels/appraisal/editor/FormPreview.h"
#include "panels/appraisal/editor/GapList.h"
#include "panels/appraisal/editor/ItemPage.h"
#include "panels/appraisal/editor/LanguagesPage.h"
#include "panels/appraisal/editor/ListsPage.h"
#include "panels/appraisal/editor/RulesEdit.h"
#include "project/Appraisals.h"
#include "project/Instruments.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Segmented.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

namespace suite_instruments {

using namespace winnow;
using namespace winnow::ui;
using namespace winnow::test;

class InstrumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buildsOneFromNothing();
    void partsMoveByKeysAndByDragging();
    void formIsTriedBesideIt();
    void gapsAreListedAndMadeRules();
    void coloursArePickedOrTyped();
    void undoIsTheEditorsWhateverHasTheFocus();
    void answersScalesAndLanguages();
};

void InstrumentsTest::buildsOneFromNothing()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(panel.instruments()->newButton()->hasFocus()); // it stands last, before the list
    Workshop::press(Qt::Key_Tab);
    Workshop::press(Qt::Key_Insert);
    InstrumentEditor& editor = *panel.instruments()->editor();
    buildTwoDomains(editor);
    QCOMPARE(outlineOf(*editor.outline()),
             s("D1  Honey / 1.1  Was it honey? / 1.2  Was it tasted? / D2  Wax / 2.1  Was it wax?"));

    // A rule with a gap is told as it is typed, and mended.
    editor.outline()->setPlace(editor.desk().draft().domains[0].key);
    editor.domainPage()->rules()->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), s("if 1.1 is N or PN then High"));
    QTRY_VERIFY(remarked(editor, "D1: no rule speaks of 3 of 5 combinations, such as 1.1 = Y"));
    QVERIFY(editor.domainPage()->rulesText().contains(s("All 5 combinations of answers are tried.")));
    Workshop::press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), s("otherwise Lo"));
    QTRY_VERIFY(remarked(editor, "D1, rule 2: “Lo” is no judgement of the scale “risk”"));
    QVERIFY(!editor.keepButton()->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), s("w"));
    QTRY_COMPARE(editor.standing(), s("nothing is missing"));
    QVERIFY(editor.domainPage()->rulesText().contains(s("Each has an answer in the rules.")));

    Workshop::press(Qt::Key_Escape);
    Workshop::press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(editor.banner()->text(), s("Bee scale, version 1, is in the review: assessments can use it."));
    const auto own = ownInstruments(*room.project);
    QVERIFY(own && own->size() == 1);
    QCOMPARE(own->front().domains[0].rules.size(), size_t(2));

    // And an assessment is begun with it.
    Workshop::press(Qt::Key_Escape);
    QTRY_COMPARE(panel.instruments()->list()->currentIndex().data().toString(), s("Bee scale"));
    Workshop::press(Qt::Key_Escape);
    QTRY_VERIFY(panel.instrumentChoice()->findText(s("Bee scale")) > 0);
    const int place = panel.instrumentChoice()->findText(s("Bee scale"));
    panel.instrumentChoice()->setCurrentIndex(place);
    Q_EMIT panel.instrumentChoice()->activated(place);
    QTRY_VERIFY(panel.beginPage()->isVisible());
    panel.beginPage()->button()->setFocus();
    Workshop::press(Qt::Key_Space);
    QTRY_VERIFY(panel.form()->isVisible());
    QCOMPARE(panel.form()->items().size(), size_t(2));
    panel.form()->focusItem({});
    Workshop::press(Qt::Key_4);
    QTRY_VERIFY(panel.form()->judgement()->proposalText().contains(s("High")));

    // The draft goes back to nothing, step by step.
    while (editor.desk().steps()->canUndo())
        editor.desk().steps()->undo();
    QCOMPARE(editor.desk().draft(), appraisal::blankDraft());
}

void InstrumentsTest::partsMoveByKeysAndByDragging()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    QTest::mouseClick(panel.instruments()->newButton(), Qt::LeftButton);
    InstrumentEditor& editor = *panel.instruments()->editor();
    OutlineView& outline = *editor.outline();
    const QAbstractItemModelTester tester(outline.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 2; ++i)
        outline.addDomain();
    const int second = outline.place();
    outline.setPlace(editor.desk().draft().domains[0].key);
    for (int i = 0; i < 3; ++i)
        outline.addItem();
    outline.setFocus();
    const auto ids = [&] { return outlineOf(outline).remove(s("  nothing asked yet")).remove(s("  without a name")); };
    QCOMPARE(ids(), s("D1 / 1.1 / 1.2 / 1.3 / D2"));
    Workshop::press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(ids(), s("D1 / 1.1 / 1.3 / 1.2 / D2"));
    Workshop::press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(ids(), s("D1 / 1.1 /    1.3 / 1.2 / D2"));
    Workshop::press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(ids(), s("D1 / 1.1 /    1.3 /    1.4 / 1.2 / D2"));
    Workshop::press(Qt::Key_Delete);
    QCOMPARE(ids(), s("D1 / 1.1 /    1.3 / 1.2 / D2"));
    QCOMPARE(outline.currentIndex().data().toString().left(3), s("1.2"));
    Workshop::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(ids(), s("D1 / 1.1 /    1.3 /    1.4 / 1.2 / D2"));
    Workshop::press(Qt::Key_Y, Qt::ControlModifier);

    // 1.1 is dropped into D2, D2 before D1.
    OutlineModel& model = *outline.outline();
    const QModelIndex first = model.index(0, 0, model.index(3, 0));
    const std::unique_ptr<QMimeData> item(model.mimeData({first}));
    QVERIFY(!model.canDropMimeData(item.get(), Qt::MoveAction, 1, 0, {}));
    QVERIFY(model.dropMimeData(item.get(), Qt::MoveAction, -1, 0, model.indexOf(second)));
    QCOMPARE(ids(), s("D1 /    1.3 / 1.2 / D2 / 1.1"));
    const std::unique_ptr<QMimeData> domain(model.mimeData({model.indexOf(second)}));
    QVERIFY(model.dropMimeData(domain.get(), Qt::MoveAction, 3, 0, {}));
    QCOMPARE(ids(), s("D2 / 1.1 / D1 /    1.3 / 1.2"));
    QVERIFY(!model.mimeData({model.index(0, 0)}));
}

void InstrumentsTest::formIsTriedBesideIt()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    QTest::mouseClick(panel.instruments()->newButton(), Qt::LeftButton);
    InstrumentEditor& editor = *panel.instruments()->editor();
    buildTwoDomains(editor);
    const int second = editor.desk().draft().domains[0].items[1].key;
    editor.outline()->setPlace(second);
    editor.itemPage()->askedIf()->setFocus();
    Workshop::type("1.1 is Y");
    DomainForm& form = *editor.preview()->form();
    QTRY_COMPARE(form.items().size(), size_t(2));
    QTRY_VERIFY(editor.desk().examined());
    form.items().front()->answers()->setFocus();
    Workshop::press(Qt::Key_1);
    QVERIFY(form.items().back()->answers()->isVisible());
    Workshop::press(Qt::Key_4);
    QVERIFY(!form.items().back()->answers()->isVisible());
    QVERIFY(Appraisals(*room.project).all()->empty()); // nobody's answer
    // A name that is renamed is renamed where it is spoken of.
    editor.outline()->setPlace(editor.desk().draft().domains[0].items[0].key);
    editor.itemPage()->idField()->setFocus();
    Workshop::type("H1");
    Workshop::press(Qt::Key_Return);
    QCOMPARE(editor.desk().draft().domains[0].items[1].askedIf, s("H1 is Y"));
    Workshop::type("2.1");
    Workshop::press(Qt::Key_Return);
    QVERIFY(editor.banner()->text().contains(s("“2.1” cannot stand under Short name")));
    QCOMPARE(editor.itemPage()->idField()->text(), s("H1"));
}

/// What no rule decides is gone through by keys: a digit judges it, Enter begins a rule that is gone on with.
void InstrumentsTest::gapsAreListedAndMadeRules()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    QTest::mouseClick(panel.instruments()->newButton(), Qt::LeftButton);
    InstrumentEditor& editor = *panel.instruments()->editor();
    buildTwoDomains(editor);
    editor.outline()->setPlace(editor.desk().draft().domains[0].key);
    DomainPage& page = *editor.domainPage();
    GapList& gaps = *page.gaps();
    QVERIFY(!gaps.isVisible());
    page.rules()->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), s("if 1.1 is Y and 1.2 is Y or PY then Low"));
    QTRY_VERIFY(gaps.isVisible());
    QTRY_COMPARE(gaps.list()->count(), 3);
    QVERIFY(gaps.heading().startsWith(s("Undecided: 3. Enter begins a rule · 1 Low · 2 Some concerns · 3 High")));
    QCOMPARE(gaps.list()->item(0)->text(), s("3 ×  1.1 is Y and 1.2 is PN, N or NI"));

    AppraisalRoom::press(Qt::Key_Tab); // from the rules to what they leave open
    QVERIFY(gaps.list()->hasFocus());
    Workshop::press(Qt::Key_3);
    QCOMPARE(page.rules()->rules().back(), s("if 1.1 is Y and 1.2 is PN, N or NI then High"));
    QTRY_COMPARE(gaps.list()->count(), 2);
    QVERIFY(gaps.list()->hasFocus());
    Workshop::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page.rules()->rules().size(), 1);
    QTRY_COMPARE(gaps.list()->count(), 3);
    gaps.list()->setCurrentRow(0);
    Workshop::press(Qt::Key_Down);
    Workshop::press(Qt::Key_Return);
    QVERIFY(page.rules()->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), s("High"));
    QCOMPARE(page.rules()->rules().back(), s("if 1.1 is PY, PN, N or NI and 1.2 is Y or PY then High"));
    QTRY_COMPARE(gaps.list()->count(), 2);
    Workshop::press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), s("otherwise Low"));
    QTRY_VERIFY(!gaps.isVisible());
    QTRY_VERIFY(page.rulesText().contains(s("Each has an answer in the rules.")));
}

void InstrumentsTest::coloursArePickedOrTyped()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    QTest::mouseClick(panel.instruments()->newButton(), Qt::LeftButton);
    InstrumentEditor& editor = *panel.instruments()->editor();
    editor.outline()->setPlace(place::lists);
    QTRY_VERIFY(editor.listsPage()->isVisible());
    QTableWidget& levels = *editor.listsPage()->levels(0)->table();
    const auto level = [&](int i) { return editor.desk().draft().head.scales[0].levels[std::size_t(i)]; };
    const auto box = [&] { return levels.findChild<QComboBox*>(); };
    levels.setCurrentCell(0, 3);
    QTest::keyClick(&levels, Qt::Key_Space);
    QTRY_VERIFY(box() && box()->view()->isVisible());
    QCOMPARE(box()->itemText(0), s("#02C100 Low risk"));
    QTest::keyClick(box()->view(), Qt::Key_End);
    QTest::keyClick(box()->view(), Qt::Key_Home);
    QTest::keyClick(box()->view(), Qt::Key_Down);
    QTest::keyClick(box()->view(), Qt::Key_Return);
    QTRY_COMPARE(level(0).colour, s("#E2DF07"));
    QTRY_VERIFY(!box());

    levels.setCurrentCell(1, 4); // for the colour-blind: theirs come first
    room.dialogs.colours = {QColor(s("#123456"))};
    QTest::keyClick(&levels, Qt::Key_Space);
    QTRY_VERIFY(box() && box()->view()->isVisible());
    QVERIFY(box()->itemText(0).startsWith(s("#fed98e")));
    QTest::keyClick(box()->view(), Qt::Key_End); // "Other…"
    QTest::keyClick(box()->view(), Qt::Key_Return);
    QTRY_COMPARE(level(1).safeColour, s("#123456"));
    QCOMPARE(room.dialogs.lastColour.name(), s("#fe9929"));
    QTRY_VERIFY(!box());

    levels.setCurrentCell(2, 3);
    QTest::keyClick(&levels, Qt::Key_F2);
    QTRY_VERIFY(box() != nullptr);
    QTest::keyClicks(box(), s("#abcdef"));
    QTest::keyClick(box(), Qt::Key_Return);
    QTRY_COMPARE(level(2).colour, s("#abcdef"));
    editor.desk().steps()->undo();
    QCOMPARE(level(2).colour, s("#BF0000"));
}

/// The window has an Undo of its own, which is for the review.
void InstrumentsTest::undoIsTheEditorsWhateverHasTheFocus()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    QAction undo;
    undo.setShortcut(QKeySequence::Undo);
    panel.addAction(&undo);
    const QSignalSpy undone(&undo, &QAction::triggered);
    goToWorkshop(panel);
    Workshop::press(Qt::Key_Insert);
    InstrumentEditor& editor = *panel.instruments()->editor();
    buildTwoDomains(editor);
    editor.outline()->setPlace(place::lists);
    QTRY_VERIFY(editor.listsPage()->isVisible());
    editor.listsPage()->addScale(1);
    QCOMPARE(editor.desk().draft().head.scales.size(), size_t(2));
    editor.listsPage()->addScaleButton()->setFocus();
    Workshop::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor.desk().draft().head.scales.size(), size_t(1));
    QCOMPARE(undone.count(), 0);
}

void InstrumentsTest::answersScalesAndLanguages()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    QTest::mouseClick(panel.instruments()->newButton(), Qt::LeftButton);
    InstrumentEditor& editor = *panel.instruments()->editor();
    buildTwoDomains(editor);
    editor.outline()->setPlace(place::lists);
    ListsPage& lists = *editor.listsPage();
    QTRY_VERIFY(lists.isVisible());
    lists.addScale(1);
    QCOMPARE(editor.desk().draft().head.scales.back().id, s("clear"));
    QTableWidget& levels = *lists.levels(0)->table();
    levels.item(2, 0)->setText(s("Very high"));
    levels.item(2, 3)->setText(s("#aa0000"));
    QCOMPARE(editor.desk().draft().head.scales[0].levels[2].name, s("Very high"));
    QCOMPARE(editor.desk().draft().head.scales[0].levels[2].colour, s("#aa0000"));
    levels.setCurrentCell(0, 0);
    levels.setFocus();
    Workshop::press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(editor.desk().draft().head.scales[0].levels[1].name, s("Low"));
    QTableWidget& answers = *lists.answers(0)->table();
    answers.item(0, 2)->setText(s("1.5"));
    QCOMPARE(editor.desk().draft().head.answerSets[0].answers[0].points, std::optional(1.5));
    answers.item(0, 0)->setText(s("N")); // there is one
    QVERIFY(editor.banner()->text().contains(s("cannot stand under Code")));
    QCOMPARE(answers.item(0, 0)->text(), s("Y"));
    levels.item(0, 3)->setText(s("reddish"));
    QTRY_VERIFY(remarked(editor, "“reddish” is not a colour"));
    editor.desk().steps()->undo();

    editor.outline()->setPlace(place::languages);
    room.dialogs.texts = {s("de")};
    QTest::mouseClick(editor.languagesPage()->addButton(), Qt::LeftButton);
    QTableWidget& texts = *editor.languagesPage()->table();
    QTRY_VERIFY(texts.isVisible());
    int row = 0;
    while (row < texts.rowCount() && texts.item(row, 0)->text() != s("Was it wax?"))
        ++row;
    QVERIFY(row < texts.rowCount());
    texts.item(row, 1)->setText(s("War es Wachs?"));
    QCOMPARE(editor.desk().draft().head.translations[0].texts.at(s("item 2.1")), s("War es Wachs?"));
    QVERIFY(editor.languagesPage()->progressText().startsWith(s("1 of ")));
}

WINNOW_WINDOW_TEST(InstrumentsTest)

} // namespace suite_instruments

#include "test_instruments.moc"
