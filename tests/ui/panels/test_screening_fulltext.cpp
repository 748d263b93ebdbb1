// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScreeningRoom.h"
#include "support/Suite.h"

#include <QComboBox>

namespace suite_screening_fulltext {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ScreeningRoom;

namespace {

/// All six have passed title and abstract by Ana's vote alone.
void passTitles(ScreeningRoom& room)
{
    room.import(QStringLiteral("six.ris"), ScreeningRoom::six());
    Screening titles(*room.project, Stage::Title);
    const auto queue = titles.queue();
    for (const RecordId id : *queue)
        QVERIFY(titles.vote({id, Verdict::Include, {}, {}}));
}

} // namespace

/// The same room at full text: reasons in place, retrieval, classification, studies.
class TestScreeningFulltext : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void excludeOpensTheReasons();
    void reasonByTyping();
    void reasonByDigit();
    void escVotesNothing();
    void aHeldKeyTypesNothing();
    void includeAndDigitsAtOnce();
    void bulkExcludeWithReason();
    void noReasonsYet();
    void retrieval();
    void classification();
    void grouping();
    void emptyStage();
};

void TestScreeningFulltext::excludeOpensTheReasons()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    room.press(Qt::Key_E);
    QVERIFY(room.popover()->isVisible());
    QVERIFY(room.popover()->field()->hasFocus());
    QVERIFY(qApp->modalWindow() == nullptr && qApp->activePopupWidget() == nullptr);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    room.press(Qt::Key_Down);
    room.press(Qt::Key_Return);
    QVERIFY(!room.popover()->isVisible());
    QCOMPARE(room.votes(), QStringLiteral("E2 - - - - -"));
    QCOMPARE(room.said(), QStringLiteral("Excluded — Not in humans"));
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    QVERIFY(room.reader()->hasFocus());
}

void TestScreeningFulltext::reasonByTyping()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    room.press(Qt::Key_E);
    room.type(QStringLiteral("hum in")); // words in any order; I and M vote nothing
    QCOMPARE(room.popover()->shownTexts(), QStringList({QStringLiteral("Not in humans")}));
    room.press(Qt::Key_Return);
    QCOMPARE(room.votes(), QStringLiteral("E2 - - - - -"));
    room.press(Qt::Key_E);
    room.type(QStringLiteral("zzz"));
    QCOMPARE(room.popover()->shownTexts(), QStringList());
    room.press(Qt::Key_Return); // nothing to take
    QVERIFY(room.popover()->isVisible());
    QCOMPARE(room.votes(), QStringLiteral("E2 - - - - -"));
}

void TestScreeningFulltext::reasonByDigit()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    room.press(Qt::Key_E);
    room.press(Qt::Key_1);
    QCOMPARE(room.votes(), QStringLiteral("E1 - - - - -"));
}

void TestScreeningFulltext::escVotesNothing()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    room.press(Qt::Key_E);
    room.press(Qt::Key_Escape);
    QVERIFY(!room.popover()->isVisible());
    QVERIFY(room.reader()->hasFocus());
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    room.press(Qt::Key_E);
    QTest::mouseClick(room.list()->viewport(), Qt::LeftButton, {},
                      room.list()->visualRect(room.model().index(1)).center());
    QTRY_VERIFY(!room.popover()->isVisible()); // a press elsewhere closes it
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
}

void TestScreeningFulltext::aHeldKeyTypesNothing()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    room.press(Qt::Key_E);
    for (int i = 0; i < 5; ++i)
        QTest::simulateEvent(qApp->focusWidget(), true, Qt::Key_E, Qt::NoModifier, QStringLiteral("e"), true);
    QCOMPARE(room.popover()->field()->text(), QString());
    room.type(QStringLiteral("e"));
    QCOMPARE(room.popover()->field()->text(), QStringLiteral("e"));
}

void TestScreeningFulltext::includeAndDigitsAtOnce()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    room.press(Qt::Key_I);
    room.press(Qt::Key_2);
    room.press(Qt::Key_M);
    QCOMPARE(room.votes(), QStringLiteral("I E2 M - - -"));
    room.press(Qt::Key_U);
    QCOMPARE(room.said(), QStringLiteral("Undone: vote"));
    QCOMPARE(room.title(), QStringLiteral("Gamma rays"));
    QCOMPARE(room.votes(), QStringLiteral("I E2 - - - -"));
}

