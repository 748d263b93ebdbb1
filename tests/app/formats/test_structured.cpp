// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Exact.h"
#include "formats/Write.h"
#include "support/Suite.h"

namespace suite_structured {

using namespace winnow;
using namespace winnow::formats;

namespace {

using Extra = std::vector<std::pair<std::string, std::string>>;
using Texts = std::vector<std::string>;
using Why = Unreadable::Why;

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

/// For the message of a failure.
std::string difference(const Record& wanted, const Record& got)
{
    std::string lines;
    for (const std::string& line : packDifferences(got, wanted))
        lines += line + "\n";
    return lines;
}

} // namespace

/// The readers of XML, JSON and workbooks, over samples of our own.
class TestStructured : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pubmedArticle()
    {
        const Collect read = sample("pubmed-xml", "ok/two.xml");
        QCOMPARE(read.records.size(), std::size_t(2));
        Record wanted;
        wanted.title = "Effects of Plasmodium & CO2 on gait.";
        wanted.abstract = "BACKGROUND: First one.\nMETHODS: Second.";
        wanted.authors = {{"de Waal", "Anna Maria", "Jr", false}, {"Example Study Group", "", "", true}};
        wanted.year = 2020;
        wanted.journal = "Example journal";
        wanted.volume = "63";
        wanted.issue = "2";
        wanted.pages = "10-9";
        wanted.doi = "10.1234/ex.1";
        wanted.pmid = wanted.sourceId = "30000001"; // not that of the retraction, nor of what it cites
        wanted.pmcid = "PMC7000001";
        wanted.nct = "NCT01234567";
        wanted.keywords = {"Stroke/*rehabilitation", "*Walking", "gait"};
        wanted.language = "eng";
        wanted.type = "Journal Article; Retracted Publication";
        wanted.database = "PubMed";
        wanted.extra = {{"Status", "MEDLINE"},
                        {"Owner", "NLM"},
                        {"DateRevised", "2020-02-03"},
                        {"ISSN", "1234-5678"},
                        {"PubDate", "2020 Feb"},
                        {"ISOAbbreviation", "Ex J"},
                        {"ELocationID", "S1-2 [pii]"},
                        {"CopyrightInformation", "Free."},
                        {"ORCID", "0000-0001"},
                        {"Affiliation", "Kent."},
                        {"DataBank", "ClinicalTrials.gov/NCT01234567"},
                        {"Grant", "R01/NIH/United States"},
                        {"RetractionIn", "Ex J. 2021;64:1 [PMID 31000001]"},
                        {"History/received", "2019-1-7"},
                        {"PublicationStatus", "ppublish"},
                        {"Reference", "Burt B. Ex J. 2001. [pubmed 11000001] [doi 10.9999/cited]"}};
        QVERIFY2(read.records[0] == wanted, difference(wanted, read.records[0]).c_str());
        QCOMPARE(read.spans[0].line, qint64(4));
    }

    void pubmedChapter()
    {
        const Record chapter = sample("pubmed-xml", "ok/two.xml").records.at(1);
        QCOMPARE(chapter.title, std::string("A chapter"));
        QCOMPARE(chapter.journal, std::string("Example Guidelines"));
        QCOMPARE(chapter.type, std::string("Book chapter"));
        QCOMPARE(chapter.authors, (std::vector<Author>{{"Lima", "A", "", false}}));
        QCOMPARE(chapter.doi, std::string("10.1234/book"));
        QCOMPARE(chapter.pmid, std::string("20000002"));
        QCOMPARE(chapter.year, 2009);
    }

    void pubmedBroken()
    {
        const Collect read = sample("pubmed-xml", "broken/unclosed.xml");
        QCOMPARE(titles(read), (Texts{"Entities &b; and &x;", "Not closed at all", "Ganz", "Cut he"}));
        QCOMPARE(bad(read), (std::vector<Bad>{{5, Why::BadMarkup}, {6, Why::NoTitle}, {8, Why::Truncated}}));
    }

    void csl()
    {
        const Collect read = sample("csl-json", "ok/two.json");
        QCOMPARE(read.records.size(), std::size_t(2));
        Record wanted;
        wanted.title = "Walking \xE2\x80\x9C"
                       "after\xE2\x80\x9D stroke";
        wanted.abstract = "First.\nSecond.";
        wanted.authors = {{"Lima", "Ana", "", false},
                          {"van der Berg", "Jan", "Jr", false},
                          {"World Health Organization", "", "", true}};
        wanted.year = 2014;
        wanted.journal = "Example Journal";
        wanted.volume = "12";
        wanted.issue = "3";
        wanted.pages = "101-109";
        wanted.doi = "10.1234/abc.5";
        wanted.pmid = "24000001";
        wanted.pmcid = "PMC7";
        wanted.keywords = {"gait", "stroke"};
        wanted.language = "en";
        wanted.type = "Journal article";
        wanted.url = "https://example.org/1";
        wanted.sourceId = "lima2014";
        wanted.extra = {{"issued", "2014-5-3"},
                        {"note", "PMID: 24000001\nPMCID: PMC7"},
                        {"ISSN", "1234-5678"},
                        {"editor", "Editor, Eve"},
                        {"unknown", "{\"deep\": [1, true]}"}};
        QVERIFY2(read.records[0] == wanted, difference(wanted, read.records[0]).c_str());
        QCOMPARE(read.records[1].sourceId, std::string("7"));
        QCOMPARE(read.records[1].year, 2001);
        QCOMPARE(read.spans[1].line, qint64(13));
    }

