// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WriteLane.h"

#include <QRandomGenerator>

#include <sqlite3.h>

#include <future>

namespace winnow::store {
namespace {

constexpr int pagesBeforeCheckpoint = 1000; // 4 MB: a vote waits some 10 ms for it at most
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
                     std::function<void(std::shared_ptr<const Catalog>)> published)
    : m_db(std::move(db))
    , m_clock(clock)
    , m_published(std::move(published))
    , m_engine(std::make_unique<Engine>(*m_db, clock, newSession()))
{
    sqlite3_wal_hook(m_db->handle(), countPages, &m_walPages);
    m_published(m_engine->catalog);
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
            .push_back({std::move(work), std::move(done), priority != Priority::Portion});
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
    const auto hasWork = [&] { return !m_person.empty() || !m_bulk.empty(); };
    if (m_walPages > 0 && !m_wake.wait_for(lock, stop, idleTime, hasWork) && !stop.stop_requested()) {
        lock.unlock();
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
        waitForDisk(task.synced);
        const Result<Committed> result = perform(task.work);
        if (task.done)
            task.done(result);
        task = {};
        if (m_walPages > pagesBeforeCheckpoint)
            checkpoint(false);
    }
    checkpoint(true);
}

/// Commits of the write-ahead log are whole or not there, synced or not, and a sync takes all earlier ones along: after
/// a power cut the file is at some commit, never in between.
void WriteLane::waitForDisk(bool wait)
{
    if (m_waitsForDisk == wait)
        return;
    // Sets a number of the connection and reads no file, so it is no statement of the task, which may fail.
    const char* pragma = wait ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
    if (sqlite3_exec(m_db->handle(), pragma, nullptr, nullptr, nullptr) == SQLITE_OK)
        m_waitsForDisk = wait;
}

Result<Committed> WriteLane::attempt(const WriteWork& work)
{
    try {
        const auto start = std::chrono::steady_clock::now();
        Transaction transaction(*m_db);
        m_engine->reports.begin(*m_engine->catalog);
        m_engine->fold.begin(*m_engine->catalog);
        WriteScope scope(*m_engine, m_clock);
        if (const Result<void> result = work(scope); !result)
            return Failure(result.error());
        Committed committed = finish();
        transaction.commit();
        committed.took = std::chrono::steady_clock::now() - start;
        return committed;
    } catch (const StoreError& error) {
        return Failure(toError(error, {}));
    }
}

Result<Committed> WriteLane::perform(const WriteWork& work)
{
    const std::shared_ptr<const Catalog> before = m_engine->catalog;
    Result<Committed> result = attempt(work);
    if (!result) {
        // What was cached while the transaction ran was rolled back with it.
        m_engine->catalog = before;
        m_engine->replicas.forget();
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
    m_engine->reports.settle(*after);
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
