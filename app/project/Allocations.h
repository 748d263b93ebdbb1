// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Screening.h"

#include <span>

namespace winnow {

/// What one person gets of a stage.
struct Allotted {
    ReviewerId who;
    int share = 100;
    qint64 reports = 0; ///< that have reached the stage
};

struct AllocationStanding {
    Allocation rule;
    std::vector<Allotted> people; ///< who is asked to screen
    qint64 byHand = 0; ///< reports assigned to people by hand
};

/// Who sees which reports of one stage: by a rule (shares, so many people for each, a part read by several), and by
/// hand. Changing it deletes no vote: what anybody voted counts, whoever it is allocated to now. The lead's (LeadOnly).
class Allocations {
public:
    Allocations(Project& project, Stage stage) : m_project(project), m_stage(stage) { }

    Result<AllocationStanding> standing() const;
    using Shares = std::vector<std::pair<ReviewerId, int>>;
    /// Who is not named in `shares` gets none; no shares at all: everybody the same. BadInput: no one has a share, or
    /// fewer people than each report shall have; UnknownReviewer.
    Result<void> set(const Allocation& rule, const Shares& shares);
    /// Those people and no others get these reports; nobody: the rule holds again.
    Result<Screening::BulkOutcome> assign(std::span<const RecordId> reports, std::span<const ReviewerId> people);
    /// The one question that queues, counts and the blind ask.
    Result<bool> isAllocated(RecordId report, ReviewerId who) const;

private:
    Project& m_project;
    Stage m_stage;
};

} // namespace winnow
