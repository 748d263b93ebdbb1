// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "models/RecordsLogModel.h"
#include "models/RecordsModel.h"
#include "models/RecordsText.h"
#include "panels/records/AssignBar.h"
#include "panels/records/FieldRow.h"
#include "panels/records/RecordDetail.h"
#include "panels/records/RecordFields.h"
#include "panels/records/RecordsPanel.h"
#include "project/Allocations.h"
#include "project/Duplicates.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/SearchField.h"
#include "widgets/Segmented.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

namespace suite_records {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;

namespace {

const QByteArray three
    = PagesRoom::entry(
          "Stem cells in sclerosis", "Burt, Richard K", 2019,
          "T2  - JAMA\nVL  - 321\nIS  - 2\nSP  - 165\nEP  - 174\nDO  - 10.1001/jama.2018.18743\nAN  - 77\n")
    + PagesRoom::entry("Mesenchymal cells", "Connick, P", 2012, "AB  - A phase two study.\n")
    + PagesRoom::entry("Vitamin D", "Smith, J", 2010);

QStringList titles(const RecordsModel& model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles << model.index(row, RecordsModel::Title).data().toString();
    return titles;
}

} // namespace

class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allRecords();
    void exactlyThese();
    void findNarrowsTheList();
    void editAFieldInPlace();
    void escapeLeavesTheField();
    void rawTextAndHistory();
    void partJoinedRecords();
    void placeKeepsTheBlind();
    void staysInPlaceWhenSomethingChanges();
    void modelIsSound();
    void assignByHand();
    void assignIsTheLeads();
    void aMillionRows();
};

void RecordsTest::allRecords()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QCOMPARE(panel.heading(), QStringLiteral("All records — 3 records"));
    const RecordsModel& model = *panel.model();
    QCOMPARE(model.index(0, RecordsModel::Title).data().toString(), QStringLiteral("Stem cells in sclerosis"));
    QCOMPARE(model.index(0, RecordsModel::Authors).data().toString(), QStringLiteral("Burt"));
    QCOMPARE(model.index(0, RecordsModel::Year).data().toString(), QStringLiteral("2019"));
    QCOMPARE(model.index(0, RecordsModel::Journal).data().toString(), QStringLiteral("JAMA"));
    QCOMPARE(model.index(0, RecordsModel::Source).data().toString(), QStringLiteral("PubMed"));
    QCOMPARE(model.index(0, RecordsModel::Place).data().toString(), QStringLiteral("Awaiting screening"));
    QVERIFY(panel.table()->hasFocus());
    QTest::keyClick(panel.table(), Qt::Key_Down);
    QCOMPARE(panel.detail()->record(), model.recordAt(1));
    QCOMPARE(panel.detail()->fields()->row(Field::Abstract)->text(), QStringLiteral("A phase two study."));
}

void RecordsTest::exactlyThese()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    const auto all = *Records(*room.project).all();
    panel.show(QStringLiteral("Excluded: wrong population"), {all[2], all[0]});
    QCOMPARE(panel.heading(), QStringLiteral("Excluded: wrong population — 2 records"));
    QCOMPARE(titles(*panel.model()),
             (QStringList{QStringLiteral("Vitamin D"), QStringLiteral("Stem cells in sclerosis")}));
    panel.activate(); // coming back does not swap the list for another one
    QCOMPARE(panel.model()->rowCount(), 2);
    panel.showAll();
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QCOMPARE(panel.heading(), QStringLiteral("All records — 3 records"));
}

void RecordsTest::findNarrowsTheList()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTest::keyClick(panel.table(), Qt::Key_Slash);
    QVERIFY(panel.findField()->hasFocus());
    QCOMPARE(panel.findField()->text(), QString());
    panel.table()->setFocus();
    QTest::keyClick(panel.table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(panel.findField()->hasFocus());
    QTest::keyClicks(panel.findField(), QStringLiteral("cells"));
    QTRY_COMPARE(panel.heading(), QStringLiteral("All records — 2 of 3 with “cells”"));
    QCOMPARE(titles(*panel.model()),
             (QStringList{QStringLiteral("Stem cells in sclerosis"), QStringLiteral("Mesenchymal cells")}));
    QTest::keyClick(panel.findField(), Qt::Key_Escape);
    QVERIFY(panel.table()->hasFocus());
    QCOMPARE(panel.findField()->text(), QStringLiteral("cells"));
    panel.find();
    QTest::keyClicks(panel.findField(), QStringLiteral("nowhere"));
    QTRY_COMPARE(panel.model()->rowCount(), 0);
    panel.find();
    QTest::keyClick(panel.findField(), Qt::Key_Delete);
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QCOMPARE(panel.heading(), QStringLiteral("All records — 3 records"));
}

