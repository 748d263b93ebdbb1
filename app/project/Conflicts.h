// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"
#include "project/Screening.h"
#include "screening/Agreement.h"

#include <span>

namespace winnow {

enum class ConflictKind { Votes, ReasonsDiffer, DecidedTwice };
enum class ResolvedHow { Discussion = 1, ThirdPerson = 2, Rule = 3 };

struct Conflict {
    RecordId report;
    ConflictKind kind = ConflictKind::Votes;
    bool opened = false;
    ReviewerId referredTo; ///< who settles it while the others comment, if somebody was asked (rules.md E9, E10)
};

/// One side of an opened conflict: a vote with its reason and note.
struct VoteCard {
    ReviewerId by;
    Verdict verdict = Verdict::None;
    ReasonId reason;
    QString note;
};

struct PairAgreement {
    ReviewerId a;
    ReviewerId b;
    screening::AgreementTable table;
    screening::Agreement agreement;
    int round = 0; ///< of the pilot; 0: of what was in none
};

struct OpenOutcome {
    qint64 conflicts = 0;
    qint64 frozen = 0; ///< reports whose votes are now frozen for agreement
    qint64 byRule = 0; ///< settled by the rule that the team agreed beforehand
};

/// Disagreements of one stage: how each voted stays hidden until the batch is opened (rules.md B6, C2).
class Conflicts {
public:
    Conflicts(Project& project, Stage stage) : m_project(project), m_stage(stage) { }

    /// With those that were referred to the one who looks and are not settled yet, whose votes that copy may not hold.
    Result<std::vector<Conflict>> list() const;
    /// How many more there are that I am not told of before my own vote (rules.md C1); opening takes them too.
    Result<qint64> withheld() const;
    /// Discloses and freezes the votes of every report that has the votes it needs and was not opened yet. Logged;
    /// cannot be undone, since what was seen cannot be unseen.
    Result<OpenOutcome> openBatch();
    /// Empty until opened.
    Result<std::vector<VoteCard>> cards(RecordId report) const;

    struct Decision {
        RecordId report;
        Verdict verdict = Verdict::Include;
        ReasonId reason;
    };
    /// NotInConflict for a report that is not (or not any more) in conflict and has no resolution to be changed;
    /// ReferredToAnother where somebody else was asked to settle it, ResolversOnly where the team agreed that named
    /// resolvers settle; a report must have been opened first, so that nobody decides over votes that are still blind.
    Result<Screening::BulkOutcome> resolve(std::span<const Decision> decisions, ResolvedHow how);
    /// From the frozen votes only. `round`: of that pilot round; 0: of all that was in no pilot (rules.md C2).
    Result<std::vector<PairAgreement>> agreement(int round = 0) const;

private:
    Project& m_project;
    Stage m_stage;
};

} // namespace winnow
