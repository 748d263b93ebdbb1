// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "charts/ChartCard.h"
#include "charts/ChartPage.h"
#include "charts/PlotView.h"
#include "panels/overview/OverviewPanel.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/CardGrid.h"
#include "widgets/DenseTable.h"

#include <QPushButton>
#include <QSignalSpy>

namespace suite_overview {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

const QByteArray three = PagesRoom::entry("One", "A, B", 2001, "T2  - Honey\n") + PagesRoom::entry("Two", "C, D", 2002)
    + PagesRoom::entry("Three", "E, F", 2002);

ChartCard* cardOf(const OverviewPanel& panel, const char* id)
{
    for (ChartCard* card : panel.cards()) {
        if (QLatin1String(card->face().id()) == QLatin1String(id))
            return card;
    }
    return nullptr;
}

void present(OverviewPanel& panel)
{
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(panel.settled());
}

} // namespace

class OverviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyReviewSaysWhatWillStandHere();
    void enterOpensLargeAndEscapeGoesBack();
    void enterOnABarAndOnARowOpensItsRecords();
    void othersVotesOpenNothing();
    void exportsFromThePage();
    void nothingJumpsWhenNumbersCome();
    void changesAreCounted();
    void whatWaitsToBeSentAndWhatIsMissing();
    void anEmptyReviewHasNothingToSend();
};

void OverviewTest::anEmptyReviewSaysWhatWillStandHere()
{
    PagesRoom room;
    OverviewPanel panel(*room.context);
    present(panel);
    QCOMPARE(panel.cards().size(), size_t(9));
    for (const ChartCard* card : panel.cards()) {
        QCOMPARE(card->sentence(), card->face().nothing());
        QVERIFY(card->title().isEmpty());
    }
    const auto buttons = panel.findChildren<QPushButton*>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(),
                        [](const QPushButton* b) { return b->text() == QStringLiteral("Import…"); }));
}

void OverviewTest::enterOpensLargeAndEscapeGoesBack()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    OverviewPanel panel(*room.context);
    present(panel);
    ChartCard* years = cardOf(panel, "years");
    QCOMPARE(years->title(), QStringLiteral("67 % of the reports are from 2002 or later"));
    years->setFocus();
    QTest::keyClick(years, Qt::Key_Return);
    QVERIFY(panel.page());
    QCOMPARE(panel.page()->face().id(), "years");
    QTRY_VERIFY(panel.page()->plot()->hasFocus());
    QTest::keyClick(panel.page()->plot(), Qt::Key_Escape);
    QVERIFY(!panel.page());
    QTRY_VERIFY(years->hasFocus());
}

void OverviewTest::enterOnABarAndOnARowOpensItsRecords()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    OverviewPanel panel(*room.context);
    present(panel);
    ChartCard* years = cardOf(panel, "years");
    years->setFocus();
    QTest::keyClick(years, Qt::Key_Return);
    QTRY_VERIFY(panel.page()->plot()->hasFocus());
    QSignalSpy shown(&panel, &Panel::showRecords);
    QTest::keyClick(panel.page()->plot(), Qt::Key_End);
    QTest::keyClick(panel.page()->plot(), Qt::Key_Return);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].toString(), QStringLiteral("Publication years — 2002: 2"));
    QCOMPARE(shown[0][1].value<QList<RecordId>>().size(), 2);
    DenseTable* table = panel.page()->table();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(shown.count(), 2);
    QCOMPARE(shown[1][0].toString(), QStringLiteral("Publication years — 2001"));
    QCOMPARE(shown[1][1].value<QList<RecordId>>().size(), 1);
}

void OverviewTest::othersVotesOpenNothing()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    const auto all = *Records(*room.project).all();
    room.sit(QStringLiteral("Ben"));
    for (const RecordId id : all)
        QVERIFY(Screening(*room.project, Stage::Title).vote({id, Verdict::Include, {}, {}}));
    room.sit(QStringLiteral("Ana"));
    OverviewPanel panel(*room.context);
    present(panel);
    ChartCard* progress = cardOf(panel, "progress");
    QCOMPARE(progress->title(), QStringLiteral("Votes so far: 3 by Ben"));
    progress->setFocus();
    QTest::keyClick(progress, Qt::Key_Return);
    QTRY_VERIFY(panel.page()->plot()->hasFocus());
    QSignalSpy shown(&panel, &Panel::showRecords);
    QTest::keyClick(panel.page()->plot(), Qt::Key_Return);
    QTRY_COMPARE(panel.page()->banner()->text(),
                 QStringLiteral("Which ones stays hidden until you have voted on them or conflicts are opened."));
    QCOMPARE(shown.count(), 0);
}

