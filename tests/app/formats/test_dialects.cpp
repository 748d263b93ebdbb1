// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Exact.h"
#include "support/Suite.h"

namespace suite_dialects {

using namespace winnow;
using namespace winnow::formats;

namespace {

using Texts = std::vector<std::string>;

/// Reads a sample as a reviewer would: nobody says what it is.
Collect found(const char* sample, const char* format)
{
    const QString path = QStringLiteral(WINNOW_TEST_DATA "/formats/") + QLatin1String(sample);
    Collect read;
    const auto detected = detect(path);
    if (!detected || std::string_view(detected->format->id) != format)
        return read;
    const auto done = readFile(path, *detected, read);
    Q_UNUSED(done)
    return read;
}

Texts names(const Record& record)
{
    Texts all;
    for (const Author& author : record.authors)
        all.push_back(displayName(author));
    return all;
}

Texts titles(const Collect& read)
{
    Texts all;
    for (const Record& record : read.records)
        all.push_back(record.title);
    return all;
}

} // namespace

/// How hosts, reference managers, web pages and scripts in R write the formats, one sample each, made by hand.
class TestDialects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void risCopiedFromAMail()
    {
        const Collect read = found("ris/ok/copied-from-mail.ris", "ris");
        QCOMPARE(titles(read), (Texts{"Copied from a mail", "And another"}));
        QCOMPARE(read.records[0].abstract, std::string("Some text\nthat goes on."));
        QCOMPARE(read.spans[1].line, qint64(7));
    }

    void risFromAWebPage()
    {
        const Collect read = found("ris/ok/web-page.ris", "ris");
        QCOMPARE(titles(read), Texts{"Effects of <i>E. coli</i> & \xCE\xB2-blockers"});
        QCOMPARE(names(read.records[0]), Texts{"M\xC3\xBCller, J\xC3\xB6rg"});
        QCOMPARE(read.records[0].abstract,
                 std::string("p\xE2\x80\x89<\xE2\x80\x89"
                             "0.05 < 1; R&D; AT&T"));
        QCOMPARE(read.records[0].year, 2012);
    }

    /// LILACS has the country where others have the issue; EBSCO's own note may name the PMID.
    void risCountryNoteAndLink()
    {
        const Collect read = found("ris/ok/country-in-cp.ris", "ris");
        QCOMPARE(read.records.size(), size_t(1));
        const Record& r = read.records[0];
        QCOMPARE(r.issue, std::string());
        QCOMPARE(r.volume, std::string("53"));
        QCOMPARE(r.pmid, std::string("23000009"));
        QCOMPARE(r.pmcid, std::string("PMC7000010"));
        QCOMPARE(r.sourceId, std::string("104000001"));
        QCOMPARE(readText("ris", "TY  - JOUR\nTI  - T\nCP  - 3\nER  - \n").records[0].issue, std::string("3"));
    }

    void nbibWithoutBlanks()
    {
        const Collect read = found("nbib/ok/no-blank-behind-dash.nbib", "nbib");
        QCOMPARE(titles(read), Texts{"A title that goes on over a tab."});
        QCOMPARE(read.records[0].pmid, std::string("31000004"));
        QCOMPARE(read.records[0].doi, std::string("10.5555/nb.1"));
        QCOMPARE(names(read.records[0]), Texts{"Lima, Ana"});
    }

    void nbibOfOvid()
    {
        const Collect read = found("nbib/ok/ovid-medlars.txt", "nbib");
        QCOMPARE(titles(read), (Texts{"Honey for cough.", "Second paper."}));
        const Record& r = read.records[0];
        QCOMPARE(names(r), (Texts{"Kim, Hana", "Park, Soo Jin"}));
        QCOMPARE(r.journal + "|" + r.volume + "|" + r.issue + "|" + r.language,
                 std::string("Pediatrics|147|4|English"));
        QCOMPARE(r.pmid, std::string("33890001"));
        QCOMPARE(read.records[1].journal, std::string("BMJ"));
        QCOMPARE(read.records[1].year, 2021);
    }

