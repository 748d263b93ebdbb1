// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScreeningRoom.h"
#include "support/Suite.h"

namespace suite_screening {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ScreeningRoom;

/// Voting by keys at title and abstract, undo and redo, where keys act and where they type.
class TestScreening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAtTheFirstRecord();
    void lettersVoteAndGoOn();
    void digitsExcludeWithThatReason();
    void aDigitWithoutReasonVotesNothing();
    void heldKeysVoteOnce();
    void germanAndForeignLayouts();
    void rayyanPreset();
    void switchedOffLetters();
    void undoJumpsBackAndRedoAgain();
    void undoByEveryKey();
    void undoFromTheMenuIsSeen();
    void undoLeavesTheOtherStageAlone();
    void theSameVoteTwiceIsOneStep();
    void enterGoesOnWithoutVoting();
    void movingThroughTheList();
    void autoAdvanceOff();
    void votedRowsStay();
    void buttonsNeverMove();
    void buttonsVote();
    void reasonsPopoverAtTitle();
    void spaceScrollsAndStopsAtTheEnd();
    void allDoneOffersTheNextStep();
    void votesAreDurable();
};

void TestScreening::startsAtTheFirstRecord()
{
    ScreeningRoom room;
    room.open();
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    QCOMPARE(room.progress(), QStringLiteral("0 done · 6 left"));
    QVERIFY(room.reader()->hasFocus());
    const QString text = room.reader()->toPlainText();
    QVERIFY2(text.contains(QStringLiteral("BACKGROUND")) && text.contains(QStringLiteral("They run.")),
             qPrintable(text));
    QAbstractItemModelTester tester(&room.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    room.press(Qt::Key_I);
}

void TestScreening::lettersVoteAndGoOn()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_I);
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    QCOMPARE(room.said(), QStringLiteral("Included"));
    room.press(Qt::Key_M);
    QCOMPARE(room.said(), QStringLiteral("Maybe"));
    room.press(Qt::Key_E);
    QCOMPARE(room.said(), QStringLiteral("Excluded"));
    QCOMPARE(room.title(), QStringLiteral("Delta waves"));
    QCOMPARE(room.votes(), QStringLiteral("I M E - - -"));
    QCOMPARE(room.progress(), QStringLiteral("3 done · 3 left"));
}

void TestScreening::digitsExcludeWithThatReason()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_1);
    QCOMPARE(room.said(), QStringLiteral("Excluded — Wrong population"));
    room.press(Qt::Key_2);
    QCOMPARE(room.votes(), QStringLiteral("E1 E2 - - - -"));
}

void TestScreening::aDigitWithoutReasonVotesNothing()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_9);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    QVERIFY2(room.said().contains(QLatin1Char('9')), qPrintable(room.said()));
}

void TestScreening::heldKeysVoteOnce()
{
    ScreeningRoom room;
    room.open();
    QWidget* focus = qApp->focusWidget();
    QTest::simulateEvent(focus, true, Qt::Key_I, Qt::NoModifier, QStringLiteral("i"), false);
    for (int i = 0; i < 20; ++i)
        QTest::simulateEvent(focus, true, Qt::Key_I, Qt::NoModifier, QStringLiteral("i"), true);
    QTest::simulateEvent(focus, false, Qt::Key_I, Qt::NoModifier, QStringLiteral("i"), false);
    room.settle();
    QCOMPARE(room.votes(), QStringLiteral("I - - - - -"));
}

void TestScreening::germanAndForeignLayouts()
{
    ScreeningRoom room;
    room.open();
    const auto send = [&](int key, quint32 place, const QString& text) {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, place, 0, 0, text);
        QCoreApplication::sendEvent(qApp->focusWidget(), &down);
        room.settle();
    };
    send(Qt::Key_E, 26, QStringLiteral("e")); // German: E is E, however "Einschließen" begins
    send(Qt::Key_Z, 29, QStringLiteral("z")); // German Z stands where Y is: nothing of ours
    send(0x428, 31, QString(QChar(0x0448))); // Russian ш stands where I is
    send(0x62b, 26, QString(QChar(0x062b))); // Arabic ث stands where E is
    send(Qt::Key_Ampersand, 10, QStringLiteral("&")); // French & stands where 1 is
    QCOMPARE(room.votes(), QStringLiteral("E I E E1 - -"));
}

