// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/InstrumentsWorkshop.h"

#include "appraisal/InstrumentJson.h"
#include "panels/appraisal/editor/AboutPage.h"
#include "panels/appraisal/editor/DomainPage.h"
#include "panels/appraisal/editor/ItemPage.h"
#include "panels/appraisal/editor/RulesEdit.h"
#include "project/Instruments.h"
#include "project/Setup.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace suite_instruments_kept {

using namespace winnow;
using namespace winnow::ui;
using namespace winnow::test;

class InstrumentsKeptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherVersionIsCompared();
    void brokenFilesSayWhere();
    void whatIsNotKeptIsAskedAbout();
    void whatWasLeftIsThereAgain();
    void readersMayNotKeep();
};

void InstrumentsKeptTest::anotherVersionIsCompared()
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

void InstrumentsKeptTest::brokenFilesSayWhere()
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

void InstrumentsKeptTest::whatIsNotKeptIsAskedAbout()
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
void InstrumentsKeptTest::whatWasLeftIsThereAgain()
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

void InstrumentsKeptTest::readersMayNotKeep()
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

WINNOW_WINDOW_TEST(InstrumentsKeptTest)

} // namespace suite_instruments_kept

#include "test_instruments_kept.moc"
