// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/TaggedEntry.h"

#include <string_view>

namespace winnow::formats {

/// AU and A1 hold authors.
[[nodiscard]] bool isRisAuthor(Tag tag);
/// "NA", "None", "nan", "null": what R and Python write where a table has nothing; in fields where they can be nothing
/// else.
[[nodiscard]] bool risSaysNothing(Tag tag, std::string_view value);
/// Mends `record`'s authors, read as the standard has them (one name a field, in AU or in A1), where the entry writes
/// them in another way.
void settleRisAuthors(const TaggedEntry& entry, Record& record);

} // namespace winnow::formats
