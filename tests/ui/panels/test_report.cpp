// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "charts/FigureView.h"
#include "models/RecordsModel.h"
#include "panels/report/DeclaredForm.h"
#include "panels/report/ReportPanel.h"
#include "panels/report/ReportSide.h"
#include "project/Flow.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

namespace suite_report {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

const QByteArray four = PagesRoom::entry("One", "A, B", 2001) + PagesRoom::entry("Two", "C, D", 2002)
    + PagesRoom::entry("Three", "E, F", 2003) + PagesRoom::entry("Four", "G, H", 2004);

/// Four records, screened by one: one excluded, three go on; of these one is excluded at full text.
void screen(PagesRoom& room)
{
    room.import(QStringLiteral("pubmed.ris"), four);
    const auto all = *Records(*room.project).all();
    Screening title(*room.project, Stage::Title);
    for (size_t i = 0; i < all.size(); ++i)
        QVERIFY(title.vote({all[i], i == 0 ? Verdict::Exclude : Verdict::Include, {}, {}}));
    const auto received = Reports(*room.project)
                              .setRetrieval(std::vector<Reports::RetrievalRequest>{
                                  {all[1], {Retrieval::Received, {}, {}}}, {all[2], {Retrieval::Received, {}, {}}}});
    QVERIFY(received && received->applied == 2);
    const ReasonId reason = room.project->review()->reasonsOf(Stage::Fulltext)[1].id;
    QVERIFY(Screening(*room.project, Stage::Fulltext).vote({all[1], Verdict::Exclude, reason, {}}));
}

QStringList titlesOf(PagesRoom& room, const QList<RecordId>& ids)
{
    QStringList titles;
    for (const RecordId id : ids)
        titles << QString::fromStdString(Records(*room.project).record(id)->record.title);
    return titles;
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clickOpensExactlyThose();
    void keyboardGoesFromNumberToNumber();
    void countsAreSaid();
    void optionsChangeTheFigure();
    void exportsAndSaysWhatWentWrong();
    void copyIsPictureAndText();
    void declaresANumber();
    void excludedWithReasons();
    void zoomKeys();
};

void ReportTest::clickOpensExactlyThose()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(!panel.figure()->placeOf(QStringLiteral("records_excluded")).isEmpty());
    QSignalSpy shown(&panel, &Panel::showRecords);
    const auto click = [&](const char* key) {
        shown.clear();
        QTest::mouseClick(panel.figure(), Qt::LeftButton, {},
                          panel.figure()->placeOf(QString::fromLatin1(key)).center());
        return QTest::qWaitFor([&] { return shown.count() == 1; }, test::patienceMs)
            ? titlesOf(room, shown[0][1].value<QList<RecordId>>())
            : QStringList{QStringLiteral("nothing")};
    };
    QCOMPARE(click("records_excluded"), QStringList{QStringLiteral("One")});
    QCOMPARE(shown[0][0].toString(), QStringLiteral("Records excluded"));
    QCOMPARE(click("dbr_excluded/Not in humans"), QStringList{QStringLiteral("Two")});
    QCOMPARE(click("database_results/PubMed").size(), 4);
    QCOMPARE(click("awaiting_retrieval"), QStringList{QStringLiteral("Four")});
    QCOMPARE(click("duplicates"), QStringList());
    shown.clear();
    QTest::mouseClick(panel.figure(), Qt::LeftButton, {}, QPoint(3, 3)); // beside the sheet
    QCOMPARE(shown.count(), 0);
}

void ReportTest::keyboardGoesFromNumberToNumber()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(!panel.figure()->figure().regions.empty());
    panel.products()->setFocus();
    panel.figure()->setFocus(Qt::TabFocusReason);
    const auto& regions = panel.figure()->figure().regions;
    QCOMPARE(panel.figure()->currentKey(), regions[0].key);
    QTest::keyClick(panel.figure(), Qt::Key_Tab);
    QCOMPARE(panel.figure()->currentKey(), regions[1].key);
    QTest::keyClick(panel.figure(), Qt::Key_Down);
    QCOMPARE(panel.figure()->currentKey(), regions[2].key);
    QTest::keyClick(panel.figure(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(panel.figure()->currentKey(), regions[1].key);
    QSignalSpy opened(panel.figure(), &FigureView::opened);
    QTest::keyClick(panel.figure(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), regions[1].key);
    QTest::keyClick(panel.figure(), Qt::Key_End);
    QTest::keyClick(panel.figure(), Qt::Key_Tab);
    QVERIFY(!panel.figure()->hasFocus()); // Tab leaves after the last number
}

void ReportTest::countsAreSaid()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(
        panel.side()->lines(),
        (QStringList{QStringLiteral("✓  All numbers add up"), QStringLiteral("!  A figure exported now is interim"),
                     QStringLiteral("Awaiting retrieval: 1"), QStringLiteral("Awaiting assessment: 1")}));
    const auto all = *Records(*room.project).all();
    QVERIFY(Screening(*room.project, Stage::Fulltext).vote({all[2], Verdict::Include, {}, {}}));
    QVERIFY(Reports(*room.project)
                .setRetrieval(std::vector<Reports::RetrievalRequest>{
                    {all[3], {Retrieval::NotRetrieved, QStringLiteral("gone"), {}}}}));
    QTRY_COMPARE(panel.side()->lines(),
                 (QStringList{QStringLiteral("✓  All numbers add up"), QStringLiteral("✓  Nothing is waiting")}));
}

