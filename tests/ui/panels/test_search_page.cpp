// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SearchRoom.h"

#include "panels/sources/ChoicesButton.h"
#include "panels/sources/OpenSearches.h"
#include "panels/sources/TagHelp.h"
#include "project/SearchPlans.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

namespace suite_search_page {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::PagesRoom;
using winnow::test::query;
using winnow::test::SearchRoom;
using winnow::test::TestVault;

/// A search from inside, by keys.
class SearchPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyReviewOffersIt();
    void hitsAreCountedFirst();
    void recordsAreFetched();
    void pausedAndResumed();
    void cancelled();
    void letGo();
    void resumedAfterARestart();
    void waitingIsSeen();
    void filtersAreSeen();
    void remarksAreSeen();
    void tagsAreInserted();
    void whatIsWrongIsSaid();
    void troubles_data();
    void troubles();
    void eachDatabaseKeepsItsQuery();
};

void SearchPageTest::anEmptyReviewOffersIt()
{
    SearchRoom room;
    QTest::keyClick(&room.page, Qt::Key_Escape);
    QVERIFY(room.panel.empty()->isVisible());
    QTest::mouseClick(room.panel.empty()->otherButton(), Qt::LeftButton);
    QVERIFY(room.page.isVisible());
    QTest::keyClick(&room.page, Qt::Key_Escape);
    QTest::keyClick(&room.panel, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(room.page.isVisible());
}

void SearchPageTest::hitsAreCountedFirst()
{
    SearchRoom room;
    QVERIFY(room.page.form()->text()->hasFocus());
    room.write(QStringLiteral("walking AND stroke"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(room.ended());
    QVERIFY(room.page.found()->text().startsWith(QStringLiteral("PubMed finds 450 records.")));
    QVERIFY(room.page.found()->text().contains(QStringLiteral("It understood: \"walking\"[All Fields]")));
    QVERIFY(room.page.databases()->item(0)->text().contains(QStringLiteral("hits: 450")));
    QCOMPARE(room.server.count(), 1);
    QCOMPARE(room.records(), size_t(0));
    QVERIFY(room.page.fetchButton()->hasFocus());
    room.write(QStringLiteral("s"));
    QVERIFY(room.page.found()->text().isEmpty()); // it is of another query
    QVERIFY(!room.page.databases()->item(0)->text().contains(QStringLiteral("hits")));
}

void SearchPageTest::recordsAreFetched()
{
    SearchRoom room;
    room.set.missing = {7};
    room.write(QStringLiteral("walking"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(room.page.pauseButton()->isVisible() && room.page.cancelButton()->isVisible());
    QVERIFY(room.ended());
    QCOMPARE(room.records(), size_t(449));
    QVERIFY(room.page.found()->text().contains(QStringLiteral("449 came in, 449 of them new")));
    QVERIFY(room.page.found()->text().contains(
        QStringLiteral("not delivered by it; search again later, or look for them there. (7)")));
    QTest::keyClick(&room.page, Qt::Key_Escape);
    QVERIFY(!room.page.isVisible());
    QVERIFY(room.panel.table()->isVisible());
}

void SearchPageTest::pausedAndResumed()
{
    SearchRoom room;
    room.begin();
    QTRY_VERIFY(room.page.state()->text().startsWith(QStringLiteral("200 of 450")));
    QSignalSpy ends(&room.room.jobs, &Jobs::ended);
    QTest::keyClick(room.page.form()->text(), Qt::Key_P, Qt::ControlModifier);
    QVERIFY(room.ended());
    QCOMPARE(ends.at(0).at(1).value<Outcome>(), Outcome::Cancelled); // nobody is told of a failure
    QVERIFY(room.page.banner()->text().contains(QStringLiteral("what was fetched is kept")));
    QCOMPARE(room.records(), size_t(200));
    QTRY_VERIFY(room.page.unfinished()->resumeButton());
    room.silent = false;
    QTest::mouseClick(room.page.unfinished()->resumeButton(), Qt::LeftButton);
    QVERIFY(room.ended());
    QCOMPARE(room.records(), size_t(450));
    QVERIFY(
        room.page.found()->text().contains(QStringLiteral("250 came in, 250 of them new.\n200 had come in before")));
    QTRY_VERIFY(!room.page.unfinished()->resumeButton());
}

void SearchPageTest::cancelled()
{
    SearchRoom room;
    room.begin();
    QTest::mouseClick(room.page.cancelButton(), Qt::LeftButton);
    QVERIFY(room.ended());
    QVERIFY(room.page.banner()->text().contains(QStringLiteral("what came stays")));
    QCOMPARE(room.records(), size_t(200));
    QTRY_VERIFY(Searches(*room.room.project, *std::make_unique<Online>(room.room.clock)).unfinished()->empty());
    QVERIFY(!room.page.unfinished()->resumeButton());
}

void SearchPageTest::letGo()
{
    SearchRoom room;
    room.begin();
    QTest::mouseClick(room.page.pauseButton(), Qt::LeftButton);
    QVERIFY(room.ended());
    QTRY_VERIFY(room.page.unfinished()->giveUpButton());
    QTest::mouseClick(room.page.unfinished()->giveUpButton(), Qt::LeftButton);
    QTRY_VERIFY(!room.page.unfinished()->giveUpButton());
    QCOMPARE(room.records(), size_t(200));
}

void SearchPageTest::resumedAfterARestart()
{
    SearchRoom room;
    room.begin();
    QTest::mouseClick(room.page.pauseButton(), Qt::LeftButton);
    QVERIFY(room.ended());
    SourcesPanel next(*room.room.context);
    next.searchPage()->setVault(std::make_unique<TestVault>(room.secrets, QString()));
    auto online = std::make_shared<Online>(room.room.clock);
    online->setAccesses([&](const sources::Service&) { return sources::Access{room.server.url(), {}, {}, {}}; });
    next.searchPage()->setOnline(online);
    PagesRoom::present(next);
    next.openSearch();
    QCOMPARE(next.searchPage()->form()->text()->toPlainText(), QString());
    QTRY_COMPARE(next.searchPage()->form()->text()->toPlainText(), QStringLiteral("walking"));
    QTRY_VERIFY(next.searchPage()->unfinished()->resumeButton());
    room.silent = false;
    QTest::mouseClick(next.searchPage()->unfinished()->resumeButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!next.searchPage()->running(), 20'000);
    QCOMPARE(room.records(), size_t(450));
}

void SearchPageTest::waitingIsSeen()
{
    SearchRoom room;
    room.fault = {.status = 429, .body = "{}", .headers = {{"Retry-After", "30"}}};
    room.faulty = true;
    room.write(QStringLiteral("walking"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(room.page.state()->text().contains(QStringLiteral("waiting 30 s as 127.0.0.1 asks")));
    QVERIFY(room.page.state()->isVisible());
    QTest::mouseClick(room.page.cancelButton(), Qt::LeftButton);
    QVERIFY(room.ended()); // at once
}

void SearchPageTest::filtersAreSeen()
{
    SearchRoom room;
    QueryForm& form = *room.page.form();
    room.write(QStringLiteral("walking"));
    QVERIFY(!form.phrasing()->isVisible());
    QTest::keyClicks(form.from(), QStringLiteral("2010-01-01"));
    form.humans()->setFocus();
    QTest::keyClick(form.humans(), Qt::Key_Space);
    form.languages()->menu()->actions().at(0)->trigger();
    form.types()->menu()->actions().at(0)->trigger();
    QCOMPARE(form.languages()->text(), QStringLiteral("English"));
    QCOMPARE(form.phrasing()->text(),
             QStringLiteral("Asked as: (walking) AND (\"2010/01/01\"[dp] : \"3000/12/31\"[dp]) AND english[la] AND "
                            "randomized controlled trial[pt] NOT (animals[mh] NOT humans[mh])"));
    QTest::keyClicks(form.most(), QStringLiteral("50"));
    QTest::keyClick(form.text(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(room.ended());
    QCOMPARE(room.records(), size_t(50));
    QVERIFY(room.page.found()->text().contains(QStringLiteral("400 records were not fetched, as the limit")));
    const SearchPlan plan = room.plan();
    QCOMPARE(plan.queryFor(QStringLiteral("pubmed"))->query.limit, 50);
    QCOMPARE(plan.queryFor(QStringLiteral("pubmed"))->query.filters.languages, QStringList{QStringLiteral("eng")});
    room.choose(QStringLiteral("Crossref"));
    QVERIFY(!form.humans()->isChecked());
    QVERIFY(form.phrasing()->text().contains(QStringLiteral("Crossref ranks by words")));
}

void SearchPageTest::remarksAreSeen()
{
    SearchRoom room;
    QVERIFY(!room.page.form()->remarks()->isVisible());
    room.write(QStringLiteral("(walking OR gait[nosuch]"));
    QVERIFY(room.page.form()->remarks()->isVisible());
    QCOMPARE(room.page.form()->remarks()->text().count(QLatin1Char('\n')), 1);
    QCOMPARE(room.page.form()->text()->extraSelections().size(), 2);
    QCOMPARE(room.page.form()->text()->extraSelections().at(1).cursor.selectedText(), QStringLiteral("nosuch"));
    room.choose(QStringLiteral("Scopus"));
    QVERIFY(!room.page.form()->remarks()->isVisible());
}

void SearchPageTest::tagsAreInserted()
{
    SearchRoom room;
    room.write(QStringLiteral("walking"));
    QListWidget* list = room.page.help()->list();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(room.page.form()->text()->toPlainText(), QStringLiteral("walking[ti]"));
    QVERIFY(room.page.form()->text()->hasFocus());
    room.choose(QStringLiteral("Scopus"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTest::keyClicks(room.page.form()->text(), QStringLiteral("gait"));
    QCOMPARE(room.page.form()->text()->toPlainText(), QStringLiteral("TITLE-ABS-KEY(gait)"));
    room.choose(QStringLiteral("Crossref"));
    QVERIFY(!list->isVisible());
}

void SearchPageTest::whatIsWrongIsSaid()
{
    SearchRoom room;
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!room.page.running());
    QVERIFY(room.page.form()->problem()->text().startsWith(QStringLiteral("There is no query yet.")));
    room.write(QStringLiteral("walking"));
    QVERIFY(!room.page.form()->problem()->isVisible());
    QTest::keyClicks(room.page.form()->to(), QStringLiteral("May"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!room.page.running());
    QVERIFY(room.page.form()->to()->hasFocus());
    room.page.form()->to()->clear();
    QTest::keyClicks(room.page.form()->most(), QStringLiteral("few"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(room.page.form()->most()->hasFocus());
    QCOMPARE(room.server.count(), 0);
}

void SearchPageTest::troubles_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, int status, const char* type, const char* body, const char* says) {
        QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << QString::fromUtf8(says);
    };
    row("refused", 400, "text/plain", "bad field", "did not understand the query");
    row("captive portal", 200, "text/html", "<!DOCTYPE html><html>Hotel</html>", "log in to the network");
    row("wrong key", 400, "application/json", "{\"error\":\"API key invalid\"}", "did not accept the key");
    row("forbidden", 403, "text/plain", "no", "does not allow this with your access");
    row("too long a wait", 429, "application/json", "{}", "is used up; what was fetched before is kept; resume");
}

/// Each says what happened, what it means for what was fetched, and what to do.
void SearchPageTest::troubles()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    SearchRoom room;
    room.fault = {.status = status, .type = type, .body = body};
    if (status == 429)
        room.fault.headers = {{"Retry-After", "7200"}};
    room.faulty = true;
    room.write(QStringLiteral("walking"));
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(room.ended());
    QVERIFY2(room.page.banner()->text().contains(says), qPrintable(room.page.banner()->text()));
    room.faulty = false;
    QTest::keyClick(room.page.form()->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(room.ended());
    QVERIFY2(room.page.banner()->text().isEmpty(), qPrintable(room.page.banner()->text()));
    QVERIFY(room.page.found()->text().startsWith(QStringLiteral("PubMed finds 450")));
}

void SearchPageTest::eachDatabaseKeepsItsQuery()
{
    SearchRoom room;
    room.write(QStringLiteral("walking[tiab]"));
    room.choose(QStringLiteral("ClinicalTrials.gov"));
    QVERIFY(room.page.form()->text()->toPlainText().isEmpty());
    QTRY_COMPARE(query(room, "pubmed"), QStringLiteral("walking[tiab]"));
    QTest::keyClick(room.page.databases(), Qt::Key_Up);
    QCOMPARE(room.page.form()->text()->toPlainText(), QStringLiteral("walking[tiab]"));
    QVERIFY(room.page.databases()->item(0)->text().contains(QStringLiteral("query written")));
    QVERIFY(room.page.databases()->item(1)->text().contains(QStringLiteral("no query yet")));
    QVERIFY(History(*room.room.project).undo());
    QTRY_VERIFY(room.page.form()->text()->toPlainText().isEmpty());
}

WINNOW_WINDOW_TEST(SearchPageTest)

} // namespace suite_search_page

#include "test_search_page.moc"
