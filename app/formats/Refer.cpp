// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Refer.h"

#include "formats/TaggedReader.h"
#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;

bool parseReferLine(string_view line, Tag& tag, string_view& value)
{
    if (line.size() < 2 || line[0] != '%' || isBlank(line[1]) || (line[1] & 0x80) != 0)
        return false;
    if (line.size() > 2 && line[2] != ' ' && line[2] != '\t')
        return false;
    tag = tagOf(line.substr(0, 2));
    value = line.substr(2);
    return true;
}

/// A field that an entry has once: a second one behind a blank line begins the next.
bool standsOnceInRefer(Tag tag)
{
    return string_view("0TJBDVNPRICX").find(static_cast<char>(tag & 0xFF)) != npos;
}

class ReferReader final : public TaggedReader {
public:
    using TaggedReader::TaggedReader;

private:
    bool parse(string_view line, Tag& tag, string_view& value) override { return parseReferLine(line, tag, value); }

    /// %0 begins an entry, but AIS writes %T before it; refer has no %0, only blank lines.
    bool begins(Tag tag, const TaggedEntry& entry, bool gap, Tag firstTag) override
    {
        if (tag == tagOf("%0") || tag == tagOf("%T"))
            return entry.has(tag) || (gap && tag == firstTag);
        const bool secondList = tag == tagOf("%A") && entry.has(tag) && entry.tag(entry.size() - 1) != tag;
        return gap && entry.has(tagOf("%T"))
            && (tag == firstTag || secondList || (standsOnceInRefer(tag) && entry.has(tag)));
    }

    char joint(const TaggedEntry& entry) override { return entry.tag(entry.size() - 1) == tagOf("%K") ? '\n' : ' '; }
    Record makeRecord(TaggedEntry& entry) override { return referRecord(entry); }
};

} // namespace

int referLikeness(string_view head, QStringView fileName)
{
    int tagged = 0;
    int lines = 0;
    int marks = 0;
    const char end = head.find('\n') == npos ? '\r' : '\n';
    while (!head.empty()) {
        const auto at = head.find(end);
        const string_view line = head.substr(0, at);
        Tag tag = 0;
        string_view value;
        lines += trimmed(line).empty() ? 0 : 1;
        if (parseReferLine(line, tag, value) && !trimmed(value).empty()) {
            ++tagged;
            marks += tag == tagOf("%T") || tag == tagOf("%0") || tag == tagOf("%A") ? 1 : 0;
        }
        head.remove_prefix(at == npos ? head.size() : at + 1);
    }
    const bool named = fileName.endsWith(QLatin1String(".enw"), Qt::CaseInsensitive)
        || fileName.endsWith(QLatin1String(".enl"), Qt::CaseInsensitive);
    if (marks < 2 || tagged * 3 < lines)
        return 0;
    return 88 + (named ? 2 : 0);
}

Result<void> readRefer(TextInput& input, ReadSink& sink)
{
    ReferReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
