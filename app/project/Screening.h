// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "project/Project.h"

#include <optional>
#include <span>
#include <unordered_map>

namespace winnow {

/// A reviewer's vote as the queue shows it.
struct MyVote {
    Verdict verdict = Verdict::None;
    ReasonId reason;
    qint64 at = 0; ///< orders votes: larger is later

    bool operator==(const MyVote&) const = default;
};
using MyVotes = std::unordered_map<qint64, MyVote>; ///< by report

struct Progressed {
    qint64 done = 0;
    qint64 left = 0;
};

/// What I may see that was said of one report at this stage.
struct Remarks {
    struct Note {
        ReviewerId by;
        QString text;
    };
    std::vector<Note> notes; ///< my own first
    std::vector<LabelId> labels; ///< mine
    std::vector<std::pair<LabelId, ReviewerId>> others; ///< disclosed ones of others
    std::unordered_map<qint64, Tick> ticks; ///< mine, by criterion
    bool votedTwice = false; ///< its records hold different votes of mine (rules.md B5)
};

struct VoteRequest {
    RecordId report;
    Verdict verdict = Verdict::None; ///< None takes the vote back
    ReasonId reason;
    QString note; ///< empty: none is written
};

/// One stage of screening for the acting reviewer. Votes are rejected with UnknownRecord, UnknownReason,
/// ReasonRequired (exclude at full text), StageNotReached, PilotOnly, RoleForbids, HasLeft, UnknownReviewer (nobody
/// acts).
class Screening {
public:
    Screening(Project& project, Stage stage) : m_project(project), m_stage(stage) { }

    /// Reports of this stage that are allocated to me (all, while nobody looks), in order of import, those of a pilot
    /// first; only those while a pilot is not settled. The same whatever others have voted. At full text without those
    /// that my own vote at title and abstract is expected on (rules.md C1).
    Result<std::vector<RecordId>> queue() const;
    /// Reports of any pilot round, by number.
    Result<std::vector<RecordId>> pilot() const;
    Result<MyVotes> myVotes() const;
    Result<Progressed> progress() const;
    Result<void> vote(const VoteRequest& request);

    struct Rejected {
        size_t index = 0; ///< in the request
        Error error;
    };
    struct BulkOutcome {
        qint64 applied = 0;
        std::vector<Rejected> rejected;
    };
    /// Many votes as one step: the acceptable ones are applied, the rest told.
    Result<BulkOutcome> voteMany(std::span<const VoteRequest> requests);
    Result<Remarks> remarks(RecordId report) const;
    Result<void> note(RecordId report, const QString& text);
    Result<void> label(std::span<const RecordId> reports, LabelId label, bool on);
    Result<void> tick(RecordId report, CriterionId criterion, Tick tick);
    /// Reports that carry one of my labels or notes, for filters.
    Result<std::vector<RecordId>> labelled(LabelId label) const;
    Result<std::vector<RecordId>> noted() const;
    /// Reports whose record has no abstract.
    Result<std::vector<RecordId>> withoutAbstract() const;

private:
    template <class AddEdits> Result<void> mark(std::span<const RecordId> reports, AddEdits addEdits);
    Project& m_project;
    Stage m_stage;
};

/// What the team settles about a report beside votes; shared, not blind. Each call is one step.
class Reports {
public:
    explicit Reports(Project& project) : m_project(project) { }

    Result<Screening::BulkOutcome> setAside(std::span<const RecordId> records, const SetAside& how);
    struct RetrievalRequest {
        RecordId record;
        RetrievalState state;
    };
    Result<Screening::BulkOutcome> setRetrieval(std::span<const RetrievalRequest> requests);
    Result<RetrievalState> retrieval(RecordId record) const;
    Result<Screening::BulkOutcome> classify(std::span<const RecordId> records, Classification classification);
    struct GroupRequest {
        RecordId report;
        QString study; ///< a new name makes a new study; empty: on its own again
    };
    Result<Screening::BulkOutcome> group(std::span<const GroupRequest> requests);

private:
    Project& m_project;
};

} // namespace winnow
