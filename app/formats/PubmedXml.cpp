// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/PubmedXml.h"

#include "formats/Text.h"
#include "formats/XmlEntries.h"

#include <array>

namespace winnow::formats {
namespace {

constexpr std::array<std::string_view, 2> names{"PubmedArticle", "PubmedBookArticle"};
constexpr std::array<std::string_view, 1> enclosing{"PubmedArticleSet"};
/// A search keeps the answers of esearch between those of efetch.
constexpr XmlEntryNames entries{"Pubmed", names, enclosing, "eSearchResult"};

} // namespace

int pubmedXmlLikeness(std::string_view head, QStringView)
{
    return findXmlEntry(head, entries) == npos ? 0 : 95;
}

Result<void> readPubmedXml(TextInput& input, ReadSink& sink)
{
    readXmlEntries(input, sink, entries, pubmedRecord);
    return {};
}

} // namespace winnow::formats
