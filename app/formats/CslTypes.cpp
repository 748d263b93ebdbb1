// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CslJson.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

struct Word {
    string_view type;
    string_view word;
};

/// The words are those of typeWord, so that a type reads the same whatever format it came by.
constexpr std::array words{
    Word{"article-journal", "Journal article"},
    Word{"article-magazine", "Magazine article"},
    Word{"article-newspaper", "Newspaper article"},
    Word{"article", "Preprint"},
    Word{"bill", "Bill"},
    Word{"book", "Book"},
    Word{"chapter", "Book chapter"},
    Word{"dataset", "Data set"},
    Word{"document", "Generic"},
    Word{"entry-dictionary", "Dictionary entry"},
    Word{"entry-encyclopedia", "Encyclopedia entry"},
    Word{"graphic", "Artwork"},
    Word{"hearing", "Hearing"},
    Word{"legal_case", "Legal case"},
    Word{"legislation", "Statute"},
    Word{"manuscript", "Manuscript"},
    Word{"map", "Map"},
    Word{"motion_picture", "Video"},
    Word{"pamphlet", "Pamphlet"},
    Word{"paper-conference", "Conference paper"},
    Word{"patent", "Patent"},
    Word{"periodical", "Journal"},
    Word{"personal_communication", "Personal communication"},
    Word{"post-weblog", "Blog post"},
    Word{"report", "Report"},
    Word{"software", "Computer program"},
    Word{"song", "Sound recording"},
    Word{"speech", "Presentation"},
    Word{"standard", "Standard"},
    Word{"thesis", "Thesis"},
    Word{"webpage", "Web page"},
};

constexpr std::array<string_view, 31> texts{"ISBN",
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
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.type == type; });
    return std::string(found == words.end() ? type : found->word);
}

string_view cslType(string_view word)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.word == word; });
    return found == words.end() ? string_view() : found->type;
}

bool isCslText(string_view variable)
{
    return std::binary_search(texts.begin(), texts.end(), variable);
}

} // namespace winnow::formats