void RecordsTest::editAFieldInPlace()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTest::keyClick(panel.table(), Qt::Key_Return); // into the record
    FieldRow* title = panel.detail()->fields()->row(Field::Title);
    QVERIFY(title->hasFocus());
    QTest::keyClick(title, Qt::Key_F2);
    QVERIFY(title->editor()->hasFocus());
    QTest::keyClicks(title->editor(), QStringLiteral("Another title"));
    QTest::keyClick(title->editor(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(panel.model()->index(0, 0).data().toString(), QStringLiteral("Another title"));
    QVERIFY(title->hasFocus());
    const RecordId id = panel.detail()->record();
    QCOMPARE(Records(*room.project).record(id)->record.title, std::string("Another title"));
    const auto history = *Records(*room.project).history(id);
    QCOMPARE(history.size(), size_t(1));
    QCOMPARE(history[0].by, room.person(QStringLiteral("Ana")));
    QTRY_COMPARE(panel.detail()->banner()->text(), QStringLiteral("Title changed."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(title->text(), QStringLiteral("Stem cells in sclerosis"));

    QTest::keyClick(title, Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    FieldRow* year = panel.detail()->fields()->row(Field::Year);
    QVERIFY(year->hasFocus());
    QTest::keyClick(year, Qt::Key_Return);
    QTest::keyClicks(year->editor(), QStringLiteral("2020"));
    QTest::keyClick(year->editor(), Qt::Key_Return); // one line is all there is
    QTRY_COMPARE(panel.model()->index(0, RecordsModel::Year).data().toString(), QStringLiteral("2020"));
}

void RecordsTest::escapeLeavesTheField()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    FieldRow* title = panel.detail()->fields()->row(Field::Title);
    QTest::keyClick(title, Qt::Key_F2);
    QTest::keyClicks(title->editor(), QStringLiteral("no"));
    QTest::keyClick(title->editor(), Qt::Key_Escape);
    QVERIFY(!title->editing());
    QVERIFY(title->hasFocus());
    QCOMPARE(title->text(), QStringLiteral("Stem cells in sclerosis"));
    QVERIFY(Records(*room.project).history(panel.detail()->record())->empty());
    QTest::keyClick(title, Qt::Key_Escape);
    QVERIFY(panel.table()->hasFocus());
}

void RecordsTest::rawTextAndHistory()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    Segmented* tabs = panel.detail()->tabs();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->segment(RecordDetail::Raw).center());
    QVERIFY(panel.detail()->rawText().contains(QStringLiteral("AN  - 77")));
    QVERIFY(!panel.detail()->rawText().contains(QStringLiteral("Mesenchymal")));
    QVERIFY(Records(*room.project).edit(panel.detail()->record(), Field::Year, "2021"));
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->segment(RecordDetail::Log).center());
    const RecordsLogModel& log = *panel.detail()->log();
    QCOMPARE(log.rowCount(), 1);
    QCOMPARE(log.index(0, RecordsLogModel::Who).data().toString(), QStringLiteral("Ana"));
    QCOMPARE(log.index(0, RecordsLogModel::What).data().toString(), QStringLiteral("Edited a field"));
    QVERIFY(log.index(0, RecordsLogModel::Value).data().toString().contains(QStringLiteral("2021")));
}

void RecordsTest::partJoinedRecords()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    const auto all = *Records(*room.project).all();
    QVERIFY(Duplicates(*room.project).judge(all[0], all[1], true));
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QCOMPARE(panel.detail()->record(), all[0]);
    QCOMPARE(panel.detail()->fields()->partButtons().size(), size_t(1));
    QTest::mouseClick(panel.detail()->fields()->partButtons()[0], Qt::LeftButton);
    QTRY_COMPARE(panel.detail()->banner()->text(), QStringLiteral("Parted: two records again."));
    QCOMPARE(Records(*room.project).reports()->size(), size_t(3));
    QVERIFY(panel.detail()->fields()->partButtons().empty());
}

void RecordsTest::placeKeepsTheBlind()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    const RecordId first = Records(*room.project).all()->front();
    QVERIFY(Screening(*room.project, Stage::Title).vote({first, Verdict::Include, {}, {}}));
    room.sit(QStringLiteral("Ben"));
    QVERIFY(Screening(*room.project, Stage::Title).vote({first, Verdict::Exclude, {}, {}}));
    const auto view = *Records(*room.project).record(first);
    QCOMPARE(view.place, Place::TitleConflict);
    // That two disagree is told where conflicts are opened, not in a list.
    QCOMPARE(recordsText::place(view.place, view.reason, *room.project->review()),
             QStringLiteral("Awaiting screening"));
}

