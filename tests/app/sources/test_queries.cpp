// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Blocks.h"
#include "sources/Crossref.h"
#include "sources/FilterWords.h"
#include "sources/Service.h"
#include "sources/Syntax.h"
#include "sources/SyntaxCheck.h"
#include "support/Suite.h"

namespace suite_queries {

using namespace winnow;
using namespace winnow::sources;

namespace {

const std::vector<Block> question{
    {QStringLiteral("Population"),
     {QStringLiteral("stroke"), QStringLiteral("cerebrovascular accident*")},
     {QStringLiteral("Stroke")}},
    {QStringLiteral("Comparison"), {}, {}},
    {QStringLiteral("Intervention"), {QStringLiteral("walk*")}, {}},
};

} // namespace

/// Queries before anybody is asked: written from blocks, checked, filtered.
class QueriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyServiceHasASyntax();
    void blocksAreWritten_data();
    void blocksAreWritten();
    void whatIsLostIsSaid();
    void writtenQueriesAreRight();
    void examplesAreRight();
    void remarks_data();
    void remarks();
    void remarksSayWhere();
    void anyTextIsTaken();
    void filtersAdd_data();
    void filtersAdd();
    void lackingFiltersAreSaid();
    void crossrefPace_data();
    void crossrefPace();
};

void QueriesTest::everyServiceHasASyntax()
{
    for (const Service& service : registry()) {
        QVERIFY2(syntaxOf(QString::fromLatin1(service.id)), service.id);
        QVERIFY(QByteArray(service.credit).size() > 10);
    }
    QVERIFY(!syntaxOf(QStringLiteral("embase")));
}

void QueriesTest::blocksAreWritten_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("query");
    QTest::newRow("pubmed") << "pubmed"
                            << "(\"Stroke\"[mh] OR stroke[tiab] OR \"cerebrovascular accident*\"[tiab])\nAND "
                               "walk*[tiab]";
    QTest::newRow("trials") << "clinicaltrials"
                            << "(Stroke OR stroke OR \"cerebrovascular accident\")\nAND walk";
    QTest::newRow("europepmc") << "europepmc"
                               << "(MESH:\"Stroke\" OR TITLE_ABS:stroke OR TITLE_ABS:\"cerebrovascular "
                                  "accident\")\nAND TITLE_ABS:walk*";
    QTest::newRow("openalex") << "openalex"
                              << "(Stroke OR stroke OR \"cerebrovascular accident\")\nAND walk";
    QTest::newRow("crossref") << "crossref"
                              << "Stroke stroke \"cerebrovascular accident\" walk";
    QTest::newRow("scopus") << "scopus"
                            << "TITLE-ABS-KEY(Stroke OR stroke OR \"cerebrovascular accident*\")\nAND "
                               "TITLE-ABS-KEY(walk*)";
}

void QueriesTest::blocksAreWritten()
{
    QFETCH(QString, service);
    QFETCH(QString, query);
    QStringList warnings;
    QCOMPARE(written(question, service, warnings), query);
    QCOMPARE(written({}, service, warnings), QString());
}

void QueriesTest::whatIsLostIsSaid()
{
    QStringList warnings;
    QVERIFY(!written(question, QStringLiteral("pubmed"), warnings).isEmpty());
    QCOMPARE(warnings, QStringList());
    QVERIFY(!written(question, QStringLiteral("clinicaltrials"), warnings).isEmpty());
    QCOMPARE(warnings.size(), 2);
    QVERIFY(warnings[0].contains(QStringLiteral("ClinicalTrials.gov does not know “*”")));
    QVERIFY(warnings[1].contains(QStringLiteral("has no subject headings")));
    QCOMPARE(written(question, QStringLiteral("embase"), warnings), QString());
}

void QueriesTest::writtenQueriesAreRight()
{
    for (const Service& service : registry()) {
        QStringList warnings;
        const QString id = QString::fromLatin1(service.id);
        const auto remarks = checkQuery(written(question, id, warnings), id);
        QVERIFY2(remarks.empty(), service.id);
    }
}

