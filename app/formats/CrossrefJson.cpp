// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CrossrefJson.h"

#include "formats/CslJson.h"
#include "formats/Identifiers.h"
#include "formats/JsonEntries.h"
#include "formats/Markup.h"
#include "formats/Text.h"

#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 2> crossrefLists{"message", "items"};
/// What CSL-JSON of reference managers does not have.
constexpr std::array<string_view, 4> crossrefOwn{"prefix", "member", "is-referenced-by-count", "indexed"};
constexpr JsonEntryKeys crossrefKeys{crossrefLists, crossrefOwn, true};

/// The heading says what the field is called already.
std::string withoutHeading(const std::string& text)
{
    constexpr string_view heading = "Abstract\n";
    return text.starts_with(heading) ? text.substr(heading.size()) : text;
}

} // namespace

Record crossrefRecord(const JsonDocument& entry)
{
    Record record = cslRecord(entry);
    record.title = oneLine(withoutMarkup(record.title));
    record.abstract = withoutHeading(paragraphs(withoutMarkup(record.abstract)));
    record.sourceId = record.doi;
    if (!entry.empty() && record.nct.empty())
        record.nct = findNct(entry.text(entry.firstIn(entry.member(JsonDocument::root, "clinical-trial-number")),
                                        "clinical-trial-number"));
    record.database = "Crossref";
    return record;
}

int crossrefJsonLikeness(string_view head, QStringView)
{
    JsonDocument entry;
    return firstJsonEntry(head, crossrefKeys, entry) ? 90 : 0;
}

Result<void> readCrossrefJson(TextInput& input, ReadSink& sink)
{
    readJsonEntries(input, sink, crossrefKeys, crossrefRecord);
    return {};
}

} // namespace winnow::formats
