// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SearchRoom.h"

#include "panels/sources/BlocksForm.h"
#include "panels/sources/KeysForm.h"
#include "panels/sources/SearchesModel.h"
#include "panels/sources/SearchesView.h"
#include "project/Setup.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Segmented.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace suite_search_parts {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::query;
using winnow::test::SearchRoom;

/// The plan, the searches that were made, and the keys, beside the query.
class SearchPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksBecomeQueries();
    void rowsThatStandReadyStay();
    void aCoauthorsPlanArrives();
    void madeSearchesAreListed();
    void searchedAgain();
    void writtenOutAndRepeated();
    void keysAreKeptInTheKeychain();
    void withoutAKeychain();
    void licenceOfAbstracts();
    void readersMayCountOnly();
    void modelIsSound();
};

void SearchPartsTest::blocksBecomeQueries()
{
    SearchRoom room;
    QTest::keyClick(room.page.form()->text(), Qt::Key_PageDown, Qt::ControlModifier);
    BlocksForm& blocks = *room.page.blocks();
    QVERIFY(blocks.terms(0)->hasFocus());
    QCOMPARE(blocks.name(0)->text(), QStringLiteral("Population"));
    QVERIFY(!blocks.writeButton()->isEnabled());
    QTest::keyClicks(blocks.terms(0), QStringLiteral("stroke"));
    QTest::keyClick(blocks.terms(0), Qt::Key_Return);
    QTest::keyClicks(blocks.terms(0), QStringLiteral("brain attack"));
    QTest::keyClick(blocks.terms(0), Qt::Key_Tab);
    QVERIFY(blocks.headings(0)->hasFocus());
    QTest::keyClicks(blocks.headings(0), QStringLiteral("Stroke"));
    QTest::keyClicks(blocks.terms(1), QStringLiteral("walk*"));
    QCOMPARE(blocks.preview()->text(),
             QStringLiteral("(\"Stroke\"[mh] OR stroke[tiab] OR \"brain attack\"[tiab])\nAND walk*[tiab]"));
    QTest::mouseClick(blocks.writeButton(), Qt::LeftButton);
    QTRY_COMPARE(room.page.form()->text()->toPlainText(), blocks.preview()->text());
    QCOMPARE(room.plan().blocks.size(), size_t(2));
    QCOMPARE(room.page.parts()->current(), int(SearchPage::Part::Query));
    QTest::keyClicks(room.page.form()->text(), QStringLiteral("x"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_VERIFY(query(room, "pubmed").startsWith(QLatin1Char('x')));
    QTest::mouseClick(blocks.writeAllButton(), Qt::LeftButton);
    QTRY_COMPARE(query(room, "scopus"),
                 QStringLiteral("TITLE-ABS-KEY(Stroke OR stroke OR \"brain attack\")\nAND TITLE-ABS-KEY(walk*)"));
    QTRY_VERIFY(room.page.banner()->text().contains(QStringLiteral("undo brings back")));
    QVERIFY(History(*room.room.project).undo());
    QTRY_VERIFY(room.page.form()->text()->toPlainText().startsWith(QLatin1Char('x')));
    QTest::mouseClick(blocks.removeButton(1), Qt::LeftButton);
    QTRY_COMPARE(room.plan().blocks.size(), size_t(1));
}

/// From row to row by keys: what is kept meanwhile takes no row away from under the hands.
void SearchPartsTest::rowsThatStandReadyStay()
{
    SearchRoom room;
    QTest::keyClick(room.page.form()->text(), Qt::Key_PageDown, Qt::ControlModifier);
    BlocksForm& blocks = *room.page.blocks();
    QTest::keyClicks(blocks.terms(0), QStringLiteral("stroke"));
    QTest::keyClick(blocks.terms(0), Qt::Key_Tab);
    QTRY_COMPARE(room.plan().blocks.size(), size_t(1));
    QTest::qWait(0);
    for (int i = 0; i < 3; ++i) // remove, the next name, its words
        QTest::keyClick(room.page.focusWidget(), Qt::Key_Tab);
    QCOMPARE(blocks.name(1)->text(), QStringLiteral("Intervention"));
    QVERIFY(blocks.terms(1)->hasFocus());
    QTest::keyClicks(blocks.terms(1), QStringLiteral("walk*"));
    blocks.removeButton(3)->setFocus();
    for (const QPushButton* next : {blocks.addButton(), blocks.writeAllButton(), blocks.writeButton()}) {
        QTest::keyClick(room.page.focusWidget(), Qt::Key_Tab);
        QVERIFY(next->hasFocus());
    }
    blocks.terms(1)->setFocus();
    QTest::keyClick(blocks.terms(1), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(room.page.form()->text()->toPlainText(), QStringLiteral("stroke[tiab]\nAND walk*[tiab]"));
    QCOMPARE(room.page.parts()->current(), int(SearchPage::Part::Query));
    QCOMPARE(room.plan().blocks.size(), size_t(2));
    QCOMPARE(blocks.name(3)->text(), QStringLiteral("Outcome"));
}

/// What others (or the command line) planned is seen at once; what is being written here stays.
void SearchPartsTest::aCoauthorsPlanArrives()
{
    SearchRoom room;
    room.write(QStringLiteral("mine"));
    sources::Query other;
    other.text = QStringLiteral("theirs");
    QVERIFY(SearchPlans(*room.room.project).setQuery(QStringLiteral("pubmed"), other));
    QVERIFY(SearchPlans(*room.room.project).setQuery(QStringLiteral("scopus"), other));
    QTRY_VERIFY(room.page.databases()->item(5)->text().contains(QStringLiteral("Scopus")));
    QCOMPARE(room.page.form()->text()->toPlainText(), QStringLiteral("mine"));
    room.choose(QStringLiteral("Scopus"));
    QTRY_COMPARE(room.page.form()->text()->toPlainText(), QStringLiteral("theirs"));
}

void SearchPartsTest::madeSearchesAreListed()
{
    SearchRoom room;
    room.write(QStringLiteral("walking"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(room.ended());
    room.page.showPart(SearchPage::Part::Made);
    SearchesView& made = *room.page.made();
    QTRY_COMPARE(made.model()->rowCount(), 1);
    QVERIFY(made.table()->hasFocus());
    const QString told = made.details()->text();
    for (const char* part : {"PubMed, through NCBI E-utilities", "By Ana", "walking",
                             "Hits 450, fetched 450, came in 450", "Understood as:", "each with its SHA-256: 4"})
        QVERIFY2(told.contains(QString::fromLatin1(part)), part);
    QSignalSpy opened(&room.panel, &Panel::showRecords);
    QTest::keyClick(made.table(), Qt::Key_Return);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(1).value<QList<RecordId>>().size(), 450);
}

void SearchPartsTest::searchedAgain()
{
    SearchRoom room;
    room.write(QStringLiteral("walking"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(room.ended());
    room.set.records = 460;
    room.set.changed = {5};
    room.page.showPart(SearchPage::Part::Made);
    QTRY_VERIFY(room.page.made()->againButton()->isEnabled());
    QTest::mouseClick(room.page.made()->againButton(), Qt::LeftButton);
    QVERIFY(room.ended());
    QVERIFY(room.page.banner()->text().contains(QStringLiteral("found 460 records; 11 came in, 10 of them new")));
    QVERIFY(room.page.banner()->text().contains(QStringLiteral("449 were here before and are the same")));
    QTRY_COMPARE(room.page.made()->model()->rowCount(), 2);
}

void SearchPartsTest::writtenOutAndRepeated()
{
    SearchRoom room;
    room.write(QStringLiteral("walking"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(room.ended());
    room.page.showPart(SearchPage::Part::Made);
    QTRY_COMPARE(room.page.made()->model()->rowCount(), 1);
    const QString appendix = room.room.folder.filePath(QStringLiteral("appendix.md"));
    const QString json = room.room.folder.filePath(QStringLiteral("searches.json"));
    room.room.dialogs.saveNames = {appendix, json};
    QTest::mouseClick(room.page.made()->appendixButton(), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(appendix));
    QTest::mouseClick(room.page.made()->exportButton(), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(json));
    QTRY_VERIFY(room.page.banner()->text().contains(QStringLiteral("searches.json is written")));
    QFile written(appendix);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("- Searched by: Ana"));

    SearchRoom other;
    other.page.showPart(SearchPage::Part::Made);
    const QString wrong = other.room.write(QStringLiteral("wrong.json"), "{}");
    other.room.dialogs.files = {{wrong}, {json}, {json}};
    other.room.dialogs.confirmations = {false, true};
    QVERIFY(other.page.made()->repeatButton()->hasFocus()); // there is nothing else to do yet
    QTest::keyClick(other.page.made()->repeatButton(), Qt::Key_Space);
    QVERIFY(other.page.banner()->text().contains(QStringLiteral("holds no searches of Winnow; nothing was asked")));
    QTest::mouseClick(other.page.made()->repeatButton(), Qt::LeftButton);
    QVERIFY(other.room.dialogs.lastConfirmation.consequence.contains(QStringLiteral("PubMed: walking")));
    QCOMPARE(other.server.count(), 0);
    other.page.made()->repeatButton()->setFocus();
    QTest::keyClick(other.page.made()->repeatButton(), Qt::Key_Space);
    QVERIFY(other.page.parts()->hasFocus()); // the keys stay in the page while it searches
    QVERIFY(other.ended());
    QCOMPARE(other.records(), size_t(450));
}

void SearchPartsTest::keysAreKeptInTheKeychain()
{
    SearchRoom room;
    room.choose(QStringLiteral("Scopus"));
    QVERIFY(room.page.databases()->currentItem()->text().contains(QStringLiteral("needs your own key")));
    room.write(QStringLiteral("TITLE(walking)"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(room.ended());
    QVERIFY(room.page.banner()->text().contains(QStringLiteral("only be searched with a key of your own")));
    room.page.showPart(SearchPage::Part::Keys);
    KeysForm& keys = *room.page.keys();
    QVERIFY(keys.email()->hasFocus());
    QTest::keyClicks(keys.email(), QStringLiteral("ana@example.org"));
    QTest::keyClicks(keys.key(QStringLiteral("scopus")), QStringLiteral("s3cret"));
    QCOMPARE(keys.key(QStringLiteral("scopus"))->echoMode(), QLineEdit::Password);
    QTest::keyClick(keys.key(QStringLiteral("scopus")), Qt::Key_Return);
    QTest::keyClicks(keys.institution(), QStringLiteral("t0ken"));
    QTest::keyClick(keys.institution(), Qt::Key_Return);
    QCOMPARE((*room.secrets)[QStringLiteral("scopus key")], QStringLiteral("s3cret"));
    QCOMPARE((*room.secrets)[QStringLiteral("scopus institution token")], QStringLiteral("t0ken"));
    QCOMPARE(room.room.settings.text(Setting::ContactAddress), QStringLiteral("ana@example.org"));
    room.page.showPart(SearchPage::Part::Query);
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(room.ended());
    QCOMPARE(room.records(), size_t(450));
    QCOMPARE(room.server.asked().back().header("X-ELS-APIKey"), QByteArray("s3cret"));
    QCOMPARE(room.server.asked().back().header("X-ELS-Insttoken"), QByteArray("t0ken"));
    QFile file(room.room.project->path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("s3cret"));
}

void SearchPartsTest::withoutAKeychain()
{
    SearchRoom room(QStringLiteral("no secret service"));
    room.page.showPart(SearchPage::Part::Keys);
    KeysForm& keys = *room.page.keys();
    QVERIFY(keys.note()->text().contains(QStringLiteral("cannot be used (no secret service)")));
    QTest::keyClicks(keys.key(QStringLiteral("openalex")), QStringLiteral("mine"));
    QTest::keyClick(keys.key(QStringLiteral("openalex")), Qt::Key_Return);
    QVERIFY(room.secrets->empty());
    const auto* service = sources::findService(QStringLiteral("openalex"));
    QCOMPARE(room.page.accesses()->way()(*service).key, QStringLiteral("mine")); // until the window is closed
}

void SearchPartsTest::licenceOfAbstracts()
{
    SearchRoom room;
    room.page.showPart(SearchPage::Part::Keys);
    QVERIFY(!room.page.keys()->licence()->isChecked());
    room.page.keys()->licence()->setFocus();
    QTest::keyClick(room.page.keys()->licence(), Qt::Key_Space);
    QTRY_VERIFY(*SearchPlans(*room.room.project).licensed(QStringLiteral("scopus")));
    QVERIFY(History(*room.room.project).undo());
    QTRY_VERIFY(!room.page.keys()->licence()->isChecked());
}

void SearchPartsTest::readersMayCountOnly()
{
    SearchRoom room;
    Reviewer ben = *room.room.project->review()->reviewer(QStringLiteral("Ben"));
    ben.roles = Role::Reader;
    QVERIFY(Setup(*room.room.project).editReviewer(ben));
    room.room.sit(QStringLiteral("Ben"));
    QTRY_VERIFY(!room.page.fetchButton()->isEnabled());
    QVERIFY(!room.page.fetchButton()->toolTip().isEmpty());
    room.write(QStringLiteral("walking"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(room.ended());
    QVERIFY(room.page.found()->text().contains(QStringLiteral("450")));
    QVERIFY(room.plan().queries.empty());
}

void SearchPartsTest::modelIsSound()
{
    SearchesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SearchRecord first;
    first.source = QStringLiteral("PubMed");
    first.hits = 10;
    first.delivered = 4;
    first.gaps = {{sources::Gap::Why::Stopped, 6, {}}};
    SearchRecord second = first;
    second.source = QStringLiteral("Scopus");
    second.gaps = {};
    second.complete = true;
    model.setSearches({first, second});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, SearchesModel::Source).data().toString(), QStringLiteral("Scopus")); // the newest first
    QCOMPARE(model.index(0, SearchesModel::State).data().toString(), QStringLiteral("complete"));
    QCOMPARE(model.index(1, SearchesModel::State).data().toString(), QStringLiteral("partial: 4 of 10"));
    QVERIFY(!model.at(2));
}

WINNOW_WINDOW_TEST(SearchPartsTest)

} // namespace suite_search_parts

#include "test_search_parts.moc"
