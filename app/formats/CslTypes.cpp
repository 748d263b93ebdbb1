// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CslJson.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

struct CslWord {
    string_view type;
    string_view word;
};

/// The words are those of typeWord, so that a type reads the same whatever format it came by.
constexpr std::array cslWords{
    CslWord{"article-journal", "Journal article"},
    CslWord{"article-magazine", "Magazine article"},
    CslWord{"article-newspaper", "Newspaper article"},
    CslWord{"article", "Preprint"},
    CslWord{"bill", "Bill"},
    CslWord{"book", "Book"},
    CslWord{"chapter", "Book chapter"},
    CslWord{"dataset", "Data set"},
    CslWord{"document", "Generic"},
    CslWord{"entry-dictionary", "Dictionary entry"},
    CslWord{"entry-encyclopedia", "Encyclopedia entry"},
    CslWord{"graphic", "Artwork"},
    CslWord{"hearing", "Hearing"},
    CslWord{"legal_case", "Legal case"},
    CslWord{"legislation", "Statute"},
    CslWord{"manuscript", "Manuscript"},
    CslWord{"map", "Map"},
    CslWord{"motion_picture", "Video"},
    CslWord{"pamphlet", "Pamphlet"},
    CslWord{"paper-conference", "Conference paper"},
    CslWord{"patent", "Patent"},
    CslWord{"periodical", "Journal"},
    CslWord{"personal_communication", "Personal communication"},
    CslWord{"post-weblog", "Blog post"},
    CslWord{"report", "Report"},
    CslWord{"software", "Computer program"},
    CslWord{"song", "Sound recording"},
    CslWord{"speech", "Presentation"},
    CslWord{"standard", "Standard"},
    CslWord{"thesis", "Thesis"},
    CslWord{"webpage", "Web page"},
};

constexpr std::array<string_view, 31> textVariables{"ISBN",
                                                    "ISSN",
                                                    "annote",
                                                    "archive",
                                                    "archive_location",
                                                    "authority",
                                                    "call-number",
                                                    "chapter-number",
                                                    "citation-key",
                                                    "citation-label",
                                                    "collection-number",
                                                    "collection-title",
                                                    "container-title-short",
                                                    "dimensions",
                                                    "edition",
                                                    "event-place",
                                                    "event-title",
                                                    "genre",
                                                    "journalAbbreviation",
                                                    "medium",
                                                    "note",
                                                    "number",
                                                    "number-of-pages",
                                                    "number-of-volumes",
                                                    "original-title",
                                                    "part-title",
                                                    "publisher",
                                                    "publisher-place",
                                                    "section",
                                                    "title-short",
                                                    "version"};

} // namespace

std::string cslTypeWord(string_view type)
{
    const auto found = std::find_if(cslWords.begin(), cslWords.end(), [&](const CslWord& w) { return w.type == type; });
    return std::string(found == cslWords.end() ? type : found->word);
}

string_view cslType(string_view word)
{
    const auto found = std::find_if(cslWords.begin(), cslWords.end(), [&](const CslWord& w) { return w.word == word; });
    return found == cslWords.end() ? string_view() : found->type;
}

bool isCslText(string_view variable)
{
    return std::binary_search(textVariables.begin(), textVariables.end(), variable);
}

} // namespace winnow::formats
