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
    Label{"notes", tagOf("NS")},
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
    // CNKI's own text
    Label{"datatype", tagOf("RT")},
    Label{"srcdatabase", tagOf("DB")},
    Label{"organ", tagOf("AD")},
    Label{"source", tagOf("JF")},
    Label{"keyword", tagOf("K1")},
    Label{"summary", tagOf("AB")},
    Label{"pubtime", tagOf("FD")},
    Label{"roll", tagOf("VO")},
    Label{"period", tagOf("IS")},
    Label{"page", tagOf("PG")},
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

Tag tagOfLabel(string_view label)
{
    const std::string name = lowered(trimmed(label));
    const auto known
        = std::find_if(fieldLabels.begin(), fieldLabels.end(), [&](const Label& each) { return each.name == name; });
    return known == fieldLabels.end() ? tagOf("NO") : known->tag;
}

/// The end of a label as CNKI's own text has it, in two languages: "Title-题名: …". npos: the line has none.
std::size_t twofoldLabel(string_view line)
{
    std::size_t end = 0;
    while (end < line.size() && end < 20 && isLetter(line[end]))
        ++end;
    const string_view rest = line.substr(end);
    const bool twofold
        = rest.size() > 1 && rest[0] == '-' && (rest[1] & 0x80) != 0 && rest.substr(0, 40).find(':') != npos;
    return end > 0 && (twofold || line.starts_with("DataType:")) ? end : npos;
}

/// "{Title}: …"; a label that nobody knows is a field of the entry's notes.
bool noteExpressLine(string_view line, Tag& tag, string_view& value)
{
    if (const auto end = twofoldLabel(line); end != npos) {
        tag = tagOfLabel(line.substr(0, end));
        value = tag == tagOf("NO") ? line : line.substr(line.find(':') + 1);
        return true;
    }
    const auto end = line.substr(0, 40).find("}:");
    if (line.empty() || line[0] != '{' || end == npos || end < 2)
        return false;
    tag = tagOfLabel(line.substr(1, end - 1));
    value = tag == tagOf("NO") ? line : line.substr(end + 2);
    return true;
}

/// CNKI numbers the types.
string_view typeOfNumber(string_view type)
{
    constexpr std::array<string_view, 4> codes{"JOUR", "THES", "CPAPER", "NEWS"};
    return type.size() == 1 && type[0] >= '1' && type[0] <= '4' ? codes[std::size_t(type[0] - '1')] : type;
}

class NoteExpressReader final : public TaggedReader {
public:
    using TaggedReader::TaggedReader;

private:
    bool parse(string_view line, Tag& tag, string_view& value) override { return noteExpressLine(line, tag, value); }
    /// Its type begins an entry; where that is lost, a second title does.
    bool begins(Tag tag, const TaggedEntry& entry, bool gap, Tag firstTag) override
    {
        return entry.has(tag)
            && (tag == tagOf("RT") || tag == tagOf("T1") || (tag == firstTag && (gap || tag == tagOf("DB"))));
    }
    char joint(const TaggedEntry&) override { return '\n'; }
    Record makeRecord(TaggedEntry& entry) override
    {
        Record record = placedRecord(entry, noteExpressPlaces);
        record.type = typeWord(record.type == "Journal Article" ? "JOUR" : typeOfNumber(record.type));
        return record;
    }
};

} // namespace

int noteExpressLikeness(string_view head, QStringView)
{
    if (head.find("\nTitle-\xE9\xA2\x98\xE5\x90\x8D:") != npos) // CNKI
        return 92;
    const auto begin = head.find("{Reference Type}:");
    return begin != npos && head.find("{Title}:", begin) != npos ? 92 : 0;
}

Result<void> readNoteExpress(TextInput& input, ReadSink& sink)
{
    NoteExpressReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
