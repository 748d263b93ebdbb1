// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Conflicts.h"

namespace winnow {

/// Where a pilot round stands: who has voted how many of its reports, not what.
struct PilotStanding {
    PilotRound round;
    std::vector<RecordId> reports;
    std::vector<std::pair<ReviewerId, qint64>> voted; ///< of those who screen
    qint64 opened = 0;
};

/// Pilot rounds of one stage: the same few reports, drawn at random, for everybody, before the rest. Their votes are
/// opened and frozen as a batch of their own and their agreement is told apart (rules.md C2); then the lead says go,
/// which opens the rest, or refine, which keeps it closed until another round went well. All of it is logged.
class Pilots {
public:
    Pilots(Project& project, Stage stage) : m_project(project), m_stage(stage) { }

    Result<std::vector<PilotStanding>> rounds() const;
    /// Draws up to `size` reports of the stage that nobody has voted on and that were in no earlier round. LeadOnly,
    /// BadInput (no size, or nothing to draw from), PilotRuns.
    Result<PilotRound> start(int size, quint64 seed);
    /// PilotUnread while no report has two votes; UnknownStage when there is no round.
    Result<OpenOutcome> open();
    Result<void> go(const QString& why);
    Result<void> refine(const QString& why);

private:
    Result<void> end(PilotRound::State state, const QString& why);
    Project& m_project;
    Stage m_stage;
};

} // namespace winnow
