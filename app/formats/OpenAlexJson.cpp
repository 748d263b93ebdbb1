// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/OpenAlexJson.h"

#include "formats/JsonEntries.h"
#include "formats/JsonPlaces.h"
#include "formats/Names.h"
#include "formats/Text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 1> alexLists{"results"};
constexpr std::array<string_view, 4> alexOwn{"display_name", "authorships", "publication_year",
                                             "abstract_inverted_index"};
constexpr JsonEntryKeys alexKeys{alexLists, alexOwn, true};

constexpr std::size_t longestAbstract = 100'000; // words

constexpr std::array alexFields{
    JsonField{"title", JsonPlace::Title},
    JsonField{"display_name", JsonPlace::Title},
    JsonField{"primary_location.source.display_name", JsonPlace::Journal},
    JsonField{"publication_year", JsonPlace::Year},
    JsonField{"publication_date", JsonPlace::Year},
    JsonField{"biblio.volume", JsonPlace::Volume},
    JsonField{"biblio.issue", JsonPlace::Issue},
    JsonField{"doi", JsonPlace::Doi},
    JsonField{"ids.doi", JsonPlace::Doi},
    JsonField{"ids.pmid", JsonPlace::Pmid},
    JsonField{"ids.pmcid", JsonPlace::Pmcid},
    JsonField{"primary_location.source.issn[]", JsonPlace::Serial},
    JsonField{"keywords[].display_name", JsonPlace::Keyword},
    JsonField{"mesh[].descriptor_name", JsonPlace::Keyword},
    JsonField{"language", JsonPlace::Language},
    JsonField{"type", JsonPlace::Type},
    JsonField{"id", JsonPlace::SourceId},
    JsonField{"id", JsonPlace::Url},
    JsonField{"authorships", JsonPlace::Known},
    JsonField{"abstract_inverted_index", JsonPlace::Known},
};

/// {"word": [places]} back to a text.
std::string abstractFrom(const JsonDocument& entry)
{
    const auto index = entry.member(JsonDocument::root, "abstract_inverted_index");
    if (index == JsonDocument::none || entry.isText(index))
        return {};
    std::vector<std::pair<std::size_t, std::string>> placed;
    for (auto word = entry.firstIn(index); word != JsonDocument::none; word = entry.after(word, index)) {
        if (entry.isText(word))
            continue;
        std::string text;
        appendJsonDecoded(text, entry[word].key);
        for (auto at = entry.firstIn(word); at != JsonDocument::none; at = entry.after(at, word)) {
            const std::string number = entry.text(at);
            if (allDigits(number) && number.size() < 7 && placed.size() < longestAbstract)
                placed.emplace_back(std::stoul(number), text);
        }
    }
    std::sort(placed.begin(), placed.end());
    std::string abstract;
    for (const auto& [place, word] : placed)
        appendItem(abstract, word, " ");
    return abstract;
}

std::string pagesOf(const JsonDocument& entry)
{
    const auto biblio = entry.member(JsonDocument::root, "biblio");
    std::string pages = oneLine(entry.text(biblio, "first_page"));
    const std::string last = oneLine(entry.text(biblio, "last_page"));
    if (last != pages)
        appendItem(pages, last, "-");
    return pages;
}

} // namespace

Record openAlexRecord(const JsonDocument& entry)
{
    Record record = placedJson(entry, alexFields);
    if (entry.empty() || entry.isText(JsonDocument::root))
        return record;
    record.abstract = abstractFrom(entry);
    record.pages = pagesOf(entry);
    for (const std::string& name : textsAt(entry, JsonDocument::root, "authorships[].author.display_name"))
        record.authors.push_back(authorFrom(oneLine(name)));
    record.database = "OpenAlex";
    return record;
}

int openAlexJsonLikeness(string_view head, QStringView)
{
    JsonDocument entry;
    return firstJsonEntry(head, alexKeys, entry) ? 90 : 0;
}

Result<void> readOpenAlexJson(TextInput& input, ReadSink& sink)
{
    readJsonEntries(input, sink, alexKeys, openAlexRecord);
    return {};
}

} // namespace winnow::formats
