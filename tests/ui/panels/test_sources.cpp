// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "models/SourcesModel.h"
#include "panels/sources/ImportCard.h"
#include "panels/sources/ImportPage.h"
#include "panels/sources/PeopleForm.h"
#include "panels/sources/RunForm.h"
#include "panels/sources/SourcesPanel.h"
#include "panels/sources/SourcesSide.h"
#include "panels/sources/UnreadablePage.h"
#include "project/Flow.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace suite_sources {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;
using State = ImportCard::State;

namespace {

const QByteArray threeEntries = PagesRoom::entry("Stem cells in sclerosis", "Burt, Richard K", 2019)
    + PagesRoom::entry("A second trial", "Muraro, Paolo", 2017) + PagesRoom::entry("A third one", "Connick, P", 2012);

ImportCard* ready(SourcesPanel& panel)
{
    const auto& cards = panel.importPage()->cards();
    return QTest::qWaitFor([&] { return cards.size() == 1 && cards[0]->state() == State::Ready; }, test::patienceMs)
        ? cards[0]
        : nullptr;
}

} // namespace

class SourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromEmptyToTable();
    void takesWhatIsTyped();
    void pictureNamedRis();
    void badDateOrNumberStops();
    void cancelLeavesNothing();
    void oneBadFileDoesNotStopTheOthers();
    void unreadableIsListed();
    void takeBackAndBringBack();
    void detailsAfterwards();
    void kindChanges();
    void dropOpensThePage();
    void enterShowsTheRecords();
    void whoIsWho();
    void modelIsSound();
};

void SourcesTest::fromEmptyToTable()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QVERIFY(panel.empty()->isVisible());
    room.dialogs.files = {{room.write(QStringLiteral("pubmed.ris"), threeEntries)}};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_I, Qt::ControlModifier);
    ImportCard* card = ready(panel);
    QVERIFY(card);
    QCOMPARE(card->formatChoice()->currentData().toString(), QStringLiteral("ris"));
    QVERIFY(card->sourceField()->placeholderText().contains(QStringLiteral("PubMed")));
    QVERIFY(card->sourceField()->hasFocus());
    QTest::keyClick(card->sourceField(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(card->state(), State::Done);
    QCOMPARE(card->sentence(), QStringLiteral("3 records came in"));
    QCOMPARE(panel.importPage()->banner()->text(), QStringLiteral("3 records came in."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(panel.table()->isVisible());
    QCOMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->index(0, SourcesModel::File).data().toString(), QStringLiteral("pubmed.ris"));
    QCOMPARE(panel.model()->index(0, SourcesModel::Source).data().toString(), QStringLiteral("PubMed"));
    QCOMPARE(panel.model()->index(0, SourcesModel::Records).data().toString(), QStringLiteral("3"));
    QCOMPARE(panel.model()->index(0, SourcesModel::By).data().toString(), QStringLiteral("Ana"));
}

void SourcesTest::takesWhatIsTyped()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("a.ris"), threeEntries)});
    ImportCard* card = ready(panel);
    QVERIFY(card);
    QTest::keyClicks(card->sourceField(), QStringLiteral("Embase"));
    card->kindChoice()->setFocus();
    QTest::keyClick(card->kindChoice(), Qt::Key_Down); // Database → Register
    QTest::keyClicks(card->form()->platformField(), QStringLiteral("Ovid"));
    QTest::keyClicks(card->form()->dateField(), QStringLiteral("2026-05-03"));
    QTest::keyClicks(card->form()->hitsField(), QStringLiteral("1,204"));
    card->form()->strategyField()->setFocus();
    QTest::keyClicks(card->form()->strategyField(), QStringLiteral("1 sclerosis"));
    QTest::keyClick(card->form()->strategyField(), Qt::Key_Return);
    QTest::keyClicks(card->form()->strategyField(), QStringLiteral("2 cells"));
    QTest::keyClick(card->form()->strategyField(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(card->state(), State::Done);
    const auto review = room.project->review();
    QCOMPARE(review->sources.size(), size_t(1));
    QCOMPARE(review->sources[0].name, QStringLiteral("Embase"));
    QCOMPARE(review->sources[0].kind, SourceKind::Register);
    QCOMPARE(review->runs[0].details.platform, QStringLiteral("Ovid"));
    QCOMPARE(review->runs[0].details.searched, QDate(2026, 5, 3));
    QCOMPARE(review->runs[0].details.strategy, QStringLiteral("1 sclerosis\n2 cells"));
    QCOMPARE(review->runs[0].details.hits, qint64(1204));
}

void SourcesTest::pictureNamedRis()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    const QByteArray png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0\x1f\x15\xc4\x89", 41);
    panel.importFiles({room.write(QStringLiteral("picture.ris"), png)});
    const auto& cards = panel.importPage()->cards();
    QTRY_COMPARE(cards[0]->state(), State::NotReadable);
    QVERIFY2(cards[0]->sentence().contains(QStringLiteral("holds no bibliographic entries")),
             qPrintable(cards[0]->sentence()));
    QCOMPARE(cards[0]->sentence().count(QLatin1Char('\n')), 0);
    QVERIFY(!panel.importPage()->importButton()->isVisible());
    QVERIFY(room.project->review()->runs.empty());
    QVERIFY(room.project->review()->sources.empty());
}

