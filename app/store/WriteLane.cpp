// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WriteLane.h"

#include "store/CheckSum.h"

#include <QRandomGenerator>

#include <sqlite3.h>

#include <future>

namespace winnow::store {
namespace {

constexpr int pagesBeforeCheckpoint = 500; // 2 MB: a vote waits some 5 ms for it at most
constexpr std::chrono::seconds idleTime{2};
constexpr int passingAtMost = 8; // tasks of people before a waiting batch: at a person's pace that is never reached

qint64 newSession()
{
    return qint64(QRandomGenerator::system()->generate64() >> 1);
}

int countPages(void* pages, sqlite3*, const char*, int n)
{
    *static_cast<int*>(pages) = n;
    return SQLITE_OK;
}

} // namespace

WriteLane::WriteLane(std::unique_ptr<Database> db, const Clock& clock,
                     std::function<void(std::shared_ptr<const Catalog>)> published, WriteDone counted)
    : m_db(std::move(db))
    , m_clock(clock)
    , m_published(std::move(published))
    , m_counted(std::move(counted))
    , m_engine(std::make_unique<Engine>(*m_db, clock, newSession()))
{
    sqlite3_wal_hook(m_db->handle(), countPages, &m_walPages);
    m_published(m_engine->catalog);
    m_ahead.waits = m_engine->ahead.waits();
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

WriteLane::~WriteLane()
{
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join();
}

void WriteLane::post(Priority priority, WriteWork work, WriteDone done)
{
    {
        const std::lock_guard lock(m_mutex);
        (priority == Priority::Person ? m_person : m_bulk)
            .push_back({std::move(work), std::move(done), priority != Priority::Portion, false});
    }
    m_wake.notify_one();
}

Result<Committed> WriteLane::run(Priority priority, WriteWork work)
{
    std::promise<Result<Committed>> promise;
    auto future = promise.get_future();
    post(priority, std::move(work), [&](const Result<Committed>& result) { promise.set_value(result); });
    return future.get();
}

/// Waits for work. What was asked for is still done after a stop; idle time is used to bring the file to rest.
bool WriteLane::next(const std::stop_token& stop, Task& task)
{
    std::unique_lock lock(m_mutex);
    queueAhead(stop);
    const auto hasWork = [&] { return !m_person.empty() || !m_bulk.empty(); };
    if (m_walPages > 0 && !m_wake.wait_for(lock, stop, idleTime, hasWork) && !stop.stop_requested()) {
        lock.unlock();
        sumUp(stop);
        checkpoint(true);
        lock.lock();
    }
    m_wake.wait(lock, stop, hasWork);
    if (!hasWork())
        return false;
    std::deque<Task>& queue = turn();
    task = std::move(queue.front());
    queue.pop_front();
    return true;
}

/// One portion of what is worked out ahead stands in the queue of bulk work at a time. What ends it waits for the disk.
void WriteLane::queueAhead(const std::stop_token& stop)
{
    if (!m_ahead.waits || m_ahead.queued || m_ahead.failed || stop.stop_requested())
        return;
    m_ahead.queued = true;
    m_bulk.push_back({[this](WriteScope& scope) -> Result<void> {
                          scope.ahead().work(m_pace.next());
                          return {};
                      },
                      [this](const Result<Committed>& result) { endedAhead(result); }, m_engine->ahead.ready(), true});
}

void WriteLane::endedAhead(const Result<Committed>& result)
{
    if (!result)
        return;
    m_pace.took(result->took);
    if (result->catalogChanged && m_counted)
        m_counted(result);
}

void WriteLane::tellHowFar(const Result<Committed>& result, bool ahead)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ahead.waits = m_engine->ahead.waits();
        m_ahead.howFar = m_engine->ahead.howFar();
        if (ahead)
            m_ahead.queued = false;
        if (result)
            m_ahead.failed.reset();
        else if (ahead)
            m_ahead.failed = result.error();
    }
    m_moved.notify_all();
}

bool WriteLane::rulesWait() const
{
    const std::lock_guard lock(m_mutex);
    return m_ahead.waits;
}

