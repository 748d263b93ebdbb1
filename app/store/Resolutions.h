// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"
#include "store/Change.h"
#include "store/Replicas.h"

#include <vector>

namespace winnow::store {

/// One person's settlement of a conflict, with the settlements that it knew of and stands in place of.
struct ResolutionValue {
    Verdict verdict = Verdict::None; ///< None: taken back
    ReasonId reason;
    ResolvedBy how = ResolvedBy::Discussion;
    std::vector<ChangeId> seen;

    bool operator==(const ResolutionValue&) const = default;
};

[[nodiscard]] std::string packResolution(const ResolutionValue& value);
[[nodiscard]] ResolutionValue unpackResolution(std::string_view packed);

struct ResolutionHead {
    ChangeId id;
    ReviewerId by;
    ResolutionValue value;
};

/// The settlements of a record at a stage that no other one stands in place of. More than one that differ: decided
/// twice (rules.md B6). Includes those taken back (verdict None), so that a new one can stand in their place.
[[nodiscard]] std::vector<ResolutionHead> resolutionHeads(Database& db, const Replicas& replicas, qint64 record,
                                                          Stage stage);

} // namespace winnow::store
