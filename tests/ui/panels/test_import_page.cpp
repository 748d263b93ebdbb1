// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "panels/sources/ColumnsForm.h"
#include "panels/sources/ImportCard.h"
#include "panels/sources/ImportPage.h"
#include "panels/sources/PeopleForm.h"
#include "panels/sources/SourcesPanel.h"
#include "panels/sources/UnreadablePage.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/Suite.h"
#include "widgets/DenseTable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace suite_import_page {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;
using State = ImportCard::State;

namespace {

const QByteArray unknownTable = "Nr;Was;Wer\n1;Eins;Lima, Ana\n2;Zwei;Burt, Ben\n";

/// The only card, once it is in that state.
ImportCard* card(SourcesPanel& panel, State state)
{
    const auto& cards = panel.importPage()->cards();
    return QTest::qWaitFor([&] { return cards.size() == 1 && cards[0]->state() == state; }, test::patienceMs) ? cards[0]
                                                                                                              : nullptr;
}

/// Chooses an entry by keys: from the first one down.
void pick(QComboBox* choice, int index)
{
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(choice, Qt::Key_Down);
}

std::string titleOf(Project& project, size_t n)
{
    const auto all = Records(project).all();
    return n < all->size() ? Records(project).record((*all)[n])->record.title : std::string();
}

void importNow(SourcesPanel& panel)
{
    QTest::mouseClick(panel.importPage()->importButton(), Qt::LeftButton);
}

} // namespace

/// The import page when a file needs a person's word: unknown columns, a wrong guess, broken entries, other people.
class ImportPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unknownColumnsAreChosen();
    void chosenColumnsAreRemembered();
    void aWrongEncodingIsTakenBack();
    void aRefusedReadingLeavesWhatWasThere();
    void anEntryIsMended();
    void draftsStay();
    void stageAndBlindAreAsked();
    void aListFromElsewhere();
};

void ImportPageTest::unknownColumnsAreChosen()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("t.csv"), unknownTable)});
    ImportCard* asked = card(panel, State::NeedsColumns);
    QVERIFY(asked);
    QVERIFY(asked->columns() && asked->columns()->isVisible());
    QVERIFY(asked->columns()->first()->hasFocus()); // a choice can be made at once, by keys
    QVERIFY(!panel.importPage()->importButton()->isVisible()); // nothing to import yet
    QComboBox* title = asked->columns()->choiceOf(QStringLiteral("Was"));
    QVERIFY(title);
    QCOMPARE(title->currentData().toString(), QStringLiteral("keep"));
    pick(title, 0);
    QCOMPARE(title->currentData().toString(), QStringLiteral("title"));
    QVERIFY(card(panel, State::Ready));
    pick(asked->columns()->choiceOf(QStringLiteral("Wer")), 2);
    QVERIFY(card(panel, State::Ready));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(asked->state(), State::Done);
    QCOMPARE(titleOf(*room.project, 1), std::string("Zwei"));
    const auto second = Records(*room.project).record(Records(*room.project).all()->back());
    QCOMPARE(second->record.authors.front().family, std::string("Burt"));
}

void ImportPageTest::chosenColumnsAreRemembered()
{
    PagesRoom room;
    {
        SourcesPanel panel(*room.context);
        PagesRoom::present(panel);
        panel.importFiles({room.write(QStringLiteral("t.csv"), unknownTable)});
        ImportCard* asked = card(panel, State::NeedsColumns);
        QVERIFY(asked);
        pick(asked->columns()->choiceOf(QStringLiteral("Was")), 0);
        QVERIFY(card(panel, State::Ready));
    }
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("next.csv"), "Nr;Was;Wer\n7;Sieben;Cole, Cara\n")});
    ImportCard* known = card(panel, State::Ready);
    QVERIFY(known);
    QCOMPARE(known->columns()->choiceOf(QStringLiteral("Was"))->currentData().toString(), QStringLiteral("title"));
    importNow(panel);
    QTRY_COMPARE(known->state(), State::Done);
    QCOMPARE(titleOf(*room.project, 0), std::string("Sieben"));
}

void ImportPageTest::aWrongEncodingIsTakenBack()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("a.ris"), "TY  - JOUR\nTI  - \xC5\xBD\nER  - \n")});
    ImportCard* read = card(panel, State::Ready);
    QVERIFY(read);
    QCOMPARE(read->encodingChoice()->currentText(), QStringLiteral("utf-8"));
    importNow(panel);
    QTRY_COMPARE(read->state(), State::Done);
    const RunId first = read->report()->run;
    QVERIFY(read->encodingChoice()->isVisible());
    pick(read->encodingChoice(), 1); // windows-1252
    QCOMPARE(read->report()->run, first); // arrow keys read nothing
    QVERIFY(read->againButton()->isVisible());
    QTest::keyClick(read->againButton(), Qt::Key_Space);
    QTRY_VERIFY(read->state() == State::Done && read->report()->run != first);
    QCOMPARE(read->report()->encoding, QStringLiteral("windows-1252"));
    QCOMPARE(Records(*room.project).all()->size(), size_t(1));
    QCOMPARE(titleOf(*room.project, 0), std::string("\xC3\x85\xC2\xBD"));
    const auto review = room.project->review();
    QCOMPARE(std::count_if(review->runs.begin(), review->runs.end(), [](const Run& run) { return run.live; }), 1);
}