Result<void> WriteLane::awaitRules(const JobContext& job)
{
    std::unique_lock lock(m_mutex);
    qint64 told = -1;
    while (m_ahead.waits) {
        if (m_ahead.failed)
            return Failure(*m_ahead.failed);
        if (job.cancelled())
            return fail(ErrorCode::Cancelled);
        const RulesAhead::HowFar at = m_ahead.howFar;
        if (at.done != told) {
            lock.unlock();
            job.report(told = at.done, at.total);
            lock.lock();
            continue;
        }
        m_moved.wait(lock, job.stop, [&] { return !m_ahead.waits || m_ahead.failed || m_ahead.howFar.done != told; });
    }
    return {};
}

/// The queue to take from next; one of them has work.
std::deque<WriteLane::Task>& WriteLane::turn()
{
    const bool bulkTurn = m_person.empty() || (!m_bulk.empty() && m_passed >= passingAtMost);
    m_passed = bulkTurn || m_bulk.empty() ? 0 : m_passed + 1;
    return bulkTurn ? m_bulk : m_person;
}

void WriteLane::loop(const std::stop_token& stop)
{
    Task task;
    while (next(stop, task)) {
        const Result<Committed> result = perform(task);
        tellHowFar(result, task.ahead);
        if (task.done)
            task.done(result);
        task = {};
        if (m_walPages > pagesBeforeCheckpoint)
            checkpoint(false);
    }
    sumUp({});
    checkpoint(true);
}

/// In portions, while nobody asks for anything. What fails is summed up another time: it only spares readers some work.
void WriteLane::sumUp(const std::stop_token& stop)
{
    constexpr qint64 arrivals = 20000;
    bool more = true;
    const auto sum = [&more](WriteScope& scope) -> Result<void> {
        more = advanceCheckSum(scope, arrivals);
        return {};
    };
    const auto asked = [this] {
        const std::lock_guard lock(m_mutex);
        return !m_person.empty() || !m_bulk.empty();
    };
    while (more && !stop.stop_requested() && !asked()) {
        if (!perform({sum, {}, false, false}))
            return;
    }
}

/// The log before the file (WAL) keeps commits in order: one that waits for the disk takes those before it along.
void WriteLane::syncCommits(bool each)
{
    if (m_syncs == each)
        return;
    m_db->execute(each ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    m_syncs = each;
}

Result<Committed> WriteLane::attempt(const Task& task)
{
    try {
        syncCommits(task.durable);
        const auto start = std::chrono::steady_clock::now();
        Transaction transaction(*m_db);
        m_engine->reports.begin(*m_engine->catalog);
        m_engine->fold.begin(*m_engine->catalog);
        m_engine->ahead.begin(*m_engine->catalog);
        WriteScope scope(*m_engine, m_clock);
        if (const Result<void> result = task.work(scope); !result)
            return Failure(result.error());
        Committed committed = finish();
        transaction.commit();
        committed.took = std::chrono::steady_clock::now() - start;
        return committed;
    } catch (const StoreError& error) {
        return Failure(toError(error, {}));
    }
}

Result<Committed> WriteLane::perform(const Task& task)
{
    const std::shared_ptr<const Catalog> before = m_engine->catalog;
    Result<Committed> result = attempt(task);
    if (!result) {
        // What was cached while the transaction ran was rolled back with it.
        m_engine->catalog = before;
        m_engine->replicas.forget();
        m_engine->ahead.forget();
    } else if (result->catalogChanged) {
        m_published(m_engine->catalog);
    }
    return result;
}

Committed WriteLane::finish()
{
    Committed committed;
    committed.catalogChanged = m_engine->fold.catalogChanged();
    std::shared_ptr<const Catalog> after = m_engine->catalog;
    if (committed.catalogChanged)
        after = std::make_shared<Catalog>(loadCatalog(*m_db));
    m_engine->ahead.settle(*after);
    m_engine->catalog = std::move(after);
    committed.reports = m_engine->reports.settled();
    return committed;
}

void WriteLane::checkpoint(bool whole)
{
    const int mode = whole ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    int left = 0;
    int done = 0;
    sqlite3_wal_checkpoint_v2(m_db->handle(), nullptr, mode, &left, &done);
    // A reader may keep some pages in use; they are written at the next chance.
    m_walPages = whole ? 0 : std::max(0, left - done);
}

} // namespace winnow::store
