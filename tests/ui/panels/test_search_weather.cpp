// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/WeatherRoom.h"

#include "panels/sources/KeysForm.h"
#include "panels/sources/OpenSearches.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/Segmented.h"

#include <QLabel>
#include <QLineEdit>

namespace suite_search_weather {

using namespace winnow;
using namespace winnow::ui;
using net::Trouble;
using winnow::test::Asked;
using winnow::test::Reply;
using winnow::test::WeatherRoom;

namespace {

using Storm = WeatherRoom::Storm;

/// A kind of bad weather, and what the page makes of it. Of 450 records, 200 a page, two hundred came before unless it
/// is said otherwise.
struct Row {
    const char* name;
    const char* database;
    const char* says; ///< what happened, what it means for the data, what to do
    qint64 kept; ///< records that are here then
    bool resumable;
    Storm storm = nullptr;
    Trouble trouble = Trouble::None;
    const char* waits = nullptr; ///< what is seen while it waits
    qint64 whole = 450; ///< records that are here after it was resumed in fair weather
};

// PubMed is asked for the number first and then for three pages: the third question is for the second page.

Reply hotel(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3 ? good : Reply{.type = "text/html", .body = "<!DOCTYPE html><html>Welcome to the hotel</html>"};
}
Reply timeOut()
{
    return {.status = 400,
            .type = "text/xml",
            .body = "<eFetchResult><ERROR>Error: External viewer error: Empty Response. Bytes read: 0 Status: "
                    "Timeout</ERROR></eFetchResult>"};
}
Reply oneTimeOut(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n == 3 ? timeOut() : good;
}
Reply timeOuts(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3 ? good : timeOut();
}
Reply busyWithATime(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n == 3 ? Reply{.status = 429, .body = "{}", .headers = {{"Retry-After", "30"}}} : good;
}
Reply busyForHours(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3 ? good : Reply{.status = 429, .body = "{}", .headers = {{"Retry-After", "7200"}}};
}
Reply busyTwice(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n == 3 || n == 4 ? Reply{.status = 429, .body = R"({"error":"API rate limit exceeded"})"} : good;
}
Reply busy(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3 ? good : Reply{.status = 429, .body = R"({"error":"API rate limit exceeded"})"};
}
Reply twoFaults(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n == 3 || n == 4 ? Reply{.status = 500, .type = "text/html", .body = "<html>Diagnostic</html>"} : good;
}
Reply faults(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3 ? good : Reply{.status = 502, .type = "text/html", .body = "<html>Bad gateway</html>"};
}
Reply oneCut(int n, const Asked&, Reply good, WeatherRoom&)
{
    good.manner = n == 3 ? Reply::Manner::CutShort : Reply::Manner::Whole;
    return good;
}
Reply cuts(int n, const Asked&, Reply good, WeatherRoom&)
{
    good.manner = n < 3 ? Reply::Manner::Whole : Reply::Manner::CutShort;
    return good;
}
Reply wrongLabel(int n, const Asked&, Reply good, WeatherRoom&)
{
    good.type = n == 3 ? "application/octet-stream" : good.type;
    return good;
}
Reply wrongKind(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3 ? good : Reply{.type = "text/plain", .body = "Resource not found."};
}
Reply rawLineEnds(int n, const Asked&, Reply good, WeatherRoom&)
{
    if (n == 2)
        good.body.replace(" on walking", " on\nwalking");
    return good;
}
Reply strangeElements(int n, const Asked&, Reply good, WeatherRoom&)
{
    if (n == 3)
        good.body.replace("<PubmedArticle>", "<New id=\"1\"><PMID>9</PMID>&amp;<Deep/></New><PubmedArticle>");
    return good;
}
Reply growing(int n, const Asked&, Reply good, WeatherRoom& weather)
{
    if (n == 1)
        weather.room.set.records = 460;
    return good;
}
/// The third page is the second one again, as a service does whose cursor stands still.
Reply repeating(int n, const Asked& asked, Reply good, WeatherRoom& weather)
{
    if (n < 3)
        return good;
    Asked again = asked;
    again.url.setQuery(QStringLiteral("cursorMark=m201&pageSize=200"));
    return fakeEuropePmc(again, weather.room.set);
}
Reply withGaps(int n, const Asked&, Reply good, WeatherRoom& weather)
{
    if (n == 1)
        weather.room.set.missing = {7, 250};
    return good;
}
Reply quota(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3
        ? good
        : Reply{.status = 429,
                .body = R"({"service-error":{"status":{"statusCode":"QUOTA_EXCEEDED"}}})",
                .headers = {{"X-ELS-Status", "QUOTA_EXCEEDED - Quota Exceeded"}, {"X-RateLimit-Reset", "1796083200"}}};
}
Reply scopusKey(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3
        ? good
        : Reply{.status = 401,
                .body = R"({"error-response":{"error-code":"APIKEY_INVALID","error-message":"Invalid API Key"}})"};
}
Reply pubmedKey(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3 ? good : Reply{.status = 400, .body = R"({"error":"API key invalid","api-key":"k3y"})"};
}
Reply noSubscription(int n, const Asked&, Reply good, WeatherRoom&)
{
    return n < 3 ? good : Reply{.status = 403, .type = "text/plain", .body = "no"};
}
Reply nothing(int n, const Asked& asked, Reply, WeatherRoom& weather)
{
    if (n == 1)
        weather.room.set.records = 0;
    return fakePubmed(asked, weather.room.set);
}
Reply manyHits(int n, const Asked& asked, Reply, WeatherRoom& weather)
{
    if (n == 1)
        weather.room.set = {.records = 50'000, .perDay = 40, .abstractWords = 0};
    return fakePubmed(asked, weather.room.set);
}
/// The lid is closed during the second page: an hour later the line is dead, and the service has forgotten the search.
Reply asleep(int n, const Asked& asked, Reply good, WeatherRoom& weather)
{
    if (n == 3) {
        weather.clock.advance(3'600'000);
        return {.manner = Reply::Manner::HangUp};
    }
    if (n > 3 && !asked.value(QStringLiteral("WebEnv")).isEmpty())
        return {
            .status = 400, .type = "text/xml", .body = "<eFetchResult><ERROR>WebEnv not found</ERROR></eFetchResult>"};
    return good;
}

constexpr const char* all = "PubMed found 450 records; 450 came in, 450 of them new.";
constexpr const char* pubmed = "PubMed";
constexpr const char* europe = "Europe PMC";
constexpr const char* trials = "ClinicalTrials.gov";
// A wait of less than a second is not worth telling: the first one is.
constexpr const char* again = " s before asking 127.0.0.1 again";
constexpr const char* asked = " s as 127.0.0.1 asks";

constexpr Row rows[]{
    {"no network", pubmed,
     "PubMed (as told) could not be reached; what was fetched before is kept; check the network and resume the search.",
     200, true, nullptr, Trouble::NoRoute},
    {"DNS failure", pubmed,
     "does not know the address of PubMed; what was fetched before is kept; check that you are online and resume the "
     "search.",
     200, true, nullptr, Trouble::NoHost},
    {"TLS failure", pubmed,
     "No safe connection to PubMed (as told) could be made; nothing was sent, and what was fetched before is kept; "
     "check the date of this computer, or ask who runs your network.",
     200, true, nullptr, Trouble::Tls},
    {"proxy", pubmed,
     "did not let Winnow through; what was fetched before is kept; check the proxy in the settings of this system.",
     200, true, nullptr, Trouble::Proxy},
    {"captive portal", pubmed,
     "a web page answered, as networks do that want a login first; what was fetched before is kept; log in to the "
     "network with a browser and resume the search.",
     200, true, hotel},
    {"400 that is a time-out", pubmed, all, 450, false, oneTimeOut},
    {"400 that is a time-out, for ever", pubmed,
     "did not answer in time, also when asked again; what was fetched before is kept; resume the search later", 200,
     true, timeOuts, Trouble::None, again},
    {"429 with Retry-After", pubmed, all, 450, false, busyWithATime, Trouble::None, "waiting 30 s as 127.0.0.1 asks"},
    {"429 with hours of Retry-After", pubmed,
     "UTC) is used up; what was fetched before is kept; resume the search when", 200, true, busyForHours},
    {"429 without Retry-After", pubmed, all, 450, false, busyTwice, Trouble::None, asked},
    {"429 without end", pubmed,
     "asks for fewer requests, also after a pause; what was fetched before is kept; resume the search in some minutes.",
     200, true, busy, Trouble::None, asked},
    {"500 twice, then 200", pubmed, all, 450, false, twoFaults, Trouble::None, again},
    {"502 without end", pubmed,
     "has a fault of its own, also when asked again; what was fetched before is kept; resume the search later.", 200,
     true, faults, Trouble::None, again},
    {"cut in the middle", pubmed, all, 450, false, oneCut},
    {"cut each time", pubmed, "could not be reached; what was fetched before is kept; check the network and resume",
     200, true, cuts, Trouble::None, again},
    {"wrong content type", pubmed, all, 450, false, wrongLabel},
    {"wrong kind of content", pubmed,
     "could not be read; what was fetched before is kept; resume the search later, and tell us if it happens twice.",
     200, true, wrongKind},
    {"JSON with a raw newline", trials, "450 came in, 450 of them new.", 450, false, rawLineEnds},
    {"XML with an unexpected element", pubmed, all, 450, false, strangeElements},
    {"a total that changes", europe,
     "Europe PMC found 460 records; 460 came in, 460 of them new.\nThe source changed the number of records", 460,
     false, growing},
    {"a page that repeats", europe,
     "50 records were declared by the source and not delivered by it; search again later, or look for them there.", 400,
     false, repeating},
    {"records missing from a page", pubmed,
     "2 records were declared by the source and not delivered by it; search again later, or look for them there. (7, "
     "250)",
     448, false, withGaps},
    {"a quota that ends midway", "Scopus",
     "The quota at Scopus (2026-12-01 00:00 UTC) is used up; what was fetched before is kept; resume the search when "
     "it is renewed.",
     50, true, quota},
    {"a wrong key", pubmed,
     "did not accept the key; what was fetched before is kept; check the key and from where it may be used.", 200, true,
     pubmedKey},
    {"a wrong key at Scopus", "Scopus", "did not accept the key; what was fetched before is kept; check the key", 50,
     true, scopusKey},
    {"no subscription", "Scopus",
     "does not allow this with your access; what was fetched before is kept; ask your library", 50, true,
     noSubscription},
    {"50,000 hits", pubmed, "PubMed found 50,000 records; 50,000 came in, 50,000 of them new.", 50'000, false,
     manyHits},
    {"0 hits", pubmed, "PubMed found no records; try fewer words, or take out a block or a filter.", 0, false, nothing},
    {"asleep for an hour", pubmed, all, 450, false, asleep},
};

/// All that the page says of a search that has ended.
QString said(const SearchPage& page)
{
    return page.banner()->text() + QLatin1Char('\n') + page.found()->text();
}

} // namespace

/// Bad weather, as it is seen in the window: nothing is lost, the window answers, and each says what to do.
class SearchWeatherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weather_data();
    void weather();
    void keysOpenFromTheSentence();
    void goesOnFromTheSentence();

private:
    static void begin(WeatherRoom& weather, const Row& row);
    static void resume(WeatherRoom& weather, const Row& row);
};

void SearchWeatherTest::weather_data()
{
    QTest::addColumn<int>("at");
    for (size_t i = 0; i < std::size(rows); ++i)
        QTest::newRow(rows[i].name) << int(i);
}

/// Begun by keys; while it stands in the bad weather, a key that is typed is there.
void SearchWeatherTest::begin(WeatherRoom& weather, const Row& row)
{
    SearchPage& page = weather.room.page;
    QPlainTextEdit* text = page.form()->text();
    weather.room.choose(QString::fromLatin1(row.database));
    text->setFocus();
    weather.room.write(QStringLiteral("walking"));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(weather.transport.gate.holds());
    QVERIFY(page.running());
    QTest::keyClicks(text, QStringLiteral(" a"));
    QCOMPARE(text->toPlainText(), QStringLiteral("walking a"));
    weather.transport.gate.open();
    if (row.waits) {
        QTRY_VERIFY(weather.pause.gate.holds());
        QTRY_VERIFY2(page.state()->text().contains(QString::fromLatin1(row.waits)), qPrintable(page.state()->text()));
        QTest::keyClicks(text, QStringLiteral("n"));
        QCOMPARE(text->toPlainText(), QStringLiteral("walking an"));
    }
    weather.pause.gate.open();
    QTRY_VERIFY(!page.running());
    QVERIFY(text->hasFocus()); // who writes goes on writing
}

void SearchWeatherTest::resume(WeatherRoom& weather, const Row& row)
{
    QTRY_VERIFY(weather.room.page.unfinished()->resumeButton());
    weather.clear();
    QTest::keyClick(weather.room.page.form()->text(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(weather.room.page.running());
    QTRY_VERIFY(!weather.room.page.running());
    QCOMPARE(weather.reports(), size_t(row.whole));
    QTRY_VERIFY(!weather.room.page.unfinished()->resumeButton());
}

void SearchWeatherTest::weather()
{
    QFETCH(int, at);
    const Row& row = rows[at];
    WeatherRoom weather;
    if (QByteArray(row.database) != pubmed) // whose pages are no longer, and its list of numbers has no pages
        weather.room.set.pageMost = 200;
    weather.storm = row.storm;
    weather.transport.from = row.kept == 50'000 || row.kept == 0 ? 1 : QByteArray(row.database) == trials ? 2 : 3;
    weather.transport.trouble = row.trouble;
    begin(weather, row);
    QVERIFY2(said(weather.room.page).contains(QString::fromUtf8(row.says)), qPrintable(said(weather.room.page)));
    QCOMPARE(weather.reports(), size_t(row.kept)); // what came twice counts once
    const auto open = Searches(*weather.room.room.project, *weather.online()).unfinished();
    QVERIFY(open);
    QCOMPARE(!open->empty(), row.resumable);
    if (row.resumable)
        resume(weather, row);
}

/// A key that is refused is mended where it is said: one key opens the form, with the cursor in the key's field.
void SearchWeatherTest::keysOpenFromTheSentence()
{
    WeatherRoom weather;
    weather.storm = scopusKey;
    weather.transport.from = 3;
    begin(weather, {"", "Scopus", "", 50, true});
    SearchPage& page = weather.room.page;
    QVERIFY(page.banner()->actionButton()->isVisible());
    QCOMPARE(page.banner()->actionButton()->text(), QStringLiteral("Keys and terms"));
    QTest::keyClick(page.form()->text(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(page.parts()->current(), int(SearchPage::Part::Keys));
    QLineEdit* key = page.keys()->key(QStringLiteral("scopus"));
    QVERIFY(key->hasFocus());
    QCOMPARE(key->text(), QStringLiteral("k3y"));
    QTRY_VERIFY(page.unfinished()->resumeButton());
    key->selectAll();
    QTest::keyClicks(key, QStringLiteral("better"));
    weather.clear();
    QTest::keyClick(key, Qt::Key_R, Qt::ControlModifier); // the key counts from now on, without leaving the field
    QTRY_VERIFY(!page.running());
    QCOMPARE(weather.room.records(), size_t(450));
    QCOMPARE(weather.room.server.asked().back().header("X-ELS-APIKey"), QByteArray("better"));
}

void SearchWeatherTest::goesOnFromTheSentence()
{
    WeatherRoom weather;
    weather.transport.from = 3;
    weather.transport.trouble = Trouble::NoRoute;
    begin(weather, {"", pubmed, "", 200, true});
    SearchPage& page = weather.room.page;
    QTRY_COMPARE(page.banner()->actionButton()->text(), QStringLiteral("Resume"));
    QTest::keyClick(page.form()->text(), Qt::Key_R, Qt::ControlModifier); // it fails once more …
    QTRY_VERIFY(!page.running());
    QCOMPARE(weather.room.records(), size_t(200));
    QTRY_COMPARE(page.banner()->actionButton()->text(), QStringLiteral("Resume"));
    weather.clear();
    page.banner()->actionButton()->setFocus();
    QTest::keyClick(page.banner()->actionButton(), Qt::Key_Space); // … and goes on
    QTRY_VERIFY(!page.running());
    QCOMPARE(weather.room.records(), size_t(450));
}

WINNOW_WINDOW_TEST(SearchWeatherTest)

} // namespace suite_search_weather

#include "test_search_weather.moc"
