// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Entries.h"
#include "formats/ForeignMarks.h"
#include "formats/TableDialect.h"
#include "formats/Text.h"
#include "formats/Write.h"
#include "support/Suite.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace suite_tables {

using namespace winnow;
using namespace winnow::formats;
using Kind = CarriedMark::Kind;

namespace {

Detected table(ColumnMap columns = {})
{
    return {findFormat(u"csv"), QStringLiteral("utf-8"), std::move(columns)};
}

Collect read(std::string_view text, ColumnMap columns = {})
{
    Collect sink;
    const auto done = readText(table(std::move(columns)), text, sink);
    Q_UNUSED(done)
    return sink;
}

/// "family given; family given"
std::string names(const Record& record)
{
    std::string text;
    for (const Author& author : record.authors)
        text += (text.empty() ? "" : "; ") + author.family + (author.given.empty() ? "" : " " + author.given);
    return text;
}

} // namespace

/// Tables of every vendor and of nobody: headers, columns named by hand, ragged and broken rows.
class TablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersOfVendors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("authors");
        QTest::addColumn<int>("year");
        QTest::addColumn<QByteArray>("id"); // DOI, else PMID, else NCT
        QTest::newRow("Scopus") << QByteArray(
            "Authors,\"Author full names\",\"Author(s) ID\",Title,Year,\"Source title\","
            "DOI\n\"Lima A.; Burt B.\",\"Lima, Ana (57); Burt, Ben (58)\",57; 58,One,"
            "2019,Journal,10.5555/ONE\n")
                                << QByteArray("One") << QByteArray("Lima Ana; Burt Ben") << 2019
                                << QByteArray("10.5555/one");
        QTest::newRow("Embase, lines before the header")
            << QByteArray("\"SEARCH QUERY\"\n\"honey\"\n\n\"Title\",\"Author Names\",\"Publication Year\",\"Medline "
                          "PMID\"\n\"One\",\"Lima A., Burt B.\",\"2019\",\"123456\"\n")
            << QByteArray("One") << QByteArray("Lima A.; Burt B.") << 2019 << QByteArray("123456");
        QTest::newRow("PubMed") << QByteArray("PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,"
                                              "Create Date,PMCID,NIHMS ID,DOI\n31,One,\"Lima A, Burt B.\",J. 2019,Lima "
                                              "A,J,2019,2019/01/02,,,\n")
                                << QByteArray("One") << QByteArray("Lima A; Burt B") << 2019 << QByteArray("31");
        QTest::newRow("ClinicalTrials.gov, tab")
            << QByteArray("NCT Number\tStudy Title\tStudy Status\nNCT01234567\tOne\tCOMPLETED\n") << QByteArray("One")
            << QByteArray() << 0 << QByteArray("NCT01234567");
        QTest::newRow("R") << QByteArray("Title;Authors;Published.Year\nOne;Lima, Ana and Burt, Ben;2019\n")
                           << QByteArray("One") << QByteArray("Lima Ana; Burt Ben") << 2019 << QByteArray();
        QTest::newRow("Python") << QByteArray("title|authors|year\nOne|['Lima, Ana', 'Burt, Ben']|2019.0\n")
                                << QByteArray("One") << QByteArray("Lima Ana; Burt Ben") << 2019 << QByteArray();
        QTest::newRow("Lens, NA") << QByteArray("\xEF\xBB\xBFLens ID,Title,Publication Year,Author/s,PMID\n"
                                                "1-2-3,One,2019,Ana Lima;Ben Burt,NA\n")
                                  << QByteArray("One") << QByteArray("Lima Ana; Burt Ben") << 2019 << QByteArray();
        QTest::newRow("CENTRAL") << QByteArray("Cochrane CENTRAL ID,Author(s),Title,Source,Year,PubMed\n"
                                               "CN-01,\"Lima A, Burt B\",One,Journal of Honey,2019,PUBMED 123456\n")
                                 << QByteArray("One") << QByteArray("Lima A; Burt B") << 2019 << QByteArray("123456");
        QTest::newRow("Dimensions, a line before the header")
            << QByteArray("\"About the data: Exported on Dec 01, 2024. Criteria: 'honey' in full data.\"\n"
                          "Rank,Publication ID,DOI,PMID,Title,Source title,PubYear,Authors\n"
                          "1,pub.1,10.5555/ONE,,One,Journal,2019,\"Lima, Ana; Burt, Ben\"\n")
            << QByteArray("One") << QByteArray("Lima Ana; Burt Ben") << 2019 << QByteArray("10.5555/one");
        QTest::newRow("CNKI, two languages")
            << QByteArray("Title-\xE9\xA2\x98\xE5\x90\x8D,Author-\xE4\xBD\x9C\xE8\x80\x85,PubTime-\xE5\x8F\x91\n"
                          "One,Lima A;Burt B,2019-05-01\n")
            << QByteArray("One") << QByteArray("Lima A; Burt B") << 2019 << QByteArray();
        QTest::newRow("Web of Science, tab")
            << QByteArray("PT\tAU\tTI\tSO\tPY\tDI\tPM\nJ\tLima, A; Burt, B\tOne\tJOURNAL\t2019\t10.5555/one\t77\t\n")
            << QByteArray("One") << QByteArray("Lima A; Burt B") << 2019 << QByteArray("10.5555/one");
        QTest::newRow("CORD-19") << QByteArray(
            "cord_uid,title,doi,publish_time,authors\nab1,One,10.5555/one,2019-05-04,"
            "\"Lima, Ana; Burt, Ben\"\n")
                                 << QByteArray("One") << QByteArray("Lima Ana; Burt Ben") << 2019
                                 << QByteArray("10.5555/one");
        QTest::newRow("a word before each heading")
            << QByteArray("Paper Title,Paper Authors,Paper Year,Paper DOI\nOne,\"Lima A, Burt B\",2019,10.5555/one\n")
            << QByteArray("One") << QByteArray("Lima A; Burt B") << 2019 << QByteArray("10.5555/one");
        QTest::newRow("ISRCTN") << QByteArray(
            "ISRCTN,ClinicalTrials.gov number,Public title\nISRCTN12,NCT01234567,One\n")
                                << QByteArray("One") << QByteArray() << 0 << QByteArray("NCT01234567");
        QTest::newRow("Europe PMC") << QByteArray("id,source,pmid,title,authorString,journalTitle,pubYear\n"
                                                  "5,MED,5,One,\"Lima A, Burt B.\",Journal,2019\n")
                                    << QByteArray("One") << QByteArray("Lima A; Burt B") << 2019 << QByteArray("5");
    }

    void authorsInOneCell_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("authors");
        const auto row = [](const char* cell, const char* authors) {
            QTest::newRow(cell) << QByteArray(cell) << QByteArray(authors);
        };
        row("Lima, A., Burt, B., & Dee, C.", "Lima A.; Burt B.; Dee C.");
        row("Lima, A., Burt, B. and Dee, C.", "Lima A.; Burt B.; Dee C.");
        row("Ana Lima, Bob Burt and Carl Dee", "Lima Ana; Burt Bob; Dee Carl");
        row("de la Cruz, Maria and van der Berg, Jan Peter", "de la Cruz Maria; van der Berg Jan Peter");
        row("Lima, A., van der Berg, J.-P., Dee, C.", "Lima A.; van der Berg J.-P.; Dee C.");
        row("Lima A, Burt B, et al.", "Lima A; Burt B");
        row("A Lima, B Burt, ...", "Lima A; Burt B");
        row("Lima, Ana; Burt, Bob; et al", "Lima Ana; Burt Bob");
        row("Lima, Ana and {The Example Group}", "Lima Ana; The Example Group");
        row("B. Lima; R. Burt, III; J. van der Aa", "Lima B.; Burt R.; van der Aa J.");
        row("Ana Lima \xEF\xBB\xBF"
            "Burt",
            "\xEF\xBB\xBF"
            "Burt Ana Lima"); // a mark is no letter
        row("van der Berg, Jr.; Lima, A.", "van der Berg; Lima A.");
        row("Ana LimaÉmile BurtJosé Østergaard", "Lima Ana; Burt Émile; Østergaard José");
        row("Ana McDonaldBob DeVries", "McDonald Ana; DeVries Bob");
    }
    void authorsInOneCell()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, authors);
        const Collect got = read("Title\tAuthors\nOne\t" + cell.toStdString() + "\n");
        QCOMPARE(QByteArray::fromStdString(names(got.records.at(0))), authors);
    }

    void pagesAndNumbersOfVendors()
    {
        const auto pages = [](const char* text) { return read(text).records.at(0).pages; };
        QCOMPARE(pages("Title,startPage,pages\nOne,3,3-12\n"), std::string("3-12")); // ProQuest
        QCOMPARE(pages("Title,BP,EP,PG\nOne,3,12,10\n"), std::string("3-12")); // Web of Science
        QCOMPARE(pages("Title,BP,PG\nOne,3,31\n"), std::string("3"));
        const Record unknown
            = read("Cites,Title,Volume,Issue,StartPage,EndPage\n1,One,0,0,0,0\n").records.at(0); // Publish or Perish
        QCOMPARE(unknown.volume + unknown.issue + unknown.pages, std::string());
        QCOMPARE(read("Title,Volume,Issue\nOne,12,0\n").records.at(0).issue, std::string("0"));
        const Record ovid = read("DB,TI,IS,VO,IP,YR\nOvid MEDLINE(R),One,1234-5679,12,3,2019\n").records.at(0);
        QCOMPARE(ovid.issn + " " + ovid.volume + " " + ovid.issue, std::string("1234-5679 12 3"));
        const Record frame = read("title,abstract,doi,date\nOne,None,<NA>,NaT\n").records.at(0); // pandas
        QVERIFY(frame.abstract.empty() && frame.extra.empty());
        const Record jabref = read("Title,BibliographyType\nOne,7\n").records.at(0);
        QCOMPARE(jabref.type, std::string());
        QCOMPARE(jabref.extra, (std::vector<std::pair<std::string, std::string>>{{"BibliographyType", "7"}}));
    }

    void headersOfVendors()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, title);
        QFETCH(QByteArray, authors);
        QFETCH(int, year);
        QFETCH(QByteArray, id);
        const Collect got = read(text.toStdString());
        QCOMPARE(got.records.size(), size_t(1));
        const Record& r = got.records.front();
        QCOMPARE(r.title, title.toStdString());
        QCOMPARE(QByteArray::fromStdString(names(r)), authors);
        QCOMPARE(r.year, year);
        QCOMPARE(!r.doi.empty() ? r.doi : !r.pmid.empty() ? r.pmid : r.nct, id.toStdString());
    }

    void quotedLineEndsAndRaggedRows()
    {
        const Collect got = read("Title,Abstract,Year\n\"One\",\"First line.\nSecond, with \"\"quotes\"\".\",2019\n"
                                 "Two\nlabels for citations that nobody screened\nThree,,2017,,\n");
        QCOMPARE(got.records.size(), size_t(2));
        QCOMPARE(got.records[0].abstract, std::string("First line.\nSecond, with \"quotes\"."));
        QCOMPARE(got.records[1].title, std::string("Three"));
        QCOMPARE(got.bad.size(), size_t(2)); // of one cell: a heading, as far as one can tell
        QCOMPARE(got.bad[1].line, qint64(5));
        QCOMPARE(got.bad[1].why, Unreadable::Why::WrongColumnCount);
    }

    /// Commas cut a list of references in cells, and initials are headings elsewhere: "T.I." is no title.
    /// Each line was put in quotes once more, with its header or without.
    void linesInQuotes()
    {
        const char* rows
            = "\"One, and more,\"\"Lima, A.; Burt, B.\"\",\"\"Said \"\"\"\"so\"\"\"\"\nand went\"\",2019\"\n"
              "Two,\"Dee, C.\",,2020\n";
        for (const char* header : {"Title,Authors,Abstract,Year\n", "\"Title,\"\"Authors\"\",Abstract,Year\"\n"}) {
            Collect got = read(std::string(header)
                               + "\"\"\"One, and more\"\",\"\"Lima, A.; Burt, B.\"\",\"\"Said "
                                 "\"\"\"\"so\"\"\"\"\nand went\"\",2019\"\nTwo,\"Dee, C.\",,2020\n");
            QCOMPARE(got.records.size(), size_t(2));
            QVERIFY(got.bad.empty());
            QCOMPARE(got.records[0].title, std::string("One, and more"));
            QCOMPARE(names(got.records[0]), std::string("Lima A.; Burt B."));
            QCOMPARE(got.records[0].abstract, std::string("Said \"so\"\nand went"));
            QCOMPARE(got.records[0].year, 2019);
            QCOMPARE(names(got.records[1]), std::string("Dee C."));
            got = read(std::string(header) + rows); // not so many cells as columns
            QCOMPARE(got.records.size(), size_t(1));
            QCOMPARE(got.bad.size(), size_t(1));
        }
    }

    void referencesAreNoHeader()
    {
        const std::string few = "Lim, T.I., Novak, A.B., Burt, D.I., (2017) Pain, 1, pp. 1-2";
        std::string many;
        for (int i = 0; i < 40; ++i)
            many += "Ng, T.I., Au, A.B., Do, A.U., Ep, S.P., Py, D.A., So, J.T., Is, V.L., Lee, J.O., (2017) Pain, 1, "
                    "pp. "
                    "1-2; ";
        for (const std::string& references : {few, many, "\"" + many + "\""}) {
            const Collect got = read("Title\tYear\tReferences\nWalking\t2019\t" + references + "\nRunning\t2018\t\n");
            QCOMPARE(got.records.size(), size_t(2));
            QCOMPARE(got.records[0].title, std::string("Walking"));
            QCOMPARE(got.records[1].year, 2018);
        }
    }

    void oneLoneQuoteCostsOneRowAndLittleTime()
    {
        std::string text = "Title,Authors,Year\nOne,\"Lima, Ana,2019\n";
        constexpr int rows = 60000;
        for (int i = 0; i < rows; ++i)
            text += "Title " + std::to_string(i) + ",\"Burt, Ben\",2018\n";
        QElapsedTimer timer;
        timer.start();
        const Collect got = read(text);
        QVERIFY(got.records.size() >= size_t(rows));
        QCOMPARE(got.records.back().title, std::string("Title 59999"));
        QCOMPARE(got.bad.size(), size_t(1));
        QCOMPARE(got.bad.front().line, qint64(2));
        QVERIFY2(timer.elapsed() < 60000, "not linear");
    }

    void anUnknownHeaderIsSampled()
    {
        const std::string text = "Nr;Was;Wer;Wann\n1;Eins;Lima, Ana;2019\n2;;Burt, Ben;2018\n3;Drei;;2017\n";
        Dialect none;
        QVERIFY(!findDialect(text, none));
        const auto sample = sampleTable(text);
        QVERIFY(sample);
        QCOMPARE(sample->columns.size(), size_t(4));
        QCOMPARE(sample->columns[1].heading, std::string("Was"));
        QCOMPARE(sample->columns[1].cells, (std::vector<std::string>{"Eins", "Drei"}));
        QCOMPARE(sample->columns[1].field, std::string("keep"));
        QVERIFY(!sampleTable("Dear Ben,\nplease find nothing.\n"));
        QVERIFY(!sampleTable("one line"));
    }

    void namedColumnsStandAboveTheirHeadings()
    {
        const std::string text = "Nr;Was;Wer;Wann;Title\n1;Eins;Lima, Ana;2019;Dr\n";
        const Collect got = read(text, {{"Was", "title"}, {"Wer", "authors"}, {"Wann", "year"}, {"Title", "keep"}});
        QCOMPARE(got.records.size(), size_t(1));
        const Record& r = got.records.front();
        QCOMPARE(r.title, std::string("Eins"));
        QCOMPARE(names(r), std::string("Lima Ana"));
        QCOMPARE(r.year, 2019);
        QCOMPARE(r.extra, (std::vector<std::pair<std::string, std::string>>{{"Nr", "1"}, {"Title", "Dr"}}));
        QVERIFY(read(text, {{"What", "title"}}).records.empty());
    }

    void aMapIsTheSameInAnyOrder()
    {
        const ColumnMap map{{"Was", "title"}, {"Wer", "authors"}};
        QCOMPARE(packColumns(map), packColumns({{"Wer", "authors"}, {"Was", "title"}}));
        QCOMPARE(unpackColumns(packColumns(map)), map);
        QCOMPARE(packColumns({}), std::string());
        QVERIFY(unpackColumns("Was\tnonsense").empty());
        Detected plain = table();
        Detected named = table(map);
        QCOMPARE(plain.reader(), std::string("csv"));
        QVERIFY(named.reader() != plain.reader());
        plain.encodingTold = true;
        QCOMPARE(plain.reader(), std::string("csv\nencoding\tutf-8"));
    }

    void toldEncodings()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.ris"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("TY  - JOUR\nTI  - Caf\xE9\nER  - \n");
        file.close();
        const auto guessed = detect(path);
        QVERIFY(guessed);
        QVERIFY(!guessed->encodingTold);
        const auto confirmed = detect(path, {{}, guessed->encoding.toUpper(), {}});
        QVERIFY(confirmed);
        QCOMPARE(confirmed->reader(), guessed->reader()); // the same ids
        const auto other = detect(path, {{}, QStringLiteral("MacRoman"), {}});
        QVERIFY(other);
        QCOMPARE(other->encoding, QStringLiteral("macintosh"));
        QVERIFY(other->reader() != guessed->reader());
        Collect sink;
        QVERIFY(readFile(path, *other, sink));
        QCOMPARE(sink.records.front().title, std::string("Caf\xC3\x88"));
        const auto unknown = detect(path, {{}, QStringLiteral("klingon"), {}});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::BadInput);
        QCOMPARE(unknown.error().context, QStringLiteral("klingon"));
        for (const char* name : encodings())
            QVERIFY2(makeDecoder(QString::fromLatin1(name)), name);
    }

    void rayyanNotes()
    {
        Record r;
        r.extra = {{"notes",
                    "RAYYAN-INCLUSION: {\"Ana\"=>\"Included\", \"Ben \\\"B\\\"\"=>\"Excluded\", \"Cara\"=>\"Maybe\"} | "
                    "RAYYAN-LABELS: cohort,ask authors | RAYYAN-EXCLUSION-REASONS: wrong population,wrong design | "
                    "USER-NOTES: {\"Ben\"=>[\"animals, only\", \"really\"]}"}};
        takeForeignMarks(r);
        QCOMPARE(r.marks.size(), size_t(7));
        QCOMPARE(r.marks[0], (CarriedMark{Kind::Vote, "Ana", "", "include", ""}));
        QCOMPARE(r.marks[1], (CarriedMark{Kind::Vote, "Ben \"B\"", "", "exclude", "wrong population\nwrong design"}));
        QCOMPARE(r.marks[2], (CarriedMark{Kind::Vote, "Cara", "", "maybe", ""}));
        QCOMPARE(r.marks[3], (CarriedMark{Kind::Label, "", "", "cohort", ""}));
        QCOMPARE(r.marks[5], (CarriedMark{Kind::Note, "Ben", "", "animals, only", ""}));
        QCOMPARE(r.marks[6], (CarriedMark{Kind::Note, "Ben", "", "really", ""}));
        QCOMPARE(r.extra.size(), size_t(1)); // the text stays
    }

    void rayyanNotesCutAnywhereAreHarmless()
    {
        const std::string whole = "RAYYAN-INCLUSION: {\"Ana\"=>\"Excluded\"} | RAYYAN-LABELS: a,__EXR__wrong design | "
                                  "USER-NOTES: {\"Ana\"=>[\"x\", \"y\\\\\"]}";
        for (size_t n = 0; n <= whole.size(); ++n) {
            Record r;
            r.extra = {{"N1", whole.substr(0, n)}};
            takeForeignMarks(r);
            QVERIFY(r.marks.size() <= 4);
        }
        Record r;
        r.extra = {{"N1", whole}};
        takeForeignMarks(r);
        QCOMPARE(r.marks[0].reason, std::string("wrong design"));
        QCOMPARE(r.marks[1], (CarriedMark{Kind::Label, "Ana", "", "a", ""})); // the only voter's
    }

    void labelColumns()
    {
        const Collect got = read("title,included,notes\nOne,1,ASReview_relevant\nTwo,0,\nThree,-1,\nFour,,\n");
        QCOMPARE(got.records.size(), size_t(4));
        QCOMPARE(got.records[0].marks, (std::vector<CarriedMark>{{Kind::Vote, "included", "", "include", ""}}));
        QCOMPARE(got.records[1].marks.front().value, std::string("exclude"));
        QVERIFY(got.records[2].marks.empty());
        QVERIFY(got.records[3].marks.empty());
        QCOMPARE(got.records[0].extra.front(), (std::pair<std::string, std::string>{"included", "1"})); // kept as well
        const Collect abstrackr
            = read("(internal) id,title,consensus,ana,ben\n1,One,1,1,1\n2,Two,-1,0,-1\n3,Three,o,,\n");
        QCOMPARE(abstrackr.records[0].marks.size(), size_t(3));
        QCOMPARE(abstrackr.records[1].marks,
                 (std::vector<CarriedMark>{{Kind::Vote, "ana", "", "maybe", ""},
                                           {Kind::Vote, "ben", "", "exclude", ""},
                                           {Kind::Decision, "", "", "exclude", ""}}));
        QVERIFY(abstrackr.records[2].marks.empty());
        const Collect named
            = read("Titel;Ana;Grund\nEins;nein;Tiere\nZwei;exclude;Tiere\n", {{"Ana", "vote"}, {"Grund", "reason"}});
        QVERIFY(named.records[0].marks.empty()); // no word that we know: kept, not guessed
        QCOMPARE(named.records[1].marks, (std::vector<CarriedMark>{{Kind::Vote, "Ana", "", "exclude", "Tiere"}}));
    }

    void statedReasons()
    {
        Record r;
        r.extra = {{"Tags", "x"}, {"Notes", "Exclusion reason: Wrong study design; Ben: I agree"}};
        QCOMPARE(statedReason(r), std::string("Wrong study design"));
        r.extra.clear();
        QCOMPARE(statedReason(r), std::string());
    }

    void singleEntriesMakeAFileAgain()
    {
        const std::string head = "\"SEARCH\"\n\"honey\"\n\"Title\";\"Publication\nYear\"\nOne;2019\nbroken\n";
        const Collect row = read(fileOfEntries(table(), head, {"Two;2018", "Three;2017"}));
        QCOMPARE(row.records.size(), size_t(2));
        QCOMPARE(row.records[1].year, 2017);
        for (const char* id : {"ris", "csv"}) {
            const Format& format = *findFormat(QString::fromLatin1(id));
            Record wanted;
            wanted.title = "One";
            std::string text;
            const auto writer = format.makeWriter();
            writer->begin(text);
            writer->write(wanted, text);
            writer->end(text);
            const Detected reading{&format, QStringLiteral("utf-8"), {}};
            Collect sink;
            const std::string entry = format.framing.header ? text.substr(text.find('\n') + 1) : text;
            QVERIFY(readText(reading, fileOfEntries(reading, text, {entry}), sink));
            QVERIFY2(!sink.records.empty() && sink.records.front().title == "One", format.id);
        }
        const Detected endnote{findFormat(u"endnote-xml"), QStringLiteral("utf-8"), {}};
        Collect sink;
        const std::string entry = "<record><titles><title>One</title></titles></record>";
        QVERIFY(readText(endnote, fileOfEntries(endnote, {}, {entry, entry}), sink));
        QCOMPARE(sink.records.size(), size_t(2));
    }

    void linesBeginWhereTheReaderCountsThem()
    {
        QCOMPARE(lineStart("a\nbc\r\nd\n", 1), size_t(0));
        QCOMPARE(lineStart("a\nbc\r\nd\n", 3), size_t(6));
        QCOMPARE(lineStart("a\rb\rc", 3), size_t(4));
        QCOMPARE(lineStart("a\n", 5), npos);
    }
};

WINNOW_TEST(TablesTest)

} // namespace suite_tables

#include "test_tables.moc"
