// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PagesRoom.h"

#include "panels/sources/Accesses.h"
#include "panels/sources/BlocksForm.h"
#include "panels/sources/ChoicesButton.h"
#include "panels/sources/KeysForm.h"
#include "panels/sources/OpenSearches.h"
#include "panels/sources/QueryForm.h"
#include "panels/sources/SearchPage.h"
#include "panels/sources/SearchesModel.h"
#include "panels/sources/SearchesView.h"
#include "panels/sources/SourcesPanel.h"
#include "panels/sources/TagHelp.h"
#include "project/Records.h"
#include "project/Setup.h"
#include "support/FakeServices.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/Segmented.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <atomic>
#include <map>

using namespace winnow;
using namespace winnow::ui;
using winnow::test::Asked;
using winnow::test::LocalServer;
using winnow::test::PagesRoom;
using winnow::test::Reply;

namespace {

/// A keychain that lives as long as the test, or refuses.
class TestVault final : public Vault {
public:
    using Secrets = std::map<QString, QString>;
    TestVault(std::shared_ptr<Secrets> secrets, QString trouble)
        : m_secrets(std::move(secrets))
        , m_trouble(std::move(trouble))
    {
    }
    void read(const QString& name, QObject*, Read then) override
    {
        then(m_trouble.isEmpty() ? (*m_secrets)[name] : QString(), m_trouble);
    }
    void write(const QString& name, const QString& secret, QObject*, Written then) override
    {
        if (m_trouble.isEmpty())
            (*m_secrets)[name] = secret;
        then(m_trouble);
    }

private:
    std::shared_ptr<Secrets> m_secrets;
    QString m_trouble;
};

/// The panel with its search page open, and services on this computer behind it.
struct SearchRoom {
    PagesRoom room;
    test::FakeSet set{.records = 450};
    std::atomic<bool> silent = false; ///< the service says nothing more to those who fetch the second page
    std::atomic<bool> faulty = false; ///< `fault` is all that it says
    Reply fault;
    LocalServer server{[this](const Asked& asked) { return reply(asked); }};
    std::shared_ptr<TestVault::Secrets> secrets = std::make_shared<TestVault::Secrets>();
    SourcesPanel panel{*room.context};
    SearchPage& page = *panel.searchPage();

    explicit SearchRoom(const QString& trouble = {})
    {
        page.setVault(std::make_unique<TestVault>(secrets, trouble));
        auto online = std::make_shared<Online>(room.project->clock());
        online->setAccesses([this, way = page.accesses()->way()](const sources::Service& service) {
            sources::Access access = way(service);
            access.base = server.url();
            return access;
        });
        page.setOnline(online);
        PagesRoom::present(panel);
        panel.openSearch();
    }
    Reply reply(const Asked& asked)
    {
        if (faulty)
            return fault;
        if (asked.url.path().startsWith(QLatin1String("/content")))
            return test::fakeScopus(asked, set);
        const bool fetches = asked.url.path().endsWith(QLatin1String("efetch.fcgi"));
        if (silent && fetches && asked.value(QStringLiteral("retstart")) == QLatin1String("200"))
            return Reply{.body = "<x>", .manner = Reply::Manner::Silent};
        return test::fakePubmed(asked, set);
    }
    void write(const QString& query) { QTest::keyClicks(page.form()->text(), query); }
    void choose(const QString& name)
    {
        page.databases()->setFocus();
        for (int i = 0; i < page.databases()->count() && !shows(name); ++i)
            QTest::keyClick(page.databases(), Qt::Key_Down);
        QVERIFY(shows(name));
    }
    [[nodiscard]] bool shows(const QString& name) const
    {
        return page.databases()->currentItem()->text().startsWith(name);
    }
    [[nodiscard]] SearchPlan plan() const { return *SearchPlans(*room.project).plan(); }
    [[nodiscard]] size_t records() const { return Records(*room.project).all()->size(); }
    [[nodiscard]] bool ended() const
    {
        return QTest::qWaitFor([&] { return !page.running(); }, 20'000);
    }
    /// Fetching stands still after the first page.
    void begin()
    {
        silent = true;
        write(QStringLiteral("walking"));
        QTest::mouseClick(page.fetchButton(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return server.count() == 3; }, 20'000));
    }
};

QString query(const SearchRoom& room, const char* database)
{
    const SearchPlan plan = room.plan();
    const PlannedQuery* planned = plan.queryFor(QString::fromLatin1(database));
    return planned ? planned->query.text : QString();
}

} // namespace

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
    void blocksBecomeQueries();
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
    QVERIFY(room.page.found()->text().contains(QStringLiteral("not delivered by it. (7)")));
    QTest::keyClick(&room.page, Qt::Key_Escape);
    QVERIFY(!room.page.isVisible());
    QVERIFY(room.panel.table()->isVisible());
}

void SearchPageTest::pausedAndResumed()
{
    SearchRoom room;
    room.begin();
    QTRY_VERIFY(room.page.state()->text().startsWith(QStringLiteral("200 of 450")));
    QTest::mouseClick(room.page.pauseButton(), Qt::LeftButton);
    QVERIFY(room.ended());
    QVERIFY(room.page.banner()->text().contains(QStringLiteral("what was fetched is kept")));
    QCOMPARE(room.records(), size_t(200));
    QTRY_VERIFY(room.page.unfinished()->resumeButton());
    room.silent = false;
    QTest::mouseClick(room.page.unfinished()->resumeButton(), Qt::LeftButton);
    QVERIFY(room.ended());
    QCOMPARE(room.records(), size_t(450));
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
    row("too long a wait", 429, "application/json", "{}", "quota at PubMed is used up");
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
    QVERIFY(room.page.banner()->text().isEmpty());
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

void SearchPageTest::blocksBecomeQueries()
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

/// What others (or the command line) planned is seen at once; what is being written here stays.
void SearchPageTest::aCoauthorsPlanArrives()
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

void SearchPageTest::madeSearchesAreListed()
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

void SearchPageTest::searchedAgain()
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

void SearchPageTest::writtenOutAndRepeated()
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
    QTest::mouseClick(other.page.made()->repeatButton(), Qt::LeftButton);
    QVERIFY(other.page.banner()->text().contains(QStringLiteral("holds no searches of Winnow; nothing was asked")));
    QTest::mouseClick(other.page.made()->repeatButton(), Qt::LeftButton);
    QVERIFY(other.room.dialogs.lastConfirmation.consequence.contains(QStringLiteral("PubMed: walking")));
    QCOMPARE(other.server.count(), 0);
    QTest::mouseClick(other.page.made()->repeatButton(), Qt::LeftButton);
    QVERIFY(other.ended());
    QCOMPARE(other.records(), size_t(450));
}

void SearchPageTest::keysAreKeptInTheKeychain()
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

void SearchPageTest::withoutAKeychain()
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

void SearchPageTest::licenceOfAbstracts()
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

void SearchPageTest::readersMayCountOnly()
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

void SearchPageTest::modelIsSound()
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

WINNOW_WINDOW_TEST(SearchPageTest)
#include "test_search_page.moc"