    void cslBroken()
    {
        const Collect read = sample("csl-json", "broken/entries.json");
        QCOMPARE(titles(read), (Texts{"Whole", "Quote not closed,", "Brace not closed", "Whole again", "Cut here"}));
        QCOMPARE(bad(read),
                 (std::vector<Bad>{{3, Why::BadMarkup}, {4, Why::BadMarkup}, {5, Why::NoTitle}, {7, Why::Truncated}}));
    }

    /// What is kept of a value that breaks off ends between two characters.
    void jsonBrokenInAnObject()
    {
        const Collect read = readText("csl-json", "[{\"title\": \"T\", \"x\": {\"a\"\xC3\x98 1}}]");
        QCOMPARE(read.records.at(0).extra, (Extra{{"x", "{\"a\""}}));
        QCOMPARE(bad(read).size(), std::size_t(1));
    }

    void cslDialects()
    {
        QCOMPARE(titles(readText("csl-json", R"({"id": "a", "type": "book", "title": "Alone"})")), Texts{"Alone"});
        QCOMPARE(
            titles(readText("csl-json", "{\"type\":\"book\",\"title\":\"A\"}\n{\"type\":\"book\",\"title\":\"B\"}")),
            (Texts{"A", "B"}));
        QCOMPARE(titles(readText("csl-json",
                                 R"({"total": 1, "items": [{"type": "book", "title": ["In a list"]}], "x": {}})")),
                 Texts{"In a list"});
        const Collect dates = readText("csl-json", R"([{"title": "T", "issued": "2013-04"},
            {"title": "U", "issued": {"literal": "spring 1999"}}])");
        QCOMPARE(dates.records.at(0).year, 2013);
        QCOMPARE(dates.records.at(1).year, 1999);
    }

    /// What Crossref leaves in its CSL: characters as in HTML, and abstracts as JATS.
    void cslMarkup()
    {
        const Record r = readText("csl-json",
                                  R"([{"id":"a","type":"article-journal","title":"Walks &amp; talks",)"
                                  R"("container-title":"J &amp; K","abstract":"<jats:title>Aim</jats:title>)"
                                  R"(<jats:p>P &lt; 5.</jats:p>"}])")
                             .records.at(0);
        QCOMPARE(r.title, std::string("Walks & talks"));
        QCOMPARE(r.journal, std::string("J & K"));
        QCOMPARE(r.abstract, std::string("Aim\nP < 5."));
    }

    /// A type that is only a number.
    void endnoteTypes()
    {
        const auto type = [](const char* number) {
            return readText("endnote-xml",
                            "<xml><records><record><ref-type>" + std::string(number)
                                + "</ref-type><titles><title>T</title></titles></record></records></xml>")
                .records.at(0);
        };
        QCOMPARE(type("17").type, std::string("Journal article"));
        QCOMPARE(type("5").type, std::string("Book Section"));
        QCOMPARE(type("5").extra, Extra());
        QCOMPARE(type("999").extra, (Extra{{"ref-type", "999"}}));
    }

    /// The series stands within the book that the chapter is part of.
    void zoteroSeries()
    {
        const Record r
            = readText("zotero-rdf",
                       "<rdf:RDF><bib:BookSection rdf:about=\"#item_1\"><z:itemType>bookSection</z:itemType>"
                       "<dcterms:isPartOf><bib:Book><dcterms:isPartOf><bib:Series><dc:title>A Series</dc:title>"
                       "<prism:number>7</prism:number></bib:Series></dcterms:isPartOf><dc:title>The Book</dc:title>"
                       "</bib:Book></dcterms:isPartOf><dc:title>A chapter</dc:title></bib:BookSection></rdf:RDF>")
                  .records.at(0);
        QCOMPARE(r.journal, std::string("The Book"));
        QCOMPARE(r.issue, std::string());
        QCOMPARE(r.extra, (Extra{{"series", "A Series"}, {"number", "7"}}));
    }

    void ctgovJson()
    {
        const Collect read = sample("ctgov-json", "ok/page.json");
        QCOMPARE(titles(read), (Texts{"Walking trial", "Another trial"}));
        const Record& first = read.records[0];
        QCOMPARE(first.nct, std::string("NCT01234567"));
        QCOMPARE(first.sourceId, first.nct);
        QVERIFY(first.pmid.empty()); // a publication about it
        QCOMPARE(first.year, 2015);
        QCOMPARE(first.type, std::string("Registry entry"));
        QCOMPARE(first.database, std::string("ClinicalTrials.gov"));
        QCOMPARE(first.keywords, (Texts{"Stroke", "gait", "Walking"}));
        QVERIFY(std::count(first.extra.begin(), first.extra.end(),
                           std::pair<std::string, std::string>("statusModule.overallStatus", "COMPLETED"))
                == 1);
        const Collect broken = sample("ctgov-json", "broken/cut.json");
        QCOMPARE(titles(broken), (Texts{"Bracket missing", "Whole", "Cut"}));
        QCOMPARE(bad(broken), (std::vector<Bad>{{2, Why::BadMarkup}, {4, Why::Truncated}}));
    }

    void ctgovXml()
    {
        const Record study = sample("ctgov-xml", "ok/study.xml").records.at(0);
        QCOMPARE(study.title, std::string("Walking trial"));
        QCOMPARE(study.abstract, std::string("We walk over two lines.\nThen we rest."));
        QCOMPARE(study.year, 2015);
        QCOMPARE(study.nct, std::string("NCT01234567"));
        QCOMPARE(study.extra,
                 (Extra{{"id_info/org_study_id", "EX-1"},
                        {"overall_status", "Completed"},
                        {"start_date", "January 2016"},
                        {"intervention/intervention_type", "Behavioral"},
                        {"eligibility/gender", "Both"},
                        {"study_first_submitted", "December 19, 2015"},
                        {"official_title", "A Randomised Trial of Walking"}}));
        const Collect broken = sample("ctgov-xml", "broken/cut.xml");
        QCOMPARE(titles(broken), (Texts{"Not closed", "Whole", "Cut h"}));
        QCOMPARE(bad(broken), (std::vector<Bad>{{2, Why::BadMarkup}, {4, Why::NoTitle}, {5, Why::Truncated}}));
    }

    void ictrp()
    {
        const Collect read = sample("ictrp-xml", "ok/two.xml");
        QCOMPARE(titles(read), (Texts{"Walking trial", "Only scientific"}));
        const Record& first = read.records[0];
        QCOMPARE(first.nct, std::string("NCT01234567"));
        QCOMPARE(first.keywords, (Texts{"Stroke", "Gait"}));
        QCOMPARE(first.extra,
                 (Extra{{"Internal_Number", "1"},
                        {"Date_registration3", "20151219"},
                        {"Inclusion_Criteria", "Inclusion:\nadults"},
                        {"Scientific_title", "A Randomised Trial of Walking"}}));
        QCOMPARE(read.records[1].sourceId, std::string("ISRCTN00000001"));
        QVERIFY(read.records[1].nct.empty());
        const Collect broken = sample("ictrp-xml", "broken/cut.xml");
        QCOMPARE(titles(broken), (Texts{"Not closed", "Whole", "Cut"}));
        QCOMPARE(bad(broken), (std::vector<Bad>{{2, Why::BadMarkup}, {4, Why::NoTitle}, {5, Why::Truncated}}));
    }

    void zotero()
    {
        const Collect read = sample("zotero-rdf", "ok/library.rdf");
        QCOMPARE(titles(read), (Texts{"Walking after stroke", "A chapter"}));
        const Record& first = read.records[0];
        QCOMPARE(first.journal, std::string("Example Journal"));
        QCOMPARE(first.volume, std::string("12"));
        QCOMPARE(first.doi, std::string("10.1234/abc.5")); // Zotero writes it at the journal
        QCOMPARE(first.pmid, std::string("24000001"));
        QCOMPARE(first.database, std::string("PubMed"));
        QCOMPARE(first.keywords, (Texts{"gait", "stroke"}));
        QCOMPARE(first.extra,
                 (Extra{{"date", "2014-05-03"},
                        {"description", "PMID: 24000001"},
                        {"identifier", "ISSN 1234-5678"},
                        {"note", "compare with Burt"}}));
        QCOMPARE(read.records[1].journal, std::string("The whole book"));
        QVERIFY(read.records[1].authors.empty()); // an editor
        const Collect broken = sample("zotero-rdf", "broken/cut.rdf");
        QCOMPARE(titles(broken), (Texts{"Not closed", "Whole", "Cut"}));
        QCOMPARE(bad(broken), (std::vector<Bad>{{2, Why::BadMarkup}, {4, Why::NoTitle}, {5, Why::Truncated}}));
    }

    void xlsx()
    {
        const Collect read = sample("xlsx", "ok/two.xlsx");
        QCOMPARE(titles(read), (Texts{"Walking after stroke", "Rich text, too"}));
        const Record& first = read.records[0];
        QCOMPARE(first.abstract, std::string("First, line\nsecond \"line\""));
        QCOMPARE(first.authors, (std::vector<Author>{{"Lima", "Ana", "", false}, {"Burt", "Bob C.", "", false}}));
        QCOMPARE(first.year, 2014);
        QCOMPARE(first.pmid, std::string("24000001"));
        QCOMPARE(first.extra, (Extra{{"Publication Date", "2014-05-03"}}));
        QCOMPARE(read.records[1].year, 2015);
        QCOMPARE(read.spans[0].line, qint64(5)); // rows of the sheet
        QCOMPARE(read.spans[1].line, qint64(7));
        const std::string file = contentOf(QStringLiteral(WINNOW_TEST_DATA "/formats/xlsx/ok/two.xlsx"));
        const std::string text = decodeAll(file, QStringLiteral("xlsx")).value();
        QCOMPARE(text.substr(std::size_t(read.spans[1].offset), std::size_t(read.spans[1].length)),
                 std::string("\"Rich text, too\"\t\t\t2015"));
    }

    void xlsxBroken()
    {
        const Collect read = sample("xlsx", "broken/rows.xlsx");
        QCOMPARE(titles(read), (Texts{"Two lines", "Last"}));
        QCOMPARE(bad(read),
                 (std::vector<Bad>{{3, Why::WrongColumnCount}, {4, Why::NoTitle}, {5, Why::WrongColumnCount}}));
    }

    /// A field longer than a cell of Excel can be comes back whole.
    void xlsxLongField()
    {
        Record record;
        record.title = "T";
        record.abstract.assign(100'000, 'x');
        record.keywords.assign(20'000, "word \\ | \xC3\xA9");
        const auto writer = makeWriter(*findFormat(u"xlsx"));
        std::string file;
        writer->begin(file);
        writer->write(record, file);
        writer->end(file);
        QVERIFY(writer->failure().empty());
        QVERIFY(readText("xlsx", file).records.at(0) == record);
    }

    /// The ordinary case needs no second copy of anything, and people can read it.
    void writersAreReadable()
    {
        Record record;
        record.winnowId = "3f2a-4";
        record.winnowNumber = "1204";
        record.title = "Walking & \"stroke\"";
        record.authors = {{"Lima", "Ana", "", false}, {"World Health Organization", "", "", true}};
        record.year = 2014;
        record.type = "Journal article";
        record.sourceId = "s1";
        record.extra = {{"publisher", "Example House"}, {"Cited by", "4"}};
        record.marks = {{CarriedMark::Kind::Decision, "", "fulltext", "exclude", "wrong population"}};
        const auto text = [&](const char* id) {
            const auto writer = makeWriter(*findFormat(QString::fromLatin1(id)));
            std::string file;
            writer->begin(file);
            writer->write(record, file);
            writer->end(file);
            return QString::fromStdString(file);
        };
        QCOMPARE(text("csl-json"),
                 QStringLiteral("[\n{\n  \"id\": \"s1\",\n  \"type\": \"article-journal\",\n  \"title\": \"Walking & "
                                "\\\"stroke\\\"\",\n  \"author\": [{\"family\": \"Lima\", \"given\": \"Ana\"}, "
                                "{\"literal\": \"World Health Organization\"}],\n  \"issued\": {\"date-parts\": "
                                "[[2014]]},\n  \"publisher\": \"Example House\",\n  \"custom\": {\"winnow\": [\n    "
                                "\"extra | Cited by | 4\",\n    \"number | 1204\",\n    \"id | 3f2a-4\",\n    "
                                "\"decision | fulltext |  | exclude "
                                "| wrong population\"\n  ]}\n}\n]\n"));
        QCOMPARE(text("endnote-xml"),
                 QStringLiteral(
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><records>\n<record><source-app "
                     "name=\"Winnow\"></source-app><ref-type name=\"Journal "
                     "Article\">17</ref-type><contributors><authors><author>Lima, Ana</author><author>World Health "
                     "Organization,</author></authors></contributors><titles><title>Walking &amp; "
                     "\"stroke\"</title></titles><dates><year>2014</year></dates><accession-num>s1</accession-num>"
                     "<label>Winnow #1204</label><publisher>Example House</publisher><research-notes>Winnow:\nextra | "
                     "Cited by | 4\nid | 3f2a-4\ndecision | fulltext |  | exclude | wrong "
                     "population</research-notes></record>\n</records></xml>\n"));
    }
};

WINNOW_TEST(TestStructured)

} // namespace suite_structured

#include "test_structured.moc"
