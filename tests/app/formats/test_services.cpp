// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Markup.h"
#include "support/Suite.h"

#include <algorithm>

namespace suite_services {

using namespace winnow;
using namespace winnow::formats;
using Why = Unreadable::Why;

namespace {

using Texts = std::vector<std::string>;

Collect sample(const char* format, const char* name)
{
    return readText(
        format,
        contentOf(QStringLiteral(WINNOW_TEST_DATA "/formats/") + QLatin1String(format) + u'/' + QLatin1String(name)));
}

Texts titles(const Collect& read)
{
    Texts all;
    for (const Record& record : read.records)
        all.push_back(record.title);
    return all;
}

struct Bad {
    qint64 line;
    Why why;
    bool operator==(const Bad&) const = default;
};

std::vector<Bad> bad(const Collect& read)
{
    std::vector<Bad> all;
    for (const Unreadable& entry : read.bad)
        all.push_back({entry.line, entry.why});
    return all;
}

bool holds(const Record& record, const std::string& key, const std::string& value)
{
    return std::count(record.extra.begin(), record.extra.end(), std::pair(key, value)) == 1;
}

} // namespace

/// What web services answer, read as files are.
class ServicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void europePmc();
    void openAlex();
    void crossref();
    void scopus();
    void pagesOneAfterTheOther();
    void markup();
};

void ServicesTest::europePmc()
{
    const Collect read = sample("europepmc-json", "ok/core.json");
    QCOMPARE(titles(read), (Texts{"Walking after stroke: a trial.", "A preprint"}));
    const Record& first = read.records[0];
    QCOMPARE(first.abstract, std::string("Background\nWalking & resting; p < 0.05.\nMethods\nWe walked."));
    QCOMPARE(first.authors, (std::vector<Author>{{"Lima", "Ana", "", false}, {"Gait Group", "", "", true}}));
    QCOMPARE(first.journal, std::string("Journal of Examples"));
    QCOMPARE(first.year, 2020);
    QCOMPARE(first.volume + "(" + first.issue + "):" + first.pages, std::string("7(2):11-19"));
    QCOMPARE(first.doi, std::string("10.5555/epmc.1"));
    QCOMPARE(first.pmid + " " + first.pmcid, std::string("91000001 PMC9100001"));
    QCOMPARE(first.keywords, (Texts{"gait", "Stroke"}));
    QCOMPARE(first.type, std::string("Randomized Controlled Trial"));
    QCOMPARE(first.sourceId, std::string("MED:91000001"));
    QCOMPARE(first.database, std::string("Europe PMC"));
    QVERIFY(holds(first, "citedByCount", "3"));
    const Record& preprint = read.records[1];
    QCOMPARE(preprint.journal, std::string("exampleRxiv"));
    QCOMPARE(preprint.authors.at(0).family, std::string("Burt"));
    QCOMPARE(preprint.sourceId, std::string("PPR:PPR100001"));
    const Collect broken = sample("europepmc-json", "broken/cut.json");
    QCOMPARE(titles(broken), (Texts{"Bracket missing", "Whole", "Cut"}));
    QCOMPARE(bad(broken), (std::vector<Bad>{{2, Why::BadMarkup}, {4, Why::Truncated}}));
}

void ServicesTest::openAlex()
{
    const Collect read = sample("openalex-json", "ok/works.json");
    QCOMPARE(titles(read), (Texts{"Walking in the index", "No abstract here"}));
    const Record& first = read.records[0];
    QCOMPARE(first.abstract, std::string("We walked. Then We rested."));
    QCOMPARE(first.authors.at(0), (Author{"Lima", "Ana", "", false}));
    QCOMPARE(first.pages, std::string("99-108"));
    QCOMPARE(first.doi, std::string("10.5555/oa.1"));
    QCOMPARE(first.pmid, std::string("91000002"));
    QCOMPARE(first.issn, std::string("1234-5679; 2434-561X"));
    QCOMPARE(first.keywords, (Texts{"Gait", "Stroke"}));
    QCOMPARE(first.sourceId, std::string("https://openalex.org/W9100000001"));
    QVERIFY(holds(first, "is_retracted", "true"));
    QVERIFY(read.records[1].abstract.empty());
    const Collect broken = sample("openalex-json", "broken/cut.json");
    QCOMPARE(titles(broken), (Texts{"Bracket missing", "Whole", "Cut"}));
}

