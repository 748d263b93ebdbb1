// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/SerialNumbers.h"
#include "formats/Write.h"
#include "support/Suite.h"

namespace suite_serials {

using namespace winnow;
using namespace winnow::formats;

namespace {

using Extra = std::vector<std::pair<std::string, std::string>>;

std::string fileOf(const char* format, const Record& record)
{
    const auto writer = makeWriter(*findFormat(QString::fromLatin1(format)));
    std::string out;
    writer->begin(out);
    writer->write(record, out);
    writer->end(out);
    return out;
}

/// Those extra fields that have one of the names.
Extra extras(const Record& record, std::initializer_list<std::string_view> names)
{
    Extra some;
    for (const auto& field : record.extra) {
        if (std::find(names.begin(), names.end(), field.first) != names.end())
            some.push_back(field);
    }
    return some;
}

} // namespace

/// ISSN and ISBN wherever vendors put them.
class SerialsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormat_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("issn");
        QTest::addColumn<QByteArray>("isbn");
        const auto row
            = [](const char* name, const char* format, const char* text, const char* issn, const char* isbn) {
                  QTest::newRow(name) << QByteArray(format) << QByteArray(text) << QByteArray(issn) << QByteArray(isbn);
              };
        row("RIS", "ris", "TY  - JOUR\nTI  - T\nSN  - 12345679\nER  - \n", "1234-5679", "");
        row("RIS, several", "ris", "TY  - JOUR\nTI  - T\nSN  - 1234-5679 (Print)\nSN  - 2434-561x\nER  - \n",
            "1234-5679; 2434-561X", "");
        row("RIS, lines of one field", "ris", "TY  - JOUR\nTI  - T\nSN  - 1234-5679\n2434-561X\nER  - \n",
            "1234-5679; 2434-561X", "");
        row("RIS, a book", "ris", "TY  - BOOK\nTI  - T\nSN  - 978-3-86490-311-3\nER  - \n", "", "9783864903113");
        row("RIS, old ISBN", "ris", "TY  - BOOK\nTI  - T\nSN  - 0-306-40615-2 (hbk)\nER  - \n", "", "9780306406157");
        row("NBIB", "nbib", "PMID- 1\nIS  - 1234-5679 (Electronic)\nIS  - 2434-561X (Linking)\nTI  - T\n",
            "1234-5679; 2434-561X", "");
        row("NBIB, a book", "nbib", "PMID- 1\nISBN- 9783864903113\nTI  - T\n", "", "9783864903113");
        row("PubMed XML", "pubmed-xml",
            "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal>"
            "<ISSN IssnType=\"Print\">1234-5679</ISSN></Journal><ArticleTitle>T</ArticleTitle></Article>"
            "<MedlineJournalInfo><ISSNLinking>2434-561X</ISSNLinking></MedlineJournalInfo>"
            "</MedlineCitation></PubmedArticle></PubmedArticleSet>",
            "1234-5679; 2434-561X", "");
        row("PubMed XML, a book", "pubmed-xml",
            "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID><Book><BookTitle>T</BookTitle>"
            "<Isbn>9783864903113</Isbn></Book></BookDocument></PubmedBookArticle></PubmedArticleSet>",
            "", "9783864903113");
        row("EndNote XML", "endnote-xml",
            "<xml><records><record><titles><title>T</title></titles><isbn>1234-5679 (Print)&#xD;978-3-86490-311-3"
            "</isbn></record></records></xml>",
            "1234-5679", "9783864903113");
        row("EndNote tagged", "refer", "%0 Journal Article\n%T T\n%@ 1234-5679\n", "1234-5679", "");
        row("BibTeX", "bibtex", "@book{k, title = {T}, ISSN = {1234-5679}, isbn = {0-306-40615-2}}\n", "1234-5679",
            "9780306406157");
        row("Web of Science", "wos",
            "FN x\nVR 1.0\nPT J\nTI T\nSN 1234-5679\nEI 2434-561X\nBN 978-3-86490-311-3\nER\n\nEF\n",
            "1234-5679; 2434-561X", "9783864903113");
        row("CSL-JSON", "csl-json",
            "[{\"title\": \"T\", \"ISSN\": \"1234-5679, 2434-561X\", \"ISBN\": "
            "\"9783864903113\"}]",
            "1234-5679; 2434-561X", "9783864903113");
        row("Scopus", "csv", "Title,ISSN,ISBN\nT,12345679,9783864903113\n", "1234-5679", "9783864903113");
        row("IEEE, Rayyan", "csv", "Title,Print ISSN,E-ISSN,ISBNs\nT,1234-5679,2434561X,978-3-86490-311-3\n",
            "1234-5679; 2434-561X", "9783864903113");
        row("Ovid", "ovid", "<1>\nTitle\n  T\nISSN Print\n  1234-5679\nISBN\n  9783864903113\n", "1234-5679",
            "9783864903113");
        row("Zotero RDF", "zotero-rdf",
            "<rdf:RDF xmlns:rdf=\"r\" xmlns:z=\"z\" xmlns:dc=\"d\" xmlns:dcterms=\"t\" xmlns:bib=\"b\">"
            "<bib:Article rdf:about=\"#1\"><z:itemType>journalArticle</z:itemType><dc:title>T</dc:title>"
            "<dcterms:isPartOf><bib:Journal><dc:identifier>ISSN 1234-5679</dc:identifier></bib:Journal>"
            "</dcterms:isPartOf><dc:identifier>ISBN 978-3-86490-311-3</dc:identifier></bib:Article></rdf:RDF>",
            "1234-5679", "9783864903113");
        row("wrong check digits", "ris", "TY  - JOUR\nTI  - T\nSN  - 1234-5678\nSN  - 978-3-86490-311-4\nER  - \n", "",
            "");
    }
    void everyFormat()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, text);
        const Collect read = readText(format.constData(), text.toStdString());
        QCOMPARE(read.records.size(), std::size_t(1));
        const Record& record = read.records.front();
        QCOMPARE(record.title, std::string("T"));
        QTEST(QByteArray::fromStdString(record.issn), "issn");
        QTEST(QByteArray::fromStdString(record.isbn), "isbn");
        for (const Format& each : registry()) { // and from there through every writer
            if (!each.writes)
                continue;
            const Collect again = readText(each.id, fileOf(each.id, record));
            QVERIFY2(again.records == read.records, each.id);
        }
    }

    /// What a field says beside the number, and numbers that cannot be right, stay as they were written.
    void nothingIsLost()
    {
        const auto ris = [](const std::string& fields) {
            return readText("ris", "TY  - JOUR\nTI  - T\n" + fields + "ER  - \n").records.at(0);
        };
        QCOMPARE(ris("SN  - 1234-5679\n").extra, Extra());
        QCOMPARE(ris("SN  - 1234-5679; 978-3-86490-311-3\n").extra, Extra());
        QCOMPARE(ris("SN  - 1234-5679 (Print)\n").extra, (Extra{{"SN", "1234-5679 (Print)"}}));
        QCOMPARE(ris("SN  - 1234-5678\n").extra, (Extra{{"SN", "1234-5678"}}));
        QCOMPARE(ris("SN  - 1234-5679; 1234-5678\n").extra, (Extra{{"SN", "1234-5679; 1234-5678"}}));
        const Record wos = readText("wos", "PT J\nTI T\nSN 1234-5679\nEI 2434-561X\nER\n").records.at(0);
        QCOMPARE(extras(wos, {"SN", "EI"}), (Extra{{"EI", "2434-561X"}})); // that it is the electronic one
        const Record table = readText("csv", "Title,Print ISSN,ISSN\nT,1234-5679,none\n").records.at(0);
        QCOMPARE(table.extra, (Extra{{"Print ISSN", "1234-5679"}, {"ISSN", "none"}}));
    }

    /// A number goes out where the format has a place for it, once.
    void written_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("ris") << QByteArray("ris") << QByteArray("SN  - 1234-5679\nSN  - 9783864903113\n");
        QTest::newRow("nbib") << QByteArray("nbib") << QByteArray("IS  - 1234-5679\nISBN- 9783864903113\n");
        QTest::newRow("bibtex") << QByteArray("bibtex") << QByteArray("issn = {1234-5679},\n  isbn = {9783864903113}");
        QTest::newRow("csl-json") << QByteArray("csl-json")
                                  << QByteArray("\"ISSN\": \"1234-5679\",\n  \"ISBN\": \"9783864903113\"");
        QTest::newRow("endnote-xml") << QByteArray("endnote-xml")
                                     << QByteArray("<isbn>1234-5679</isbn><isbn>9783864903113</isbn>");
        QTest::newRow("csv") << QByteArray("csv") << QByteArray(",1234-5679,9783864903113,");
    }
    void written()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, line);
        Record record;
        record.title = "T";
        record.issn = "1234-5679";
        record.isbn = "9783864903113";
        const std::string out = fileOf(format.constData(), record);
        QVERIFY2(out.find(line.constData()) != std::string::npos, out.c_str());
        QVERIFY2(out.find("exact | is") == std::string::npos, out.c_str());
        const std::string said = fileOf("ris",
                                        readText("ris",
                                                 "TY  - JOUR\nTI  - T\nSN  - 1234-5679 (Print)\nER  - "
                                                 "\n")
                                            .records.at(0));
        QCOMPARE(said.find("1234-5679"), said.rfind("1234-5679"));
    }

    void unsaid()
    {
        Record record;
        record.extra = {{"SN", "1234-5679 (Print)"}, {"ZZ", "2434-561X"}};
        QCOMPARE(unsaidNumbers("1234-5679; 2434-561X", record, "SN"), std::vector<std::string>{"2434-561X"});
        QCOMPARE(unsaidList("1234-5679; 2434-561X", record, "isbn"), std::string("1234-5679; 2434-561X"));
        QCOMPARE(unsaidList("", record, "SN"), std::string());
    }

    /// A chapter that takes what it lacks from its book.
    void crossref()
    {
        const Collect read = readText("bibtex",
                                      "@inbook{c, title = {T}, crossref = {b}}\n"
                                      "@book{b, title = {B}, isbn = {978-3-86490-311-3}}\n");
        QCOMPARE(read.records.at(0).isbn, std::string("9783864903113"));
    }
};

WINNOW_TEST(SerialsTest)

} // namespace suite_serials

#include "test_serials.moc"
