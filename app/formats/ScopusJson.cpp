// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ScopusJson.h"

#include "formats/JsonEntries.h"
#include "formats/JsonPlaces.h"
#include "formats/Names.h"
#include "formats/Text.h"

#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 2> scopusLists{"search-results", "entry"};
constexpr std::array<string_view, 4> scopusOwn{"eid", "dc:identifier", "dc:title", "prism:publicationName"};
constexpr JsonEntryKeys scopusKeys{scopusLists, scopusOwn, true};

constexpr std::array scopusFields{
    JsonField{"dc:title", JsonPlace::Title},
    JsonField{"dc:description", JsonPlace::Abstract},
    JsonField{"prism:publicationName", JsonPlace::Journal},
    JsonField{"prism:coverDate", JsonPlace::Year},
    JsonField{"prism:volume", JsonPlace::Volume},
    JsonField{"prism:issueIdentifier", JsonPlace::Issue},
    JsonField{"prism:pageRange", JsonPlace::Pages},
    JsonField{"article-number", JsonPlace::Pages},
    JsonField{"prism:doi", JsonPlace::Doi},
    JsonField{"pubmed-id", JsonPlace::Pmid},
    JsonField{"prism:issn", JsonPlace::Serial},
    JsonField{"prism:eIssn", JsonPlace::Serial},
    JsonField{"prism:isbn[].$", JsonPlace::Serial},
    JsonField{"subtypeDescription", JsonPlace::Type},
    JsonField{"eid", JsonPlace::SourceId},
    JsonField{"authkeywords", JsonPlace::Known},
    JsonField{"author", JsonPlace::Known},
    JsonField{"dc:creator", JsonPlace::Known},
    JsonField{"@_fa", JsonPlace::Known},
    JsonField{"link", JsonPlace::Known},
};

/// COMPLETE has the authors one by one, STANDARD the first one as "Tsuji T.".
void takeScopusAuthors(const JsonDocument& entry, Record& record)
{
    const auto authors = entry.member(JsonDocument::root, "author");
    if (authors != JsonDocument::none && !entry.isText(authors)) {
        for (auto one = entry.firstIn(authors); one != JsonDocument::none; one = entry.after(one, authors)) {
            Author author{oneLine(entry.text(one, "surname")), oneLine(entry.text(one, "given-name")), {}, false};
            if (author.family.empty())
                author = authorFrom(oneLine(entry.text(one, "authname")));
            if (!author.family.empty())
                record.authors.push_back(std::move(author));
        }
    }
    const std::string first = oneLine(entry.text(JsonDocument::root, "dc:creator"));
    if (record.authors.empty() && !first.empty())
        record.authors.push_back(authorFrom(first));
}

} // namespace

Record scopusRecord(const JsonDocument& entry)
{
    Record record = placedJson(entry, scopusFields);
    if (entry.empty() || entry.isText(JsonDocument::root)
        || entry.member(JsonDocument::root, "error") != JsonDocument::none)
        return {};
    takeScopusAuthors(entry, record);
    const std::string keywords = entry.text(JsonDocument::root, "authkeywords");
    for (const string_view word : pieces(keywords, "|"))
        record.keywords.emplace_back(oneLine(word));
    if (!record.sourceId.empty())
        record.url = "https://www.scopus.com/record/display.uri?eid=" + record.sourceId;
    record.database = "Scopus";
    return record;
}

int scopusJsonLikeness(string_view head, QStringView)
{
    JsonDocument entry;
    return firstJsonEntry(head, scopusKeys, entry) ? 90 : 0;
}

Result<void> readScopusJson(TextInput& input, ReadSink& sink)
{
    readJsonEntries(input, sink, scopusKeys, scopusRecord);
    return {};
}

} // namespace winnow::formats
