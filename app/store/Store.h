// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "store/ProjectLock.h"
#include "store/Reader.h"
#include "store/Rebuild.h"
#include "store/WriteLane.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <vector>

namespace winnow::store {

template <class T> struct AsResult {
    using Type = Result<T>;
};
template <class T> struct AsResult<Result<T>> {
    using Type = Result<T>;
};

/// A project file: reads on any thread, writes through the one lane. SQLite's exceptions end here.
class Store {
public:
    enum class Access {
        Write, ///< takes the lock; ProjectHeld if another window or command writes
        Read, ///< sees the file as it changes; writes fail with ReadOnlyProject
        Snapshot, ///< a private copy of the file as it is now, read only
    };

    /// `projectUid`: of the review that this becomes a copy of; empty: a new one.
    /// Errors: FileExists, FileNotWritable, ReadOnlyProject, DiskFull.
    static Result<std::unique_ptr<Store>> create(const QString& path, const Clock& clock,
                                                 const QString& projectUid = {});
    /// Errors: FileMissing, IsDirectory, NotAProject, NewerProject (Write only), ProjectHeld (Write only) …
    static Result<std::unique_ptr<Store>> open(const QString& path, Access access, const Clock& clock);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Runs `f(Reader&)` on this thread with a connection that sees what the viewer may see.
    template <class F> auto read(F f) -> typename AsResult<std::invoke_result_t<F, Reader&>>::Type
    {
        try {
            const Loan loan(*this);
            if constexpr (std::is_void_v<std::invoke_result_t<F, Reader&>>) {
                f(*loan.reader);
                return {};
            } else {
                return f(*loan.reader);
            }
        } catch (const StoreError& error) {
            return Failure(toError(error, m_path));
        }
    }

    /// Waits until the change is durable. Not from the window's thread for anything long.
    Result<Committed> write(Priority priority, WriteWork work);
    /// `done` is called on the lane's thread.
    void post(Priority priority, WriteWork work, WriteDone done);

    /// Waits until no rules are being worked out ahead (RulesAhead.h). Errors: of that work; Cancelled: it goes on.
    Result<void> awaitRules(const JobContext& job);
    [[nodiscard]] bool rulesWait() const { return m_lane && m_lane->rulesWait(); }
    /// From here on whoever waits for a change waits for the rules that it makes, too: for commands, which end.
    void awaitRulesAlways(JobContext job) { m_awaiting = std::move(job); }

    void setViewer(ReviewerId viewer) { m_viewer = viewer.value; }
    [[nodiscard]] ReviewerId viewer() const { return ReviewerId(m_viewer); }
    [[nodiscard]] std::shared_ptr<const Catalog> catalog() const;
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] bool readOnly() const { return !m_lane; }

    /// Called on the lane's thread after every commit.
    void onCommit(std::function<void(const Committed&)> listener);

    /// A copy of the file as it is, made page by page while others go on (never by copying the file).
    Result<void> backupTo(const QString& path);

    /// What is wrong with the file; see Rebuild.h.
    [[nodiscard]] Result<std::vector<Fault>> faults(const Clock& clock, const JobContext& job);

    [[nodiscard]] WriteLane& laneForTests() { return *m_lane; }

private:
    struct Loan {
        explicit Loan(Store& s);
        ~Loan();
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        Store& store;
        std::unique_ptr<Reader> reader;
    };
    explicit Store(QString path) : m_path(std::move(path)) { }
    void openForWriting(const Clock& clock, const QString& freshUid);
    void openForReading();
    void publish(std::shared_ptr<const Catalog> catalog);
    WriteDone announced(WriteDone done);

    QString m_path;
    QString m_temporaryCopy;
    Database::Mode m_readMode = Database::Mode::ReadWrite;
    std::unique_ptr<ProjectLock> m_lock;
    std::atomic<qint64> m_viewer{0};
    mutable std::mutex m_mutex;
    std::shared_ptr<const Catalog> m_catalog;
    std::function<void(const Committed&)> m_listener;
    std::optional<JobContext> m_awaiting;
    std::vector<std::unique_ptr<Reader>> m_idle;
    std::unique_ptr<WriteLane> m_lane; // first to go: its last tasks may still call back
};

} // namespace winnow::store
