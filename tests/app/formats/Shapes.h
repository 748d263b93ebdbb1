// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <array>
#include <string>
#include <vector>

/// How entries look in each text format of the registry: from it the tests build files that are too large, damaged
/// here and there, or nested too deep. A new format gets its `Shape` here; packed ones (gzip, XLSX) have none.
namespace winnow::formats {

struct ShapedEntry {
    std::string title;
    std::string abstract = "Some abstract.";
    int authors = 1; ///< all of them "Name, A"
};

struct Shape {
    const char* id;
    const char* opening; ///< before the first entry
    std::string (*entry)(const ShapedEntry&);
    const char* between; ///< between two entries
    const char* closing; ///< behind the last one
    const char* nest; ///< opens one more level inside a title; "" if the format knows no nesting
    bool people = true; ///< registers name no authors
    bool abstracts = true;
    std::size_t begun = 12; ///< so many bytes show that an entry began there
};

namespace shapes {

inline std::string repeated(const std::string& piece, int times)
{
    std::string text;
    text.reserve(piece.size() * std::size_t(times));
    for (int i = 0; i < times; ++i)
        text += piece;
    return text;
}

inline std::string listed(const std::string& item, const char* separator, int times)
{
    return times > 0 ? item + repeated(separator + item, times - 1) : std::string();
}

inline std::string ris(const ShapedEntry& e)
{
    return "TY  - JOUR\nTI  - " + e.title + "\n" + repeated("AU  - Name, A\n", e.authors) + "AB  - " + e.abstract
        + "\nER  - \n";
}
inline std::string nbib(const ShapedEntry& e)
{
    return "PMID- 123\nOWN - NLM\nTI  - " + e.title + "\nAB  - " + e.abstract + "\n"
        + repeated("FAU - Name, A\nAU  - Name A\n", e.authors);
}
inline std::string endnoteXml(const ShapedEntry& e)
{
    return "<record><contributors><authors>" + repeated("<author>Name, A</author>", e.authors)
        + "</authors></contributors><titles><title>" + e.title + "</title></titles><abstract>" + e.abstract
        + "</abstract></record>";
}
inline std::string csv(const ShapedEntry& e)
{
    return '"' + e.title + "\",2001,\"" + e.abstract + "\",\"" + listed("Name, A", "; ", e.authors) + '"';
}
inline std::string fieldRows(const ShapedEntry& e)
{
    return "\"TITLE\",\"" + e.title + "\"\n\"AUTHOR NAMES\",\"" + listed("Name A", "\",\"", e.authors)
        + "\"\n\"ABSTRACT\",\"" + e.abstract + "\"\n\"PUBLICATION YEAR\",\"2001\"\n";
}
inline std::string tsv(const ShapedEntry& e)
{
    return e.title + "\t2001\t" + e.abstract + "\t\"" + listed("Name, A", "; ", e.authors) + '"';
}

inline std::string pubmedXml(const ShapedEntry& e)
{
    return "<PubmedArticle><MedlineCitation><PMID>123</PMID><Article><ArticleTitle>" + e.title
        + "</ArticleTitle><Abstract><AbstractText>" + e.abstract + "</AbstractText></Abstract><AuthorList>"
        + repeated("<Author><LastName>Name</LastName><ForeName>A</ForeName></Author>", e.authors)
        + "</AuthorList></Article></MedlineCitation></PubmedArticle>";
}
inline std::string cslJson(const ShapedEntry& e)
{
    return R"({"type": "book", "title": ")" + e.title + R"(", "abstract": ")" + e.abstract + R"(", "author": [)"
        + listed(R"({"family": "Name", "given": "A"})", ", ", e.authors) + "]}";
}
inline std::string ctgovJson(const ShapedEntry& e)
{
    return R"({"protocolSection": {"identificationModule": {"nctId": "NCT01234567", "briefTitle": ")" + e.title
        + R"("}, "descriptionModule": {"briefSummary": ")" + e.abstract + R"("}}})";
}
inline std::string europePmcJson(const ShapedEntry& e)
{
    return R"({"id": "123", "source": "MED", "pubYear": "2001", "title": ")" + e.title + R"(", "abstractText": ")"
        + e.abstract + R"(", "authorList": {"author": [)"
        + listed(R"({"lastName": "Name", "firstName": "A"})", ", ", e.authors) + "]}}";
}
inline std::string openAlexJson(const ShapedEntry& e)
{
    return R"({"id": "https://openalex.org/W1", "publication_year": 2001, "display_name": ")" + e.title
        + R"(", "authorships": [)" + listed(R"({"author": {"display_name": "Name, A"}})", ", ", e.authors)
        + R"(], "abstract_inverted_index": {")" + e.abstract + R"(": [0]}})";
}
inline std::string crossrefJson(const ShapedEntry& e)
{
    return R"({"prefix": "10.5555", "member": "1", "title": [")" + e.title + R"("], "abstract": ")" + e.abstract
        + R"(", "author": [)" + listed(R"({"family": "Name", "given": "A"})", ", ", e.authors) + "]}";
}
inline std::string scopusJson(const ShapedEntry& e)
{
    return R"({"eid": "2-s2.0-1", "dc:title": ")" + e.title + R"(", "dc:description": ")" + e.abstract
        + R"(", "author": [)" + listed(R"({"surname": "Name", "given-name": "A"})", ", ", e.authors) + "]}";
}
inline std::string ctgovXml(const ShapedEntry& e)
{
    return "<clinical_study><brief_title>" + e.title + "</brief_title><brief_summary><textblock>" + e.abstract
        + "</textblock></brief_summary></clinical_study>";
}
inline std::string ictrpXml(const ShapedEntry& e)
{
    return "<Trial><TrialID>NCT01234567</TrialID><Public_title>" + e.title + "</Public_title><Study_type>" + e.abstract
        + "</Study_type></Trial>";
}
inline std::string zoteroRdf(const ShapedEntry& e)
{
    return "<bib:Book rdf:about=\"#item_1\"><z:itemType>book</z:itemType><dc:title>" + e.title
        + "</dc:title><dcterms:abstract>" + e.abstract + "</dcterms:abstract><bib:authors><rdf:Seq>"
        + repeated("<rdf:li><foaf:Person><foaf:surname>Name</foaf:surname><foaf:givenName>A</foaf:givenName>"
                   "</foaf:Person></rdf:li>",
                   e.authors)
        + "</rdf:Seq></bib:authors></bib:Book>";
}
inline std::string bibtex(const ShapedEntry& e)
{
    return "@article{key,\n  title = {" + e.title + "},\n  author = {" + listed("Name, A", " and ", e.authors)
        + "},\n  abstract = {" + e.abstract + "}\n}\n";
}
inline std::string refer(const ShapedEntry& e)
{
    return "%0 Journal Article\n%T " + e.title + "\n" + repeated("%A Name, A\n", e.authors) + "%X " + e.abstract + "\n";
}
inline std::string wos(const ShapedEntry& e)
{
    return "PT J\nAU " + listed("Name, A\n", "   ", e.authors) + "TI " + e.title + "\nAB " + e.abstract + "\nER\n";
}
inline std::string wosTab(const ShapedEntry& e)
{
    return "J\t\"" + listed("Name, A", "; ", e.authors) + "\"\t" + e.title + "\tSOURCE\t" + e.abstract;
}
inline std::string ovid(const ShapedEntry& e)
{
    return "<12>\nAuthor\n  " + listed("Name, A", ";  ", e.authors) + "\nTitle\n  " + e.title + "\nAbstract\n  "
        + e.abstract + "\nLanguage\n  English.\n";
}

