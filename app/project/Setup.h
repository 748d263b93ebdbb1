// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

namespace winnow {

/// The review's own settings, people and lists. Each call is one step of the log by the acting reviewer (by the first
/// person of the review while nobody acts). Rules, roles, merging and removing are the lead's (LeadOnly); everybody but
/// a reader adds to the lists and names what is in them (RoleForbids). Errors: BadInput for an empty or taken name, as
/// Store::write.
class Setup {
public:
    explicit Setup(Project& project) : m_project(project) { }

    /// The first step of a new project: everything it starts with, by its first person.
    Result<void> begin(const NewReview& review);
    Result<void> save(const ReviewSettings& settings);
    Result<ReviewerId> addReviewer(const QString& name, Roles roles);
    Result<void> editReviewer(const Reviewer& reviewer);
    /// Nothing of theirs is lost; they are no longer asked or offered. Or they come back.
    Result<void> retire(ReviewerId reviewer, bool gone);
    Result<CriterionId> addCriterion(bool include, const QString& text);
    Result<void> editCriterion(const Criterion& criterion);
    /// No longer shown; ticks given stay in the log.
    Result<void> removeCriterion(CriterionId criterion);
    /// At the end of the team's list, with the first free digit key.
    Result<ReasonId> addReason(Stage stage, const QString& text);
    Result<void> renameReason(ReasonId reason, const QString& text);
    /// `position` counts from 0 within the stage; digit keys stay (rules.md B7).
    Result<void> moveReason(ReasonId reason, int position);
    /// Votes for `from` count as votes for `into` from now on; none is lost.
    Result<void> mergeReason(ReasonId from, ReasonId into);
    /// No longer offered; what was excluded for it stays excluded for it.
    Result<void> removeReason(ReasonId reason);
    Result<LabelId> addLabel(const QString& name);
    Result<void> renameLabel(LabelId label, const QString& name);
    Result<void> removeLabel(LabelId label);
    Result<void> setSourceKind(SourceId source, SourceKind kind);
    Result<void> renameSource(SourceId source, const QString& name);

private:
    Project& m_project;
};

} // namespace winnow
