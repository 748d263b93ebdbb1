// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "store/Fold.h"
#include "store/Log.h"
#include "store/RulesAhead.h"

#include <memory>

namespace winnow::store {

/// What the writing connection keeps between transactions.
struct Engine {
    Engine(Database& database, const Clock& clock, qint64 sessionUid);

    Database& db;
    Replicas replicas;
    Reports reports;
    Fold fold;
    RulesAhead ahead;
    Log log;
    std::shared_ptr<const Catalog> catalog;
};

/// One transaction of the write lane. Everything that changes a project goes through here; what it changed is settled
/// (clusters, places, tallies) and committed when the function that was given the scope returns without an error.
class WriteScope {
public:
    WriteScope(Engine& engine, const Clock& clock) : m_engine(engine), m_clock(clock) { }

    /// The state before this transaction.
    [[nodiscard]] const Catalog& catalog() const { return *m_engine.catalog; }
    [[nodiscard]] Database& db() { return m_engine.db; }
    [[nodiscard]] const Replicas& replicas() const { return m_engine.replicas; }
    [[nodiscard]] Replicas& replicas() { return m_engine.replicas; }
    [[nodiscard]] qint64 now() const { return m_clock.now(); }

    /// One step of the log. In a large project a step that all decisions hang on counts some moments later
    /// (RulesAhead.h). Resolutions and settlements are told which ones they stand in place of.
    ChangeId append(ReviewerId author, std::vector<Edit> edits, ChangeId undoes = {});
    /// What append() does with resolutions.
    void tellSeen(std::vector<Edit>& edits);
    /// A new reviewer, reason, label …: known by a random 128-bit number in every copy.
    [[nodiscard]] qint64 newEntity(EntityType type);
    /// What is named after what it says (an instrument, an appraisal): the same text is the same thing in every copy.
    [[nodiscard]] qint64 entitySaying(EntityType type, std::string_view text);
    /// Undoes (or redoes) a step that the author made; `step` as told by nextToUndo, nextToRedo or the log.
    Result<ChangeId> undo(ReviewerId author, ChangeId step);

    [[nodiscard]] Place placeOf(qint64 record);
    [[nodiscard]] qint64 reportOf(qint64 record);

    /// From here on the fold starts from nothing: for rebuilding what is derived.
    void restartFold();
    /// Facts of a run have come in by this transaction: nothing of it was counted before.
    void newRun(RunId run) { m_engine.reports.newRun(run); }
    /// Some of a run's records come in or go out by this transaction.
    void touchRecords(const RunInfo& run, qint64 first, qint64 last) { m_engine.reports.touchPart(run, {first, last}); }
    Log& log() { return m_engine.log; }
    Fold& fold() { return m_engine.fold; }
    RulesAhead& ahead() { return m_engine.ahead; }

private:
    Engine& m_engine;
    const Clock& m_clock;
    Catalog m_nothing;
};

} // namespace winnow::store