void TestScreening::rayyanPreset()
{
    ScreeningRoom room;
    room.open();
    room.keys.setPreset(Keys::Preset::Rayyan);
    room.press(Qt::Key_U);
    QCOMPARE(room.votes(), QStringLiteral("M - - - - -"));
    room.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
}

void TestScreening::switchedOffLetters()
{
    ScreeningRoom room;
    room.open();
    room.keys.setSingleKeys(false);
    room.press(Qt::Key_I);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    QTest::mouseClick(room.part<VoteBar>()->button(Verdict::Include), Qt::LeftButton);
    room.settle();
    QCOMPARE(room.votes(), QStringLiteral("I - - - - -"));
}

void TestScreening::undoJumpsBackAndRedoAgain()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_I);
    room.press(Qt::Key_1);
    room.press(Qt::Key_M);
    QCOMPARE(room.title(), QStringLiteral("Delta waves"));
    room.press(Qt::Key_U);
    QCOMPARE(room.title(), QStringLiteral("Gamma rays"));
    QCOMPARE(room.said(), QStringLiteral("Undone: vote"));
    QCOMPARE(room.progress(), QStringLiteral("2 done · 4 left"));
    room.press(Qt::Key_U);
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    QCOMPARE(room.votes(), QStringLiteral("I - - - - -"));
    room.press(Qt::Key_U, Qt::ShiftModifier);
    QCOMPARE(room.votes(), QStringLiteral("I E1 - - - -"));
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    QCOMPARE(room.model().vote(room.queue()[1]).verdict, Verdict::Exclude);
    QVERIFY(room.part<VoteBar>()->button(Verdict::Exclude)->isChecked());
}

void TestScreening::undoByEveryKey()
{
    ScreeningRoom room;
    room.open();
    for (int i = 0; i < 3; ++i)
        room.press(Qt::Key_I);
    room.press(Qt::Key_Backspace);
    QCOMPARE(room.votes(), QStringLiteral("I I - - - -"));
    room.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(room.votes(), QStringLiteral("I - - - - -"));
    QVERIFY(!room.part<Banner>()->actionButton()->isVisible()); // said "Undone": offers nothing
    room.press(Qt::Key_M);
    QVERIFY(room.part<Banner>()->actionButton()->isVisible());
    QTest::mouseClick(room.part<Banner>()->actionButton(), Qt::LeftButton);
    room.settle();
    QCOMPARE(room.votes(), QStringLiteral("I - - - - -"));
    room.press(Qt::Key_U);
    room.press(Qt::Key_U);
    QCOMPARE(room.said(),
             QStringLiteral("Your last step was not made here (import of a file): undo it from the menu Edit."));
    QCOMPARE(room.queue().size(), std::size_t(6)); // the import stands
    QCOMPARE(room.project->review()->reviewers.size(), std::size_t(2));
}

void TestScreening::undoFromTheMenuIsSeen()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_I);
    QVERIFY(History(*room.project).undo()); // as the menu of the window does
    QTRY_COMPARE(room.model().vote(room.queue()[0]).verdict, Verdict::None);
    QTRY_COMPARE(room.progress(), QStringLiteral("0 done · 6 left"));
}

/// A vote at full text is not to be seen in this room: the key leaves it, and writes nothing to find that out.
void TestScreening::undoLeavesTheOtherStageAlone()
{
    ScreeningRoom room(Stage::Title, 1);
    room.open();
    room.press(Qt::Key_I);
    const RecordId one = room.queue()[0];
    const auto reasons = room.project->review()->reasonsOf(Stage::Fulltext);
    QVERIFY(Screening(*room.project, Stage::Fulltext).vote({one, Verdict::Exclude, reasons.front().id, {}}));
    const size_t changes = History(*room.project).entries(0, 1000)->size();
    room.settle();
    room.press(Qt::Key_U);
    QCOMPARE(room.said(), QStringLiteral("Your last step was not made here (vote): undo it from the menu Edit."));
    QCOMPARE(room.votes(), QStringLiteral("I - - - - -"));
    QCOMPARE(History(*room.project).entries(0, 1000)->size(), changes);
    QVERIFY(History(*room.project).undo()); // as the menu does
    room.settle();
    room.press(Qt::Key_U);
    QCOMPARE(room.said(), QStringLiteral("Undone: vote"));
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
}

