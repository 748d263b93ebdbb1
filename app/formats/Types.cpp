// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Types.h"

#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

struct Word {
    string_view code; ///< in lower case
    string_view word;
};

/// RIS first (the first of a word is the code to write), then the names in Zotero's and CSL's tables.
constexpr std::array typeWords{
    Word{"jour", "Journal article"},
    Word{"gen", "Generic"},
    Word{"book", "Book"},
    Word{"chap", "Book chapter"},
    Word{"conf", "Conference proceedings"},
    Word{"cpaper", "Conference paper"},
    Word{"thes", "Thesis"},
    Word{"rprt", "Report"},
    Word{"unpb", "Unpublished work"},
    Word{"unpd", "Unpublished work"},
    Word{"abst", "Abstract"},
    Word{"ejour", "Electronic article"},
    Word{"inpr", "In press"},
    Word{"mgzn", "Magazine article"},
    Word{"news", "Newspaper article"},
    Word{"elec", "Web page"},
    Word{"web", "Web page"},
    Word{"blog", "Blog post"},
    Word{"data", "Data set"},
    Word{"dbase", "Database"},
    Word{"edbook", "Edited book"},
    Word{"ebook", "Electronic book"},
    Word{"echap", "Electronic book chapter"},
    Word{"encyc", "Encyclopedia entry"},
    Word{"dict", "Dictionary entry"},
    Word{"govdoc", "Government document"},
    Word{"grant", "Grant"},
    Word{"hear", "Hearing"},
    Word{"jfull", "Journal"},
    Word{"case", "Legal case"},
    Word{"legal", "Legal rule"},
    Word{"stat", "Statute"},
    Word{"bill", "Bill"},
    Word{"mansc", "Manuscript"},
    Word{"pamp", "Pamphlet"},
    Word{"pat", "Patent"},
    Word{"pcomm", "Personal communication"},
    Word{"ser", "Serial"},
    Word{"serial", "Serial"},
    Word{"slide", "Slides"},
    Word{"sound", "Sound recording"},
    Word{"stand", "Standard"},
    Word{"video", "Video"},
    Word{"mpct", "Film"},
    Word{"map", "Map"},
    Word{"comp", "Computer program"},
    Word{"multi", "Multimedia"},
    Word{"preprint", "Preprint"},
    Word{"clswk", "Classical work"},
    Word{"art", "Artwork"},
    Word{"advs", "Audiovisual material"},
    Word{"aggr", "Aggregated database"},
    Word{"icomm", "Internet communication"},
    Word{"manscpt", "Manuscript"},
    Word{"music", "Music"},
    Word{"figure", "Figure"},
    Word{"chart", "Chart"},
    Word{"equa", "Equation"},
    Word{"ctlg", "Catalog"},
    Word{"ancient", "Ancient text"},
    Word{"grnt", "Grant"},
    Word{"unbill", "Unenacted bill"},
    Word{"journalarticle", "Journal article"},
    Word{"article-journal", "Journal article"},
    Word{"booksection", "Book chapter"},
    Word{"conferencepaper", "Conference paper"},
    Word{"paper-conference", "Conference paper"},
    Word{"magazinearticle", "Magazine article"},
    Word{"newspaperarticle", "Newspaper article"},
    Word{"webpage", "Web page"},
    Word{"blogpost", "Blog post"},
    Word{"dataset", "Data set"},
    Word{"manuscript", "Manuscript"},
};

constexpr std::array<string_view, 42> databases{
    "pubmed",     "medline",        "embase",       "scopus",          "web of science", "cinahl",
    "psycinfo",   "psycarticles",   "central",      "cochrane",        "eric",           "lilacs",
    "scielo",     "proquest",       "amed",         "global health",   "cab abstracts",  "biosis",
    "inspec",     "compendex",      "ieee",         "acm digital",     "dimensions",     "the lens",
    "openalex",   "google scholar", "sociological", "econlit",         "clinicaltrials", "ictrp",
    "europe pmc", "medrxiv",        "biorxiv",      "agris",           "agricola",       "zoological record",
    "who ",       "ibecs",          "bdenf",        "academic search", "apa psyc",       "nlm"};

} // namespace

std::string typeWord(string_view code)
{
    code = trimmed(code);
    const std::string wanted = lowered(code);
    const auto found
        = std::find_if(typeWords.begin(), typeWords.end(), [&](const Word& w) { return w.code == wanted; });
    return std::string(found == typeWords.end() ? code : found->word);
}

string_view risCode(string_view word)
{
    static constexpr std::array<string_view, 52> codes{
        "JOUR",  "GEN",   "BOOK",  "CHAP",     "CONF",  "CPAPER", "THES",  "RPRT",  "UNPB",  "UNPD",   "ABST",
        "EJOUR", "INPR",  "MGZN",  "NEWS",     "ELEC",  "WEB",    "BLOG",  "DATA",  "DBASE", "EDBOOK", "EBOOK",
        "ECHAP", "ENCYC", "DICT",  "GOVDOC",   "GRANT", "HEAR",   "JFULL", "CASE",  "LEGAL", "STAT",   "BILL",
        "MANSC", "PAMP",  "PAT",   "PCOMM",    "SER",   "SERIAL", "SLIDE", "SOUND", "STAND", "VIDEO",  "MPCT",
        "MAP",   "COMP",  "MULTI", "PREPRINT", "CLSWK", "ART",    "ADVS",  "AGGR"};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (typeWords[i].word == word)
            return codes[i];
    }
    return {};
}

bool saysLittle(string_view risCode)
{
    return risCode == "JOUR" || risCode == "GEN" || risCode == "jour" || risCode == "gen";
}

bool namesDatabase(string_view text)
{
    if (containsNoCase(text, "://") || startsWithNoCase(text, "www."))
        return false;
    return std::any_of(databases.begin(), databases.end(),
                       [&](string_view name) { return containsNoCase(text, name); });
}

bool holdsPmids(string_view database)
{
    return containsNoCase(database, "medline") || containsNoCase(database, "pubmed") || trimmed(database) == "NLM";
}

} // namespace winnow::formats
