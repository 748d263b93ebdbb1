// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the conflicts panel says of other people's part: whose file is still needed, and who was asked to settle.
#include "ui/panels/PagesRoom.h"

#include "models/ConflictsModel.h"
#include "panels/conflicts/ConflictsPanel.h"
#include "panels/conflicts/OpeningPage.h"
#include "panels/conflicts/ResolveBar.h"
#include "panels/conflicts/VoteCardView.h"
#include "project/Conflicts.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "project/Setup.h"
#include "project/Sharing.h"
#include "support/Suite.h"
#include "widgets/EmptyState.h"
#include "widgets/VoteButton.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace suite_conflicts_referred {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

const QByteArray three = PagesRoom::entry("One", "A, B", 2001) + PagesRoom::entry("Two", "C, D", 2002)
    + PagesRoom::entry("Three", "E, F", 2003);

void vote(PagesRoom& room, const QString& who, const std::vector<Verdict>& verdicts)
{
    room.sit(who);
    const auto all = *Records(*room.project).all();
    const ReasonId reason = room.project->review()->reasonsOf(Stage::Title)[0].id;
    for (size_t i = 0; i < verdicts.size(); ++i)
        QVERIFY(Screening(*room.project, Stage::Title)
                    .vote({all[i], verdicts[i], verdicts[i] == Verdict::Exclude ? reason : ReasonId(), {}}));
    room.sit(QStringLiteral("Ana"));
}

/// One and Two are in conflict, opened; Cara may settle.
void openTwo(PagesRoom& room)
{
    room.import(QStringLiteral("pubmed.ris"), three);
    QVERIFY(Setup(*room.project).addReviewer(QStringLiteral("Cara"), Role::Resolver));
    vote(room, QStringLiteral("Ana"), {Verdict::Include, Verdict::Include, Verdict::Include});
    vote(room, QStringLiteral("Ben"), {Verdict::Exclude, Verdict::Exclude, Verdict::Include});
    QVERIFY(Conflicts(*room.project, Stage::Title).openBatch());
}

void refer(PagesRoom& room)
{
    const auto sent = Sharing(*room.project)
                          .conflictsFor(Stage::Title, room.person(QStringLiteral("Cara")),
                                        room.folder.filePath(QStringLiteral("for-cara.winnowz")), {});
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(sent.error().detail));
}

void present(ConflictsPanel& panel)
{
    PagesRoom::present(panel);
    panel.activate();
}

} // namespace

class ConflictsReferredTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openingSaysWhoseFileIsMissing();
    void openingSaysNothingWhenAllIsHere();
    void emptyPageSaysWhoseFileIsMissing();
    void myOwnVotesAreCalledMine();
    void whoSettlesIsSaid();
    void referredWhileShown();
    void theOneAskedMaySettle();
};

void ConflictsReferredTest::openingSaysWhoseFileIsMissing()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    vote(room, QStringLiteral("Ana"), {Verdict::Include, Verdict::Include, Verdict::Include});
    vote(room, QStringLiteral("Ben"), {Verdict::Exclude});
    ConflictsPanel panel(*room.context);
    present(panel);
    QTRY_VERIFY(panel.openButton()->isVisible());
    QVERIFY2(panel.invitation().endsWith(QStringLiteral("Still needed: Ben's file (1 of 3 votes are here).")),
             qPrintable(panel.invitation()));
}

void ConflictsReferredTest::openingSaysNothingWhenAllIsHere()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    vote(room, QStringLiteral("Ana"), {Verdict::Include, Verdict::Include, Verdict::Include});
    vote(room, QStringLiteral("Ben"), {Verdict::Exclude, Verdict::Include, Verdict::Include});
    ConflictsPanel panel(*room.context);
    present(panel);
    QTRY_VERIFY(panel.openButton()->isVisible());
    QVERIFY2(!panel.invitation().contains(QStringLiteral("Still needed")), qPrintable(panel.invitation()));
}

