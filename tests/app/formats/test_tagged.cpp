// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Write.h"
#include "support/Suite.h"

namespace suite_tagged {

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

Texts bad(const Collect& read)
{
    Texts all;
    for (const Unreadable& entry : read.bad)
        all.push_back(std::to_string(entry.line) + ": " + entry.text.substr(0, 20));
    return all;
}

} // namespace

/// Tagged formats beside RIS: refer, Web of Science, Ovid, MEDLINE from others than PubMed.
class TestTagged : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// "2." alone on a line numbers the next entry of MEDLINE text, unless it is indented: then a paragraph says so.
    void numbersBetweenEntries()
    {
        const Collect numbered = readText("nbib", "PMID- 1\nTI  - A\nAB  - B\n\n2.\nPMID- 2\nTI  - C\n");
        QCOMPARE(titles(numbered), (Texts{"A", "C"}));
        const Collect paragraph = readText("nbib", "PMID- 1\nTI  - A\nAB  - B\n\n      2.\nAB  - D\n");
        QCOMPARE(titles(paragraph), Texts{"A"});
        QCOMPARE(paragraph.records[0].abstract, std::string("B\n\n2.\nD"));
        QVERIFY(paragraph.bad.empty());
    }

    void refer()
    {
        const Collect read = sample("refer", "ok/two.enw");
        QCOMPARE(titles(read), (Texts{"Title before its type", "A book"}));
        Record wanted;
        wanted.title = "Title before its type";
        wanted.abstract = "First line goes on.";
        wanted.authors = {{"Lima", "Ana", "", false}, {"World Health Organization", "", "", true}};
        wanted.year = 2014;
        wanted.journal = "Journal of Examples";
        wanted.volume = "12";
        wanted.issue = "3";
        wanted.pages = "101-109";
        wanted.doi = "10.1234/abc.5";
        wanted.keywords = {"stroke", "walking"};
        wanted.type = "Journal article";
        wanted.url = "https://example.org/a";
        wanted.extra = {{"%8", "February 3"}, {"%@", "1234-5678"}};
        QVERIFY(read.records[0] == wanted);
        QCOMPARE(read.records[1].pmid, std::string("24000001"));
        QCOMPARE(read.spans[1].line, qint64(19));
    }

    void referStrays()
    {
        const Collect read = sample("refer", "broken/strays.enw");
        QCOMPARE(titles(read), (Texts{"First", "Third"}));
        QCOMPARE(bad(read), (Texts{"5: <html>Your session h", "7: %0  - Journal Articl"}));
        QCOMPARE(titles(readText("refer", "%A A, B\n%T One\n%D 2001\n\n%A C, D\n%T Two\n")), (Texts{"One", "Two"}));
        QCOMPARE(titles(readText("refer", "%0 Book\n\n%T One\n\n%A A, B\n\n%0 Book\n\n%T Two\n")),
                 (Texts{"One", "Two"}));
    }

    void wos()
    {
        const Collect read = sample("wos", "ok/two.ciw");
        QCOMPARE(titles(read), (Texts{"Walking after stroke: a title of two lines", "A BOOK"}));
        Record wanted;
        wanted.title = "Walking after stroke: a title of two lines";
        wanted.abstract = "An abstract of two lines.";
        wanted.authors = {{"Lima", "Ana", "", false}, {"Burt", "Bob C.", "", false}, {"Example Grp", "", "", true}};
        wanted.year = 2014;
        wanted.journal = "JOURNAL OF EXAMPLES";
        wanted.volume = "12";
        wanted.issue = "3";
        wanted.pages = "101-109";
        wanted.doi = "10.1234/abc.5";
        wanted.pmid = "24000001";
        wanted.keywords = {"stroke", "walking", "GAIT"};
        wanted.language = "English";
        wanted.type = "Article; Early Access";
        wanted.sourceId = "WOS:000123456700001";
        wanted.database = "Web of Science";
        wanted.extra
            = {{"PT", "J"},
               {"AU", "Lima, A\nBurt, BC"},
               {"CR", "Bender O, 2005, LANDSCAPE ECOL, V20, P149, DOI 10.1007/s10980-003-1506-7\nOther A, 2001, J EX"},
               {"SN", "1234-5678"},
               {"PD", "FEB 3"}};
        QVERIFY(read.records[0] == wanted);
        QCOMPARE(read.records[1].doi, std::string("10.1234/book"));
        QCOMPARE(read.spans[0].line, qint64(3));
    }

    /// Lines that go on at the margin, no ER, and a page in the middle.
    void wosWithoutEnds()
    {
        const Collect read = sample("wos", "broken/no-ends.isi");
        QCOMPARE(read.records.size(), std::size_t(3));
        QCOMPARE(read.records[0].title, std::string("First title on two lines"));
        QCOMPARE(read.records[0].authors.size(), std::size_t(2));
        QCOMPARE(read.records[2].title, std::string("Fourth"));
        QCOMPARE(bad(read), (Texts{"8: PT  - J\nPY  - 2001"}));
    }

    void wosIdentifiers()
    {
        const Record inspec = readText("wos",
                                       "PT J\nTI T\nID 0003-6951/2006/1$23.00],[S0003(06)1],[10.1063/1.2234275]\nUT "
                                       "INSPEC:9027814\nER\n")
                                  .records.at(0);
        QCOMPARE(inspec.doi, std::string("10.1063/1.2234275"));
        QCOMPARE(inspec.database, std::string("Inspec"));
        QVERIFY(inspec.keywords.empty());
        const Record medline = readText("wos", "PT J\nTI T\nUT MEDLINE:24000001\nER\n").records.at(0);
        QCOMPARE(medline.pmid, std::string("24000001"));
        const Record chapter
            = readText("wos", "PT B\nTI A chapter\nSO A BOOK\nD2 10.1234/book\nUT WOS:1\nER\n").records.at(0);
        QCOMPARE(chapter.doi, std::string());
    }

    void wosTable()
    {
        const Collect read = sample("wos-tab", "ok/two.txt");
        QCOMPARE(titles(read), (Texts{"Walking", "Running"}));
        QCOMPARE(read.records[0].authors,
                 (std::vector<Author>{{"Lima", "Ana", "", false}, {"Burt", "Bob", "", false}}));
        QCOMPARE(read.records[0].doi, std::string("10.1234/abc.5"));
        QCOMPARE(read.records[0].pmid, std::string("24000001"));
        QCOMPARE(read.records[0].extra, (Extra{{"PT", "J"}, {"AU", "Lima, A; Burt, B"}, {"CR", "Other, 10.1/x"}}));
        const Collect broken = sample("wos-tab", "broken/columns.txt");
        QCOMPARE(broken.records.front().title, std::string("First"));
        QCOMPARE(broken.records.back().title, std::string("Last"));
        QCOMPARE(titles(broken), (Texts{"First", "Swallows", "Last"}));
        QCOMPARE(broken.bad.size(), std::size_t(2));
        QCOMPARE(broken.bad[1].why, Unreadable::Why::WrongColumnCount);
    }

    void ovid()
    {
        const Collect read = sample("ovid", "ok/two.txt");
        QCOMPARE(titles(read), (Texts{"Walking after stroke: a title of two lines.", "A chapter"}));
        const Record& first = read.records[0];
        QCOMPARE(first.authors, (std::vector<Author>{{"Lima", "Ana", "", false}, {"Burt", "Bob", "", false}}));
        QCOMPARE(first.abstract, std::string("First line.\nSecond line."));
        QCOMPARE(first.journal, std::string("Journal of Examples"));
        QCOMPARE(first.volume, std::string("12"));
        QCOMPARE(first.issue, std::string("3"));
        QCOMPARE(first.pages, std::string("101-109"));
        QCOMPARE(first.year, 2014);
        QCOMPARE(first.doi, std::string("10.1234/abc.5"));
        QCOMPARE(first.keywords, (Texts{"stroke", "walking"}));
        QCOMPARE(first.language, std::string("English"));
        QCOMPARE(first.type, std::string("Review"));
        QCOMPARE(first.extra,
                 (Extra{{"Institution", "(1)Example Institute\n(2)Other Institute"},
                        {"Source", "Journal of Examples.  12(3):101-109, February 2014."}}));
        QCOMPARE(read.records[1].authors.at(0).family, std::string("Max"));
        QCOMPARE(read.records[1].year, 2014);
        const Collect broken = sample("ovid", "broken/stray.txt");
        QCOMPARE(titles(broken), (Texts{"First", "Third"}));
        QCOMPARE(bad(broken), (Texts{"1: Database: Ovid MEDLI", "5: Language\n  English"}));
        QCOMPARE(titles(readText("ovid", "<1>\nTitle\n  T.[Review]\nSource\n  J\n")), Texts{"T."});
    }

    void medlineFromOvid()
    {
        const Collect read = readText("nbib",
                                      "<1>\nVN  - Ovid Technologies\nDB  - Embase\nAN  - 2001\nPM  - 24000001\nTI  - "
                                      "One\nSO  - J Ex. 12(3):1-9, 2014 Feb.\nDO  - 10.1234/a\n\n<2>\nVN  - Ovid "
                                      "Technologies\nDB  - Embase\nTI  - Two\n");
        QCOMPARE(titles(read), (Texts{"One", "Two"}));
        QCOMPARE(read.records[0].pmid, std::string("24000001"));
        QCOMPARE(read.records[0].doi, std::string("10.1234/a"));
        QCOMPARE(read.records[0].year, 2014);
        const Collect lost = readText("nbib",
                                      "PMID- 1\nOWN - NLM\nTI  - One\nAB  - Text.\n\nA paragraph at the margin.\n"
                                      "FAU - Lima, Ana\n\nxMID- 2\nOWN - NLM\nTI  - Two\n");
        QCOMPARE(titles(lost), (Texts{"One", "Two"}));
        QCOMPARE(lost.records[0].abstract, std::string("Text.\n\nA paragraph at the margin."));
        QCOMPARE(lost.records[0].authors, (std::vector<Author>{{"Lima", "Ana", "", false}}));
        QCOMPARE(bad(lost), Texts{"9: xMID- 2"});
    }

    void nbibIsReadable()
    {
        Record r;
        r.title = "Walking";
        r.abstract = "One.\nTwo.\n\nThree.";
        r.authors = {{"Lima", "Ana Maria", "", false}, {"Study Group", "", "", true}};
        r.year = 2014;
        r.journal = "Example journal";
        r.doi = "10.1234/abc.5";
        r.pmid = r.sourceId = "24000001";
        r.nct = "NCT01234567";
        r.database = "PubMed";
        r.type = "Journal Article; Review";
        r.winnowId = "3f2a-4";
        r.winnowNumber = "7";
        r.extra = {{"STAT", "MEDLINE"}, {"Cited by", "4"}};
        r.marks = {{CarriedMark::Kind::Vote, "Ana", "title", "include", ""}};
        const auto writer = makeWriter(*findFormat(u"nbib"));
        std::string out;
        writer->write(r, out);
        QCOMPARE(
            QString::fromStdString(out),
            QStringLiteral("PMID- 24000001\nTI  - Walking\nAB  - One.\nAB  - Two.\n\n      Three.\nFAU - Lima, Ana "
                           "Maria\nAU  - Lima AM\nCN  - Study Group\nJT  - Example journal\nDP  - 2014\nLID - "
                           "10.1234/abc.5 [doi]\nSI  - ClinicalTrials.gov/NCT01234567\nPT  - Journal Article\n"
                           "PT  - Review\nSTAT- MEDLINE\nWN  - extra | Cited by | 4\nWN  - number | 7\nWN  - id | "
                           "3f2a-4\nWN  - vote | "
                           "title | Ana | include\n\n"));
        QVERIFY(readText("nbib", out).records.at(0) == r);
    }

    /// RIS without TY and ER, numbered; with a mark in the middle; with a dash of a word processor.
    void risWithoutMarks()
    {
        QCOMPARE(titles(readText("ris", "1.\nTI  - One\nAU  - A, B\n\n2.\nTI  - Two\nAU  - C, D\n")),
                 (Texts{"One", "Two"}));
        QCOMPARE(titles(readText("ris", "TI  - One\nAU  - A, B\n\nTI  - Two\nAU  - C, D\n")), (Texts{"One", "Two"}));
        QCOMPARE(titles(readText("ris", "TY  - JOUR\nTI  - One\nER  - \n\xEF\xBB\xBFTY  - JOUR\nTI  - Two\nER  - \n")),
                 (Texts{"One", "Two"}));
        QCOMPARE(titles(readText("ris", "TY  \xE2\x80\x93 JOUR\nTI  \xE2\x80\x93 One\nER  \xE2\x80\x93 \n")),
                 Texts{"One"});
    }
};

WINNOW_TEST(TestTagged)

} // namespace suite_tagged

#include "test_tagged.moc"
