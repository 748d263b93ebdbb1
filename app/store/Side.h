// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"

#include <string>

namespace winnow::store {

/// A row of `record` has room for two places and reasons. One side counts; on the other what a change of the rules will
/// make of them is worked out (RulesAhead.h), until one small commit turns the sides for all rows at once.
enum class Side : int { First = 0, Second = 1 };

[[nodiscard]] constexpr Side otherSide(Side side)
{
    return side == Side::First ? Side::Second : Side::First;
}

[[nodiscard]] inline Side sideThatCounts(Database& db)
{
    return Side(db.number("SELECT value FROM meta WHERE key = 'side'"));
}

/// Place and reason of the row `record` as they count, for a query: asked in the query itself, so that a commit in
/// between cannot make it read the wrong side. SQLite looks the side up once a query, not once a row.
[[nodiscard]] inline std::string standingOf(const std::string& record)
{
    const auto column = [&](const std::string& name) {
        return "iif((SELECT value FROM meta WHERE key = 'side'), " + record + '.' + name + "2, " + record + '.' + name
            + ')';
    };
    return column("place") + ", " + column("reason");
}

} // namespace winnow::store