void QueriesTest::examplesAreRight()
{
    for (const Service& service : registry()) {
        const auto remarks = checkQuery(QString::fromUtf8(service.example), QString::fromLatin1(service.id));
        QVERIFY2(remarks.empty(), remarks.empty() ? "" : qPrintable(remarks.front().sentence));
    }
}

void QueriesTest::remarks_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("begins"); // of each sentence; with × where it is wrong
    const auto row = [](const char* name, const char* service, const char* query, const QStringList& begins) {
        QTest::newRow(name) << QString::fromUtf8(service) << QString::fromUtf8(query) << begins;
    };
    row("good", "pubmed", "(a[tiab] OR \"b c\"[Title/Abstract:~3]) AND d[mh:noexp] NOT e[pt]", {});
    row("dates", "pubmed", "a AND (\"2010/01/01\"[dp] : \"2012/12/31\"[dp])", {});
    row("open", "pubmed", "(a OR b", {QStringLiteral("×A bracket is opened")});
    row("close", "pubmed", "a OR b)", {QStringLiteral("×A bracket is closed")});
    row("empty", "pubmed", "a AND ()", {QStringLiteral("×There is nothing between")});
    row("quote", "pubmed", "\"a b AND c", {QStringLiteral("×A quote is opened")});
    row("curly", "scopus", "TITLE(“a b”)", {QStringLiteral("×Curly quotes")});
    row("in quotes", "pubmed", "\"a ( OR b\"[tiab]", {});
    row("begin", "pubmed", "AND a", {QStringLiteral("×There is nothing beside “AND”")});
    row("end", "pubmed", "a OR", {QStringLiteral("×There is nothing beside “OR”")});
    row("twice", "europepmc", "a AND OR b",
        {QStringLiteral("×There is nothing beside “AND”"), QStringLiteral("×There is nothing beside “OR”")});
    row("and not", "scopus", "TITLE(a) AND NOT TITLE(b)", {});
    row("small", "openalex", "a and b", {QStringLiteral("“and” in small letters")});
    row("mixed", "pubmed", "a AND b OR c", {QStringLiteral("AND and OR stand beside each other")});
    row("not mixed", "pubmed", "a AND (b OR c)", {});
    row("tag", "pubmed", "a[nosuchfield]", {QStringLiteral("×“nosuchfield” is no field")});
    row("code", "scopus", "TITEL(a)", {QStringLiteral("×“TITEL” is no field")});
    row("web only", "scopus", "TITLE(a) AND INDEXTERMS(b)", {QStringLiteral("×INDEXTERMS works on the web page")});
    row("short star", "pubmed", "st*[tiab]", {QStringLiteral("×“st*”: at least 4 letters")});
    row("star", "openalex", "walk*", {QStringLiteral("This database does not know “*”")});
    row("line", "pubmed", "#1 AND #2", {QStringLiteral("×“#1” is a line of another search")});
    row("ranked", "crossref", "walking and (stroke", {});
    row("unknown", "embase", "((", {});
}

void QueriesTest::remarks()
{
    QFETCH(QString, service);
    QFETCH(QString, query);
    QFETCH(QStringList, begins);
    const auto said = checkQuery(query, service);
    QStringList sentences;
    for (const QueryRemark& remark : said)
        sentences << (remark.wrong ? QStringLiteral("×") : QString()) + remark.sentence;
    QVERIFY2(sentences.size() == begins.size(), qPrintable(sentences.join(QLatin1Char('\n'))));
    for (qsizetype i = 0; i < begins.size(); ++i)
        QVERIFY2(sentences[i].startsWith(begins[i]), qPrintable(sentences[i]));
}

void QueriesTest::remarksSayWhere()
{
    const auto said = checkQuery(QStringLiteral("walking[tiab] AND gait[nosuch]"), QStringLiteral("pubmed"));
    QCOMPARE(said.size(), size_t(1));
    QCOMPARE(said[0].at, 23);
    QCOMPARE(said[0].length, 6);
}

