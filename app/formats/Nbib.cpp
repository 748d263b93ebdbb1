// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Nbib.h"

#include "formats/NbibRecord.h"
#include "formats/OvidSource.h"
#include "formats/TaggedReader.h"
#include "formats/Text.h"

namespace winnow::formats {
namespace {

using std::string_view;

bool isTagChar(char c)
{
    return isUpper(c) || isDigit(c);
}

/// The tags by which a line is known that has lost the blank behind its dash.
bool isMedlineTag(Tag tag)
{
    constexpr string_view tags
        = " PMID OWN STAT DCOM LR IS VI IP DP TI PG LID AB FAU AU AD AUID LA PT DEP PL TA JT JID SB "
          "MH OT CN PMC MHDA CRDT PHST AID PST SO EDAT RN SI GR CI COIS TT ";
    return tags.find(" " + tagName(tag) + " ") != npos;
}

/// A field that an entry has once: a second one begins the next entry, whose beginning is lost.
bool standsOnceInNbib(Tag tag)
{
    return tag == tagOf("OWN") || tag == tagOf("STAT") || tag == tagOf("TI") || tag == tagOf("UI");
}

/// A new entry begins at each PMID. Sources without PMIDs (ERIC, Ovid) begin each entry with another tag, the same
/// one throughout the file, behind a blank line or the entry's number.
class NbibReader final : public TaggedReader {
public:
    using TaggedReader::TaggedReader;

private:
    bool parse(string_view line, Tag& tag, string_view& value) override { return parseNbibLine(line, tag, value); }

    bool begins(Tag tag, const TaggedEntry& entry, bool gap, Tag firstTag) override
    {
        if (tag == tagOf("PMID"))
            return !(entry.size() == 1 && entry.tag(0) == tagOf("UI"));
        return (gap && (tag == firstTag || tag == tagOf("OWN"))) || (standsOnceInNbib(tag) && entry.has(tag));
    }

    /// "12: ", "12." or "<12>" alone on a line: older servers and Ovid number the entries.
    bool isHeading(string_view text) override { return isOvidNumber(text) || isCounted(text); }
    static bool isCounted(string_view text)
    {
        return text.size() > 1 && (text.back() == ':' || text.back() == '.')
            && allDigits(text.substr(0, text.size() - 1));
    }

    Record makeRecord(TaggedEntry& entry) override { return nbibRecord(entry); }
};

} // namespace

bool parseNbibLine(string_view line, Tag& tag, string_view& value)
{
    std::size_t length = 0;
    while (length < line.size() && length < 5 && isTagChar(line[length]))
        ++length;
    if (length < 2 || length > 4 || !isUpper(line[0]))
        return false;
    std::size_t dash = length;
    while (dash < line.size() && dash < 5 && line[dash] == ' ')
        ++dash;
    // Tags are filled up to four letters, so that the dash is the fifth character; ERIC adds a blank.
    if (dash < 4 || dash >= line.size() || line[dash] != '-')
        return false;
    tag = tagOf(line.substr(0, length));
    const bool spaced = dash + 1 == line.size() || isBlank(line[dash + 1]);
    if (!spaced && (dash != 4 || !isMedlineTag(tag)))
        return false;
    value = line.substr(dash + 1);
    return true;
}

int nbibLikeness(string_view head, QStringView fileName)
{
    int begins = 0;
    int tagged = 0;
    int types = 0;
    const char end = head.find('\n') == string_view::npos ? '\r' : '\n';
    while (!head.empty()) {
        const auto at = head.find(end);
        const string_view line = head.substr(0, at);
        Tag tag = 0;
        string_view value;
        if (parseNbibLine(line, tag, value)) {
            ++tagged;
            begins += tag == tagOf("PMID") || tag == tagOf("OWN") || tag == tagOf("STAT") || tag == tagOf("UI")
                    || tag == tagOf("VN")
                ? 1
                : 0;
            types += tag == tagOf("TY") || tag == tagOf("ER") ? 1 : 0;
        }
        head.remove_prefix(at == string_view::npos ? head.size() : at + 1);
    }
    if (begins == 0 || types > begins || tagged < 4)
        return 0;
    return 90 + (fileName.endsWith(QLatin1String(".nbib"), Qt::CaseInsensitive) ? 2 : 0);
}

Result<void> readNbib(TextInput& input, ReadSink& sink)
{
    NbibReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