void RecordsTest::staysInPlaceWhenSomethingChanges()
{
    PagesRoom room;
    QByteArray many;
    for (int i = 0; i < 200; ++i)
        many += PagesRoom::entry(QByteArray("Title ").append(QByteArray::number(i)).constData(), "A, B", 2000);
    room.import(QStringLiteral("many.ris"), many);
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 200);
    panel.table()->setCurrentIndex(panel.model()->index(150, 0));
    const int scrolled = panel.table()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    room.import(QStringLiteral("more.ris"), three);
    QTRY_COMPARE(panel.model()->rowCount(), 203);
    QCOMPARE(panel.table()->currentIndex().row(), 150);
    QCOMPARE(panel.table()->verticalScrollBar()->value(), scrolled);
}

void RecordsTest::modelIsSound()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    RecordsModel model(*room.project);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto all = *Records(*room.project).all();
    model.setRecords({all[0], RecordId(999'999'999), all[2]}); // one that is not there leaves its row empty
    QCOMPARE(titles(model),
             (QStringList{QStringLiteral("Stem cells in sclerosis"), QString(), QStringLiteral("Vitamin D")}));
    model.refresh();
    model.setRecords({});
    QCOMPARE(model.recordAt(0), RecordId());
    RecordsLogModel log(*room.project);
    QAbstractItemModelTester other(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
    log.readTrail();
    QVERIFY(log.rowCount() > 0);
}

/// Two chosen rows go to Ben by keys alone, and back by undo.
void RecordsTest::assignByHand()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.model()->rowCount(), 3);
    QTRY_COMPARE(panel.table()->currentIndex().row(), 0);
    const ReviewerId ana = room.person(QStringLiteral("Ana"));
    const ReviewerId ben = room.person(QStringLiteral("Ben"));
    const auto has = [&](int row, ReviewerId who) {
        return Allocations(*room.project, Stage::Title).isAllocated(panel.model()->recordAt(row), who).value();
    };
    QTest::keyClick(panel.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(panel.table(), Qt::Key_G, Qt::ControlModifier);
    AssignBar* bar = panel.assignBar();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->assignButton()->text(), QStringLiteral("Let the rule decide for 2 records"));
    const auto key = [](Qt::Key pressed) { QTest::keyClick(QApplication::focusWidget(), pressed); };
    key(Qt::Key_Tab); // Ana is first
    key(Qt::Key_Space);
    QCOMPARE(bar->people(), std::vector{ben});
    QCOMPARE(bar->assignButton()->text(), QStringLiteral("Assign 2 records"));
    key(Qt::Key_Return);
    QVERIFY(!bar->isVisible());
    QVERIFY(panel.table()->hasFocus());
    QTRY_COMPARE(panel.banner()->text(), QStringLiteral("Assigned to Ben: 2 records."));
    QVERIFY(!has(0, ana) && !has(1, ana) && has(2, ana));
    QVERIFY(has(0, ben) && has(1, ben) && has(2, ben));
    QTest::keyClick(panel.table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(panel.detail()->banner()->text(), QStringLiteral("Undone."));
    QVERIFY(has(0, ana) && has(1, ana));
    QCOMPARE(panel.banner()->text(), QString());

    QTest::keyClick(panel.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(panel.table(), Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(bar->assignButton()->text(), QStringLiteral("Let the rule decide for 3 records"));
    key(Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(panel.table()->hasFocus());
}

void RecordsTest::assignIsTheLeads()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    room.sit(QStringLiteral("Ben"));
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    panel.activate();
    QTRY_COMPARE(panel.table()->currentIndex().row(), 0);
    QTest::keyClick(panel.table(), Qt::Key_G, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(panel.banner()->text().contains(QStringLiteral("lead")));
    QCOMPARE(Allocations(*room.project, Stage::Title).standing()->byHand, 0);
}

void RecordsTest::aMillionRows()
{
    PagesRoom room;
    room.import(QStringLiteral("pubmed.ris"), three);
    const RecordId last = Records(*room.project).all()->back();
    RecordsPanel panel(*room.context);
    PagesRoom::present(panel);
    QList<RecordId> many(1'000'000, RecordId(1));
    many.back() = last;
    panel.show(QStringLiteral("Very many"), many);
    QCOMPARE(panel.heading(), QStringLiteral("Very many — 1,000,000 records"));
    QTest::keyClick(panel.table(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(panel.table()->currentIndex().row(), 999'999);
    QCOMPARE(panel.detail()->record(), last);
}

WINNOW_WINDOW_TEST(RecordsTest)

} // namespace suite_records

#include "test_records.moc"
