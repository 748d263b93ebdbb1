// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CslJson.h"

#include "formats/JsonEntries.h"

#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 3> lists{"items", "references", "message"};
constexpr std::array<string_view, 7> own{"id", "type", "title", "container-title", "author", "issued", "abstract"};
constexpr JsonEntryKeys keys{lists, own};

} // namespace

int cslJsonLikeness(string_view head, QStringView)
{
    JsonDocument entry;
    return firstJsonEntry(head, keys, entry) ? 80 : 0;
}

Result<void> readCslJson(TextInput& input, ReadSink& sink)
{
    readJsonEntries(input, sink, keys, cslRecord);
    return {};
}

} // namespace winnow::formats
