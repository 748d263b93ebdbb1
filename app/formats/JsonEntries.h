// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/Json.h"

#include <span>
#include <string_view>

namespace winnow::formats {

class TextInput;
struct ReadSink;

/// How a JSON file holds its entries: one object, an array of them, one a line, or a list within an object around it.
struct JsonEntryKeys {
    /// Members of an object around the entries that hold the list of them.
    std::span<const std::string_view> lists;
    /// Members by which an entry is told from the objects inside it, where a broken one has to be stepped over.
    std::span<const std::string_view> own;
    /// No object inside an entry can look like one: where one does, a bracket was lost, even if others close by chance.
    bool flat = false;
};

/// Reads entry by entry. A broken entry is named and what stands before its break is taken; reading goes on with the
/// next object that is whole and looks like an entry. Memory grows with the largest entry only.
void readJsonEntries(TextInput& input, ReadSink& sink, const JsonEntryKeys& keys,
                     Record (*read)(const JsonDocument& entry));

/// Parses the first entry in a piece of JSON, which may be cut off; false: there is none that looks like one.
[[nodiscard]] bool firstJsonEntry(std::string_view head, const JsonEntryKeys& keys, JsonDocument& entry);

} // namespace winnow::formats
