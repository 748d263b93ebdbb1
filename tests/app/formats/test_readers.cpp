// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "support/Suite.h"

namespace suite_readers {

using namespace winnow;
using namespace winnow::formats;

namespace {

using Extra = std::vector<std::pair<std::string, std::string>>;
using Texts = std::vector<std::string>;

Collect sample(const char* format, const char* name)
{
    const QString path
        = QStringLiteral(WINNOW_TEST_DATA "/formats/") + QLatin1String(format) + u'/' + QLatin1String(name);
    return readText(format, contentOf(path));
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
    Unreadable::Why why;
    bool operator==(const Bad&) const = default;
};

std::vector<Bad> bad(const Collect& read)
{
    std::vector<Bad> all;
    for (const Unreadable& entry : read.bad)
        all.push_back({entry.line, entry.why});
    return all;
}

} // namespace

class TestReaders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ris()
    {
        const Collect read = sample("ris", "ok/two.ris");
        QCOMPARE(read.records.size(), std::size_t(2));
        QVERIFY(read.bad.empty());
        Record wanted;
        wanted.title = "Walking after stroke: a randomised trial";
        wanted.abstract = "BACKGROUND: First paragraph.\nMETHODS: second paragraph.";
        wanted.authors = {{"Lima", "Ana", "", false},
                          {"van der Berg", "Jan", "Jr", false},
                          {"World Health Organization", "", "", true}};
        wanted.year = 2014;
        wanted.journal = "Journal of Examples";
        wanted.volume = "12";
        wanted.issue = "3";
        wanted.pages = "101-109";
        wanted.doi = "10.1234/abc.5";
        wanted.pmid = "24000001";
        wanted.keywords = {"Stroke", "Walking"};
        wanted.type = "Randomized controlled trial";
        wanted.url = "https://example.org/a";
        wanted.sourceId = "CN-00000001";
        wanted.database = "CENTRAL";
        wanted.extra = {{"JO", "J Ex"}, {"C3", "PUBMED 24000001,EMBASE 600001"}, {"SN", "1234-5678"}};
        QVERIFY(read.records[0] == wanted);
        const Record& second = read.records[1];
        QCOMPARE(second.journal, std::string("Congress of Examples"));
        QCOMPARE(second.year, 2020);
        QCOMPARE(second.doi, std::string()); // that of a reference is not its own
        QCOMPARE(second.pmid, std::string("35957633"));
        QCOMPARE(second.pmcid, std::string("PMC9359172"));
        QCOMPARE(second.nct, std::string("NCT01234567"));
        QCOMPARE(second.extra.back(), (std::pair<std::string, std::string>("ZZ", "kept as it is")));
    }

    void risWhereAnEntryStands()
    {
        const std::string file = contentOf(QStringLiteral(WINNOW_TEST_DATA "/formats/ris/ok/two.ris"));
        const Collect read = sample("ris", "ok/two.ris");
        QCOMPARE(read.spans[0].line, qint64(2));
        const std::string raw = file.substr(std::size_t(read.spans[1].offset), std::size_t(read.spans[1].length));
        QVERIFY(raw.starts_with("TY  - CONF\n"));
        QVERIFY(raw.ends_with("\nER  - "));
    }

    void risBareReturnsAndTrailingFields()
    {
        const Collect read = sample("ris", "ok/ovid-and-bare-cr.ris");
        QCOMPARE(titles(read), (Texts{"One with carriage returns inside", "Two"}));
        QCOMPARE(read.records[0].extra, (Extra{{"NL", "Link to the Full Text: https://example.org"}}));
        QCOMPARE(read.records[1].year, 0);
        QCOMPARE(read.records[1].extra, (Extra{{"PY", "10 15"}}));
        QVERIFY(read.bad.empty());
    }