    void tablesInOtherLanguages()
    {
        const Record german = found("csv/ok/german.csv", "csv").records.at(0);
        QCOMPARE(german.title,
                 std::string("Schlaf; und \xC3\x9C"
                             "bung"));
        QCOMPARE(names(german), (Texts{"M\xC3\xBCller, J\xC3\xB6rg", "Wei\xC3\x9F, Uwe"}));
        QCOMPARE(german.volume + "|" + german.issue + "|" + german.pages + "|" + german.language,
                 std::string("115|3|12-18|Deutsch"));
        QCOMPARE(german.abstract, std::string("Ziel: \"gut\" schlafen"));
        QCOMPARE(german.keywords, Texts{"Schlaf"});
        const Record chinese = found("csv/ok/chinese.csv", "csv").records.at(0);
        QCOMPARE(chinese.title, std::string("针刺治疗失眠"));
        QCOMPARE(names(chinese), (Texts{"张伟", "李娜"}));
        QCOMPARE(chinese.journal, std::string("中国针灸"));
        QCOMPARE(chinese.year, 2021);
        QCOMPARE(chinese.keywords, (Texts{"针刺", "失眠"}));
    }

    void trialsOfOtherRegisters()
    {
        const Collect read = found("csv/ok/ictrp.csv", "csv");
        QCOMPARE(read.records.size(), size_t(2));
        QCOMPARE(read.records[0].sourceId + "|" + read.records[0].database, std::string("ChiCTR2000030001|ICTRP"));
        QCOMPARE(read.records[0].year, 2020);
        QCOMPARE(read.records[0].type, std::string("Registry entry"));
        QCOMPARE(read.records[1].nct, std::string("NCT04300001"));
        QCOMPARE(read.records[1].database, std::string("ClinicalTrials.gov"));
    }

    void quotesBehindBackslashes()
    {
        const Collect read = found("csv/ok/backslashes.csv", "csv");
        QCOMPARE(titles(read), (Texts{"The \"gold\" standard, again", "Second"}));
        QCOMPARE(read.records[0].abstract, std::string("He said \"no\"."));
        QVERIFY(read.bad.empty());
        // where quotes are doubled, a backslash is one
        QCOMPARE(titles(readText("csv", "title,year\n\"C:\\\",2001\n\"D \"\"x\"\" \\\",2002\n")),
                 (Texts{"C:\\", "D \"x\" \\"}));
    }

    void accessionNumbersOfMedline()
    {
        const Collect read
            = readText("csv", "DB,Unique Identifier,Title\nOvid MEDLINE(R),31000015,One\nEmbase,2019,Two\n");
        QCOMPARE(read.records[0].pmid, std::string("31000015"));
        QCOMPARE(read.records[1].pmid, std::string());
    }

    void nestedColumnNames()
    {
        const Record r = found("csv/ok/semantic-scholar.csv", "csv").records.at(0);
        QCOMPARE(r.doi + "|" + r.pmid + "|" + r.journal + "|" + r.volume + "|" + r.pages,
                 std::string("10.5555/sem.1|31000001|JMIR|24|e1"));
    }

    void documentTypeBeforePublicationType()
    {
        const Record r = found("tsv/ok/wos-excel.tsv", "tsv").records.at(0);
        QCOMPARE(r.type, std::string("Article"));
        QCOMPARE(names(r), Texts{"Lima, Ana"});
    }

    void listOfCrossref()
    {
        const Record r = found("csl-json/ok/crossref.json", "csl-json").records.at(0);
        QCOMPARE(r.title, std::string("A title of Crossref"));
        QCOMPARE(r.doi, std::string("10.5555/cr.1"));
        QCOMPARE(names(r), (Texts{"Lima, Ana", "The Group"}));
        QCOMPARE(r.journal, std::string("Journal of Examples"));
        QCOMPARE(r.year, 2020);
    }