/// Whatever is typed, remarks stay inside the text.
void QueriesTest::anyTextIsTaken()
{
    const QString letters = QStringLiteral("a ()[]\"*#1“AND OR NOT\n:{é");
    quint32 seed = 1;
    for (int n = 0; n < 3000; ++n) {
        QString text;
        for (int i = 0; i < n % 40; ++i) {
            seed = seed * 1664525 + 1013904223;
            text += letters[qsizetype(seed >> 16) % letters.size()];
        }
        for (const Service& service : registry()) {
            for (const QueryRemark& remark : checkQuery(text, QString::fromLatin1(service.id)))
                QVERIFY2(remark.at >= 0 && remark.at + remark.length <= text.size(), qPrintable(text));
        }
    }
}

void QueriesTest::filtersAdd_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("whole");
    QTest::newRow("pubmed") << "pubmed"
                            << "(a) AND (english[la] OR german[la]) AND journal article[pt]";
    QTest::newRow("europepmc") << "europepmc"
                               << "(a) AND (LANG:eng OR LANG:ger) AND PUB_TYPE:\"Journal Article\"";
    QTest::newRow("scopus") << "scopus"
                            << "(a) AND (LANGUAGE(english) OR LANGUAGE(german)) AND DOCTYPE(ar)";
    QTest::newRow("openalex") << "openalex"
                              << "a\nfilter=language:en|de,type:article";
    QTest::newRow("crossref") << "crossref"
                              << "a\nfilter=type:journal-article";
    QTest::newRow("trials") << "clinicaltrials"
                            << "a";
}

void QueriesTest::filtersAdd()
{
    QFETCH(QString, service);
    QFETCH(QString, whole);
    Query query;
    query.text = QStringLiteral("a");
    query.filters.languages = {QStringLiteral("eng"), QStringLiteral("ger")};
    query.filters.types = {QStringLiteral("article")};
    QStringList warnings;
    QCOMPARE(wholeQuery(*findService(service), query, warnings), whole);
    query.filters = {};
    QCOMPARE(wholeQuery(*findService(service), query, warnings), QStringLiteral("a"));
}

void QueriesTest::lackingFiltersAreSaid()
{
    Query query;
    query.text = QStringLiteral("a");
    query.filters.languages = {QStringLiteral("eng")};
    query.filters.types = {QStringLiteral("trial")};
    QStringList warnings;
    QCOMPARE(wholeQuery(*findService(QStringLiteral("clinicaltrials")), query, warnings),
             QStringLiteral("a\nfilter.advanced=(AREA[StudyType]INTERVENTIONAL AND AREA[DesignAllocation]RANDOMIZED)"));
    QCOMPARE(warnings, QStringList{QStringLiteral("ClinicalTrials.gov cannot filter by “English”: it was left out.")});
    for (const FilterWord& word : filterWords())
        QCOMPARE(findFilterWord(word.kind, QString::fromLatin1(word.id)), &word);
    QVERIFY(!findFilterWord(FilterKind::Type, QStringLiteral("eng")));
}

void QueriesTest::crossrefPace_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("interval");
    QTest::addColumn<qint64>("pace");
    QTest::newRow("fifty a second") << QByteArray("50") << QByteArray("1s") << qint64(20);
    QTest::newRow("one in five") << QByteArray("1") << QByteArray("5s") << qint64(5000);
    QTest::newRow("not said") << QByteArray() << QByteArray() << qint64(-1);
    QTest::newRow("nonsense") << QByteArray("many") << QByteArray("soon") << qint64(-1);
    QTest::newRow("none") << QByteArray("0") << QByteArray("1s") << qint64(-1);
}

void QueriesTest::crossrefPace()
{
    QFETCH(QByteArray, limit);
    QFETCH(QByteArray, interval);
    QFETCH(qint64, pace);
    net::Answer answer;
    answer.headers = {{"x-rate-limit-limit", limit}, {"X-Rate-Limit-Interval", interval}};
    QCOMPARE(sources::crossrefPace(answer), pace);
    answer.headers = {{"x-ratelimit-limit", limit}, {"x-ratelimit-interval", interval}};
    QCOMPARE(sources::crossrefPace(answer), pace);
}

WINNOW_TEST(QueriesTest)

} // namespace suite_queries

#include "test_queries.moc"