    void risMissingMarks()
    {
        const Collect read = sample("ris", "broken/missing-marks.ris");
        QCOMPARE(titles(read), (Texts{"Neither TY nor ER before the next", "No TY here", "No ER here", "The last"}));
        QCOMPARE(bad(read), (std::vector<Bad>{{7, Unreadable::Why::NotAnEntry}, {13, Unreadable::Why::NoTitle}}));
        QCOMPARE(read.bad[0].text, std::string("<html><body>Your session has expired.</body></html>"));
    }

    void risDialects()
    {
        QCOMPARE(titles(readText("ris", "ty  - JOUR\nti  - Lower case\ner  - \n")), Texts{"Lower case"});
        QCOMPARE(titles(readText("ris", "TY - JOUR\nTI - One blank\nPMID - 123456\nER -\n")), Texts{"One blank"});
        QCOMPARE(titles(readText("ris", "TY  - JOUR\rTI  - Old Mac\rER  - \r")), Texts{"Old Mac"});
        QCOMPARE(titles(readText("ris", "TY  - BOOK\nBT  - Only a book title\nER  - \n")), Texts{"Only a book title"});
        QCOMPARE(titles(readText("ris", "TY  - JOUR\nST  - Only a short title\nER  - \n")),
                 Texts{"Only a short title"});
        QCOMPARE(titles(readText("ris", "TY  - JOUR\n\nTI  - Blank lines\n\nAU  - A, B\n\nER  - \n")),
                 Texts{"Blank lines"});
        const Record keywords
            = readText("ris", "TY  - JOUR\nTI  - T\nKW  - One\nTwo\nThree; and more\nAU  - A, B; C, D\nER  - \n")
                  .records[0];
        QCOMPARE(keywords.keywords, (Texts{"One", "Two", "Three; and more"}));
        QCOMPARE(keywords.authors.size(), std::size_t(2));
        const Record embase
            = readText("ris", "TY  - JOUR\nT1  - T\nU2  - L373791783\nDB  - Embase\nC5  - 15368318\nER  - \n")
                  .records[0];
        QCOMPARE(embase.sourceId, std::string("L373791783"));
        QCOMPARE(embase.pmid, std::string("15368318"));
        const Record ovid = readText("ris",
                                     "TY  - JOUR\nDB  - Ovid MEDLINE(R)\nID  - 35634081\nT1  - T\nT3  - PMID: 37502092 "
                                     "[https://www.ncbi.nlm.nih.gov/pubmed/37502092]\nER  - \n")
                                .records[0];
        QCOMPARE(ovid.pmid, std::string("35634081"));
    }

    void risCutIsNamed()
    {
        const Collect read
            = readText("ris", "TY  - JOUR\nTI  - Whole\nER  - \nTY  - JOUR\nTI  - Cut\nAB  - in the mid");
        QCOMPARE(titles(read), (Texts{"Whole", "Cut"}));
        QCOMPARE(bad(read), (std::vector<Bad>{{4, Unreadable::Why::Truncated}}));
    }

    void nbib()
    {
        const Collect read = sample("nbib", "ok/two.nbib");
        QCOMPARE(titles(read), (Texts{"A title that goes on in a second line.", "Der Titel in seiner Sprache."}));
        const Record& first = read.records[0];
        QCOMPARE(first.abstract, std::string("An abstract of two lines."));
        QCOMPARE(first.authors,
                 (std::vector<Author>{{"Griffin", "Darren K", "", false},
                                      {"de Waal", "Anna Maria", "", false},
                                      {"Example Study Group", "", "", true}}));
        QCOMPARE(first.doi, std::string("10.1016/j.example.2019.03.004"));
        QCOMPARE(first.pmid, std::string("30000001"));
        QCOMPARE(first.sourceId, std::string("30000001"));
        QCOMPARE(first.pmcid, std::string("PMC7000001"));
        QCOMPARE(first.nct, std::string("NCT01234567"));
        QCOMPARE(first.year, 2020);
        QCOMPARE(first.journal, std::string("Example journal"));
        QCOMPARE(first.type, std::string("Journal Article; Randomized Controlled Trial"));
        QCOMPARE(first.keywords, (Texts{"*Walking", "gait"}));
        QCOMPARE(first.extra,
                 (Extra{{"OWN", "NLM"},
                        {"STAT", "MEDLINE"},
                        {"DP", "2020 Feb 3"},
                        {"LID", "S1769-7212(19)30059-X [pii]"},
                        {"AD", "Kent."},
                        {"TA", "Ex J"},
                        {"SO", "Ex J. 2020 Feb;63(2):10-19."}}));
        QCOMPARE(read.records[1].pmid, std::string("30000002")); // not that of the comment
        QCOMPARE(read.records[1].authors, (std::vector<Author>{{"Smith", "JA", "Jr", false}}));
        QCOMPARE(read.spans[1].line, qint64(32));
    }

