// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "models/ConflictsModel.h"
#include "panels/conflicts/AgreementView.h"
#include "panels/conflicts/ConflictsPanel.h"
#include "panels/conflicts/ResolveBar.h"
#include "panels/conflicts/VoteCardView.h"
#include "project/Conflicts.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/Segmented.h"
#include "widgets/VoteButton.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTextEdit>

namespace suite_conflicts {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

const QByteArray three = PagesRoom::entry("One", "A, B", 2001) + PagesRoom::entry("Two", "C, D", 2002)
    + PagesRoom::entry("Three", "E, F", 2003);

/// Ana: include all. Ben: exclude One and Two, with a reason and a note nobody may see yet.
void disagree(PagesRoom& room)
{
    room.import(QStringLiteral("pubmed.ris"), three);
    const auto all = *Records(*room.project).all();
    for (const RecordId id : all)
        QVERIFY(Screening(*room.project, Stage::Title).vote({id, Verdict::Include, {}, {}}));
    room.sit(QStringLiteral("Ben"));
    const ReasonId reason = room.project->review()->reasonsOf(Stage::Title)[0].id;
    for (size_t i = 0; i < all.size(); ++i)
        QVERIFY(Screening(*room.project, Stage::Title)
                    .vote({all[i], i < 2 ? Verdict::Exclude : Verdict::Include, i < 2 ? reason : ReasonId(),
                           i == 0 ? QStringLiteral("only in mice") : QString()}));
    room.sit(QStringLiteral("Ana"));
}

/// All that can be read or heard in a panel.
QString everything(const QWidget& panel)
{
    QStringList texts;
    for (const QWidget* part : panel.findChildren<QWidget*>()) {
        texts << part->accessibleName() << part->accessibleDescription() << part->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(part))
            texts << label->text();
        if (const auto* edit = qobject_cast<const QTextEdit*>(part))
            texts << edit->toPlainText();
        if (const auto* card = qobject_cast<const VoteCardView*>(part))
            texts << card->text();
    }
    return texts.join(QLatin1Char('\n'));
}

void openAll(PagesRoom& room, ConflictsPanel& panel)
{
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.openButton()->isVisible());
    room.dialogs.confirmations = {true};
    QTest::mouseClick(panel.openButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    QTRY_VERIFY(panel.list()->hasFocus());
}

} // namespace

class ConflictsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsShownBeforeOpening();
    void declinedStaysClosed();
    void cardsLieFaceDown();
    void includeGoesOnToTheNext();
    void excludeWithAReasonAndHow();
    void undoBringsItBack();
    void agreementFromFrozenVotes();
    void moreConflictsLater();
    void emptyStage();
    void opensAtTheStageThatHasConflicts();
    void modelIsSound();
};

void ConflictsTest::nothingIsShownBeforeOpening()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.openButton()->isVisible());
    QVERIFY2(panel.invitation().startsWith(QStringLiteral("2 conflicts")), qPrintable(panel.invitation()));
    QVERIFY(panel.invitation().contains(QStringLiteral("Ana: 3 of 3")));
    QVERIFY(panel.invitation().contains(QStringLiteral("Ben: 3 of 3")));
    QCOMPARE(panel.model()->rowCount(), 0);
    for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_I, Qt::Key_E, Qt::Key_U})
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
    QVERIFY(panel.cards().empty());
    const QString all = everything(panel);
    QVERIFY2(!all.contains(QStringLiteral("only in mice")), qPrintable(all));
    QVERIFY2(!all.contains(QStringLiteral("Wrong population")), qPrintable(all));
    QCOMPARE(Conflicts(*room.project, Stage::Title).list()->size(), size_t(2)); // and nothing was settled
}

void ConflictsTest::declinedStaysClosed()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.openButton()->isVisible());
    room.dialogs.confirmations = {false};
    QTest::mouseClick(panel.openButton(), Qt::LeftButton);
    QCOMPARE(room.dialogs.asked.size(), size_t(1));
    QVERIFY(room.dialogs.lastConfirmation.consequence.contains(QStringLiteral("cannot be undone")));
    const auto list = *Conflicts(*room.project, Stage::Title).list();
    QVERIFY(!list[0].opened && !list[1].opened);
}

