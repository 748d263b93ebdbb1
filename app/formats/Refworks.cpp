// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Refworks.h"

#include "formats/PlacedFields.h"
#include "formats/TaggedReader.h"
#include "formats/Text.h"
#include "formats/Types.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr string_view refworksTags
    = " RT SR ID A1 A2 A3 A4 A5 A6 T1 T2 T3 JF JO YR FD VO IS SP OP K1 AB NO PB PP ED AN AD SN CN LA CL SF OL LK UL AV "
      "DS DB DO DI WT WP ST RD U1 U2 U3 U4 U5 U6 U7 U8 U9 PM PMID NP PN SL GR LL CR WV ";

constexpr std::array refworksPlaces{
    PlacedTag{tagOf("T1"), Place::Title},    PlacedTag{tagOf("A1"), Place::Authors},
    PlacedTag{tagOf("AB"), Place::Abstract}, PlacedTag{tagOf("YR"), Place::Year},
    PlacedTag{tagOf("FD"), Place::Year},     PlacedTag{tagOf("JF"), Place::Journal},
    PlacedTag{tagOf("JO"), Place::Journal},  PlacedTag{tagOf("VO"), Place::Volume},
    PlacedTag{tagOf("IS"), Place::Issue},    PlacedTag{tagOf("SP"), Place::StartPage},
    PlacedTag{tagOf("OP"), Place::EndPage},  PlacedTag{tagOf("DO"), Place::Doi},
    PlacedTag{tagOf("DI"), Place::Doi},      PlacedTag{tagOf("K1"), Place::Keywords},
    PlacedTag{tagOf("LA"), Place::Language}, PlacedTag{tagOf("RT"), Place::Type},
    PlacedTag{tagOf("UL"), Place::Url},      PlacedTag{tagOf("LK"), Place::Url},
    PlacedTag{tagOf("DB"), Place::Database}, PlacedTag{tagOf("DS"), Place::Database},
    PlacedTag{tagOf("AN"), Place::SourceId}, PlacedTag{tagOf("ID"), Place::SourceId},
    PlacedTag{tagOf("T2"), Place::Title},    PlacedTag{tagOf("T2"), Place::Journal},
    PlacedTag{tagOf("PM"), Place::Pmid},
};

bool refworksLine(string_view line, Tag& tag, string_view& value)
{
    if (line.size() < 2 || (line.size() > 2 && line[2] != ' '))
        return false;
    const bool small = line.starts_with("vo "); // CNKI
    if (!small && (!isUpper(line[0]) || !(isUpper(line[1]) || isDigit(line[1]))))
        return false;
    tag = small ? tagOf("VO") : tagOf(line.substr(0, 2));
    value = line.substr(std::min<std::size_t>(3, line.size()));
    if (tag == tagOf("ER")) // as in RIS
        return trimmed(value).empty();
    return refworksTags.find(" " + tagName(tag) + " ") != npos;
}

/// RefWorks' words for what RIS has codes for.
string_view codeOf(string_view type)
{
    constexpr std::array<std::pair<string_view, string_view>, 9> codes{{{"Journal", "JOUR"},
                                                                        {"Journal Article", "JOUR"},
                                                                        {"Journal, Electronic", "EJOUR"},
                                                                        {"Book, Whole", "BOOK"},
                                                                        {"Book, Section", "CHAP"},
                                                                        {"Dissertation/Thesis", "THES"},
                                                                        {"Dissertation", "THES"},
                                                                        {"Conference Proceeding", "CONF"},
                                                                        {"Generic", "GEN"}}};
    for (const auto& [word, code] : codes) {
        if (word == type)
            return code;
    }
    return type;
}

class RefworksReader final : public TaggedReader {
public:
    using TaggedReader::TaggedReader;

private:
    bool parse(string_view line, Tag& tag, string_view& value) override { return refworksLine(line, tag, value); }
    /// RT begins an entry; where it is lost, a second title does.
    bool begins(Tag tag, const TaggedEntry& entry, bool gap, Tag firstTag) override
    {
        return tag == tagOf("RT") || ((tag == tagOf("T1") || (gap && tag == firstTag)) && entry.has(tag));
    }
    bool ends(Tag tag) override { return tag == tagOf("ER"); }
    char joint(const TaggedEntry&) override { return '\n'; }
    Record makeRecord(TaggedEntry& entry) override
    {
        Record record = placedRecord(entry, refworksPlaces);
        record.type = typeWord(codeOf(record.type));
        return record;
    }
};

} // namespace

int refworksLikeness(string_view head, QStringView)
{
    int types = 0;
    int tagged = 0;
    int others = 0;
    const char end = head.find('\n') == npos ? '\r' : '\n';
    while (!head.empty()) {
        const auto at = head.find(end);
        const string_view line = head.substr(0, at);
        Tag tag = 0;
        string_view value;
        const bool is = refworksLine(line, tag, value) && !trimmed(value).empty();
        tagged += is ? 1 : 0;
        others += is || trimmed(line).empty() ? 0 : 1;
        types += is && tag == tagOf("RT") ? 1 : 0;
        head.remove_prefix(at == npos ? head.size() : at + 1);
    }
    return types > 0 && tagged >= 3 && tagged > others ? 90 : 0;
}

Result<void> readRefworks(TextInput& input, ReadSink& sink)
{
    RefworksReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