    void nbibStrays()
    {
        const Collect read = sample("nbib", "broken/strays.nbib");
        QCOMPARE(titles(read), (Texts{"First.", "Third."}));
        QCOMPARE(bad(read), (std::vector<Bad>{{6, Unreadable::Why::NoTitle}}));
    }

    void nbibWithoutPmid()
    {
        const Collect read = readText(
            "nbib", "\nOWN - ERIC\nTI  - One\nAID - http://dx.doi.org/10.1000/1\nOID - EJ1\n\nOWN - ERIC\nTI  - Two\n");
        QCOMPARE(titles(read), (Texts{"One", "Two"}));
        QCOMPARE(read.records[0].sourceId, std::string("EJ1"));
        QCOMPARE(read.records[0].doi, std::string("10.1000/1"));
        QCOMPARE(read.records[0].database, std::string("ERIC"));
    }

    void endnote()
    {
        const Collect read = sample("endnote-xml", "ok/two.xml");
        QCOMPARE(read.records.size(), std::size_t(2));
        const Record& first = read.records[0];
        QCOMPARE(first.title, std::string("Effects of Plasmodium & more"));
        QCOMPARE(first.abstract, std::string("First.\nSecond <b>."));
        QCOMPARE(first.authors,
                 (std::vector<Author>{{"Lima", "A. B.", "", false}, {"World Health Organization", "", "", true}}));
        QCOMPARE(first.keywords, (Texts{"Malaria", "One", "Two"}));
        QCOMPARE(first.journal, std::string("Example Journal"));
        QCOMPARE(first.pmid, std::string("30000009"));
        QCOMPARE(first.doi, std::string("10.1234/ex.1"));
        QCOMPARE(first.type, std::string("Journal article"));
        QCOMPARE(first.extra,
                 (Extra{{"database", "A.enl"},
                        {"source-app", "EndNote"},
                        {"rec-number", "7"},
                        {"secondary-authors/author", "Editor, E."},
                        {"pub-dates/date", "Sep 18"},
                        {"pdf-urls/url", "internal-pdf://a.pdf"},
                        {"remote-database-provider", "NLM"}}));
        QCOMPARE(read.records[1].type, std::string("Book"));
        QCOMPARE(read.records[1].sourceId, std::string("8"));
        QCOMPARE(read.spans[1].line, qint64(3));
    }

    void endnoteBroken()
    {
        const Collect read = sample("endnote-xml", "broken/unclosed.xml");
        QCOMPARE(titles(read), (Texts{"Entities &b; and &file;", "Not closed", "Whole again", "Cut here"}));
        QCOMPARE(bad(read),
                 (std::vector<Bad>{
                     {5, Unreadable::Why::BadMarkup}, {7, Unreadable::Why::NoTitle}, {8, Unreadable::Why::Truncated}}));
    }

