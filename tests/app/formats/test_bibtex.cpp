// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Latex.h"
#include "formats/Write.h"
#include "support/Suite.h"

#include <QElapsedTimer>

namespace suite_bibtex {

using namespace winnow;
using namespace winnow::formats;

namespace {

using Extra = std::vector<std::pair<std::string, std::string>>;
using Texts = std::vector<std::string>;

Collect sample(const char* name)
{
    return readText("bibtex", contentOf(QStringLiteral(WINNOW_TEST_DATA "/formats/bibtex/") + QLatin1String(name)));
}

Texts titles(const Collect& read)
{
    Texts all;
    for (const Record& record : read.records)
        all.push_back(record.title);
    return all;
}

std::string written(const Record& record)
{
    const auto writer = makeWriter(*findFormat(u"bibtex"));
    std::string out;
    writer->begin(out);
    writer->write(record, out);
    writer->end(out);
    return out;
}

} // namespace

class TestBibtex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void latex_data()
    {
        QTest::addColumn<QString>("latex");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* latex, const char* text) {
            QTest::newRow(latex) << QString::fromUtf8(latex) << QString::fromUtf8(text);
        };
        row("plain text", "plain text");
        row("{W}alking {NASA}", "Walking NASA");
        row("{\\'E}l{\\'e}ments, \\'{e}t\\'e, na{\\\"\\i}ve, \\'{\\i}", "Éléments, été, naïve, í");
        row("Erd{\\H o}s, {\\v{S}}koda, \\c{c}a, \\c ca, \\aa ngstr\\\"om", "Erdős, Škoda, ça, ça, ångström");
        row("Nguy\\~{\\^e}n, Vi\\d{\\^e}t", "Nguyễn, Việt");
        row("Stra{\\ss}e, {\\O}stergaard, \\L{}\\'od\\'z, \\AE on", "Straße, Østergaard, Łódź, Æon");
        row("1--2---3 ``quoted'' `x'", "1–2—3 “quoted” ‘x'");
        row("5\\,\\% \\& \\#1 \\_ \\$5", "5 % & #1 _ $5");
        row("H$_2$O and 10$^{-3}$ m$^2$", "H₂O and 10⁻³ m²");
        row("$\\alpha$-Synuclein $x \\leq 5$", "α-Synuclein x ≤5");
        row("costs $5 to $10", "costs $5 to $10");
        row("\\emph{in vitro} {\\it in vivo} \\textbf{B}", "in vitro in vivo B");
        row("CO\\textsubscript{2} and x\\textsuperscript{2}", "CO₂ and x²");
        row("Smith~J. a\\-b \\unknown{kept}", "Smith J. ab kept");
        row("\\textbackslash{} \\textasciitilde{} \\~{}home \\{ \\}", "\\ ~ ~home { }");
        row("ends with \\", "ends with ");
        row("\\url{https://x.org/~a/b--c\\_d}, see", "https://x.org/~a/b--c_d, see");
        row("\\href {https://x.org} {a page}", "a page");
        row("\\'", "");
        row("{{{open", "open");
    }
    void latex()
    {
        QFETCH(QString, latex);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(fromLatex(latex.toStdString())), text);
    }

    void toLatexAndBack()
    {
        for (const char* text :
             {"plain", "50% & more_ #1 $5 ~x ^y `z` --- '' {a} \\b", "é 中", "}{", "a -- b", "---'''"})
            QCOMPARE(fromLatex(toLatex(text)), std::string(text));
        QCOMPARE(toLatex("5 % {a}"), std::string("5 \\% \\textbraceleft{}a\\textbraceright{}"));
    }

    void wholeEntry()
    {
        const Collect read = sample("ok/latex.bib");
        QVERIFY(read.bad.empty());
        QCOMPARE(read.records.size(), std::size_t(3));
        Record wanted;
        wanted.title = "The Walking of α-Synuclein: 5 % of Éléments—H₂O & Über ß \"quoted\"";
        wanted.abstract = "First line goes on. Costs $5 to $10.\nSecond paragraph.";
        wanted.authors = {{"Lima", "Ana", "", false},
                          {"van der Berg", "Jan", "Jr", false},
                          {"World Health Organization", "", "", true},
                          {"Erdős", "Pál", "", false}};
        wanted.year = 2014;
        wanted.journal = "Journal of Examples, New Series";
        wanted.volume = "12";
        wanted.issue = "3";
        wanted.pages = "101-109";
        wanted.doi = "10.1234/abc.5";
        wanted.pmid = "24000001";
        wanted.keywords = {"stroke", "walking"};
        wanted.type = "Journal article";
        wanted.sourceId = "lima2014";
        wanted.extra = {{"month", "February"}, {"issn", "1234-5678"}, {"x+y", "kept"}};
        QVERIFY2(read.records[0] == wanted, written(read.records[0]).c_str());
    }

    /// The child stands before its parent, in parentheses, behind a percent sign, with a key that has a blank.
    void crossref()
    {
        const Collect read = sample("ok/latex.bib");
        const Record& child = read.records[1];
        QCOMPARE(child.title, std::string("A quotation \"mark\" in a title"));
        QCOMPARE(child.journal, std::string("Proceedings of Examples"));
        QCOMPARE(child.year, 2019);
        QCOMPARE(child.sourceId, std::string("burt 2019é"));
        QCOMPARE(child.authors, (std::vector<Author>{{"Burt", "Bob", "", false}}));
        QCOMPARE(read.records[2].title, std::string("Proceedings of Examples"));
        QCOMPARE(read.records[2].extra, (Extra{{"editor", "Ford, Gerald"}}));
        QCOMPARE(read.spans[1].line, qint64(27));
    }

    /// Whole issues are articles, too; parts of an issue are nobody's parents.
    void crossrefToAnIssue()
    {
        const Collect read = readText("bibtex",
                                      "@article{part, author={Lima, Ana}, title={A part}, crossref={Issue}}\n"
                                      "@article{issue, journal={J Ex}, volume=41, year=1986}\n"
                                      "@article{other, author={Burt, Bob}, title={Another}, journal={K}}\n"
                                      "@article{late, title={Late}, crossref={other}}\n");
        QCOMPARE(read.records.size(), size_t(4));
        QCOMPARE(read.records[0].journal, std::string("J Ex"));
        QCOMPARE(read.records[0].volume, std::string("41"));
        QCOMPARE(read.records[0].year, 1986);
        QCOMPARE(read.records[3].journal, std::string());
    }

    void brokenOnes()
    {
        const Collect read = sample("broken/unclosed.bib");
        QCOMPARE(titles(read), (Texts{"First", "Never closed", "A comma is missing", "", "Cut in the mid"}));
        QCOMPARE(read.records[1].year, 2002);
        QCOMPARE(read.records[1].authors.size(), std::size_t(1));
        QCOMPARE(read.records[2].sourceId, std::string("third"));
        using Why = Unreadable::Why;
        QCOMPARE(read.bad.size(), std::size_t(3));
        QCOMPARE(read.bad[0].line, qint64(5));
        QCOMPARE(read.bad[0].why, Why::BadMarkup);
        QVERIFY(read.bad[1].text.find("Its mark is lost") != std::string::npos);
        QCOMPARE(read.bad[2].line, qint64(19));
        QCOMPARE(read.bad[2].why, Why::Truncated);
    }

    void databases()
    {
        const Record scopus = readText("bibtex",
                                       "Scopus\nEXPORT DATE: 7 July 2022\n\n@ARTICLE{Lüd2022,\nauthor={Lüd, J. and "
                                       "Östlund, D.},\ntitle={T},\nyear={2022},\nurl={https://www.scopus.com/inward/"
                                       "record.uri?eid=2-s2.0-85&doi=10.1108%2fJEA-1&partnerID=40},\n"
                                       "document_type={Review},\nsource={Scopus},\npubmed_id={123456},\n}\n")
                                  .records.at(0);
        QCOMPARE(scopus.doi, std::string("10.1108/jea-1"));
        QCOMPARE(scopus.sourceId, std::string("2-s2.0-85"));
        QCOMPARE(scopus.database, std::string("Scopus"));
        QCOMPARE(scopus.type, std::string("Review"));
        QCOMPARE(scopus.pmid, std::string("123456"));
        QCOMPARE(scopus.extra.at(0), (std::pair<std::string, std::string>("citationkey", "Lüd2022")));
        const Record wos = readText("bibtex",
                                    "@incollection{ WOS:1,\nAuthor = {De B, P and K, P},\nTitle = {{Myths in\n   "
                                    "Policy}},\nType = {{Article; Book Chapter}},\nUnique-ID = {{WOS:1}},\n"
                                    "Keywords-Plus = {{CLASS SIZE;\n   GENDER}},\n}\n")
                               .records.at(0);
        QCOMPARE(wos.title, std::string("Myths in Policy"));
        QCOMPARE(wos.type, std::string("Article; Book Chapter"));
        QCOMPARE(wos.database, std::string("Web of Science"));
        QCOMPARE(wos.keywords, (Texts{"CLASS SIZE", "GENDER"}));
        QCOMPARE(wos.extra, (Extra{{"entrytype", "incollection"}}));
        const Record scielo = readText("bibtex",
                                       "@article{MÁR QUEZ2018,\n author = {Oliveira, Rosmari P. de,  Viviani, L},\n "
                                       "crossref = {10.15517/aie.v19i1.35379},\n title = {{T}}\n }\n")
                                  .records.at(0);
        QCOMPARE(scielo.doi, std::string("10.15517/aie.v19i1.35379"));
        QCOMPARE(scielo.authors.size(), std::size_t(2));
        QCOMPARE(scielo.sourceId, std::string("MÁR QUEZ2018"));
    }

    /// What reference managers and publishers' pages write and plain BibTeX does not know.
    void managers()
    {
        const auto one = [](const char* fields) {
            return readText("bibtex", "@article{k, title={T}, " + std::string(fields) + "}").records.at(0);
        };
        QCOMPARE(one("note={Publisher: X\nPMID: 123456\nPMCID: PMC77}").pmid, std::string("123456"));
        QCOMPARE(one("eprinttype={pmid}, eprint={123456}").pmid, std::string("123456"));
        QCOMPARE(one("eprinttype={pmcid}, eprint={77}").pmcid, std::string("PMC77"));
        QCOMPARE(one("eprinttype={arxiv}, eprint={2001.01234}").pmid, std::string());
        QCOMPARE(one("abstract=\"{Text (P &lt; .05) &amp; more.}\"").abstract, std::string("Text (P < .05) & more."));
        QCOMPARE(one("journal={\\apj}").journal, std::string("apj"));
        QCOMPARE(one("keywords={{{one; two}}}").keywords, (Texts{"one", "two"}));
        QCOMPARE(one("keywords={one, {two, three}}").keywords, (Texts{"one", "two, three"}));
        QCOMPARE(one("author={Ana Lima e Silva and given={Ming}, family=\"Xu\"}").authors,
                 (std::vector<Author>{{"Silva", "Ana Lima e", "", false}, {"Xu", "Ming", "", false}}));
        QCOMPARE(one("author={M&uuml;ller, J. and Lima, Ana and et al.}").authors,
                 (std::vector<Author>{{"Müller", "J.", "", false}, {"Lima", "Ana", "", false}}));
        QCOMPARE(
            one("author={Ana Lima, Bob Burt, and Carl Dee}").authors,
            (std::vector<Author>{{"Lima", "Ana", "", false}, {"Burt", "Bob", "", false}, {"Dee", "Carl", "", false}}));
        QCOMPARE(one("author={van der Berg, Jan Peter and Bob Burt}").authors,
                 (std::vector<Author>{{"van der Berg", "Jan Peter", "", false}, {"Burt", "Bob", "", false}}));
        QCOMPARE(one("url={\\url{https://x.org/a_b}}").url, std::string("https://x.org/a_b"));
        QCOMPARE(one("author={Ana de Lima Burt and Institute of Examples and Bob von Dee Jr.}").authors,
                 (std::vector<Author>{{"de Lima Burt", "Ana", "", false},
                                      {"Institute of Examples", "", "", true},
                                      {"von Dee", "Bob", "Jr.", false}}));
    }

    void details()
    {
        QCOMPARE(titles(readText("bibtex", "@article{title = {No key}, year = 2001}")), Texts{"No key"});
        QCOMPARE(titles(readText("bibtex", "@article{,\n title = {Empty key}}")), Texts{"Empty key"});
        QCOMPARE(titles(readText("bibtex", "@book{a, title = \"A\", subtitle = \"B\"}")), Texts{"A: B"});
        QCOMPARE(titles(readText("bibtex", "@book{a, title = \"A\" year = 2001}")), Texts{"A"});
        QCOMPARE(titles(readText("bibtex", "text ana@example.org more\n@misc{a,title={A}} trailing }}}")), Texts{"A"});
        QVERIFY(readText("bibtex", "text ana@example.org more\n@misc{a,title={A}} trailing }}}").bad.empty());
        QVERIFY(readText("bibtex", "@string{a = {x}}\n@comment{y}\n").records.empty());
        const Record dates
            = readText("bibtex", "@article{a, title={T}, date={2011-12}, journaltitle={J}}").records.at(0);
        QCOMPARE(dates.year, 2011);
        QCOMPARE(dates.journal, std::string("J"));
        QCOMPARE(dates.extra, (Extra{{"date", "2011-12"}}));
    }

    /// A value that is the text of a string which the same entry defines anew.
    void stringsOfThemselves()
    {
        const std::string longText(500, 'x');
        QCOMPARE(titles(readText("bibtex",
                                 "@string{a = {" + longText
                                     + "}}\n@string{a = {y}, b = a, a = a # a}\n"
                                       "@misc{k, title = b}\n@misc{l, title = a}\n")),
                 (Texts{longText, longText + longText}));
    }

    /// Abbreviations made of abbreviations must not grow without end.
    void stringBomb()
    {
        std::string text = "@string{a0 = \"" + std::string(1000, 'x') + "\"}\n";
        for (int i = 1; i < 60; ++i) {
            const std::string before = "a" + std::to_string(i - 1);
            text += "@string{a" + std::to_string(i) + " = " + before + " # " + before + "}\n";
        }
        QElapsedTimer timer;
        timer.start();
        const Collect read = readText("bibtex", text + "@misc{k, title = {T} # a59 # a59}\n@misc{l, title = {Last}}\n");
        QCOMPARE(read.records.back().title, std::string("Last"));
        QVERIFY(timer.elapsed() < 20'000);
    }

    void readable()
    {
        Record r;
        r.title = "Walking: 5 % of {all}";
        r.abstract = "One.\nTwo.";
        r.authors = {{"Lima", "Ana", "", false}, {"Berg", "Jan", "Jr", false}, {"Study Group", "", "", true}};
        r.year = 2014;
        r.journal = "J & Ex";
        r.doi = "10.1234/a_b";
        r.type = "Journal article";
        r.sourceId = "lima2014";
        r.winnowId = "3f2a-4";
        r.winnowNumber = "1204";
        r.extra = {{"publisher", "Example"}};
        r.marks = {{CarriedMark::Kind::Decision, "", "title", "exclude", "wrong {population}"}};
        QCOMPARE(QString::fromStdString(written(r)),
                 QStringLiteral("@article{lima2014,\n  author = {Lima, Ana and Berg, Jr, Jan and {Study Group}},\n"
                                "  title = {Walking: 5 \\% of \\textbraceleft{}all\\textbraceright{}},\n"
                                "  journal = {J \\& Ex},\n  year = {2014},\n  doi = {10.1234/a_b},\n"
                                "  abstract = {One.\n\nTwo.},\n  publisher = {Example},\n"
                                "  winnow = {\nnumber | 1204\nid | 3f2a-4\ndecision | title |  | exclude | wrong "
                                "\\opopulation\\c}\n}\n\n"));
        QVERIFY(readText("bibtex", written(r)).records.at(0) == r);
    }
};

WINNOW_TEST(TestBibtex)

} // namespace suite_bibtex

#include "test_bibtex.moc"
