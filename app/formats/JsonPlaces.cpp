// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/JsonPlaces.h"

#include "formats/Identifiers.h"
#include "formats/Markup.h"
#include "formats/SerialNumbers.h"
#include "formats/Text.h"

#include <algorithm>

namespace winnow::formats {
namespace {

using std::string_view;
using JsonNode = std::uint32_t;

string_view headOf(string_view path)
{
    string_view head = path.substr(0, path.find('.'));
    if (head.ends_with("[]"))
        head.remove_suffix(2);
    return head;
}

void collect(const JsonDocument& entry, JsonNode node, string_view path, std::vector<std::string>& texts)
{
    if (node == JsonDocument::none)
        return;
    if (path.empty()) {
        if (entry.isText(node))
            texts.push_back(entry.text(node));
        return;
    }
    const auto dot = path.find('.');
    string_view name = path.substr(0, dot);
    const string_view rest = dot == npos ? string_view() : path.substr(dot + 1);
    const bool each = name.ends_with("[]");
    if (each)
        name.remove_suffix(2);
    const JsonNode member = entry.member(node, name);
    if (!each || member == JsonDocument::none || entry.isText(member))
        return collect(entry, member, rest, texts);
    for (JsonNode one = entry.firstIn(member); one != JsonDocument::none; one = entry.after(one, member))
        collect(entry, one, rest, texts);
}

void setIfEmpty(std::string& target, std::string value)
{
    if (target.empty())
        target = std::move(value);
}

void place(Record& record, JsonPlace where, const std::string& value)
{
    switch (where) {
    case JsonPlace::Title: return setIfEmpty(record.title, oneLine(withoutMarkup(value)));
    case JsonPlace::Abstract: return setIfEmpty(record.abstract, paragraphs(withoutMarkup(value)));
    case JsonPlace::Journal: return setIfEmpty(record.journal, oneLine(withoutMarkup(value)));
    case JsonPlace::Year: record.year = record.year ? record.year : yearOf(value); return;
    case JsonPlace::Volume: return setIfEmpty(record.volume, oneLine(value));
    case JsonPlace::Issue: return setIfEmpty(record.issue, oneLine(value));
    case JsonPlace::Pages: return setIfEmpty(record.pages, oneLine(value));
    case JsonPlace::Doi: return setIfEmpty(record.doi, findDoi(value));
    case JsonPlace::Pmid: return setIfEmpty(record.pmid, pmidOf(value));
    case JsonPlace::Pmcid: return setIfEmpty(record.pmcid, pmcidOf(value));
    case JsonPlace::Nct: return setIfEmpty(record.nct, findNct(value));
    case JsonPlace::Serial: addSerialNumbers(record, value); return;
    case JsonPlace::Keyword: record.keywords.push_back(oneLine(withoutMarkup(value))); return;
    case JsonPlace::Language: return setIfEmpty(record.language, oneLine(value));
    case JsonPlace::Type: return setIfEmpty(record.type, oneLine(value));
    case JsonPlace::Url: return setIfEmpty(record.url, oneLine(value));
    case JsonPlace::SourceId: return setIfEmpty(record.sourceId, oneLine(value));
    case JsonPlace::Known: return;
    }
}

} // namespace

std::vector<std::string> textsAt(const JsonDocument& entry, JsonNode node, string_view path)
{
    std::vector<std::string> texts;
    collect(entry, node, path, texts);
    return texts;
}

Record placedJson(const JsonDocument& entry, std::span<const JsonField> fields)
{
    Record record;
    if (entry.empty() || entry.isText(JsonDocument::root))
        return record;
    for (const JsonField& field : fields) {
        for (const std::string& value : textsAt(entry, JsonDocument::root, field.path))
            place(record, field.place, value);
    }
    std::erase(record.keywords, std::string());
    const JsonNode root = JsonDocument::root;
    for (JsonNode node = entry.firstIn(root); node != JsonDocument::none; node = entry.after(node, root)) {
        const bool known = std::any_of(fields.begin(), fields.end(),
                                       [&](const JsonField& field) { return headOf(field.path) == entry[node].key; });
        std::string value = entry.isText(node) ? paragraphs(entry.text(node)) : std::string(entry[node].raw);
        if (known || value.empty() || entry[node].kind == JsonDocument::Kind::Null)
            continue;
        std::string key;
        appendJsonDecoded(key, entry[node].key);
        record.extra.emplace_back(std::move(key), std::move(value));
    }
    return record;
}

} // namespace winnow::formats