    void csv()
    {
        const Collect read = sample("csv", "ok/scopus.csv");
        QCOMPARE(read.records.size(), std::size_t(2));
        Record wanted;
        wanted.title = "Walking, \"again\"";
        wanted.abstract = "First line\nsecond line";
        wanted.authors = {{"Lima", "Ana", "", false}, {"Burt", "Bob C.", "", false}};
        wanted.year = 2014;
        wanted.journal = "Example Journal";
        wanted.volume = "12";
        wanted.issue = "3";
        wanted.pages = "101-109";
        wanted.doi = "10.1234/abc.5";
        wanted.pmid = "24000001";
        wanted.keywords = {"gait", "stroke"};
        wanted.type = "Article";
        wanted.url = "https://www.scopus.com/x";
        wanted.sourceId = "2-s2.0-1";
        wanted.database = "Scopus";
        wanted.extra = {{"Authors", "Lima A.; Burt B.C."}, {"Cited by", "4"}};
        QVERIFY(read.records[0] == wanted);
        QCOMPARE(read.spans[0].line, qint64(2));
        QCOMPARE(read.spans[1].line, qint64(4));
        QCOMPARE(read.records[1].year, 2015);
    }

    void csvSemicolons()
    {
        const Collect read = sample("csv", "ok/semicolon.csv");
        QCOMPARE(titles(read), (Texts{"Erste Studie", "Zweite; Studie"}));
        QCOMPARE(read.records[0].authors.size(), std::size_t(2));
        QVERIFY(read.records[0].extra.empty()); // NA
    }

    void csvBroken()
    {
        const Collect read = sample("csv", "broken/quote.csv");
        QCOMPARE(titles(read), (Texts{"First", "Second", "Third"}));
        using Why = Unreadable::Why;
        QCOMPARE(bad(read),
                 (std::vector<Bad>{
                     {3, Why::Truncated}, {5, Why::WrongColumnCount}, {6, Why::WrongColumnCount}, {7, Why::NoTitle}}));
    }

    void csvOneQuote()
    {
        const Collect read = readText("csv", "\"");
        QVERIFY(read.records.empty());
        const Collect after = readText("csv", "Title,Year\n\"");
        QVERIFY(after.records.empty());
        QCOMPARE(titles(readText("csv", "Title,Year\n\"open,2001\nNext,2002\nLast,2003\n")),
                 (Texts{"open,2001", "Next", "Last"}));
    }

    void csvDetails()
    {
        const Collect excel = readText("csv", "Title,Journal,ISSN,Year\n\"A\", \"B\",=\"0123\",2001\n\n");
        QCOMPARE(excel.records.size(), std::size_t(1));
        QCOMPARE(excel.records[0].journal, std::string("B"));
        QCOMPARE(excel.records[0].extra, (Extra{{"ISSN", "0123"}}));
        const Collect preamble = readText("csv",
                                          "\"SEARCH QUERY\",\"x\"\n-----\n\n\"Title\",\"Author Names\",\"Publication "
                                          "Year\"\n\"T\",\"Liu R., Adler D.G.\",\"2014\"\n");
        QCOMPARE(titles(preamble), Texts{"T"});
        QCOMPARE(preamble.records[0].authors.size(), std::size_t(2));
        const Collect zotero
            = readText("csv", "Key,Title,Publication Title,Extra\nK,T,J,\"PMID: 123456\nPMCID: PMC7\"\n");
        QCOMPARE(zotero.records[0].pmid, std::string("123456"));
        QCOMPARE(zotero.records[0].pmcid, std::string("PMC7"));
        QCOMPARE(zotero.records[0].journal, std::string("J"));
    }

    void tsv()
    {
        const Collect read = sample("tsv", "ok/pubmed.tsv");
        QCOMPARE(titles(read), (Texts{"Walking", "Quoted \"title\""}));
        QCOMPARE(read.records[0].sourceId, std::string("24000001"));
        QCOMPARE(read.records[0].authors, (std::vector<Author>{{"Lima", "A", "", false}, {"Burt", "BC", "", false}}));
        const Collect trials = sample("tsv", "broken/trials.tsv");
        QCOMPARE(titles(trials), Texts{"A trial"});
        QCOMPARE(trials.records[0].type, std::string("Registry entry"));
        QCOMPARE(trials.records[0].sourceId, std::string("NCT01234567"));
        QCOMPARE(bad(trials), (std::vector<Bad>{{3, Unreadable::Why::WrongColumnCount}}));
    }
};

WINNOW_TEST(TestReaders)

} // namespace suite_readers

#include "test_readers.moc"
