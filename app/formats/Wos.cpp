// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Wos.h"

#include "formats/TaggedReader.h"
#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr string_view wosTags
    = " PT AU AF BA BF CA GP BE ED TI SO SE BS LA DT CT CY CL SP HO DE ID AB C1 C2 C3 RP EM RI OI FU FP FX CR NR TC Z9 "
      "U1 U2 PU PI PA SN EI BN J9 JI PD PY VL IS PN SU SI MA BP EP AR PG P2 PS DI DL D2 EA EY WC WE SC GA UT PM OA HC "
      "HP "
      "DA ER EF FN VR AN CO PV TA MH MQ NM CN RN GE TR CC MC OR DS PR TN BT CH BD NT AE AK DN LT LS MT ME MI OB PC PE "
      "TM "
      "FT LF RC RG SD SS TS UR ZB ZR ZA ZS ";

/// "AU Lima, A", "ER". Within an entry whose lines go on at the margin, only known tags count.
bool parseWosLine(string_view line, bool anyTag, Tag& tag, string_view& value)
{
    if (line.size() < 2 || !isUpper(line[0]) || !(isUpper(line[1]) || isDigit(line[1])))
        return false;
    if (line.size() > 2 && line[2] != ' ')
        return false;
    tag = tagOf(line.substr(0, 2));
    value = line.substr(std::min<std::size_t>(3, line.size()));
    const bool bare = trimmed(value).empty();
    if (tag == tagOf("ER") || tag == tagOf("EF"))
        return bare; // "ER stress …" goes on with an abstract
    return isWosTag(tag) || (anyTag && !bare && isUpper(line[1]));
}

/// PT begins an entry, ER ends it; either may be missing.
class WosReader final : public TaggedReader {
public:
    using TaggedReader::TaggedReader;

private:
    bool parse(string_view line, Tag& tag, string_view& value) override
    {
        indented_ = indented_ || line.starts_with("   ");
        return parseWosLine(line, indented_, tag, value);
    }
    bool begins(Tag tag, const TaggedEntry& entry, bool gap, Tag firstTag) override
    {
        if (tag == tagOf("PT"))
            return true;
        const bool once = tag == tagOf("TI") || tag == tagOf("UT") || tag == tagOf("SO");
        return (gap && tag == firstTag) || (once && (gap || indented_) && entry.has(tag));
    }
    /// Where lines go on at the margin, one may begin with two capitals that happen to be a tag.
    bool goesOn(Tag tag, const TaggedEntry& entry) override
    {
        return !indented_ && tag != tagOf("PT") && !ends(tag) && entry.has(tag);
    }
    bool ends(Tag tag) override { return tag == tagOf("ER"); }
    bool ofFile(Tag tag) override { return tag == tagOf("FN") || tag == tagOf("VR") || tag == tagOf("EF"); }
    char joint(const TaggedEntry& entry) override { return isWosList(entry.tag(entry.size() - 1)) ? '\n' : ' '; }
    Record makeRecord(TaggedEntry& entry) override { return wosRecord(entry); }

    bool indented_ = false; ///< lines that go on are indented in this file
};

} // namespace

bool isWosTag(Tag tag)
{
    const std::string name = tagName(tag);
    if (name.size() == 2 && name[0] >= 'X' && name[0] <= 'Z' && isDigit(name[1])) // titles, names … in other languages
        return true;
    return wosTags.find(" " + name + " ") != npos;
}

bool isWosList(Tag tag)
{
    const std::string name = tagName(tag);
    return string_view(" AU AF BA BF BE CA GP ED CR C1 C3 ").find(" " + name + " ") != npos;
}

int wosLikeness(string_view head, QStringView fileName)
{
    int types = 0;
    int ends = 0;
    int tagged = 0;
    int others = 0;
    bool named = false;
    const char end = head.find('\n') == npos ? '\r' : '\n';
    while (!head.empty()) {
        const auto at = head.find(end);
        const string_view line = head.substr(0, at);
        Tag tag = 0;
        string_view value;
        if (parseWosLine(line, false, tag, value)) {
            ++tagged;
            types += tag == tagOf("PT") && trimmed(value).size() <= 2 ? 1 : 0;
            ends += tag == tagOf("ER") ? 1 : 0;
            named = named || tag == tagOf("FN");
        }
        others += line.substr(0, 8).find("- ") != npos ? 1 : 0;
        head.remove_prefix(at == npos ? head.size() : at + 1);
    }
    if (tagged < 4 || (types == 0 && ends == 0) || others > tagged)
        return 0;
    const bool extension = fileName.endsWith(QLatin1String(".ciw"), Qt::CaseInsensitive)
        || fileName.endsWith(QLatin1String(".isi"), Qt::CaseInsensitive);
    return (types > 0 ? (named ? 96 : 90) : 70) + (extension ? 2 : 0);
}

Result<void> readWos(TextInput& input, ReadSink& sink)
{
    WosReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
