// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <vector>

namespace winnow {

/// Two entries of one of the team's lists that look alike: two people made "Cohort" and "cohort" apart.
struct AlikeEntries {
    enum class List { Reasons, Labels, Criteria };
    List list = List::Labels;
    qint64 from = 0; ///< number of a reason, label or criterion, by `list`
    qint64 into = 0; ///< the one of them that stands first: the same in every copy
    QString fromText;
    QString intoText;

    bool operator==(const AlikeEntries&) const = default;
};

/// Makes one entry of two. What was marked, ticked or excluded with the one counts as done with the other from then on;
/// nothing is lost, and undoing it parts them again. One change of the log each, by the lead (LeadOnly). Copies that
/// merged differently come to the same list in whatever order they are combined; of a ring the smallest stands for all.
class Merging {
public:
    explicit Merging(Project& project) : m_project(project) { }

    /// Of one stage: UnknownReason.
    Result<void> reasons(ReasonId from, ReasonId into);
    /// UnknownLabel.
    Result<void> labels(LabelId from, LabelId into);
    /// Of two ticks of one person for one record the last one stands. Both include or both exclude: else BadInput.
    Result<void> criteria(CriterionId from, CriterionId into);
    Result<void> alike(const AlikeEntries& entries);

    /// Entries that differ in capitals, spaces and punctuation at their end, if at all; each but the first of its kind.
    [[nodiscard]] std::vector<AlikeEntries> look() const;

private:
    Project& m_project;
};

} // namespace winnow
