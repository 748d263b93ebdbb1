// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "appraisal/InstrumentJson.h"
#include "panels/appraisal/AppraisalPanel.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/ItemRow.h"
#include "panels/appraisal/JudgementRow.h"
#include "panels/appraisal/editor/AboutPage.h"
#include "panels/appraisal/editor/DomainPage.h"
#include "panels/appraisal/editor/FormPreview.h"
#include "panels/appraisal/editor/InstrumentEditor.h"
#include "panels/appraisal/editor/InstrumentsRoom.h"
#include "panels/appraisal/editor/ItemPage.h"
#include "panels/appraisal/editor/LanguagesPage.h"
#include "panels/appraisal/editor/ListsPage.h"
#include "panels/appraisal/editor/OutlineView.h"
#include "panels/appraisal/editor/RulesEdit.h"
#include "project/Appraisals.h"
#include "project/Instruments.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "project/Setup.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Segmented.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>

namespace suite_instruments {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// One study that is included at full text.
struct Workshop : PagesRoom {
    Workshop() : PagesRoom(1)
    {
        import(s("one.ris"), entry("One", "Burt, R", 2019));
        const RecordId id = Records(*project).all()->front();
        for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
            Reports::RetrievalRequest here{id, {}};
            here.state.state = Retrieval::Received;
            if (stage == Stage::Fulltext && !Reports(*project).setRetrieval({&here, 1}))
                qFatal("not retrieved");
            if (!Screening(*project, stage).vote({id, Verdict::Include, {}, {}}))
                qFatal("no vote");
        }
    }
    /// What the focus gets.
    static void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    static void type(const char* text)
    {
        if (auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget()))
            line->selectAll();
        QTest::keyClicks(QApplication::focusWidget(), s(text));
    }
};

/// The panel with its instruments in front.
void goToWorkshop(AppraisalPanel& panel)
{
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.instrumentsButton()->isVisible());
    panel.instrumentsButton()->setFocus();
    Workshop::press(Qt::Key_Space);
    QTRY_VERIFY(panel.instruments()->model()->rowCount() > 10);
    QVERIFY(panel.instruments()->list()->hasFocus());
}

/// "D1 A domain / 1.1 Was it so?": what the outline shows below its three fixed rows.
QString outlineOf(const OutlineView& view)
{
    QStringList lines;
    const QAbstractItemModel& model = *view.model();
    for (int row = 3; row < model.rowCount(); ++row) {
        const QModelIndex domain = model.index(row, 0);
        lines << domain.data().toString();
        for (int item = 0; item < model.rowCount(domain); ++item)
            lines << model.index(item, 0, domain).data().toString();
    }
    return lines.join(QStringLiteral(" / "));
}

bool remarked(const InstrumentEditor& editor, const char* text)
{
    for (int i = 0; i < editor.remarks()->count(); ++i) {
        if (editor.remarks()->item(i)->text().contains(s(text)))
            return true;
    }
    return false;
}

/// By keys alone: two domains with a question each, and one with a second.
void buildTwoDomains(InstrumentEditor& editor)
{
    QVERIFY(editor.aboutPage()->nameField()->hasFocus());
    Workshop::type("Bee scale");
    Workshop::press(Qt::Key_Escape);
    QVERIFY(editor.outline()->hasFocus());
    Workshop::press(Qt::Key_Insert, Qt::ShiftModifier);
    Workshop::press(Qt::Key_Return);
    QVERIFY(editor.domainPage()->labelField()->hasFocus());
    Workshop::type("Honey");
    for (const char* question : {"Was it honey?", "Was it tasted?"}) {
        Workshop::press(Qt::Key_Escape);
        Workshop::press(Qt::Key_Insert);
        Workshop::press(Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), s(question));
    }
    Workshop::press(Qt::Key_Escape);
    Workshop::press(Qt::Key_Insert, Qt::ShiftModifier);
    Workshop::press(Qt::Key_Return);
    Workshop::type("Wax");
    Workshop::press(Qt::Key_Escape);
    Workshop::press(Qt::Key_Insert);
    Workshop::press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), s("Was it wax?"));
    Workshop::press(Qt::Key_Escape);
}

} // namespace

class InstrumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buildsOneFromNothing();
    void partsMoveByKeysAndByDragging();
    void formIsTriedBesideIt();
    void answersScalesAndLanguages();
    void anotherVersionIsCompared();
    void brokenFilesSayWhere();
    void whatIsNotKeptIsAskedAbout();
    void whatWasLeftIsThereAgain();
    void readersMayNotKeep();
};

void InstrumentsTest::buildsOneFromNothing()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    QTest::mouseClick(panel.instruments()->newButton(), Qt::LeftButton);
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

void InstrumentsTest::anotherVersionIsCompared()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    InstrumentsRoom& instruments = *panel.instruments();
    instruments.list()->setCurrentIndex(
        instruments.model()->index(instruments.model()->rowOf(s("minors"), s("2003")), 0));
    const LibraryModel::Row& shipped
        = instruments.model()->rows()[std::size_t(instruments.list()->currentIndex().row())];
    QVERIFY(!shipped.own);
    QVERIFY(!instruments.editButton()->isEnabled());
    QTest::mouseClick(instruments.duplicateButton(), Qt::LeftButton);
    InstrumentEditor& editor = *instruments.editor();
    const QString id = editor.desk().draft().head.id;
    QVERIFY(id.endsWith(s("-own")));
    QTRY_VERIFY(editor.keepButton()->isEnabled());
    QTest::mouseClick(editor.keepButton(), Qt::LeftButton);
    QTRY_VERIFY(editor.banner()->text().contains(s("is in the review")));
    // The same version with other words is refused.
    editor.outline()->setPlace(place::about);
    editor.aboutPage()->nameField()->setFocus();
    Workshop::type("Ours");
    QTRY_VERIFY(editor.keepButton()->isEnabled());
    Workshop::press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(editor.banner()->text().contains(s("give this one another version, such as 2")));
    editor.aboutPage()->versionField()->setFocus();
    Workshop::type("2");
    QTRY_VERIFY(editor.keepButton()->isEnabled());
    Workshop::press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(editor.banner()->text().contains(s("version 2, is in the review")));
    QTest::mouseClick(editor.backButton(), Qt::LeftButton);
    QTRY_VERIFY(instruments.model()->rowOf(id, s("2")) >= 0);
    instruments.list()->setCurrentIndex(instruments.model()->index(instruments.model()->rowOf(id, s("2")), 0));
    room.dialogs.choices = {0};
    QTest::mouseClick(instruments.compareButton(), Qt::LeftButton);
    QCOMPARE(instruments.differences()->rowCount(), 2); // version and name
    QVERIFY(instruments.comparedText().contains(s("differences: 2")));
    const QString out = room.folder.filePath(s("ours.json"));
    room.dialogs.saveNames = {out};
    QTest::mouseClick(instruments.exportButton(), Qt::LeftButton);
    QVERIFY(readInstrumentFile(out)->instrument);
    QCOMPARE(readInstrumentFile(out)->instrument->name, s("Ours"));
    // What was kept is a step of the review like any other.
    QCOMPARE(ownInstruments(*room.project)->size(), size_t(2));
    QVERIFY(History(*room.project).undo());
    QCOMPARE(ownInstruments(*room.project)->size(), size_t(1));
}

void InstrumentsTest::brokenFilesSayWhere()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    const QByteArray whole = appraisal::writeDraft(appraisal::duplicateOf(
        *appraisal::readInstrument(
             R"({"winnow_instrument": 1, "id": "bees", "version": "1", "name": "Bees", "judges": "study",
                 "domains": [{"id": "H", "label": "Honey", "items": [{"id": "1", "question": "Was it honey?",
                 "answers": [{"code": "Yes"}, {"code": "No"}]}]}]})")
             .instrument,
        s("bees"), s("Bees")));
    room.dialogs.files = {{room.write(s("a.json"),
                                      QByteArray(whole)
                                          .replace("\"asked_if\"", "\"x\"")
                                          .replace("\"question\"", "\"asked_if\": \"9 is Yes\", \"question\""))},
                          {room.write(s("b.json"), whole.left(whole.size() / 2))},
                          {room.write(s("c.json"), whole)}};
    QPushButton* button = panel.instruments()->importButton();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(panel.instruments()->banner()->text().contains(s("domains[0].items[0].asked_if")));
    QVERIFY(panel.instruments()->banner()->text().contains(s("a.json")));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(panel.instruments()->banner()->text().contains(s("this is not JSON (line ")));
    QVERIFY(ownInstruments(*room.project)->empty());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(panel.instruments()->banner()->text(), s("Bees, version 1 is in the review: assessments can use it."));
    // The first one can be opened all the same, and mended.
    room.dialogs.files = {{room.folder.filePath(s("a.json"))}};
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(panel.instruments()->banner()->actionButton()->isVisible());
    QTest::mouseClick(panel.instruments()->banner()->actionButton(), Qt::LeftButton);
    InstrumentEditor& editor = *panel.instruments()->editor();
    QTRY_VERIFY(remarked(editor, "1, asked if: at character 1 there is no item or domain “9”"));
    Q_EMIT editor.remarks()->itemActivated(editor.remarks()->item(0));
    QVERIFY(editor.itemPage()->askedIf()->hasFocus());
    Workshop::type("");
    Workshop::press(Qt::Key_Delete);
    QTRY_COMPARE(editor.standing(), s("nothing is missing"));
    QTRY_VERIFY(panel.instruments()->model()->rowOf(s("bees"), s("1")) >= 0);
}