    void refworks()
    {
        const Collect read = found("refworks/ok/two.txt", "refworks");
        QCOMPARE(titles(read), (Texts{"Honey for a cough", "耳穴贴压的系统评价"}));
        Record wanted;
        wanted.title = "Honey for a cough";
        wanted.abstract = "A trial of honey.";
        wanted.authors = {{"Lima", "Ana", "", false}, {"Burt", "Ben", "", false}};
        wanted.year = 2015;
        wanted.journal = "Journal of Honey";
        wanted.volume = "40";
        wanted.issue = "3";
        wanted.pages = "120-128";
        wanted.doi = "10.5555/honey.1";
        wanted.issn = "1234-5679";
        wanted.keywords = {"Honey", "Cough"};
        wanted.language = "English";
        wanted.type = "Journal article";
        wanted.url = "https://example.org/honey";
        wanted.sourceId = "1234";
        wanted.extra = {{"SR", "Electronic(1)"}, {"JO", "J Honey"}};
        const Texts differences = packDifferences(wanted, read.records[0]);
        QVERIFY2(differences.empty(), differences.empty() ? "" : differences[0].c_str());
        const Record& thesis = read.records[1];
        QCOMPARE(thesis.type + "|" + thesis.volume + "|" + thesis.language, std::string("Thesis|2|中文"));
        QCOMPARE(thesis.keywords, (Texts{"耳穴", "失眠"}));
        const Collect strays
            = readText("refworks", contentOf(QStringLiteral(WINNOW_TEST_DATA "/formats/refworks/broken/strays.txt")));
        QCOMPARE(titles(strays), (Texts{"First", "The third lost its beginning"}));
        QVERIFY(!strays.bad.empty());
    }

    void noteExpress()
    {
        const Collect read = found("noteexpress/ok/two.txt", "noteexpress");
        QCOMPARE(titles(read), (Texts{"针刺治疗失眠的随机对照研究", "耳穴贴压"}));
        const Record& r = read.records[0];
        QCOMPARE(names(r), (Texts{"张伟", "李娜"}));
        QCOMPARE(r.abstract, std::string("目的：观察。\n方法：随机。"));
        QCOMPARE(r.journal + "|" + r.volume + "|" + r.issue + "|" + r.pages + "|" + r.doi + "|" + r.issn,
                 std::string("针灸|41|5|497-502|10.5555/zhen.1|1234-5679"));
        QCOMPARE(r.year, 2021);
        QCOMPARE(r.keywords, (Texts{"针刺", "失眠"}));
        QCOMPARE(read.records[1].extra.at(0).second, std::string("{Tutor}: 陈明"));
    }

    void cochraneText()
    {
        const Collect read = found("cochrane/ok/two.txt", "cochrane");
        QCOMPARE(titles(read), (Texts{"Honey versus sugar", "A second trial"}));
        const Record& r = read.records[0];
        QCOMPARE(names(r), (Texts{"Lima, A", "Burt, B"}));
        QCOMPARE(r.journal + "|" + r.volume + "|" + r.issue + "|" + r.pages + "|" + r.doi + "|" + r.pmid,
                 std::string("Journal of Honey|12|3|45-50|10.5555/honey.2|27000001"));
        QCOMPARE(r.sourceId + "|" + r.database, std::string("CN-01234567|CENTRAL"));
        QCOMPARE(r.keywords, (Texts{"Honey", "Sugar"}));
        QCOMPARE(read.spans[1].line, qint64(21));
    }