void TestScreening::theSameVoteTwiceIsOneStep()
{
    ScreeningRoom room;
    room.settings.set(Setting::AutoAdvance, false);
    room.open();
    room.press(Qt::Key_I);
    room.press(Qt::Key_I);
    room.press(Qt::Key_U);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
}

void TestScreening::enterGoesOnWithoutVoting()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_Down);
    room.press(Qt::Key_I);
    QCOMPARE(room.title(), QStringLiteral("Gamma rays"));
    room.press(Qt::Key_Up);
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    room.press(Qt::Key_Up);
    room.press(Qt::Key_Return);
    QCOMPARE(room.title(), QStringLiteral("Gamma rays")); // Beta has my vote
    QCOMPARE(room.votes(), QStringLiteral("- I - - - -"));
}

void TestScreening::movingThroughTheList()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_J);
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    room.press(Qt::Key_K);
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    room.press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(room.title(), QStringLiteral("Zeta potential"));
    room.press(Qt::Key_Down);
    QCOMPARE(room.title(), QStringLiteral("Zeta potential"));
    room.press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    QTest::mouseClick(room.list()->viewport(), Qt::LeftButton, {},
                      room.list()->visualRect(room.model().index(3)).center());
    QCOMPARE(room.title(), QStringLiteral("Delta waves"));
    room.press(Qt::Key_T); // the list has the focus and is folded away
    QVERIFY(room.list()->isHidden());
    QVERIFY(room.reader()->hasFocus());
    room.press(Qt::Key_I);
    QCOMPARE(room.votes(), QStringLiteral("- - - I - -"));
    room.press(Qt::Key_T);
    QVERIFY(room.list()->isVisible());
}

void TestScreening::autoAdvanceOff()
{
    ScreeningRoom room;
    room.settings.set(Setting::AutoAdvance, false);
    room.open();
    room.press(Qt::Key_I);
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    QVERIFY(room.part<VoteBar>()->button(Verdict::Include)->isChecked());
    room.press(Qt::Key_M); // changed my mind
    QCOMPARE(room.votes(), QStringLiteral("M - - - - -"));
    QVERIFY(!room.part<VoteBar>()->button(Verdict::Include)->isChecked());
}

void TestScreening::votedRowsStay()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_I);
    room.press(Qt::Key_E);
    QCOMPARE(room.model().rowCount(), 6);
    QCOMPARE(room.model().index(0).data(QueueModel::VerdictRole).toInt(), int(Verdict::Include));
    room.press(Qt::Key_F5);
    QCOMPARE(room.model().rowCount(), 4);
    QCOMPARE(room.title(), QStringLiteral("Gamma rays")); // the place is kept
}

void TestScreening::buttonsNeverMove()
{
    ScreeningRoom room;
    room.open();
    const auto* bar = room.part<VoteBar>();
    const auto places = [bar] {
        QList<QRect> all;
        for (const Verdict v : {Verdict::Exclude, Verdict::Maybe, Verdict::Include})
            all << bar->button(v)->geometry();
        return all;
    };
    const QList<QRect> before = places();
    QVERIFY(before[0].left() < before[1].left() && before[1].left() < before[2].left());
    for (const int key :
         {Qt::Key_1, Qt::Key_U, Qt::Key_9, Qt::Key_T, Qt::Key_I, Qt::Key_M, Qt::Key_E, Qt::Key_Return}) {
        room.press(key);
        QCOMPARE(places(), before);
    }
}