void ConflictsTest::cardsLieFaceDown()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    openAll(room, panel);
    QCOMPARE(panel.cards().size(), size_t(2));
    QVERIFY(!panel.cards()[0]->isOpen() && !panel.cards()[1]->isOpen());
    QVERIFY(!everything(panel).contains(QStringLiteral("only in mice")));
    QTest::keyClick(panel.list(), Qt::Key_1);
    QVERIFY(panel.cards()[0]->isOpen());
    QVERIFY(!panel.cards()[1]->isOpen());
    QCOMPARE(panel.cards()[0]->text(), QStringLiteral("Reviewer A (you). Include"));
    panel.cards()[1]->setFocus();
    QTest::keyClick(panel.cards()[1], Qt::Key_Space);
    QCOMPARE(panel.cards()[1]->text(), QStringLiteral("Reviewer B. Exclude. Wrong population. only in mice"));
    QTest::keyClick(panel.list(), Qt::Key_J); // the next one's cards are closed again
    QCOMPARE(panel.cards().size(), size_t(2));
    QVERIFY(!panel.cards()[0]->isOpen() && !panel.cards()[1]->isOpen());
}

void ConflictsTest::includeGoesOnToTheNext()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    openAll(room, panel);
    const RecordId first = panel.current();
    QTest::keyClick(panel.list(), Qt::Key_I);
    QTRY_VERIFY(panel.current() != first);
    QCOMPARE(Records(*room.project).record(first)->place, Place::Sought);
    QCOMPARE(panel.model()->settled(first), Verdict::Include);
    QCOMPARE(panel.model()->rowCount(), 2); // stays in its place, marked
    QVERIFY(panel.list()->hasFocus());
    QCOMPARE(panel.bar()->banner()->text(), QStringLiteral("Settled: Include."));
}

void ConflictsTest::excludeWithAReasonAndHow()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    openAll(room, panel);
    const RecordId first = panel.current();
    panel.bar()->howChoice()->setFocus();
    QTest::keyClick(panel.bar()->howChoice(), Qt::Key_Right);
    QCOMPARE(panel.bar()->how(), ResolvedHow::ThirdPerson);
    panel.list()->setFocus();
    QTest::keyClick(panel.list(), Qt::Key_E);
    QVERIFY(panel.bar()->reasons()->hasFocus());
    QTest::keyClick(panel.bar()->reasons(), Qt::Key_Escape);
    QVERIFY(!panel.bar()->reasonsOpen());
    QVERIFY(panel.list()->hasFocus());
    QCOMPARE(Records(*room.project).record(first)->place, Place::TitleConflict);
    QTest::keyClick(panel.list(), Qt::Key_E);
    QTest::keyClick(panel.bar()->reasons(), Qt::Key_2);
    QTRY_COMPARE(Records(*room.project).record(first)->place, Place::TitleExcluded);
    const auto review = room.project->review();
    QCOMPARE(review->reason(Records(*room.project).record(first)->reason)->text, QStringLiteral("Not in humans"));
    QTRY_VERIFY(panel.current() != first);
    QVERIFY(panel.list()->hasFocus());
}

void ConflictsTest::undoBringsItBack()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    openAll(room, panel);
    const RecordId first = panel.current();
    QTest::keyClick(panel.list(), Qt::Key_I);
    QTRY_VERIFY(panel.current() != first);
    QTest::keyClick(panel.list(), Qt::Key_U);
    QTRY_COMPARE(panel.current(), first);
    QCOMPARE(Records(*room.project).record(first)->place, Place::TitleConflict);
    QCOMPARE(panel.model()->settled(first), Verdict::None);
    QTest::keyClick(panel.list(), Qt::Key_I);
    QTRY_COMPARE(panel.model()->settled(first), Verdict::Include);
    QVERIFY(History(*room.project).undo()); // from the window's menu
    QTRY_COMPARE(panel.model()->settled(first), Verdict::None);
}