void ImportPageTest::aRefusedReadingLeavesWhatWasThere()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("a.ris"), PagesRoom::entry("One", "Lima, Ana", 2019))});
    ImportCard* read = card(panel, State::Ready);
    QVERIFY(read);
    importNow(panel);
    QTRY_COMPARE(read->state(), State::Done);
    pick(read->formatChoice(), read->formatChoice()->findData(QStringLiteral("endnote-xml")));
    QTest::keyClick(read->againButton(), Qt::Key_Space);
    QTRY_VERIFY(read->sentence().contains(QStringLiteral("still in the review")));
    QCOMPARE(read->state(), State::Done);
    QCOMPARE(read->formatChoice()->currentData().toString(), QStringLiteral("ris"));
    QCOMPARE(Records(*room.project).all()->size(), size_t(1));
}

void ImportPageTest::anEntryIsMended()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("a.ris"),
                                  PagesRoom::entry("One", "Lima, Ana", 2019) + "TY  - JOUR\nDB  - Embase\nER  - \n")});
    ImportCard* read = card(panel, State::Ready);
    QVERIFY(read);
    importNow(panel);
    QTRY_COMPARE(read->state(), State::Done);
    QTest::mouseClick(read->unreadableButton(), Qt::LeftButton);
    UnreadablePage* page = panel.unreadablePage();
    QTRY_VERIFY(page->isVisible());
    QTRY_VERIFY(page->textField()->toPlainText().contains(QStringLiteral("Embase")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // from the list into the text
    QVERIFY(page->textField()->hasFocus());
    QTest::keyClick(page->textField(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page->sentence().contains(QStringLiteral("it has no title")));
    QCOMPARE(page->model()->rowCount(), 1);
    QTest::keyClick(page->textField(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(page->textField(), Qt::Key_End);
    QTest::keyClick(page->textField(), Qt::Key_Return);
    QTest::keyClicks(page->textField(), QStringLiteral("TI  - Two"));
    QTest::keyClick(page->textField(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(page->model()->rowCount(), 0);
    QCOMPARE(titleOf(*room.project, 1), std::string("Two"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(panel.importPage()->isVisible());
    QVERIFY(!read->unreadableButton()->isVisible());
}

void ImportPageTest::draftsStay()
{
    PagesRoom room;
    UnreadablePage page(room.theme);
    PagesRoom::present(page);
    page.show(QStringLiteral("a.ris"),
              {{3, "first", Unreadable::Why::NoTitle}, {9, "second", Unreadable::Why::Truncated}}, QString());
    page.textField()->setFocus();
    QTest::keyClick(page.textField(), Qt::Key_End);
    QTest::keyClicks(page.textField(), QStringLiteral(" and more"));
    page.setEntryText(3, QStringLiteral("the whole")); // comes late: what was typed stays
    QCOMPARE(page.textField()->toPlainText(), QStringLiteral("first and more"));
    QTest::keyClick(page.textField(), Qt::Key_Escape);
    QVERIFY(page.isVisible() && !page.textField()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(page.textField()->toPlainText(), QStringLiteral("second"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(page.textField()->toPlainText(), QStringLiteral("first and more"));
}

void ImportPageTest::stageAndBlindAreAsked()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("r.csv"),
                                  "key,title,notes\nr1,One,\"RAYYAN-INCLUSION: "
                                  "{\"\"Lea\"\"=>\"\"Included\"\"}\"\n")});
    ImportCard* read = card(panel, State::Ready);
    QVERIFY(read);
    importNow(panel);
    QTRY_COMPARE(read->state(), State::Done);
    PeopleForm* people = read->people();
    QVERIFY(people);
    QVERIFY(!people->button()->isEnabled());
    pick(people->choiceOf(QStringLiteral("Lea")), 1); // Ana
    pick(people->stageChoice(), 1); // full text
    people->seenBox()->setFocus();
    QTest::keyClick(people->seenBox(), Qt::Key_Space);
    QCOMPARE(people->votesAs(),
             (VotesAs{{QStringLiteral("Lea"), VotesOf(QStringLiteral("Ana"), Stage::Fulltext, false)}}));
    QTest::keyClick(people->button(), Qt::Key_Space);
    QTRY_VERIFY(!read->people());
    QCOMPARE(Screening(*room.project, Stage::Fulltext).myVotes()->size(), size_t(1));
    QVERIFY(Screening(*room.project, Stage::Title).myVotes()->empty());
}

void ImportPageTest::aListFromElsewhere()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("c.csv"), "Title,Covidence #,Notes\nOne,#1,\n")});
    ImportCard* read = card(panel, State::Ready);
    QVERIFY(read);
    pick(read->listChoice(), 4); // included
    importNow(panel);
    QTRY_COMPARE(read->state(), State::Done);
    QVERIFY(!read->people());
    const std::vector<RecordId> all = *Records(*room.project).all();
    QCOMPARE(Records(*room.project).record(all.front())->place, Place::Included);
}

WINNOW_WINDOW_TEST(ImportPageTest)

} // namespace suite_import_page

#include "test_import_page.moc"