inline std::string refworks(const ShapedEntry& e)
{
    return "RT Journal Article\nT1 " + e.title + "\n" + repeated("A1 Name, A\n", e.authors) + "AB " + e.abstract + "\n";
}
inline std::string noteExpress(const ShapedEntry& e)
{
    return "{Reference Type}: Journal Article\n{Title}: " + e.title + "\n" + repeated("{Author}: Name, A\n", e.authors)
        + "{Abstract}: " + e.abstract + "\n";
}
inline std::string cochrane(const ShapedEntry& e)
{
    return "Record #1 of 9\nID: CN-01\nTI: " + e.title + "\n" + repeated("AU: Name, A\n", e.authors)
        + "AB: " + e.abstract + "\n";
}

constexpr std::array all{
    // id, opening, entry, between, closing, nest
    Shape{"ris", "", ris, "\n", "\n", ""},
    Shape{"nbib", "", nbib, "\n", "\n", ""},
    Shape{"bibtex", "", bibtex, "\n", "", "{"},
    Shape{"refer", "", refer, "\n", "", ""},
    Shape{"wos", "FN Clarivate Analytics Web of Science\nVR 1.0\n", wos, "\n", "EF\n", ""},
    Shape{"wos-tab", "PT\tAU\tTI\tSO\tAB\n", wosTab, "\n", "\n", ""},
    Shape{"refworks", "", refworks, "\n", "", ""},
    Shape{"noteexpress", "", noteExpress, "\n", "", "", true, true, sizeof "{Reference Type}: J"},
    Shape{"cochrane", "", cochrane, "\n\n", "", "", true, true, sizeof "Record #1 of 9\nID: CN"},
    Shape{"ovid", "", ovid, "\n", "\n", ""},
    Shape{"endnote-xml", "<xml><records>", endnoteXml, "\n", "</records></xml>", "<style>"},
    Shape{"csv", "Title,Year,Abstract,Authors\n", csv, "\n", "\n", ""},
    Shape{"csv-fields", "", fieldRows, "\n", "", "", true, true, sizeof "\"TITLE\",\"Cha"},
    Shape{"tsv", "Title\tYear\tAbstract\tAuthors\n", tsv, "\n", "\n", ""},
    Shape{"pubmed-xml", "<PubmedArticleSet>", pubmedXml, "\n", "</PubmedArticleSet>", "<i>"},
    Shape{"csl-json", "[\n", cslJson, ",\n", "\n]\n", "{\"a\":"},
    Shape{"ctgov-json", "{\"studies\": [\n", ctgovJson, ",\n", "\n]}\n", "{\"a\":", false},
    Shape{"europepmc-json", "{\"resultList\": {\"result\": [\n", europePmcJson, ",\n", "\n]}}\n", "{\"a\":"},
    Shape{"openalex-json", "{\"results\": [\n", openAlexJson, ",\n", "\n]}\n", "{\"a\":"},
    Shape{"crossref-json", "{\"message\": {\"items\": [\n", crossrefJson, ",\n", "\n]}}\n", "{\"a\":"},
    Shape{"scopus-json", "{\"search-results\": {\"entry\": [\n", scopusJson, ",\n", "\n]}}\n", "{\"a\":"},
    Shape{"ctgov-xml", "<search_results>", ctgovXml, "\n", "</search_results>", "<a>", false},
    Shape{"ictrp-xml", "<Trials_downloaded_from_ICTRP>", ictrpXml, "\n", "</Trials_downloaded_from_ICTRP>", "<a>",
          false, false},
    Shape{"zotero-rdf", "<rdf:RDF xmlns:z=\"http://www.zotero.org/namespaces/export#\">\n", zoteroRdf, "\n",
          "\n</rdf:RDF>\n", "<a>"},
};

} // namespace shapes

/// nullptr for packed formats.
inline const Shape* shapeOf(const QString& id)
{
    for (const Shape& shape : shapes::all) {
        if (id == QLatin1String(shape.id))
            return &shape;
    }
    return nullptr;
}

inline bool isPacked(const QString& id)
{
    return id == QLatin1String("xlsx");
}

/// A whole file; `written` are entries as shape.entry writes them.
inline std::string fileOf(const Shape& shape, const std::vector<std::string>& written)
{
    std::string text = shape.opening;
    for (std::size_t i = 0; i < written.size(); ++i)
        (text += i > 0 ? shape.between : "") += written[i];
    return text + shape.closing;
}

} // namespace winnow::formats