void ConflictsTest::agreementFromFrozenVotes()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    openAll(room, panel);
    QTest::mouseClick(panel.agreementButton(), Qt::LeftButton);
    QVERIFY(panel.agreement()->isVisible());
    const QStringList lines = panel.agreement()->lines();
    QVERIFY(lines.contains(QStringLiteral("Ana and Ben")));
    // One of three the same; Ana never excluded: expected agreement 1/3 too, so kappa is 0.
    QVERIFY2(lines.join(QLatin1Char('\n')).contains(QStringLiteral("n = 3 · the same said: 33.3 % · Cohen’s κ = 0.00")),
             qPrintable(lines.join(QLatin1Char('\n'))));
    const QString before = lines.join(QLatin1Char('\n'));
    QTest::mouseClick(panel.agreementButton(), Qt::LeftButton);
    const RecordId first = panel.current();
    panel.list()->setFocus();
    QTest::keyClick(panel.list(), Qt::Key_I);
    QTRY_COMPARE(Records(*room.project).record(first)->place, Place::Sought);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 1); // the settled one has left
    QCOMPARE(panel.agreement()->lines().join(QLatin1Char('\n')), before);
}

void ConflictsTest::moreConflictsLater()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    openAll(room, panel);
    const RecordId here = panel.current();
    room.import(QStringLiteral("scopus.ris"), PagesRoom::entry("Four", "G, H", 2004));
    const RecordId fourth = Records(*room.project).all()->back();
    QVERIFY(Screening(*room.project, Stage::Title).vote({fourth, Verdict::Include, {}, {}}));
    room.project->setMe(room.person(QStringLiteral("Ben")));
    QVERIFY(Screening(*room.project, Stage::Title).vote({fourth, Verdict::Exclude, {}, {}}));
    room.sit(QStringLiteral("Ana"));
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    QTRY_VERIFY(everything(panel).contains(QStringLiteral("1 more conflict waits to be opened.")));
    QCOMPARE(panel.model()->rowOf(fourth), -1);
    QVERIFY(panel.model()->rowOf(here) >= 0);
}

void ConflictsTest::emptyStage()
{
    PagesRoom room;
    disagree(room);
    ConflictsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.openButton()->isVisible());
    Segmented* stages = panel.stages();
    QTest::mouseClick(stages, Qt::LeftButton, {}, stages->segment(1).center());
    QTRY_VERIFY(!panel.openButton()->isVisible());
    QVERIFY(everything(panel).contains(QStringLiteral("No conflicts")));
}

void ConflictsTest::opensAtTheStageThatHasConflicts()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    const auto all = *Records(*room.project).all();
    for (const char* name : {"Ana", "Ben"}) {
        room.sit(QString::fromLatin1(name));
        for (const RecordId id : all)
            QVERIFY(Screening(*room.project, Stage::Title).vote({id, Verdict::Include, {}, {}}));
    }
    const ReasonId reason = room.project->review()->reasonsOf(Stage::Fulltext)[0].id;
    QVERIFY(Screening(*room.project, Stage::Fulltext).vote({all[0], Verdict::Exclude, reason, {}}));
    room.sit(QStringLiteral("Ana"));
    QVERIFY(Screening(*room.project, Stage::Fulltext).vote({all[0], Verdict::Include, {}, {}}));
    ConflictsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.openButton()->isVisible());
    QCOMPARE(panel.stages()->current(), 1);
    QTest::keyClick(panel.stages(), Qt::Key_Left); // asked for: it stays
    QTRY_VERIFY(everything(panel).contains(QStringLiteral("No conflicts")));
    QCOMPARE(panel.stages()->current(), 0);
}

void ConflictsTest::modelIsSound()
{
    PagesRoom room;
    disagree(room);
    ConflictsModel model(*room.project);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConflicts(*Conflicts(*room.project, Stage::Title).list());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("One"));
    QCOMPARE(model.index(0).data(ConflictsModel::KindRole).toString(), QStringLiteral("Include against exclude"));
    QCOMPARE(model.nextUnsettled(1), 0);
    model.setSettled(model.conflictAt(0)->report, Verdict::Exclude);
    QCOMPARE(model.nextUnsettled(1), 1);
    model.setSettled(model.conflictAt(1)->report, Verdict::Include);
    QCOMPARE(model.nextUnsettled(0), -1);
    QCOMPARE(model.conflictAt(2), nullptr);
    QCOMPARE(model.rowOf(RecordId(12345)), -1);
}

WINNOW_WINDOW_TEST(ConflictsTest)

} // namespace suite_conflicts

#include "test_conflicts.moc"
