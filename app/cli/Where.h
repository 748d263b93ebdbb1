// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/RecordColumns.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::cli {

/// One condition of `records --where`: a column (or "box", for a PRISMA box), a comparison and what to compare with.
struct Term {
    enum class Op { Contains, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
    const RecordColumn* column = nullptr; ///< null: box
    Op op = Op::Equal;
    std::string value;

    [[nodiscard]] bool isBox() const { return !column; }
    [[nodiscard]] bool matches(const RecordView& view, const Review& review) const;
};

/// Terms joined by "and":
///
///     TERM [and TERM]…      TERM: COLUMN~TEXT COLUMN=TEXT COLUMN!=TEXT COLUMN>=N COLUMN<=N COLUMN>N COLUMN<N box=KEY
///
/// `~` is "contains", `=` "is" (one of several authors or keywords is enough), both whatever the case; the others
/// compare numbers, and are false where there is none. A text with " and " in it stands in double quotes. None and
/// `why` if it cannot be understood.
[[nodiscard]] std::optional<std::vector<Term>> parseWhere(std::string_view expression, std::string& why);

/// The grammar in one line, for --help.
[[nodiscard]] const char* whereHelp();

} // namespace winnow::cli
