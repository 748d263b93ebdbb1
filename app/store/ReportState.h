// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Decision.h"
#include "domain/Review.h"
#include "store/Allotment.h"
#include "store/Catalog.h"
#include "store/Replicas.h"

#include <map>
#include <vector>

namespace winnow::store {

/// One person's latest vote on a report, over all of its records (rules.md B5: the latest stands).
struct ReportVote {
    VoteValue value;
    ChangeId id;
};
using VotesByReviewer = std::map<qint64, ReportVote>;

/// What the fold holds about one report, read through its members.
struct ReportFacts {
    std::map<Stage, VotesByReviewer> votes;
    std::map<Stage, Assigned> assigned; ///< where a person or a pilot says who gets it
    std::map<Stage, std::vector<Resolution>> resolutions;
    SetAside::By setAside = SetAside::By::None;
    Retrieval retrieval = Retrieval::Sought;
    Classification classification = Classification::None;
    StudyId study;

    [[nodiscard]] const Assigned& assignedAt(Stage stage) const;
};

struct ReportState {
    Place place = Place::AwaitingScreening;
    ReasonId reason;

    bool operator==(const ReportState&) const = default;
};

/// Throws StoreError.
[[nodiscard]] ReportFacts factsOf(Database& db, const Replicas& replicas, const std::vector<qint64>& members);
/// `report` is the first of the members.
[[nodiscard]] ReportState stateOf(const Catalog& catalog, const ReportFacts& facts, qint64 report,
                                  bool needsNoRetrieval);

} // namespace winnow::store
