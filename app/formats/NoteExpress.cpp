// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/NoteExpress.h"

#include "formats/PlacedFields.h"
#include "formats/TaggedReader.h"
#include "formats/Text.h"
#include "formats/Types.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

/// A label and the tag that it goes by here: labels of one meaning share one.
struct Label {
    string_view name; ///< in lower case
    Tag tag;
};
constexpr std::array fieldLabels{
    Label{"reference type", tagOf("RT")},
    Label{"title", tagOf("T1")},
    Label{"author", tagOf("A1")},
    Label{"author address", tagOf("AD")},
    Label{"journal", tagOf("JF")},
    Label{"secondary title", tagOf("JF")},
    Label{"year", tagOf("YR")},
    Label{"date", tagOf("FD")},
    Label{"volume", tagOf("VO")},
    Label{"issue", tagOf("IS")},
    Label{"pages", tagOf("PG")},
    Label{"keywords", tagOf("K1")},
    Label{"abstract", tagOf("AB")},
    Label{"isbn/issn", tagOf("SN")},
    Label{"doi", tagOf("DO")},
    Label{"url", tagOf("UR")},
    Label{"link", tagOf("UR")},
    Label{"language", tagOf("LA")},
    Label{"database provider", tagOf("DB")},
    Label{"notes", tagOf("NO")},
    Label{"publisher", tagOf("PB")},
    Label{"tertiary author", tagOf("A3")},
    Label{"secondary author", tagOf("A2")},
    Label{"accession number", tagOf("AN")},
    Label{"subject", tagOf("SU")},
    Label{"place published", tagOf("PP")},
    Label{"original title", tagOf("OT")},
    Label{"translated title", tagOf("TT")},
    Label{"translated author", tagOf("TA")},
    Label{"database", tagOf("DB")},
};

constexpr std::array noteExpressPlaces{
    PlacedTag{tagOf("T1"), Place::Title},    PlacedTag{tagOf("A1"), Place::Authors},
    PlacedTag{tagOf("AB"), Place::Abstract}, PlacedTag{tagOf("YR"), Place::Year},
    PlacedTag{tagOf("FD"), Place::Year},     PlacedTag{tagOf("JF"), Place::Journal},
    PlacedTag{tagOf("VO"), Place::Volume},   PlacedTag{tagOf("IS"), Place::Issue},
    PlacedTag{tagOf("PG"), Place::Pages},    PlacedTag{tagOf("DO"), Place::Doi},
    PlacedTag{tagOf("K1"), Place::Keywords}, PlacedTag{tagOf("LA"), Place::Language},
    PlacedTag{tagOf("RT"), Place::Type},     PlacedTag{tagOf("UR"), Place::Url},
    PlacedTag{tagOf("DB"), Place::Database}, PlacedTag{tagOf("AN"), Place::SourceId},
    PlacedTag{tagOf("TT"), Place::Title},
};

/// "{Title}: …"; a label that nobody knows is a field of the entry's notes.
bool noteExpressLine(string_view line, Tag& tag, string_view& value)
{
    const auto end = line.substr(0, 40).find("}:");
    if (line.empty() || line[0] != '{' || end == npos || end < 2)
        return false;
    const std::string name = lowered(trimmed(line.substr(1, end - 1)));
    const auto known
        = std::find_if(fieldLabels.begin(), fieldLabels.end(), [&](const Label& label) { return label.name == name; });
    tag = known == fieldLabels.end() ? tagOf("NO") : known->tag;
    value = known == fieldLabels.end() ? line : line.substr(end + 2);
    return true;
}

class NoteExpressReader final : public TaggedReader {
public:
    using TaggedReader::TaggedReader;

private:
    bool parse(string_view line, Tag& tag, string_view& value) override { return noteExpressLine(line, tag, value); }
    /// Its type begins an entry; where that is lost, a second title does.
    bool begins(Tag tag, const TaggedEntry& entry, bool gap, Tag firstTag) override
    {
        return entry.has(tag) && (tag == tagOf("RT") || tag == tagOf("T1") || (gap && tag == firstTag));
    }
    char joint(const TaggedEntry&) override { return '\n'; }
    Record makeRecord(TaggedEntry& entry) override
    {
        Record record = placedRecord(entry, noteExpressPlaces);
        record.type = record.type == "Journal Article" ? typeWord("JOUR") : record.type;
        return record;
    }
};

} // namespace

int noteExpressLikeness(string_view head, QStringView)
{
    const auto begin = head.find("{Reference Type}:");
    return begin != npos && head.find("{Title}:", begin) != npos ? 92 : 0;
}

Result<void> readNoteExpress(TextInput& input, ReadSink& sink)
{
    NoteExpressReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