void OverviewTest::exportsFromThePage()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    OverviewPanel panel(*room.context);
    present(panel);
    ChartCard* years = cardOf(panel, "years");
    years->setFocus();
    QTest::keyClick(years, Qt::Key_Space);
    QTRY_VERIFY(panel.page()->plot()->hasFocus());
    const QString svg = room.folder.filePath(QStringLiteral("years.svg"));
    const QString csv = room.folder.filePath(QStringLiteral("years.csv"));
    room.dialogs.saveNames = {svg, csv, room.folder.filePath(QStringLiteral("no/such/years.pdf"))};
    QTest::keyClick(panel.page()->plot(), Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(panel.page()->banner()->text(), QStringLiteral("Saved as years.svg."));
    QTest::keyClick(panel.page()->plot(), Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(panel.page()->banner()->text(), QStringLiteral("Saved as years.csv."));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("year,reports\n2001,1\n2002,2\n"));
    QTest::mouseClick(panel.page()->exportButton(), Qt::LeftButton);
    QTRY_VERIFY2(panel.page()->banner()->text().contains(QStringLiteral("could not be written")),
                 qPrintable(panel.page()->banner()->text()));
}

void OverviewTest::nothingJumpsWhenNumbersCome()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    OverviewPanel panel(*room.context);
    PagesRoom::present(panel);
    const QSize counting = cardOf(panel, "sources")->size();
    panel.activate();
    QTRY_VERIFY(panel.settled());
    QTest::qWait(0);
    QCOMPARE(cardOf(panel, "sources")->height(), counting.height());
    QCOMPARE(panel.findChild<CardGrid*>()->columns(), 2);
    panel.resize(700, 668);
    QTRY_COMPARE(panel.findChild<CardGrid*>()->columns(), 1);
}

void OverviewTest::changesAreCounted()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    OverviewPanel panel(*room.context);
    present(panel);
    QCOMPARE(cardOf(panel, "progress")->sentence(), cardOf(panel, "progress")->face().nothing());
    const auto all = *Records(*room.project).all();
    QVERIFY(Screening(*room.project, Stage::Title).vote({all[0], Verdict::Include, {}, {}}));
    QTRY_COMPARE(cardOf(panel, "progress")->title(), QStringLiteral("Votes so far: 1 by Ana"));
}

void OverviewTest::whatWaitsToBeSentAndWhatIsMissing()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    OverviewPanel panel(*room.context);
    present(panel);
    const auto says
        = [&panel](const char* sentence) { return panel.waitingSentences().contains(QString::fromUtf8(sentence)); };
    const auto all = *Records(*room.project).all();
    for (const RecordId id : all)
        QVERIFY(Screening(*room.project, Stage::Title).vote({id, Verdict::Include, {}, {}}));
    QTRY_VERIFY(says("Title and abstract – Ben: 0 of 3 votes are here; no file came yet"));
    const qint64 waiting = Sharing(*room.project).workToSend()->waiting;
    QTRY_COMPARE(
        panel.waitingSentences().value(1),
        QStringLiteral("%1 changes of yours wait to be sent. Nothing was sent from this copy yet.").arg(waiting));
    QSignalSpy gone(&panel, &Panel::go);
    const auto buttons = panel.findChildren<QPushButton*>();
    const auto send = std::find_if(buttons.begin(), buttons.end(),
                                   [](const QPushButton* b) { return b->text() == QStringLiteral("Send…"); });
    QVERIFY(send != buttons.end());
    (*send)->setFocus();
    QTest::keyClick(*send, Qt::Key_Return);
    QCOMPARE(gone.count(), 1);
    QCOMPARE(gone[0][0].value<Workspace>(), Workspace::Sharing);
    QVERIFY(Sharing(*room.project).sendWork(room.folder.filePath(QStringLiteral("work.winnowz")), {}));
    panel.activate();
    QTRY_VERIFY(panel.waitingSentences().value(1).startsWith(
        QStringLiteral("Everything of yours is sent. You last sent your work on ")));
    for (const QString& sentence : panel.waitingSentences())
        QVERIFY2(!sentence.contains(QStringLiteral("nclude")), "tells how somebody voted");
}

void OverviewTest::anEmptyReviewHasNothingToSend()
{
    PagesRoom room;
    OverviewPanel panel(*room.context);
    present(panel);
    QCOMPARE(panel.waitingSentences(), QStringList{QStringLiteral("No records yet: import what your searches found.")});
}

WINNOW_WINDOW_TEST(OverviewTest)

} // namespace suite_overview

#include "test_overview.moc"