    /// Tables written as RIS in R: the type somewhere among the fields, NA for nothing.
    void risFromTables()
    {
        const Collect read
            = readText("ris",
                       "DB  - Ex\nTI  - One\nAB  - NA\nTY  - JOUR\nAU  - Lima, A.\nVL  - None\nER  - \n\n"
                       "DB  - Ex\nAU  - NA\nTY  - BOOK\nTI  - Two\nER  - \n");
        QCOMPARE(titles(read), (Texts{"One", "Two"}));
        QCOMPARE(names(read.records[0]), Texts{"Lima, A."});
        QCOMPARE(read.records[0].abstract + read.records[0].volume, std::string());
        QCOMPARE(read.records[1].type, std::string("Book"));
        QVERIFY(read.records[1].authors.empty());
        QCOMPARE(read.spans[1].line, qint64(9));
        QCOMPARE(titles(readText("ris", "TY  - BOOK\nTY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n")),
                 (Texts{"One", "Two"}));
        const Collect lost = readText("ris", "TI  - One\nER  - \nTI  - Two\n\nTY  - JOUR\nTI  - Three\nER  - \n");
        QCOMPARE(titles(lost), (Texts{"One", "Two", "Three"}));
    }

    /// All authors in one field, in the ways of tables; or a field for each letter of such a list.
    void risAllAuthorsInOne()
    {
        const auto authors = [](const std::string& fields) {
            return names(readText("ris", "TY  - JOUR\nTI  - T\n" + fields + "ER  - \n").records.at(0));
        };
        const Texts both{"Lima, Ana", "Burt, B."};
        QCOMPARE(authors("AU  - ['Lima, Ana', 'Burt, B.']\n"), both);
        QCOMPARE(authors("AU  - Lima, Ana and Burt, B.\n"), both);
        QCOMPARE(authors("AU  - Lima, Ana, Burt, B.\n"), both);
        QCOMPARE(authors("AU  - Lima A, van der Berg BC, Roe J\n"), (Texts{"Lima, A", "van der Berg, BC", "Roe, J"}));
        QCOMPARE(authors("AU  - Ana Lima, Bob C. Burt, Jan van der Berg\n"),
                 (Texts{"Lima, Ana", "Burt, Bob C.", "van der Berg, Jan"}));
        QCOMPARE(authors("A1  - Lima, Ana\nAU  - Lima, Ana\nAU  - Burt, B.\n"), both);
        QCOMPARE(authors("A1  - Lima, Ana\nAU  - Burt, B.\n"), both);
        std::string letters;
        for (const char c : std::string("['Lima, Ana', 'Burt, B.']"))
            letters += std::string("A1  - ") + c + "\n";
        QCOMPARE(authors(letters), both);
        QVERIFY(readText("ris", "TY  - JOUR\nTI  - T\nAU  - (STEPS), The Writing Committee of\nER  - \n")
                    .records.at(0)
                    .authors.at(0)
                    .collective);
        for (const char* one : {"Burt, Robert, III", "Department of Health, Ageing, and Care, Group B", "Lima, Ana"})
            QCOMPARE(authors(std::string("AU  - ") + one + "\n"), Texts{one});
        const Record listed = readText("ris", "TY  - JOUR\nTI  - T\nKW  - one, two, three\nER  - \n").records.at(0);
        QCOMPARE(listed.keywords, (Texts{"one", "two", "three"}));
        const Record mesh = readText("ris", "TY  - JOUR\nTI  - T\nKW  - Pain, Chronic\nER  - \n").records.at(0);
        QCOMPARE(mesh.keywords, Texts{"Pain, Chronic"});
    }

    /// What databases and catalogues add to a name.
    void namesWithMore()
    {
        const Record r = readText("ris",
                                  "TY  - JOUR\nTI  - T\nAU  - Werner, S. [Author, Reprint Author]\n"
                                  "AU  - Lima, Ana (ORCID: 0000-0002-1825-0097)\n"
                                  "AU  - Burt, B https://orcid.org/0000-0002-1825-0097\nAU  - Roe, Jane, 1950-\n"
                                  "AU  - et al.\nER  - \n")
                             .records.at(0);
        const Record eppi
            = readText("ris",
                       "TY  - JOUR\nTI  - T\nA1  - Lima Ana Maria\nA1  - van der Berg Jan\nA1  - Burt B C\n"
                       "A1  - Minist\xC3\xA9rio da Sa\xC3\xBA"
                       "de\nKW  - eppi-reviewer\nER  - \n")
                  .records.at(0);
        QCOMPARE(names(eppi),
                 (Texts{"Lima, Ana Maria", "van der Berg, Jan", "Burt, B C",
                        "Minist\xC3\xA9rio da Sa\xC3\xBA"
                        "de"}));
        QCOMPARE(names(r), (Texts{"Werner, S.", "Lima, Ana", "Burt, B", "Roe, Jane"}));
    }

