// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

namespace winnow {

/// A study whose risk of bias is judged: reports that were grouped, or one report on its own (rules.md A7).
struct AppraisedStudy {
    RecordId record; ///< a report of it, to begin an appraisal with
    QString name; ///< of the group, else the short name of the report, else its number
    QString title; ///< of that report
    int year = 0;
    QString design; ///< as the team said: "randomised" (appraisal/Designs.h); empty: nobody has said
    bool included = false; ///< at full text, as the viewer may see
    std::vector<AppraisalId> appraisals; ///< of it, under any instrument

    bool operator==(const AppraisedStudy&) const = default;
};

/// The studies that were included, and those that have been appraised all the same; by name.
[[nodiscard]] Result<std::vector<AppraisedStudy>> studiesToAppraise(Project& project);

/// Says of what design studies are, any record of each; an empty word takes it back. One step. UnknownRecord.
[[nodiscard]] Result<void> setDesigns(Project& project, const std::vector<std::pair<RecordId, QString>>& designs);

} // namespace winnow
