// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/TaggedEntry.h"

#include <span>

/// Tagged formats in which a tag says all there is to say: what it holds is a table, and the Record follows from it.
namespace winnow::formats {

/// Where the value of a tag goes in a Record.
enum class Place {
    Title,
    Abstract,
    Authors, ///< one name or several parted by semicolons
    Year,
    Journal,
    Volume,
    Issue,
    Pages,
    StartPage,
    EndPage,
    Doi,
    Pmid,
    Keywords, ///< one or several parted by semicolons
    Language,
    Type,
    Url,
    Database,
    SourceId,
    Link, ///< may hold an identifier of the work; kept as well
};

struct PlacedTag {
    Tag tag;
    Place place;
};

/// For each place the first value counts (of authors, keywords and abstracts all do); where several tags have the same
/// place, those that stand first in the table. What finds no place is kept in `extra`, in file order.
[[nodiscard]] Record placedRecord(TaggedEntry& entry, std::span<const PlacedTag> places);

} // namespace winnow::formats