void TestScreeningFulltext::bulkExcludeWithReason()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    room.list()->setFocus();
    QTest::keyClick(room.list(), Qt::Key_Down, Qt::ShiftModifier);
    room.press(Qt::Key_E);
    room.press(Qt::Key_1);
    QCOMPARE(room.votes(), QStringLiteral("E1 E1 - - - -"));
    QCOMPARE(room.said(), QStringLiteral("2 records excluded — Wrong population"));
}

void TestScreeningFulltext::noReasonsYet()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    PickPopover::Offer none;
    none.none = QStringLiteral("None yet");
    room.popover()->open(none, QRect(400, 500, 100, 40));
    room.press(Qt::Key_Return);
    QVERIFY(room.popover()->isVisible());
    room.press(Qt::Key_Escape);
    QVERIFY(!room.popover()->isVisible());
}

void TestScreeningFulltext::retrieval()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    ReportBox* box = room.side()->report();
    QVERIFY(box);
    QCOMPARE(box->retrieval()->currentText(), QStringLiteral("Sought"));
    box->retrieval()->setFocus();
    QTest::keyClick(box->retrieval(), Qt::Key_Down);
    const auto kept = [&](std::size_t i) { return *Reports(*room.project).retrieval(room.queue()[i]); };
    QTRY_COMPARE(kept(0).state, Retrieval::Requested);
    box->retrievalNote()->setFocus();
    room.type(QStringLiteral("mailed the author"));
    room.press(Qt::Key_Escape);
    QVERIFY(room.reader()->hasFocus());
    QTRY_COMPARE(kept(0).note, QStringLiteral("mailed the author"));
    QVERIFY(kept(0).date.isValid());
    room.press(Qt::Key_Down);
    QCOMPARE(box->retrievalNote()->text(), QString());
    QCOMPARE(box->retrieval()->currentText(), QStringLiteral("Sought"));
    room.press(Qt::Key_Up);
    QCOMPARE(box->retrievalNote()->text(), QStringLiteral("mailed the author"));
    QCOMPARE(kept(1).state, Retrieval::Sought);
}

void TestScreeningFulltext::classification()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    ReportBox* box = room.side()->report();
    box->classification()->setFocus();
    QTest::keyClick(box->classification(), Qt::Key_Down);
    const auto place = [&] { return Records(*room.project).record(room.queue()[0])->place; };
    QTRY_COMPARE(place(), Place::AwaitingClassification);
    QTest::keyClick(box->classification(), Qt::Key_Down);
    QTRY_COMPARE(place(), Place::Ongoing);
    QTRY_COMPARE(box->classification()->currentIndex(), 2);
}

void TestScreeningFulltext::grouping()
{
    ScreeningRoom room(Stage::Fulltext, 1);
    passTitles(room);
    room.open({});
    ReportBox* box = room.side()->report();
    box->study()->setFocus();
    room.type(QStringLiteral("MIST 2019"));
    room.press(Qt::Key_Return);
    QTRY_COMPARE(room.project->review()->studies.size(), std::size_t(1));
    QVERIFY(room.reader()->hasFocus());
    room.press(Qt::Key_Down);
    QCOMPARE(box->study()->text(), QString());
    box->study()->setFocus();
    room.type(QStringLiteral("mist 2019")); // the same study, however it is written
    room.press(Qt::Key_Return);
    const auto study = [&](std::size_t i) {
        const auto history = Records(*room.project).history(room.queue()[i]);
        return history->empty() ? QString() : history->front().value;
    };
    QTRY_COMPARE(study(1), QStringLiteral("MIST 2019"));
    QCOMPARE(study(0), QStringLiteral("MIST 2019"));
    QCOMPARE(room.project->review()->studies.size(), std::size_t(1));
    room.reader()->setFocus();
    room.press(Qt::Key_Up);
    QTRY_COMPARE(box->study()->text(), QStringLiteral("MIST 2019"));
}

void TestScreeningFulltext::emptyStage()
{
    ScreeningRoom room(Stage::Fulltext, 2);
    room.open();
    QVERIFY(!room.panel->current());
    QSignalSpy gone(room.panel.get(), &Panel::go);
    QTest::mouseClick(room.part<EmptyState>()->stepButton(), Qt::LeftButton);
    QCOMPARE(gone.first().first().value<Workspace>(), Workspace::Screening);
}

WINNOW_WINDOW_TEST(TestScreeningFulltext)

} // namespace suite_screening_fulltext

#include "test_screening_fulltext.moc"