    /// A note that is nothing but a number is the work's own; Zotero's Extra; EndNote's number; a register's address.
    void risNumbersElsewhere()
    {
        const auto record = [](const std::string& fields) {
            return readText("ris", "TY  - JOUR\nTI  - T\n" + fields + "ER  - \n").records.at(0);
        };
        QCOMPARE(record("N1  - doi: 10.1234/abc.5\n").doi, std::string("10.1234/abc.5"));
        QCOMPARE(record("N1  - Erratum: doi: 10.1234/abc.5\n").doi, std::string());
        QCOMPARE(record("N1  - PMID: 24000001\n").pmid, std::string("24000001"));
        QCOMPARE(record("N1  - PMID: 24000001 was retracted\n").pmid, std::string());
        const Record extra = record("M2  - Citation Key: lima\nPMID: 24000001\nPMCID: PMC7000001\n");
        QCOMPARE(extra.pmid, std::string("24000001"));
        QCOMPARE(extra.pmcid, std::string("PMC7000001"));
        const std::string host = "http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=medp&AN=24000001\n";
        QCOMPARE(record("DB  - Ovid MEDLINE(R)\nL2  - " + host).pmid, std::string("24000001"));
        QCOMPARE(record("DB  - Embase\nL2  - " + host).pmid, std::string());
        const std::string ebsco = "DP  - EBSCOhost\nN1  - Accession Number: 24000001; Keywords: Steps\nDB  - ";
        QCOMPARE(record(ebsco + "mdc\n").pmid, std::string("24000001"));
        QCOMPARE(record(ebsco + "ecn\n").pmid, std::string());
        QCOMPARE(record("DB  - MEDLINE\nID  - mdl-24000001\n").pmid, std::string("24000001"));
        QCOMPARE(record("M1  - 3\n").issue, std::string("3"));
        QCOMPARE(record("IS  - 4\nM1  - 3\n").issue, std::string("4"));
        QCOMPARE(record("M1  - Journal Article\n").issue, std::string());
        QCOMPARE(record("JA  - https://clinicaltrials.gov/show/NCT03456789\n").journal, std::string());
    }

