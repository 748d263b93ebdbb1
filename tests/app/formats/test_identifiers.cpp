// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CheckedNumbers.h"
#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/Types.h"
#include "support/Suite.h"

namespace suite_identifiers {

using namespace winnow;
using namespace winnow::formats;

namespace {
QByteArray bytes(const std::string& text)
{
    return QByteArray::fromStdString(text);
}
} // namespace

class TestIdentifiers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doi_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("doi");
        QTest::newRow("plain") << QByteArray("10.1234/ABC.5") << QByteArray("10.1234/abc.5");
        QTest::newRow("resolver") << QByteArray("https://doi.org/10.1234/abc.5") << QByteArray("10.1234/abc.5");
        QTest::newRow("old resolver") << QByteArray("http://dx.doi.org/10.1371/journal.pone.0298242")
                                      << QByteArray("10.1371/journal.pone.0298242");
        QTest::newRow("label and full stop")
            << QByteArray("doi: 10.1021/ja507655x. Epub 2014") << QByteArray("10.1021/ja507655x");
        QTest::newRow("percent signs") << QByteArray("https://x.org/?doi=10.1038%2fs41467-024-46843-2&partnerID=40")
                                       << QByteArray("10.1038/s41467-024-46843-2");
        QTest::newRow("brackets of the DOI")
            << QByteArray("10.1016/S0140-6736(05)67889-6") << QByteArray("10.1016/s0140-6736(05)67889-6");
        QTest::newRow("brackets around it") << QByteArray("(10.1016/j.x.2001.01)") << QByteArray("10.1016/j.x.2001.01");
        QTest::newRow("INSPEC") << QByteArray("[10.1049/el:19990612]") << QByteArray("10.1049/el:19990612");
        QTest::newRow("old Wiley") << QByteArray("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2")
                                   << QByteArray("10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2");
        QTest::newRow("glued field") << QByteArray("10.1038/s41598-024     LK  - http")
                                     << QByteArray("10.1038/s41598-024");
        QTest::newRow("version") << QByteArray("v10.1234/x in text") << QByteArray("10.1234/x");
        QTest::newRow("number") << QByteArray("pages 110.1234/5") << QByteArray();
        QTest::newRow("no suffix") << QByteArray("10.1234/") << QByteArray();
        QTest::newRow("no registrant") << QByteArray("10.12/abc") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void doi()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, doi);
        QCOMPARE(bytes(findDoi(text.toStdString())), doi);
    }

    /// Texts are read up to a limit. What the limit cuts is not taken for an identifier; what stands before it is.
    void nothingIsCut()
    {
        const std::string endless = "10.1234/" + std::string(5000, 'a');
        QCOMPARE(bytes(findDoi(endless)), QByteArray());
        QCOMPARE(bytes(doiOfLink("https://doi.org/" + endless)), QByteArray());
        QCOMPARE(bytes(findDoi("10.1234/b " + endless)), QByteArray("10.1234/b"));
        const std::string text(4090, ' ');
        QCOMPARE(bytes(pmcidOf(text + "PMC1234567")), QByteArray());
        QCOMPARE(bytes(pmcidOf(text.substr(20) + "PMC1234567 ")), QByteArray("PMC1234567"));
    }

    void doiOnlyInLinks()
    {
        QCOMPARE(bytes(doiOfLink("https://link.springer.com/article/10.1007/s11469-019-0056-4/fulltext.html")),
                 QByteArray("10.1007/s11469-019-0056-4"));
        QCOMPARE(bytes(doiOfLink("http://proxy.example/x; http://dx.doi.org/10.1234/a")), QByteArray("10.1234/a"));
        QCOMPARE(bytes(doiOfLink("References: Foo (2001) 10.9999/not.mine")), QByteArray());
        QCOMPARE(bytes(doiOfLink("an essay on 10.1234/a and more")), QByteArray());
    }

    void pmid()
    {
        QCOMPARE(bytes(pmidOf("12345678")), QByteArray("12345678"));
        QCOMPARE(bytes(pmidOf("PUBMED 21314913")), QByteArray("21314913"));
        QCOMPARE(bytes(pmidOf("PMID: 21314913")), QByteArray("21314913"));
        QCOMPARE(bytes(pmidOf("35957633 [PMID]")), QByteArray("35957633"));
        QCOMPARE(bytes(pmidOf("MEDLINE:12625150")), QByteArray("12625150"));
        QCOMPARE(bytes(pmidOf("12625150.0")), QByteArray("12625150"));
        QCOMPARE(bytes(pmidOf("https://pubmed.ncbi.nlm.nih.gov/32424665/")), QByteArray("32424665"));
        QCOMPARE(bytes(pmidOf("http://www.ncbi.nlm.nih.gov/pubmed/25647015")), QByteArray("25647015"));
        QCOMPARE(bytes(pmidOf("176404503")), QByteArray());
        QCOMPARE(bytes(pmidOf("WOS:000376252000001")), QByteArray());
        QCOMPARE(bytes(labelledPmid("12345678")), QByteArray());
        QCOMPARE(bytes(labelledPmid("Retraction in: X. PMID: 37502092")), QByteArray());
    }

    void otherIds()
    {
        QCOMPARE(bytes(pmcidOf("PMC9359172 [PMCID]")), QByteArray("PMC9359172"));
        QCOMPARE(bytes(pmcidOf("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7932953/")), QByteArray("PMC7932953"));
        QCOMPARE(bytes(pmcidOf("https://pmc.ncbi.nlm.nih.gov/articles/PMC4/")), QByteArray("PMC4"));
        QCOMPARE(bytes(pmcidOf("https://europepmc.org/article/PMC/PMC5")), QByteArray("PMC5"));
        QCOMPARE(bytes(pmcidOf("PMCID: PMC12")), QByteArray("PMC12"));
        QCOMPARE(bytes(pmcidOf("EPMC12")), QByteArray());
        QCOMPARE(bytes(findNct("ClinicalTrials.gov/NCT01234567")), QByteArray("NCT01234567"));
        QCOMPARE(bytes(findNct("NCT0123456")), QByteArray());
        QCOMPARE(bytes(nctOf("https://clinicaltrials.gov/show/nct01234567")), QByteArray("NCT01234567"));
        QCOMPARE(bytes(nctOf("we compared NCT01234567 with others")), QByteArray());
    }

    void year_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("year");
        QTest::newRow("plain") << QByteArray("2014") << 2014;
        QTest::newRow("RIS date") << QByteArray("2024/04/03/") << 2024;
        QTest::newRow("day first") << QByteArray("4/3/2024") << 2024;
        QTest::newRow("words") << QByteArray("15 Nov. 1997") << 1997;
        QTest::newRow("digits") << QByteArray("20220518") << 2022;
        QTest::newRow("Python") << QByteArray("{'Year': '2021', 'Month': 'May'}") << 2021;
        QTest::newRow("no year") << QByteArray("10 15") << 0;
        QTest::newRow("too long") << QByteArray("12019") << 0;
        QTest::newRow("far") << QByteArray("9999") << 0;
    }
    void year()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, year);
        QCOMPARE(yearOf(text.toStdString()), year);
    }

    void name_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("parts"); // family/given/suffix/C
        QTest::newRow("commas") << QByteArray("Lima, Ana") << QByteArray("Lima/Ana//");
        QTest::newRow("suffix") << QByteArray("van der Berg, Jan, Jr") << QByteArray("van der Berg/Jan/Jr/");
        QTest::newRow("MEDLINE") << QByteArray("Smith JA") << QByteArray("Smith/JA//");
        QTest::newRow("MEDLINE suffix") << QByteArray("Smith JA Jr") << QByteArray("Smith/JA/Jr/");
        QTest::newRow("MEDLINE full name") << QByteArray("Burt, Robert C 3rd") << QByteArray("Burt/Robert C/3rd/");
        QTest::newRow("suffix alone") << QByteArray("Burt, Jr") << QByteArray("Burt//Jr/");
        QTest::newRow("torn collective") << QByteArray("Group, The Example Study")
                                         << QByteArray("The Example Study Group///C");
        QTest::newRow("Embase") << QByteArray("van den Berg G.-J.") << QByteArray("van den Berg/G.-J.//");
        QTest::newRow("given first") << QByteArray("Jason R. C. Nurse") << QByteArray("Nurse/Jason R. C.//");
        QTest::newRow("particle") << QByteArray("Max Van Kleek") << QByteArray("Kleek/Max Van//");
        QTest::newRow("small particle") << QByteArray("Anna de Waal") << QByteArray("de Waal/Anna//");
        QTest::newRow("one word") << QByteArray("Selvamani") << QByteArray("Selvamani///");
        QTest::newRow("collective") << QByteArray("World Health Organization")
                                    << QByteArray("World Health Organization///C");
        QTest::newRow("EndNote collective") << QByteArray("RECOVERY,") << QByteArray("RECOVERY///C");
        QTest::newRow("Scopus number") << QByteArray("Wilson, Lauren N. (58975547800)")
                                       << QByteArray("Wilson/Lauren N.//");
    }
    void name()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, parts);
        const Author a = authorFrom(written.toStdString());
        QCOMPARE(bytes(a.family + "/" + a.given + "/" + a.suffix + "/" + (a.collective ? "C" : "")), parts);
    }

    void cell_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("names");
        QTest::newRow("semicolons") << QByteArray("Lima, A.; Burt, B.") << QByteArray("Lima, A.|Burt, B.");
        QTest::newRow("and") << QByteArray("Lima, A. and Burt, B.") << QByteArray("Lima, A.|Burt, B.");
        QTest::newRow("bars") << QByteArray("Massimo Aria|Corrado Cuccurullo")
                              << QByteArray("Aria, Massimo|Cuccurullo, Corrado");
        QTest::newRow("Python") << QByteArray("['Marx, Karl', \"O'Neil, J\"]") << QByteArray("Marx, Karl|O'Neil, J");
        QTest::newRow("PubMed") << QByteArray("Lim SM, Shiau CWC, Lau Y.") << QByteArray("Lim, SM|Shiau, CWC|Lau, Y");
        QTest::newRow("Embase") << QByteArray("Liu R., Adler D.G.") << QByteArray("Liu, R.|Adler, D.G.");
        QTest::newRow("one") << QByteArray("Lima, Ana") << QByteArray("Lima, Ana");
        QTest::newRow("full names") << QByteArray("Joseph Rottman, Erran Carmel")
                                    << QByteArray("Rottman, Joseph|Carmel, Erran");
        QTest::newRow("PubMed with a group") << QByteArray("Lima A, Burt BC 3rd; STEP Study Group.")
                                             << QByteArray("Lima, A|Burt, BC, 3rd|STEP Study Group");
        QTest::newRow("one and initials") << QByteArray("Le Goff, A.") << QByteArray("Le Goff, A.");
        QTest::newRow("Embase without blanks") << QByteArray("Lima A.,Burt B.C.") << QByteArray("Lima, A.|Burt, B.C.");
        QTest::newRow("Springer") << QByteArray("Ana LimaBob McDonaldJan van der Berg")
                                  << QByteArray("Lima, Ana|McDonald, Bob|van der Berg, Jan");
        QTest::newRow("nobody's seam") << QByteArray("Ronald McDonald") << QByteArray("McDonald, Ronald");
        QTest::newRow("nobody") << QByteArray("[No author name available]") << QByteArray("");
        QTest::newRow("pairs") << QByteArray("Smith, John, Doe, Jane") << QByteArray("Smith, John|Doe, Jane");
    }
    void cell()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, names);
        std::string got;
        for (const Author& author : authorsFromCell(cell.toStdString()))
            got += (got.empty() ? "" : "|") + displayName(author);
        QCOMPARE(bytes(got), names);
    }

    void types()
    {
        QCOMPARE(bytes(typeWord("JOUR")), QByteArray("Journal article"));
        QCOMPARE(bytes(typeWord("journalArticle")), QByteArray("Journal article"));
        QCOMPARE(bytes(typeWord("Registry entry")), QByteArray("Registry entry"));
        QCOMPARE(std::string(risCode("Journal article")), std::string("JOUR"));
        QCOMPARE(std::string(risCode("Aggregated database")), std::string("AGGR"));
        for (const char* code : {"BOOK", "CHAP", "THES", "UNPB", "ART", "COMP", "CLSWK"})
            QCOMPARE(std::string(risCode(typeWord(code))), std::string(code));
    }

    void standardNumbers()
    {
        QCOMPARE(issnOf("1234-5679"), std::string("1234-5679"));
        QCOMPARE(issnOf("0360-1315 (Print) 1873-782X (Online)"), std::string("0360-1315"));
        QCOMPARE(issnOf("2434561x"), std::string("2434-561X"));
        QCOMPARE(issnOf("1234-5678"), std::string()); // wrong check digit
        QCOMPARE(isbnOf("978-3-86490-311-3"), std::string("9783864903113"));
        QCOMPARE(isbnOf("ISBN 0-306-40615-2 (hbk)"), std::string("9780306406157"));
        QCOMPARE(isbnOf("978-3-86490-311-4"), std::string());
        QCOMPARE(isbnOf("2015"), std::string());
        using Numbers = std::vector<std::string>;
        QCOMPARE(issnsOf("0360-1315 (Print) 1873-782X (Online)"), (Numbers{"0360-1315", "1873-782X"}));
        QCOMPARE(issnsOf("1234-5679 24345615 2434-561X"), (Numbers{"1234-5679", "2434-561X"}));
        QCOMPARE(isbnsOf("0306406152 978 3 86490 311 3"), (Numbers{"9780306406157", "9783864903113"}));
    }
};

WINNOW_TEST(TestIdentifiers)

} // namespace suite_identifiers

#include "test_identifiers.moc"