void InstrumentsTest::whatIsNotKeptIsAskedAbout()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    InstrumentsRoom& instruments = *panel.instruments();
    QTest::mouseClick(instruments.newButton(), Qt::LeftButton);
    Workshop::type("Half a tool");
    QTest::mouseClick(instruments.editor()->backButton(), Qt::LeftButton);
    QTRY_VERIFY(instruments.resumeButton()->isVisible());
    QTest::mouseClick(instruments.newButton(), Qt::LeftButton); // closed: it stays
    QCOMPARE(instruments.editor()->desk().draft().head.name, s("Half a tool"));
    QTest::mouseClick(instruments.resumeButton(), Qt::LeftButton);
    QVERIFY(instruments.editor()->isVisible());
    QTest::mouseClick(instruments.editor()->backButton(), Qt::LeftButton);
    room.dialogs.confirmations = {true};
    QTest::mouseClick(instruments.newButton(), Qt::LeftButton);
    QVERIFY(instruments.editor()->desk().draft().head.name.isEmpty());
    QVERIFY(room.dialogs.lastConfirmation.consequence.contains(s("Half a tool")));
}

/// A window that closes, or a program that is gone, takes nothing along.
void InstrumentsTest::whatWasLeftIsThereAgain()
{
    Workshop room;
    {
        AppraisalPanel panel(*room.context);
        goToWorkshop(panel);
        QTest::mouseClick(panel.instruments()->newButton(), Qt::LeftButton);
        buildTwoDomains(*panel.instruments()->editor());
        panel.instruments()->editor()->domainPage()->rules()->setPlainText(s("if 2.1 is"));
    }
    QTRY_VERIFY(!leftDraft(*room.project)->isEmpty());
    AppraisalPanel panel(*room.context);
    goToWorkshop(panel);
    QTRY_VERIFY(panel.instruments()->resumeButton()->isVisible());
    QTest::mouseClick(panel.instruments()->resumeButton(), Qt::LeftButton);
    InstrumentEditor& editor = *panel.instruments()->editor();
    QCOMPARE(outlineOf(*editor.outline()),
             s("D1  Honey / 1.1  Was it honey? / 1.2  Was it tasted? / D2  Wax / 2.1  Was it wax?"));
    QVERIFY(editor.unkept());
    QVERIFY(ownInstruments(*room.project)->empty()); // it is no change of the review
}

void InstrumentsTest::readersMayNotKeep()
{
    Workshop room;
    AppraisalPanel panel(*room.context);
    QVERIFY(Setup(*room.project).addReviewer(s("Rea"), Role::Reader));
    room.sit(s("Rea"));
    goToWorkshop(panel);
    QVERIFY(!panel.instruments()->importButton()->isEnabled());
    QVERIFY(!panel.instruments()->importButton()->toolTip().isEmpty());
    QTest::mouseClick(panel.instruments()->duplicateButton(), Qt::LeftButton); // to look at, and to export
    InstrumentEditor& editor = *panel.instruments()->editor();
    QTRY_VERIFY(editor.desk().examined());
    QVERIFY(editor.desk().examination().sound());
    QVERIFY(!editor.keepButton()->isEnabled());
}

WINNOW_WINDOW_TEST(InstrumentsTest)

} // namespace suite_instruments

#include "test_instruments.moc"
