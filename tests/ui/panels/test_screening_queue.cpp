// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScreeningRoom.h"
#include "support/Suite.h"

#include <QMenu>

namespace suite_screening_queue {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ScreeningRoom;

namespace {

void choose(const QMenu* menu, const QString& text)
{
    for (QAction* action : menu->actions()) {
        if (action->text() == text)
            return action->trigger();
    }
    QFAIL(qPrintable(QStringLiteral("no such entry: ") + text));
}

qint64 steps(Project& project)
{
    QSet<QString> all;
    const auto log = History(project).entries(0, 10000);
    for (const LogEntry& entry : *log)
        all << entry.step;
    return all.size();
}

} // namespace

/// Order, filter, find, last votes, several records at once, what goes wrong, what is kept.
class TestScreeningQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filtersFromTheMenu();
    void ordersFromTheMenu();
    void orderFilterAndPlaceAreKept();
    void findAsYouType();
    void escKeepsTheWords();
    void nothingFound();
    void lastVotesByKey();
    void bulkVoteIsOneStep();
    void marksByKey();
    void manyAreAskedAbout();
    void removeBeforeScreening();
    void aFailedVoteGoesBack();
    void readOnlyProject();
    void emptyProjectFillsItself();
    void newRecordsAreOffered();
};

void TestScreeningQueue::filtersFromTheMenu()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_I);
    room.press(Qt::Key_1);
    choose(room.tools()->filterButton()->menu(), QStringLiteral("My excludes"));
    room.settle();
    QCOMPARE(room.model().rowCount(), 1);
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    QCOMPARE(room.tools()->filterButton()->text(), QStringLiteral("My excludes"));
    choose(room.tools()->filterButton()->menu(), QStringLiteral("Without abstract"));
    room.settle();
    QCOMPARE(room.title(), QStringLiteral("Gamma rays"));
    choose(room.tools()->filterButton()->menu(), QStringLiteral("My maybes"));
    room.settle();
    QVERIFY(!room.panel->current());
    QVERIFY(room.part<EmptyState>()->isVisible());
    QTest::mouseClick(room.part<EmptyState>()->stepButton(), Qt::LeftButton);
    room.settle();
    QCOMPARE(room.model().rowCount(), 6);
}

void TestScreeningQueue::ordersFromTheMenu()
{
    ScreeningRoom room;
    room.open();
    choose(room.tools()->orderButton()->menu(), QStringLiteral("Newest first"));
    room.settle();
    QCOMPARE(room.model().index(0).data().toString(), QStringLiteral("Zeta potential"));
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice")); // what I read stays
    QCOMPARE(room.list()->row(), 5);
    choose(room.tools()->orderButton()->menu(), QStringLiteral("By title"));
    room.settle();
    QCOMPARE(room.model().index(2).data().toString(), QStringLiteral("Delta waves"));
}

void TestScreeningQueue::orderFilterAndPlaceAreKept()
{
    ScreeningRoom room;
    room.open();
    choose(room.tools()->orderButton()->menu(), QStringLiteral("Oldest first"));
    room.settle();
    choose(room.tools()->filterButton()->menu(), QStringLiteral("All"));
    room.settle();
    room.reader()->setFocus();
    for (int i = 0; i < 3; ++i)
        room.press(Qt::Key_Down);
    QCOMPARE(room.title(), QStringLiteral("Delta waves"));
    room.reopen();
    QCOMPARE(room.title(), QStringLiteral("Delta waves"));
    QCOMPARE(room.tools()->orderButton()->text(), QStringLiteral("Oldest first"));
    QCOMPARE(room.tools()->filterButton()->text(), QStringLiteral("All"));
    room.sit(QStringLiteral("Ben")); // Ben has a place of his own
    room.settle();
    QTRY_COMPARE(room.tools()->orderButton()->text(), QStringLiteral("As imported"));
    QTRY_COMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
}