void TestScreening::buttonsVote()
{
    ScreeningRoom room;
    room.open();
    QTest::mouseClick(room.part<VoteBar>()->button(Verdict::Maybe), Qt::LeftButton);
    room.settle();
    QTest::mouseClick(room.part<VoteBar>()->button(Verdict::Exclude), Qt::LeftButton, {}, QPoint(40, 20));
    room.settle();
    QCOMPARE(room.votes(), QStringLiteral("M E - - - -"));
    QVERIFY(room.reader()->hasFocus()); // a click takes the focus from nowhere
}

void TestScreening::reasonsPopoverAtTitle()
{
    ScreeningRoom room;
    room.open();
    VoteButton* exclude = room.part<VoteBar>()->button(Verdict::Exclude);
    QTest::mouseClick(exclude, Qt::LeftButton, {}, exclude->menuArea().center());
    QVERIFY(room.popover()->isVisible());
    QCOMPARE(room.popover()->shownTexts(),
             QStringList({QStringLiteral("Wrong population"), QStringLiteral("Not in humans")}));
    QVERIFY(qApp->modalWindow() == nullptr);
    room.press(Qt::Key_2);
    QVERIFY(!room.popover()->isVisible());
    QCOMPARE(room.votes(), QStringLiteral("E2 - - - - -"));
    QVERIFY(room.reader()->hasFocus());
}

void TestScreening::spaceScrollsAndStopsAtTheEnd()
{
    ScreeningRoom room;
    room.open(ScreeningRoom::entry("Long", "Adams, A.", 2015,
                                   "AB  - " + QByteArray("Many words stand here. ").repeated(400) + "\n")
              + ScreeningRoom::entry("Short", "Brown, B.", 2016));
    QScrollBar* bar = room.reader()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), 0);
    for (int i = 0; i < 60; ++i)
        room.press(Qt::Key_Space);
    QCOMPARE(bar->value(), bar->maximum());
    QCOMPARE(room.title(), QStringLiteral("Long"));
    room.press(Qt::Key_Space, Qt::ShiftModifier);
    QVERIFY(bar->value() < bar->maximum());
    room.press(Qt::Key_PageDown);
    QCOMPARE(bar->value(), bar->maximum());
    room.press(Qt::Key_PageDown);
    QCOMPARE(room.title(), QStringLiteral("Long"));
    room.press(Qt::Key_I);
    QCOMPARE(room.title(), QStringLiteral("Short"));
    QCOMPARE(bar->value(), 0);
}

void TestScreening::allDoneOffersTheNextStep()
{
    ScreeningRoom room;
    room.open();
    QSignalSpy going(room.panel.get(), &Panel::go);
    for (int i = 0; i < 6; ++i)
        room.press(Qt::Key_I);
    QVERIFY(!room.panel->current());
    const auto* empty = room.part<EmptyState>();
    QVERIFY(empty->isVisible());
    QVERIFY(empty->stepButton()->hasFocus());
    QCOMPARE(empty->accessibleName(), QStringLiteral("All done")); // the last vote is counted in
    QCOMPARE(empty->stepButton()->text(), QStringLiteral("Go to conflicts"));
    room.press(Qt::Key_I); // nothing is being read: nothing to vote on
    QCOMPARE(room.votes(), QStringLiteral("I I I I I I"));
    room.press(Qt::Key_U);
    QCOMPARE(room.title(), QStringLiteral("Zeta potential"));
    room.press(Qt::Key_I);
    room.press(Qt::Key_Return);
    QCOMPARE(going.size(), 1);
    QCOMPARE(going.first().first().value<Workspace>(), Workspace::Conflicts);
}

void TestScreening::votesAreDurable()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_I);
    room.press(Qt::Key_2);
    room.panel.reset();
    const QString path = room.project->path();
    auto copy = Project::open(path, Project::Access::Snapshot, room.clock);
    QVERIFY(copy);
    (*copy)->setMe(room.person(QStringLiteral("Ana")));
    QCOMPARE(room.votesIn(**copy), QStringLiteral("I E2 - - - -"));
}

WINNOW_WINDOW_TEST(TestScreening)

} // namespace suite_screening

#include "test_screening.moc"
