// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Cochrane.h"

#include "formats/PlacedFields.h"
#include "formats/TaggedReader.h"
#include "formats/Text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array cochranePlaces{
    PlacedTag{tagOf("TI"), Place::Title},    PlacedTag{tagOf("AU"), Place::Authors},
    PlacedTag{tagOf("AB"), Place::Abstract}, PlacedTag{tagOf("YR"), Place::Year},
    PlacedTag{tagOf("SO"), Place::Journal},  PlacedTag{tagOf("VL"), Place::Volume},
    PlacedTag{tagOf("NO"), Place::Issue},    PlacedTag{tagOf("PG"), Place::Pages},
    PlacedTag{tagOf("DOI"), Place::Doi},     PlacedTag{tagOf("PM"), Place::Pmid},
    PlacedTag{tagOf("KY"), Place::Keywords}, PlacedTag{tagOf("LA"), Place::Language},
    PlacedTag{tagOf("PT"), Place::Type},     PlacedTag{tagOf("US"), Place::Url},
    PlacedTag{tagOf("ID"), Place::SourceId}, PlacedTag{tagOf("XR"), Place::Link},
};
constexpr string_view otherTags = " CC ON DE SN ISSN PB AD ED ";

bool isKnown(Tag tag)
{
    return std::any_of(cochranePlaces.begin(), cochranePlaces.end(),
                       [&](const PlacedTag& placed) { return placed.tag == tag; })
        || otherTags.find(" " + tagName(tag) + " ") != npos;
}

/// "TI: …"
bool cochraneLine(string_view line, Tag& tag, string_view& value)
{
    const auto colon = line.substr(0, 5).find(':');
    if (colon == npos || colon < 2 || (line.size() > colon + 1 && !isBlank(line[colon + 1])))
        return false;
    tag = tagOf(line.substr(0, colon));
    value = line.substr(colon + 1);
    return isKnown(tag);
}

bool isRecordLine(string_view text)
{
    return startsWithNoCase(text, "record #") && text.size() > 8 && isDigit(text[8]);
}

class CochraneReader final : public TaggedReader {
public:
    using TaggedReader::TaggedReader;

private:
    bool parse(string_view line, Tag& tag, string_view& value) override { return cochraneLine(line, tag, value); }
    bool begins(Tag tag, const TaggedEntry& entry, bool gap, Tag firstTag) override
    {
        return entry.has(tag) && (tag == tagOf("ID") || (gap && tag == firstTag));
    }
    bool isHeading(string_view text) override { return text.empty() || isRecordLine(text); }
    Record makeRecord(TaggedEntry& entry) override
    {
        Record record = placedRecord(entry, cochranePlaces);
        if (startsWithNoCase(record.sourceId, "cn-"))
            record.database = "CENTRAL";
        return record;
    }
};

} // namespace

int cochraneLikeness(string_view head, QStringView)
{
    int tagged = 0;
    bool numbered = false;
    const char end = head.find('\n') == npos ? '\r' : '\n';
    while (!head.empty()) {
        const auto at = head.find(end);
        const string_view line = head.substr(0, at);
        Tag tag = 0;
        string_view value;
        numbered = numbered || isRecordLine(line);
        tagged += cochraneLine(line, tag, value) && !trimmed(value).empty() ? 1 : 0;
        head.remove_prefix(at == npos ? head.size() : at + 1);
    }
    return tagged >= 3 && numbered ? 92 : 0;
}

Result<void> readCochrane(TextInput& input, ReadSink& sink)
{
    CochraneReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