void TestScreeningQueue::findAsYouType()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_Slash);
    QVERIFY(room.tools()->find()->hasFocus());
    room.type(QStringLiteral("cel")); // letters type: neither E nor anything else votes
    room.settle();
    QCOMPARE(room.model().rowCount(), 2);
    room.type(QStringLiteral("ls hum"));
    room.settle();
    QCOMPARE(room.model().rowCount(), 1);
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    room.press(Qt::Key_Return);
    QVERIFY(room.reader()->hasFocus());
    room.press(Qt::Key_I);
    QCOMPARE(room.votes(), QStringLiteral("- I - - - -"));
    room.press(Qt::Key_Escape); // from the reader: the whole list again
    room.settle();
    QCOMPARE(room.tools()->find()->text(), QString());
    QCOMPARE(room.model().rowCount(), 6);
    QCOMPARE(room.model().index(1).data(QueueModel::VerdictRole).toInt(), int(Verdict::Include));
}

void TestScreeningQueue::escKeepsTheWords()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_F, Qt::ControlModifier);
    room.type(QStringLiteral("waves"));
    room.settle();
    room.press(Qt::Key_Escape);
    QVERIFY(room.reader()->hasFocus());
    QCOMPARE(room.tools()->find()->text(), QStringLiteral("waves"));
    QCOMPARE(room.title(), QStringLiteral("Delta waves"));
}

void TestScreeningQueue::nothingFound()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_Slash);
    room.type(QStringLiteral("xylophone"));
    room.settle();
    QVERIFY(!room.panel->current());
    QVERIFY(room.part<EmptyState>()->isVisible());
    QVERIFY(room.tools()->find()->hasFocus()); // typing goes on
    room.press(Qt::Key_Escape);
    room.press(Qt::Key_E); // nothing is being read
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    room.press(Qt::Key_Return);
    room.settle();
    QCOMPARE(room.model().rowCount(), 6);
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
}

void TestScreeningQueue::lastVotesByKey()
{
    ScreeningRoom room;
    room.open();
    for (const int key : {Qt::Key_I, Qt::Key_E, Qt::Key_M})
        room.press(key);
    room.press(Qt::Key_V);
    QCOMPARE(room.model().rowCount(), 3);
    QCOMPARE(room.model().index(0).data().toString(), QStringLiteral("Gamma rays"));
    room.press(Qt::Key_V);
    QCOMPARE(room.model().rowCount(), 3); // unscreened, read anew
    QCOMPARE(room.tools()->filterButton()->text(), QStringLiteral("Unscreened"));
}

void TestScreeningQueue::bulkVoteIsOneStep()
{
    ScreeningRoom room;
    room.open();
    room.list()->setFocus();
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(room.list(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(room.said(), QStringLiteral("3 records chosen: a vote goes to all of them"));
    const qint64 before = steps(*room.project);
    room.press(Qt::Key_1);
    QCOMPARE(room.votes(), QStringLiteral("E1 E1 E1 - - -"));
    QCOMPARE(room.said(), QStringLiteral("3 records excluded — Wrong population"));
    QCOMPARE(steps(*room.project), before + 1);
    QCOMPARE(room.title(), QStringLiteral("Delta waves"));
    room.press(Qt::Key_U);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    for (int row = 0; row < 3; ++row)
        QCOMPARE(room.model().index(row).data(QueueModel::VerdictRole).toInt(), int(Verdict::None));
    room.list()->setFocus();
    room.press(Qt::Key_A, Qt::ControlModifier);
    room.press(Qt::Key_M);
    QCOMPARE(room.votes(), QStringLiteral("M M M M M M"));
}

void TestScreeningQueue::marksByKey()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_X);
    room.press(Qt::Key_J);
    room.press(Qt::Key_J);
    room.press(Qt::Key_X);
    QCOMPARE(room.list()->chosenCount(), 2);
    QCOMPARE(room.title(), QStringLiteral("Gamma rays"));
    room.press(Qt::Key_I);
    QCOMPARE(room.votes(), QStringLiteral("I - I - - -"));
    room.press(Qt::Key_X);
    room.press(Qt::Key_Escape);
    QVERIFY(!room.list()->several());
    room.press(Qt::Key_E);
    QCOMPARE(room.votes().count(QLatin1Char('E')), 1);
}

void TestScreeningQueue::manyAreAskedAbout()
{
    QByteArray many;
    for (int i = 0; i < 120; ++i)
        many += ScreeningRoom::entry(QByteArray("Title " + QByteArray::number(i)).constData(), "Adams, A.", 2015);
    ScreeningRoom room;
    room.open(many);
    room.list()->setFocus();
    room.press(Qt::Key_A, Qt::ControlModifier);
    room.press(Qt::Key_E); // closed without an answer: nothing happens
    QCOMPARE(room.dialogs.lastConfirmation.yes, QStringLiteral("Exclude 120 records"));
    QCOMPARE(room.votes().count(QLatin1Char('E')), 0);
    room.dialogs.confirmations.push_back(true);
    room.press(Qt::Key_E);
    QCOMPARE(room.votes().count(QLatin1Char('E')), 120);
}