    /// Ovid's tagged text: "<12. >" numbers, the source in one field, what each author did.
    void ovidAsMedline()
    {
        const Collect read = found("nbib/ok/ovid-numbers.txt", "nbib");
        QCOMPARE(titles(read), (Texts{"Walking after a conference.", "Methods for stairs", "A chapter."}));
        QVERIFY(read.bad.empty());
        const Record& first = read.records[0];
        QCOMPARE(names(first), (Texts{"Lima, L.", "van der Berg, J.S."}));
        QCOMPARE(first.journal, std::string("Example Proceedings"));
        QCOMPARE(first.volume, std::string("12"));
        QCOMPARE(first.issue, std::string("Supplement 3"));
        QCOMPARE(first.pages, std::string("101-109"));
        const Record& second = read.records[1];
        QCOMPARE(names(second), (Texts{"Werner, S. M.", "Burt, B."}));
        QCOMPARE(second.database, std::string("APA PsycInfo"));
        QCOMPARE(second.sourceId, std::string("2014-00001-001"));
        QCOMPARE(second.pmid, std::string("24000001"));
        QCOMPARE(second.journal, std::string("Journal of Stairs"));
        QCOMPARE(second.volume + "/" + second.issue + "/" + second.pages, std::string("28/2/11-19"));
        QCOMPARE(second.keywords, (Texts{"steps", "stairs"}));
        QCOMPARE(read.records[2].volume, std::string());
        const Record journals = readText("nbib",
                                         "<7. >\nVN  - Ovid Technologies\nDB  - Journals@Ovid\nAN  - 0001-2.\n"
                                         "AU  - Lima, Ana 1,2,*\nTI  - T\nSO  - Acta Example November/December "
                                         "2011;43(8):647-653\nLG  - English.\nDI  - 10.1234/abc.5\n")
                                    .records.at(0);
        QCOMPARE(names(journals), Texts{"Lima, Ana"});
        QCOMPARE(journals.journal, std::string("Acta Example"));
        QCOMPARE(journals.volume + "/" + journals.issue + "/" + journals.pages, std::string("43/8/647-653"));
        const Record dated
            = readText("nbib", "<1. >\nVN  - Ovid Technologies\nTI  - T\nSO  - Hydroex. 2007 15 June; 433-441.\n")
                  .records.at(0);
        QCOMPARE(dated.journal, std::string("Hydroex"));
        QCOMPARE(dated.volume, std::string());
        QCOMPARE(dated.year, 2007);
        QCOMPARE(journals.doi, std::string("10.1234/abc.5"));
        QCOMPARE(journals.language, std::string("English"));
        QCOMPARE(titles(readText("ovid", "<1. >\nTitle\n  One\n\n<2. >\nTitle\n  Two\n")), (Texts{"One", "Two"}));
    }

    /// An ER in RefWorks' text, a chapter's book; all names on one line (CNKI); a second list of authors in refer.
    void referAndRefworks()
    {
        const Collect refworks
            = readText("refworks",
                       "RT Book, Section\nA1 Roe, J.\nT1 A chapter\nT2 The book\nSN 9783161484100\nER "
                       "\n\nRT Journal Article\nT1 Two\nER\n");
        QCOMPARE(titles(refworks), (Texts{"A chapter", "Two"}));
        QCOMPARE(refworks.records[0].journal, std::string("The book"));
        QCOMPARE(refworks.records[0].isbn, std::string("9783161484100"));
        QVERIFY(refworks.records[0].extra.empty());
        const Record cnki
            = readText("refer", "%0 Journal Article\n%A A B %A C D %A E F\n%T T\n%W CNKI\n").records.at(0);
        QCOMPARE(cnki.authors.size(), std::size_t(3));
        QCOMPARE(cnki.database, std::string("CNKI"));
        const Collect refer = readText("refer", "%T One\n%A A. Lima\n%D 2001\n\n%A B. Burt\n%T Two\n%D 2002\n");
        QCOMPARE(titles(refer), (Texts{"One", "Two"}));
        QCOMPARE(names(refer.records[1]), Texts{"Burt, B."});
    }

    /// Titles and names in other languages stand in tags of their own (CSCD, SciELO, KCI).
    void wosOtherLanguages()
    {
        const Record r = readText("wos",
                                  "PT J\nZ1 \xE6\xAD\xA5\nTI Walking\nZ2 \xE6\x9D\x8E\nAU Li, S\nZ3 Xuebao\nSO J UNIV\n"
                                  "X5 passo; escada\nPY 2019\nUT CSCD:1\nER\n")
                             .records.at(0);
        QCOMPARE(r.title, std::string("Walking"));
        QCOMPARE(names(r), Texts{"Li, S"});
        QCOMPARE(r.journal, std::string("J UNIV"));
    }

