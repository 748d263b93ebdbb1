// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/EuropePmcJson.h"

#include "formats/JsonEntries.h"
#include "formats/JsonPlaces.h"
#include "formats/Names.h"
#include "formats/Text.h"

#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 2> europeLists{"resultList", "result"};
constexpr std::array<string_view, 5> europeOwn{"source", "pubYear", "authorString", "isOpenAccess", "citedByCount"};
constexpr JsonEntryKeys europeKeys{europeLists, europeOwn, true};

constexpr std::array europeFields{
    JsonField{"title", JsonPlace::Title},
    JsonField{"abstractText", JsonPlace::Abstract},
    JsonField{"journalInfo.journal.title", JsonPlace::Journal},
    JsonField{"journalTitle", JsonPlace::Journal},
    JsonField{"bookOrReportDetails.publisher", JsonPlace::Journal}, // a preprint server
    JsonField{"pubYear", JsonPlace::Year},
    JsonField{"firstPublicationDate", JsonPlace::Year},
    JsonField{"journalInfo.volume", JsonPlace::Volume},
    JsonField{"journalVolume", JsonPlace::Volume},
    JsonField{"journalInfo.issue", JsonPlace::Issue},
    JsonField{"issue", JsonPlace::Issue},
    JsonField{"pageInfo", JsonPlace::Pages},
    JsonField{"doi", JsonPlace::Doi},
    JsonField{"pmid", JsonPlace::Pmid},
    JsonField{"pmcid", JsonPlace::Pmcid},
    JsonField{"journalInfo.journal.issn", JsonPlace::Serial},
    JsonField{"journalInfo.journal.essn", JsonPlace::Serial},
    JsonField{"journalIssn", JsonPlace::Serial},
    JsonField{"keywordList.keyword[]", JsonPlace::Keyword},
    JsonField{"meshHeadingList.meshHeading[].descriptorName", JsonPlace::Keyword},
    JsonField{"language", JsonPlace::Language},
    JsonField{"pubTypeList.pubType[]", JsonPlace::Type},
    JsonField{"pubType", JsonPlace::Type},
    JsonField{"authorList", JsonPlace::Known},
    JsonField{"authorString", JsonPlace::Known},
    JsonField{"id", JsonPlace::Known},
    JsonField{"source", JsonPlace::Known},
};

void takeAuthors(const JsonDocument& entry, Record& record)
{
    const auto list = entry.member(JsonDocument::root, "authorList");
    const auto authors = entry.member(list, "author");
    if (authors != JsonDocument::none) {
        for (auto one = entry.firstIn(authors); one != JsonDocument::none; one = entry.after(one, authors)) {
            Author author{oneLine(entry.text(one, "lastName")), oneLine(entry.text(one, "firstName")), {}, false};
            if (author.family.empty())
                author = {oneLine(entry.text(one, "collectiveName")), {}, {}, true};
            if (!author.family.empty())
                record.authors.push_back(std::move(author));
        }
    }
    if (!record.authors.empty())
        return;
    std::string names = entry.text(JsonDocument::root, "authorString");
    if (names.ends_with('.'))
        names.pop_back();
    for (const string_view name : pieces(names, ","))
        record.authors.push_back(authorFrom(name));
}

} // namespace

/// A record is named by its source and its number there: MED:123 and PPR:123 are two.
Record europePmcRecord(const JsonDocument& entry)
{
    Record record = placedJson(entry, europeFields);
    if (entry.empty() || entry.isText(JsonDocument::root))
        return record;
    takeAuthors(entry, record);
    const std::string source = entry.text(JsonDocument::root, "source");
    const std::string id = entry.text(JsonDocument::root, "id");
    if (!id.empty()) {
        record.sourceId = source + ":" + id;
        record.url = "https://europepmc.org/article/" + source + "/" + id;
    }
    record.database = "Europe PMC";
    return record;
}

int europePmcJsonLikeness(string_view head, QStringView)
{
    JsonDocument entry;
    return firstJsonEntry(head, europeKeys, entry) ? 90 : 0;
}

Result<void> readEuropePmcJson(TextInput& input, ReadSink& sink)
{
    readJsonEntries(input, sink, europeKeys, europePmcRecord);
    return {};
}

} // namespace winnow::formats