void ServicesTest::crossref()
{
    const Collect read = sample("crossref-json", "ok/works.json");
    QCOMPARE(titles(read), (Texts{"Walking with marks", "A chapter"}));
    const Record& first = read.records[0];
    QCOMPARE(first.abstract, std::string("Background\nWe walk & rest."));
    QCOMPARE(first.authors, (std::vector<Author>{{"Lima", "Ana", "", false}, {"The Group", "", "", true}}));
    QCOMPARE(first.year, 2018);
    QCOMPARE(first.sourceId, std::string("10.5555/cr.1"));
    QCOMPARE(first.nct, std::string("NCT91000001"));
    QCOMPARE(first.database, std::string("Crossref"));
    QCOMPARE(read.records[1].year, 0);
    const Collect broken = sample("crossref-json", "broken/cut.json");
    QCOMPARE(titles(broken), (Texts{"Bracket missing", "Whole", "Cut"}));
}

void ServicesTest::scopus()
{
    const Collect read = sample("scopus-json", "ok/complete.json");
    QCOMPARE(titles(read), (Texts{"Walking in Scopus", "Standard view"}));
    const Record& first = read.records[0];
    QCOMPARE(first.abstract, std::string("We walked."));
    QCOMPARE(first.authors, (std::vector<Author>{{"Lima", "Ana", "", false}, {"Burt", "Bea", "", false}}));
    QCOMPARE(first.keywords, (Texts{"gait", "stroke"}));
    QCOMPARE(first.issn, std::string("1234-5679"));
    QCOMPARE(first.pmid, std::string("91000003"));
    QCOMPARE(first.sourceId, std::string("2-s2.0-91000000001"));
    QVERIFY(holds(first, "citedby-count", "7"));
    QCOMPARE(read.records[1].authors.at(0).family, std::string("Tsuji"));
    QCOMPARE(read.records[1].pages, std::string("26"));
    const Collect broken = sample("scopus-json", "broken/cut.json");
    QCOMPARE(titles(broken), (Texts{"Bracket missing", "Whole", "Cut"}));
    const Collect none
        = readText("scopus-json", R"({"search-results":{"entry":[{"@_fa":"true","error":"Result set was empty"}]}})");
    QVERIFY(none.records.empty());
}

/// Searches keep the answers as they came, one behind the other.
void ServicesTest::pagesOneAfterTheOther()
{
    const Collect trials = readText(
        "ctgov-json",
        R"({"totalCount":2,"studies":[{"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"One"}}}],"nextPageToken":"a"}
{"studies":[],"nextPageToken":"b"}
{"studies":[{"protocolSection":{"identificationModule":{"nctId":"NCT00000002","briefTitle":"Two"}}}]})");
    QCOMPARE(titles(trials), (Texts{"One", "Two"}));
    QVERIFY(trials.bad.empty());
    const std::string set = R"(<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>One</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
)";
    const std::string found = R"(<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20060628/esearch.dtd">
<eSearchResult><Count>2</Count><IdList><Id>1</Id></IdList><TranslationSet/><QueryTranslation>"a"[All Fields]</QueryTranslation></eSearchResult>
)";
    const Collect articles = readText("pubmed-xml", found + set + found + set);
    QCOMPARE(titles(articles), (Texts{"One", "One"}));
    QVERIFY(articles.bad.empty());
}

void ServicesTest::markup()
{
    QCOMPARE(withoutMarkup("plain < text"), std::string("plain < text"));
    QCOMPARE(withoutMarkup("H<sub>2</sub>O &amp; p<0.05 <b>x</b>"), std::string("H2O & p<0.05 x"));
    QCOMPARE(withoutMarkup("<jats:p>One</jats:p><jats:p>Two</jats:p>"), std::string("One\nTwo"));
    QCOMPARE(withoutMarkup("a <b"), std::string("a <b"));
}

WINNOW_TEST(ServicesTest)

} // namespace suite_services

#include "test_services.moc"