    /// CNKI's own text has its labels in two languages; NoteExpress has them in braces.
    void cnkiText()
    {
        const Collect read = found("noteexpress/ok/cnki.txt", "noteexpress");
        QCOMPARE(titles(read), (Texts{"\xE6\xAD\xA5\xE8\xA1\x8C", "\xE6\xA5\xBC\xE6\xA2\xAF"}));
        const Record& first = read.records[0];
        QCOMPARE(first.authors.size(), std::size_t(2));
        QCOMPARE(first.journal, std::string("\xE6\x9F\x90\xE6\x9D\x82\xE5\xBF\x97"));
        QCOMPARE(first.volume + "/" + first.issue + "/" + first.pages, std::string("19/01/168-170"));
        QCOMPARE(first.year, 2021);
        QCOMPARE(first.type, std::string("Journal article"));
        QCOMPARE(first.keywords.size(), std::size_t(2));
        QVERIFY(!first.abstract.empty() && !first.url.empty());
        const Collect own = readText("noteexpress",
                                     "SrcDatabase-\xE6\xBA\x90: X\nTitle-\xE9\xA2\x98\xE5\x90\x8D: One\n"
                                     "SrcDatabase-\xE6\xBA\x90: Y\nTitle-\xE9\xA2\x98\xE5\x90\x8D: Two\n");
        QCOMPARE(titles(own), (Texts{"One", "Two"}));
        QCOMPARE(own.records[1].database, std::string("Y"));
    }

    /// Lines that end an entry or a file in other formats; the proceedings and the year of ACL; names in Han.
    void strayEnds()
    {
        const Collect ris
            = readText("ris", "TY  - JOUR\nTI  - One\nPY  - 2001\nER\n\nTY  - JOUR\nTI  - Two\nER  - \n\nEF\n");
        QCOMPARE(titles(ris), (Texts{"One", "Two"}));
        QVERIFY(ris.bad.empty());
        const Record acl
            = readText("refer", "%0 Conference Proceedings\n%T T\n%S Proceedings of Ex\n%Y 2023\n%8 July\n")
                  .records.at(0);
        QCOMPARE(acl.journal, std::string("Proceedings of Ex"));
        QCOMPARE(acl.year, 2023);
        const Record han = readText("ris",
                                    "TY  - JOUR\nTI  - T\nAU  - \xE5\xB1\xB1\xE7\x94\xB0 "
                                    "\xE5\xA4\xAA\xE9\x83\x8E\nER  - \n")
                               .records.at(0);
        QCOMPARE(han.authors.at(0).family, std::string("\xE5\xB1\xB1\xE7\x94\xB0"));
    }

    /// Web of Science puts no quotes around cells: one at the beginning of a title belongs to it.
    void wosTableQuotes()
    {
        const Collect read = readText("wos-tab",
                                      "PT\tAU\tTI\tSO\tPY\nJ\tLima, A\t\"Open one\tJ EX\t2001\n"
                                      "J\tBurt, B\t\"Steps\" and \"stairs\"\tJ EX\t2002\n"
                                      "J\t\"Roe, J\"\t\"She said \"\"go\"\"\"\tJ EX\t2003\n");
        QCOMPARE(titles(read), (Texts{"\"Open one", "\"Steps\" and \"stairs\"", "She said \"go\""}));
        QCOMPARE(names(read.records[2]), Texts{"Roe, J"});
        QCOMPARE(read.records[0].year, 2001);
        QVERIFY(read.bad.empty());
        const Collect quoted
            = readText("wos-tab", "\"PT\"\t\"AU\"\t\"TI\"\t\"SO\"\n\"J\"\t\"Lima, A\"\t\"On two\nlines\"\t\"J\"\n");
        QCOMPARE(titles(quoted), Texts{"On two lines"});
    }

    /// A register's entry in CENTRAL has its address where others have the journal.
    void cochraneRegisters()
    {
        const Record r = readText("cochrane",
                                  "Record #1 of 1\nID: CN-01\nTI: T\nSO: https://clinicaltrials.gov/show/NCT03456789\n"
                                  "XR: CTgov NCT03456789\nYR: 2018\n")
                             .records.at(0);
        QCOMPARE(r.journal, std::string());
        QCOMPARE(r.nct, std::string("NCT03456789"));
    }
};

WINNOW_TEST(TestDialects)

} // namespace suite_dialects

#include "test_dialects.moc"
