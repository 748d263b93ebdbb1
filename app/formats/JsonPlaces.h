// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/Json.h"

#include <span>
#include <string_view>

/// Answers of web services in which a path says all there is to say: what it holds is a table, and the Record follows.
namespace winnow::formats {

enum class JsonPlace {
    Title,
    Abstract, ///< may be HTML or JATS
    Journal,
    Year, ///< of a date or a year
    Volume,
    Issue,
    Pages,
    Doi,
    Pmid,
    Pmcid,
    Nct,
    Serial, ///< ISSN or ISBN
    Keyword,
    Language,
    Type,
    Url,
    SourceId,
    Known, ///< is read elsewhere, or says nothing
};

/// Members parted by dots; "[]" behind one: each value of its list.
struct JsonField {
    std::string_view path;
    JsonPlace place;
};

/// For each place the first row of the table that holds something counts; of keywords and serial numbers all do. What
/// stands under no head of the table is kept in `extra`, as it is written.
[[nodiscard]] Record placedJson(const JsonDocument& entry, std::span<const JsonField> fields);

/// All texts at a path below `node`.
[[nodiscard]] std::vector<std::string> textsAt(const JsonDocument& entry, std::uint32_t node, std::string_view path);

} // namespace winnow::formats