void ReportTest::optionsChangeTheFigure()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    const QString perSource = QStringLiteral("database_results/PubMed");
    QTRY_VERIFY(!panel.figure()->placeOf(perSource).isEmpty());
    panel.side()->perSourceBox()->setFocus();
    QTest::keyClick(panel.side()->perSourceBox(), Qt::Key_Space);
    QVERIFY(panel.figure()->placeOf(perSource).isEmpty());
    QVERIFY(panel.figure()->placeOf(QStringLiteral("website_results")).isEmpty());
    panel.templates()->setFocus();
    QTest::keyClick(panel.templates(), Qt::Key_Down);
    QVERIFY(panel.options().otherMethods);
    QVERIFY(!panel.figure()->placeOf(QStringLiteral("website_results")).isEmpty());
}

void ReportTest::exportsAndSaysWhatWentWrong()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(!panel.figure()->figure().regions.empty());
    const QString svg = room.folder.filePath(QStringLiteral("flow.svg"));
    const QString csv = room.folder.filePath(QStringLiteral("flow.csv"));
    room.dialogs.saveNames = {svg, csv, room.folder.filePath(QStringLiteral("no/such/folder/flow.pdf"))};
    QTest::mouseClick(panel.exportButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Saved as flow.svg, stamped interim."));
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Records screened"));
    QTest::keyClick(panel.figure(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Saved as flow.csv, stamped interim."));
    QVERIFY(QFile::exists(csv));
    QTest::mouseClick(panel.exportButton(), Qt::LeftButton);
    QTRY_VERIFY2(panel.banner()->text().contains(QStringLiteral("could not be written")),
                 qPrintable(panel.banner()->text()));
}

void ReportTest::copyIsPictureAndText()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(!panel.figure()->figure().regions.empty());
    QTest::keyClick(panel.figure(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    QVERIFY(mime->hasImage());
    QVERIFY2(mime->text().contains(QStringLiteral("records screened: 4")), qPrintable(mime->text()));
}

void ReportTest::declaresANumber()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(!panel.figure()->figure().regions.empty());
    DeclaredForm* form = panel.side()->declared();
    QVERIFY(!form->button()->isEnabled()); // no number without why
    form->boxChoice()->setCurrentIndex(form->boxChoice()->findData(QStringLiteral("duplicates")));
    form->numberField()->setFocus();
    QTest::keyClicks(form->numberField(), QStringLiteral("12"));
    form->whyField()->setFocus();
    QTest::keyClicks(form->whyField(), QStringLiteral("removed in the reference manager"));
    QTest::keyClick(form->whyField(), Qt::Key_Return);
    QTRY_COMPARE(Flow(*room.project).counts()->declared.size(), size_t(1));
    const Declared declared = Flow(*room.project).counts()->declared[0];
    QCOMPARE(declared.box, QStringLiteral("duplicates"));
    QCOMPARE(declared.number, qint64(12));
    QCOMPARE(declared.by, QStringLiteral("Ana"));
    QTRY_VERIFY(panel.figure()->textOf(QStringLiteral("duplicates")).contains(QChar(u'†')));
    QTRY_COMPARE(panel.side()->lines().first(), QStringLiteral("✓  All numbers add up"));
}

void ReportTest::excludedWithReasons()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    panel.products()->setFocus();
    QTest::keyClick(panel.products(), Qt::Key_Down);
    const QAbstractItemModel* model = panel.excludedTable()->model();
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, RecordsModel::Title).data().toString(), QStringLiteral("Two"));
    QCOMPARE(model->index(0, RecordsModel::Place).data().toString(),
             QStringLiteral("Excluded at full text: Not in humans"));
    QTest::keyClick(panel.products(), Qt::Key_Down);
    QVERIFY(panel.trailTable()->isVisible());
    QVERIFY(panel.trailTable()->model()->rowCount() > 4);
    QVERIFY(!panel.exportButton()->isVisible());
}

void ReportTest::zoomKeys()
{
    PagesRoom room(1);
    screen(room);
    ReportPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_VERIFY(!panel.figure()->figure().regions.empty());
    const int fitting = panel.figure()->sizeHint().width();
    QTest::keyClick(panel.figure(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(panel.figure()->sizeHint().width() > fitting);
    QTest::keyClick(panel.figure(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(panel.figure()->sizeHint().width(), fitting);
}

WINNOW_WINDOW_TEST(ReportTest)

} // namespace suite_report

#include "test_report.moc"
