// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "domain/Review.h"

#include <optional>
#include <vector>

namespace winnow {

/// What a role may include (rules.md D1). The use cases refuse by it, and the window greys by it before they have to.
enum class Right {
    Vote, ///< vote, tick, note and label; classify and group reports
    Settle, ///< open conflicts, settle them, send them to somebody
    Work, ///< join and edit records, note the retrieval of full texts, declare numbers
    Extend, ///< import and take imports back; add to the team's lists, name and order what stands there
    Lead, ///< rules, roles, merging and removing, pilots, who sees what
};

/// Why `me` may not do it, in the words of ErrorCode; none: may. While nobody says who sits here, a review may be set
/// up: extended and led. A review without a lead is led by all.
[[nodiscard]] std::optional<Error> refusal(const std::vector<Reviewer>& people, ReviewerId me, Right right);
/// The same for settling a conflict: the team may have agreed beforehand that only named resolvers do.
[[nodiscard]] std::optional<Error> refusalToSettle(const std::vector<Reviewer>& people, ReviewerId me,
                                                   const StageRules& rules);

} // namespace winnow