void SourcesTest::badDateOrNumberStops()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("a.ris"), threeEntries)});
    ImportCard* card = ready(panel);
    QVERIFY(card);
    QTest::keyClicks(card->form()->dateField(), QStringLiteral("yesterday"));
    QTest::mouseClick(panel.importPage()->importButton(), Qt::LeftButton);
    QVERIFY(!panel.importPage()->running());
    QVERIFY(card->form()->dateField()->hasFocus());
    card->form()->dateField()->clear();
    QTest::keyClicks(card->form()->hitsField(), QStringLiteral("many"));
    QTest::mouseClick(panel.importPage()->importButton(), Qt::LeftButton);
    QVERIFY(card->form()->hitsField()->hasFocus());
    QVERIFY(room.project->review()->runs.empty());
}

void SourcesTest::cancelLeavesNothing()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    QByteArray many;
    for (int i = 0; i < 20'000; ++i)
        many += PagesRoom::entry("One of very many", "Author, Some", 2000, "AB  - " + QByteArray(300, 'x') + "\n");
    panel.importFiles({room.write(QStringLiteral("many.ris"), many)});
    ImportCard* card = ready(panel);
    QVERIFY(card);
    QObject once;
    connect(&room.jobs, &Jobs::progressed, &once, [&](int, const Progress& progress) {
        if (progress.done > 0 && panel.importPage()->cancelButton()->isEnabled())
            QTest::mouseClick(panel.importPage()->cancelButton(), Qt::LeftButton);
    });
    QTest::mouseClick(panel.importPage()->importButton(), Qt::LeftButton);
    QVERIFY(panel.importPage()->running());
    QTRY_VERIFY(!panel.importPage()->running());
    QCOMPARE(card->state(), State::Cancelled);
    QVERIFY(room.project->review()->runs.empty());
    QCOMPARE(Records(*room.project).all()->size(), size_t(0));
    QVERIFY(panel.importPage()->importButton()->isVisible()); // and can be started again
}

void SourcesTest::oneBadFileDoesNotStopTheOthers()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    const QString gone = room.write(QStringLiteral("gone.ris"), threeEntries + PagesRoom::entry("More", "A, B", 2001));
    panel.importFiles({gone, room.write(QStringLiteral("b.ris"), threeEntries)});
    const auto& cards = panel.importPage()->cards();
    QTRY_VERIFY(cards[0]->state() == State::Ready && cards[1]->state() == State::Ready);
    QVERIFY(QFile::remove(gone));
    QTest::mouseClick(panel.importPage()->importButton(), Qt::LeftButton);
    QTRY_VERIFY(!panel.importPage()->running());
    QCOMPARE(cards[0]->state(), State::Failed);
    QVERIFY2(cards[0]->sentence().startsWith(QStringLiteral("There is no file")), qPrintable(cards[0]->sentence()));
    QCOMPARE(cards[1]->state(), State::Done);
    QCOMPARE(room.project->review()->runs.size(), size_t(1));
}

void SourcesTest::unreadableIsListed()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({room.write(QStringLiteral("a.ris"), threeEntries + "TY  - JOUR\nDB  - Embase\nER  - \n\n")});
    ImportCard* card = ready(panel);
    QVERIFY(card);
    QTest::mouseClick(panel.importPage()->importButton(), Qt::LeftButton);
    QTRY_COMPARE(card->state(), State::Done);
    QCOMPARE(card->report()->unreadableCount, qint64(1));
    QVERIFY(card->unreadableButton()->isVisible());
    QTest::mouseClick(card->unreadableButton(), Qt::LeftButton);
    QTRY_VERIFY(panel.unreadablePage()->isVisible());
    const UnreadableModel* model = panel.unreadablePage()->model();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, UnreadableModel::Line).data().toString(), QStringLiteral("19"));
    QCOMPARE(model->index(0, UnreadableModel::Why).data().toString(), QStringLiteral("it has no title"));
    QVERIFY(model->index(0, UnreadableModel::Begins).data().toString().contains(QStringLiteral("Embase")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(panel.importPage()->isVisible());
}

void SourcesTest::takeBackAndBringBack()
{
    PagesRoom room;
    room.import(QStringLiteral("a.ris"), threeEntries);
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QVERIFY(panel.table()->hasFocus());
    QTest::keyClick(panel.table(), Qt::Key_Delete);
    QTRY_VERIFY(!room.project->review()->runs[0].live);
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("a.ris was taken back."));
    QCOMPARE(panel.model()->index(0, 0).data(Qt::ForegroundRole).value<QColor>(), room.theme.colours().dim);
    QCOMPARE(Records(*room.project).all()->size(), size_t(0));
    QTest::mouseClick(panel.banner()->actionButton(), Qt::LeftButton);
    QTRY_VERIFY(room.project->review()->runs[0].live);
    QCOMPARE(Records(*room.project).all()->size(), size_t(3));
    QTRY_VERIFY(!panel.model()->index(0, 0).data(Qt::ForegroundRole).isValid());
}

