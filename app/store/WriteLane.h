// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "base/Result.h"
#include "store/Pace.h"
#include "store/WriteScope.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace winnow::store {

/// Votes and single edits go before the next batch of bulk work, but not for ever: see WriteLane.
enum class Priority {
    Person,
    Bulk,
    /// Bulk work in many batches that can be taken up again where it was left (or is swept if it never ends): it does
    /// not wait for the disk, and is durable with the next commit that does. What ends it is no portion.
    Portion
};

/// What a commit changed, for those who show it.
struct Committed {
    bool catalogChanged = false;
    std::vector<qint64> reports; ///< whose place, reason or membership was settled
    std::chrono::nanoseconds took{}; ///< on the lane, the sync included: bulk work sizes its next batch by it
};

using WriteWork = std::function<Result<void>(WriteScope&)>;
using WriteDone = std::function<void(const Result<Committed>&)>;

/// The one place that writes. SQLite has one writer; here it is one thread with two queues, one transaction a task, and
/// one sync unless it is a portion.
/// A waiting batch of bulk work lets eight tasks of people pass, then it has its turn: votes without a pause (a script,
/// an import of votes) cannot starve an import, and a vote never waits for more than one batch.
/// Rules that are worked out ahead (RulesAhead.h) are its own bulk work: a portion stands in the queue as long as any
/// wait.
/// It also checkpoints, between tasks: a little after much was written, everything after two idle seconds, so that a
/// project at rest is one file. Before that it sums up the check code (CheckSum.h), so that nobody has to wait for it.
class WriteLane {
public:
    /// Takes over the connection. `published` is called on the lane's thread with the catalog after each commit that
    /// changed it, `counted` when rules that were worked out ahead have come to count.
    WriteLane(std::unique_ptr<Database> db, const Clock& clock,
              std::function<void(std::shared_ptr<const Catalog>)> published, WriteDone counted = {});
    ~WriteLane();
    WriteLane(const WriteLane&) = delete;
    WriteLane& operator=(const WriteLane&) = delete;

    /// `done` is called on the lane's thread, after the commit is durable (a portion: after it is made).
    void post(Priority priority, WriteWork work, WriteDone done);
    /// Waits for the commit. Not from the lane's own thread, and not from the window's.
    Result<Committed> run(Priority priority, WriteWork work);

    /// Waits until no rules are being worked out; progress is in records. Errors: of that work; Cancelled: it goes on.
    Result<void> awaitRules(const JobContext& job);
    [[nodiscard]] bool rulesWait() const;

    [[nodiscard]] Database& databaseForTests() { return *m_db; }
    [[nodiscard]] Engine& engineForTests() { return *m_engine; }

private:
    struct Task {
        WriteWork work;
        WriteDone done;
        bool durable = true;
        bool ahead = false; ///< the lane's own
    };
    void loop(const std::stop_token& stop);
    std::deque<Task>& turn();
    bool next(const std::stop_token& stop, Task& task);
    void queueAhead(const std::stop_token& stop);
    void endedAhead(const Result<Committed>& result);
    void tellHowFar(const Result<Committed>& result, bool ahead);
    Result<Committed> perform(const Task& task);
    Result<Committed> attempt(const Task& task);
    Committed finish();
    void syncCommits(bool each);
    void sumUp(const std::stop_token& stop);
    void checkpoint(bool whole);

    std::unique_ptr<Database> m_db;
    const Clock& m_clock;
    std::function<void(std::shared_ptr<const Catalog>)> m_published;
    WriteDone m_counted;
    std::unique_ptr<Engine> m_engine;
    int m_walPages = 0;
    bool m_syncs = true; ///< each commit waits for the disk
    Pace m_pace{50, 10, 5000}; ///< of what is worked out ahead
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable_any m_moved; ///< what is worked out ahead has come further
    struct Ahead {
        bool waits = false;
        bool queued = false;
        RulesAhead::HowFar howFar;
        std::optional<Error> failed; ///< it is tried again after the next commit
    } m_ahead;
    std::deque<Task> m_person;
    std::deque<Task> m_bulk;
    int m_passed = 0; ///< tasks of people that went before the bulk work that waits
    std::jthread m_thread; // last: starts when all else stands
};

} // namespace winnow::store
