// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Bibtex.h"
#include "formats/BibtexNames.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

/// What the types of BibTeX and BibLaTeX are called. The first of a word is the one to write.
struct TypeWord {
    string_view type;
    string_view word;
};
constexpr std::array typeWords{
    TypeWord{"article", "Journal article"},
    TypeWord{"book", "Book"},
    TypeWord{"incollection", "Book chapter"},
    TypeWord{"inproceedings", "Conference paper"},
    TypeWord{"proceedings", "Conference proceedings"},
    TypeWord{"phdthesis", "Thesis"},
    TypeWord{"techreport", "Report"},
    TypeWord{"misc", "Generic"},
    TypeWord{"unpublished", "Unpublished work"},
    TypeWord{"online", "Web page"},
    TypeWord{"patent", "Patent"},
    TypeWord{"dataset", "Data set"},
    TypeWord{"software", "Computer program"},
    TypeWord{"periodical", "Journal"},
    TypeWord{"standard", "Standard"},
    TypeWord{"collection", "Edited book"},
    TypeWord{"video", "Video"},
    TypeWord{"thesis", "Thesis"},
    TypeWord{"mastersthesis", "Thesis"},
    TypeWord{"report", "Report"},
    TypeWord{"inbook", "Book chapter"},
    TypeWord{"conference", "Conference paper"},
    TypeWord{"electronic", "Web page"},
    TypeWord{"www", "Web page"},
    TypeWord{"webpage", "Web page"},
    TypeWord{"mvbook", "Book"},
};

} // namespace

string_view bibtexWord(string_view lowerType)
{
    for (const TypeWord& each : typeWords) {
        if (each.type == lowerType)
            return each.word;
    }
    return {};
}

string_view bibtexType(string_view word)
{
    const auto found
        = std::find_if(typeWords.begin(), typeWords.end(), [&](const TypeWord& each) { return each.word == word; });
    return found == typeWords.end() ? string_view() : found->type;
}

bool isVerbatimField(string_view lowerName)
{
    static constexpr std::array<string_view, 8> names{"url", "doi", "file", "eprint", "pdf", "biburl", "link", "ee"};
    return std::find(names.begin(), names.end(), lowerName) != names.end() || lowerName.starts_with("local-")
        || lowerName.starts_with("bdsk-");
}

} // namespace winnow::formats