void ConflictsReferredTest::emptyPageSaysWhoseFileIsMissing()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    vote(room, QStringLiteral("Ana"), {Verdict::Include, Verdict::Include, Verdict::Include});
    ConflictsPanel panel(*room.context);
    present(panel);
    const auto said = [&panel] {
        QString all;
        for (const QLabel* label : panel.findChild<EmptyState*>()->findChildren<QLabel*>())
            all += label->text() + QLatin1Char('\n');
        return all;
    };
    QTRY_VERIFY2(said().contains(QStringLiteral("Still needed: Ben's file (0 of 3 votes are here).")),
                 qPrintable(said()));
}

void ConflictsReferredTest::myOwnVotesAreCalledMine()
{
    PagesRoom room;
    const ReviewerId ana = room.person(QStringLiteral("Ana"));
    const ReviewerId ben = room.person(QStringLiteral("Ben"));
    StillNeeded needed;
    needed.reports = 2;
    needed.ofReports = 1203;
    needed.people = {{ana, 1201, {}}, {ben, 0, {}}};
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    QCOMPARE(neededLine(needed, *room.project->review(), ana),
             QStringLiteral("Still needed: your own votes (1,201 of 1,203 are given); "
                            "Ben's file (0 of 1,203 votes are here)."));
    needed.reports = 0; // all decided: nobody is waited for
    QCOMPARE(neededLine(needed, *room.project->review(), ana), QString());
}

void ConflictsReferredTest::whoSettlesIsSaid()
{
    PagesRoom room;
    openTwo(room);
    refer(room);
    ConflictsPanel panel(*room.context);
    present(panel);
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    QTRY_VERIFY(panel.bar()->settlerLabel()->isVisible());
    QCOMPARE(panel.bar()->settlerLabel()->text(), QStringLiteral("Cara settles this one"));
    QVERIFY(!panel.bar()->includeButton()->isEnabled());
    QVERIFY(!panel.bar()->excludeButton()->isEnabled());
    const RecordId report = panel.current();
    QTest::keyClick(panel.list(), Qt::Key_I);
    QTest::keyClick(panel.list(), Qt::Key_E);
    QVERIFY(!panel.bar()->reasonsOpen());
    QTest::mouseClick(panel.bar()->includeButton(), Qt::LeftButton);
    QTest::qWait(50);
    QCOMPARE(panel.current(), report);
    QCOMPARE(Records(*room.project).record(report)->place, Place::TitleConflict);
    QTest::keyClick(panel.list(), Qt::Key_1); // looking is not settling
    QVERIFY(panel.cards()[0]->isOpen());
}

void ConflictsReferredTest::referredWhileShown()
{
    PagesRoom room;
    openTwo(room);
    ConflictsPanel panel(*room.context);
    present(panel);
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    QVERIFY(panel.bar()->includeButton()->isEnabled());
    QVERIFY(!panel.bar()->settlerLabel()->isVisible());
    QTest::keyClick(panel.list(), Qt::Key_E);
    QVERIFY(panel.bar()->reasonsOpen());
    refer(room);
    QTRY_VERIFY(!panel.bar()->includeButton()->isEnabled());
    QVERIFY(!panel.bar()->reasonsOpen());
    QCOMPARE(panel.bar()->settlerLabel()->text(), QStringLiteral("Cara settles this one"));
}

void ConflictsReferredTest::theOneAskedMaySettle()
{
    PagesRoom room;
    openTwo(room);
    refer(room);
    room.sit(QStringLiteral("Cara"));
    ConflictsPanel panel(*room.context);
    present(panel);
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    QVERIFY(!panel.bar()->settlerLabel()->isVisible());
    const RecordId report = panel.current();
    QTest::keyClick(panel.list(), Qt::Key_I);
    QTRY_COMPARE(Records(*room.project).record(report)->place, Place::Sought);
}

WINNOW_WINDOW_TEST(ConflictsReferredTest)

} // namespace suite_conflicts_referred

#include "test_conflicts_referred.moc"