void SourcesTest::detailsAfterwards()
{
    PagesRoom room;
    room.import(QStringLiteral("a.ris"), threeEntries);
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QLineEdit* platform = panel.side()->form()->platformField();
    QVERIFY(!panel.side()->saveButton()->isEnabled());
    platform->setFocus();
    QTest::keyClicks(platform, QStringLiteral("EBSCO"));
    QVERIFY(panel.side()->saveButton()->isEnabled());
    QTest::keyClick(platform, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(room.project->review()->runs[0].details.platform, QStringLiteral("EBSCO"));
    QTRY_COMPARE(panel.model()->index(0, SourcesModel::Platform).data().toString(), QStringLiteral("EBSCO"));
    QVERIFY(!panel.side()->saveButton()->isEnabled());
}

void SourcesTest::kindChanges()
{
    PagesRoom room;
    room.import(QStringLiteral("mysource.ris"), threeEntries);
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    const QString name = room.project->review()->sources[0].name;
    QTRY_VERIFY(panel.side()->kindButton(name));
    room.dialogs.choices = {2};
    QTest::mouseClick(panel.side()->kindButton(name), Qt::LeftButton);
    QTRY_COMPARE(room.project->review()->sources[0].kind, SourceKind::Website);
    QTRY_COMPARE(panel.model()->index(0, SourcesModel::Kind).data().toString(), QStringLiteral("Website"));
    QCOMPARE(Flow(*room.project).counts()->websites, qint64(3));
}

void SourcesTest::dropOpensThePage()
{
    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(room.write(QStringLiteral("a.ris"), threeEntries)),
                  QUrl::fromLocalFile(room.folder.path()), QUrl(QStringLiteral("https://example.org/b.ris"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&panel, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&panel, &drop);
    QVERIFY(ready(panel));
    QMimeData text;
    text.setText(QStringLiteral("no file"));
    QDragEnterEvent no(QPoint(50, 50), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    no.ignore();
    QApplication::sendEvent(&panel, &no);
    QVERIFY(!no.isAccepted());
}

void SourcesTest::enterShowsTheRecords()
{
    PagesRoom room;
    room.import(QStringLiteral("a.ris"), threeEntries);
    room.import(QStringLiteral("b.ris"), PagesRoom::entry("Another", "Z, Y", 1999));
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QSignalSpy shown(&panel, &Panel::showRecords);
    QTest::keyClick(panel.table(), Qt::Key_Down);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].toString(), QStringLiteral("Imported from b.ris"));
    QCOMPARE(shown[0][1].value<QList<RecordId>>().size(), 1);
}

void SourcesTest::whoIsWho()
{
    PagesRoom elsewhere(1);
    elsewhere.import(QStringLiteral("a.ris"), threeEntries);
    const auto queue = Screening(*elsewhere.project, Stage::Title).queue();
    QVERIFY(Screening(*elsewhere.project, Stage::Title).vote({queue->front(), Verdict::Include, {}, {}}));
    const QString out = elsewhere.folder.filePath(QStringLiteral("out.ris"));
    QVERIFY(Exports(*elsewhere.project).save(out, ExportSet::All, {}));

    PagesRoom room;
    SourcesPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.importFiles({out});
    ImportCard* card = ready(panel);
    QVERIFY(card);
    QTest::mouseClick(panel.importPage()->importButton(), Qt::LeftButton);
    QTRY_COMPARE(card->state(), State::Done);
    QVERIFY(card->people());
    QVERIFY(card->people()->button()->isEnabled()); // the team's decisions could come in alone
    QComboBox* choice = card->people()->choiceOf(QStringLiteral("Ana"));
    QVERIFY(choice);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTest::keyClick(choice, Qt::Key_Down); // leave out, Ana, Ben
    QCOMPARE(card->people()->votesAs(),
             (VotesAs{{QStringLiteral("Ana"), VotesOf(QStringLiteral("Ben"), Stage::Title, true)}}));
    QTest::mouseClick(card->people()->button(), Qt::LeftButton);
    QVERIFY(panel.importPage()->running());
    QTRY_COMPARE(card->state(), State::Done);
    QVERIFY(!card->people()); // nobody is left to be named
}

void SourcesTest::modelIsSound()
{
    PagesRoom room;
    SourcesModel model(*room.project, room.theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    room.import(QStringLiteral("a.ris"), threeEntries);
    model.refresh();
    QCOMPARE(model.rowCount(), 1);
    room.import(QStringLiteral("b.ris"), PagesRoom::entry("Another", "Z, Y", 1999));
    model.refresh();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.runAt(2), nullptr);
    UnreadableModel list;
    QAbstractItemModelTester other(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.setEntries({{3, "text", Unreadable::Why::Truncated}});
    QCOMPARE(list.rowCount(), 1);
}

WINNOW_WINDOW_TEST(SourcesTest)

} // namespace suite_sources

#include "test_sources.moc"