void TestScreeningQueue::removeBeforeScreening()
{
    ScreeningRoom room;
    room.open();
    room.list()->setFocus();
    QTest::keyClick(room.list(), Qt::Key_Down, Qt::ShiftModifier);
    room.dialogs.choices.push_back(0);
    room.dialogs.texts.push_back(QStringLiteral("RCT tagger"));
    choose(room.tools()->moreMenu(), QStringLiteral("Remove before screening…"));
    QTRY_COMPARE(room.model().rowCount(), 4);
    QCOMPARE(room.said(), QStringLiteral("2 records removed before screening — RCT tagger"));
    QTRY_COMPARE(room.progress(), QStringLiteral("0 done · 4 left"));
    QCOMPARE(room.title(), QStringLiteral("Delta waves"));
    room.reader()->setFocus();
    room.press(Qt::Key_U);
    room.settle();
    QTRY_COMPARE(room.model().rowCount(), 6);
}

void TestScreeningQueue::aFailedVoteGoesBack()
{
    ScreeningRoom room;
    room.open();
    const std::vector<RecordId> first{room.queue()[0]};
    // Somebody else takes the record away while I read it.
    QVERIFY(Reports(*room.project).setAside(first, {SetAside::By::Other, QStringLiteral("retracted")}));
    room.press(Qt::Key_I);
    QTRY_COMPARE(room.model().vote(first[0]).verdict, Verdict::None);
    QVERIFY2(!room.said().isEmpty() && room.said() != QStringLiteral("Included"), qPrintable(room.said()));
    QCOMPARE(room.model().index(0).data(QueueModel::VerdictRole).toInt(), int(Verdict::None));
}

void TestScreeningQueue::readOnlyProject()
{
    ScreeningRoom room;
    room.import(QStringLiteral("six.ris"), ScreeningRoom::six());
    const QString path = room.project->path();
    room.context.reset();
    room.project.reset();
    room.project = std::move(*Project::open(path, Project::Access::Read, room.clock));
    room.sit(QStringLiteral("Ana"));
    room.context = std::make_unique<PanelContext>(PanelContext{*room.project, room.hands, room.jobs, room.theme,
                                                               room.icons, room.keys, room.dialogs, room.settings});
    room.reopen();
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    QVERIFY(!room.part<VoteBar>()->button(Verdict::Include)->isEnabled());
    room.press(Qt::Key_I);
    QVERIFY2(room.said().contains(QStringLiteral("read only")), qPrintable(room.said()));
    room.press(Qt::Key_U);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
}

void TestScreeningQueue::emptyProjectFillsItself()
{
    ScreeningRoom room;
    room.open({});
    QVERIFY(!room.panel->current());
    QVERIFY(room.part<EmptyState>()->isVisible());
    QVERIFY(room.part<EmptyState>()->stepButton()->hasFocus());
    QSignalSpy gone(room.panel.get(), &Panel::go);
    room.press(Qt::Key_Return);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone.first().first().value<Workspace>(), Workspace::Sources);
    room.import(QStringLiteral("six.ris"), ScreeningRoom::six());
    QTRY_COMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
}

void TestScreeningQueue::newRecordsAreOffered()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_Down);
    QVERIFY(!room.tools()->refreshButton()->isVisible());
    room.import(QStringLiteral("more.ris"), ScreeningRoom::entry("Eta mesons", "Gray, G.", 2021));
    QTRY_VERIFY(room.tools()->refreshButton()->isVisible());
    QCOMPARE(room.model().rowCount(), 6); // nothing moves under the eyes
    QTest::mouseClick(room.tools()->refreshButton(), Qt::LeftButton);
    room.settle();
    QCOMPARE(room.model().rowCount(), 7);
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    QVERIFY(!room.tools()->refreshButton()->isVisible());
}

WINNOW_WINDOW_TEST(TestScreeningQueue)

} // namespace suite_screening_queue

#include "test_screening_queue.moc"
