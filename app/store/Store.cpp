// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Store.h"

#include "store/Migrator.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryFile>

#include <sqlite3.h>

namespace winnow::store {
namespace {

QString newProjectUid()
{
    return QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, QLatin1Char('0'));
}

/// Page by page, letting writers in between.
void backup(Database& from, Database& to)
{
    sqlite3_backup* job = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!job)
        throw StoreError(sqlite3_errcode(to.handle()), sqlite3_errmsg(to.handle()));
    int code = SQLITE_OK;
    do {
        code = sqlite3_backup_step(job, 5000);
    } while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
    sqlite3_backup_finish(job);
    if (code != SQLITE_DONE)
        throw StoreError(code, sqlite3_errstr(code));
}

/// A migrated file can always be gone back from: the file as it was stands beside it.
void backupBeforeUpgrade(Database& db, const QString& path)
{
    const QString copy = QStringLiteral("%1.before-version-%2").arg(path).arg(latestVersion());
    if (QFile::exists(copy))
        return;
    Database target(copy, Database::Mode::Create);
    backup(db, target);
}

Result<void> refuseOdd(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    if (!info.isReadable())
        return fail(ErrorCode::FileUnreadable, path);
    if (info.size() == 0)
        return fail(ErrorCode::NotAProject, path);
    return {};
}

Result<void> refuseForeign(const QString& path, bool forWriting)
{
    // A look that cannot change anything: a file in the rollback-journal state or a write-ahead log is left as it is.
    try {
        Database db(
            path, QFile::exists(path + QStringLiteral("-wal")) ? Database::Mode::ReadOnly : Database::Mode::Immutable);
        const FileState state = stateOfFile(db);
        if (state == FileState::Foreign || state == FileState::Fresh)
            return fail(ErrorCode::NotAProject, path);
        if (state == FileState::Newer && forWriting)
            return fail(ErrorCode::NewerProject, path);
    } catch (const StoreError& error) {
        return Failure(toError(error, path));
    }
    return {};
}

bool isOlder(const QString& path, Database::Mode mode)
{
    Database db(path, mode);
    return stateOfFile(db) == FileState::Older;
}

} // namespace

Result<std::unique_ptr<Store>> Store::create(const QString& path, const Clock& clock, const QString& projectUid)
{
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::IsDirectory, path);
    if (QFile::exists(path))
        return fail(ErrorCode::FileExists, path);
    std::unique_ptr<Store> store(new Store(path));
    auto lock = ProjectLock::take(path, QDateTime::fromMSecsSinceEpoch(clock.now()));
    if (!lock)
        return Failure(lock.error());
    store->m_lock = std::move(*lock);
    try {
        store->openForWriting(clock, projectUid.isEmpty() ? newProjectUid() : projectUid);
    } catch (const StoreError& error) {
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(suffix));
        return Failure(toError(error, path));
    }
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, Access access, const Clock& clock)
{
    if (const auto odd = refuseOdd(path); !odd)
        return Failure(odd.error());
    if (const auto foreign = refuseForeign(path, access == Access::Write); !foreign)
        return Failure(foreign.error());
    std::unique_ptr<Store> store(new Store(QFileInfo(path).absoluteFilePath()));
    if (access == Access::Write) {
        const QFileInfo info(path);
        if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable())
            return fail(ErrorCode::ReadOnlyProject, path);
        auto lock = ProjectLock::take(path, QDateTime::fromMSecsSinceEpoch(clock.now()));
        if (!lock)
            return Failure(lock.error());
        store->m_lock = std::move(*lock);
    }
    try {
        if (access == Access::Write) {
            store->openForWriting(clock, {});
            return store;
        }
        store->openForReading();
        // A file of an earlier version is left as it is: what is read is a copy, brought up to date.
        const bool older = isOlder(store->m_path, store->m_readMode);
        if (access == Access::Snapshot || older) {
            QTemporaryFile copy;
            copy.setAutoRemove(false);
            if (!copy.open())
                return fail(ErrorCode::FileNotWritable, copy.fileName(), copy.errorString());
            if (const auto made = store->backupTo(copy.fileName()); !made)
                return Failure(made.error());
            store->m_idle.clear();
            store->m_temporaryCopy = copy.fileName();
            store->m_readMode = Database::Mode::Immutable;
            if (older) {
                Database db(store->m_temporaryCopy, Database::Mode::ReadWrite);
                db.execute("PRAGMA journal_mode = DELETE");
                migrate(db);
                store->publish(std::make_shared<Catalog>(loadCatalog(db)));
            }
        }
    } catch (const StoreError& error) {
        return Failure(toError(error, path));
    }
    return store;
}

Store::~Store()
{
    m_lane.reset();
    m_idle.clear();
    if (!m_temporaryCopy.isEmpty())
        QFile::remove(m_temporaryCopy);
}

void Store::openForWriting(const Clock& clock, const QString& freshUid)
{
    const bool fresh = !freshUid.isEmpty();
    auto db = std::make_unique<Database>(m_path, fresh ? Database::Mode::Create : Database::Mode::ReadWrite);
    if (fresh)
        db->execute("PRAGMA page_size = 4096");
    db->execute("PRAGMA journal_mode = WAL");
    // Full: a commit that was reported has reached the disk.
    db->execute("PRAGMA synchronous = FULL");
    db->execute("PRAGMA wal_autocheckpoint = 0");
    db->execute("PRAGMA cache_size = -65536");
    db->execute("PRAGMA temp_store = MEMORY");
    if (stateOfFile(*db) == FileState::Older)
        backupBeforeUpgrade(*db, m_path);
    migrate(*db);
    if (fresh)
        db->prepare("INSERT INTO meta(key, value) VALUES('project', ?), ('find_upto', 0)").bind(freshUid).run();
    m_lane = std::make_unique<WriteLane>(
        std::move(db), clock, [this](std::shared_ptr<const Catalog> c) { publish(std::move(c)); }, announced({}));
}

void Store::openForReading()
{
    const bool atRest = !QFile::exists(m_path + QStringLiteral("-wal"));
    if (!QFileInfo(m_path).isWritable() || !QFileInfo(QFileInfo(m_path).absolutePath()).isWritable())
        m_readMode = atRest ? Database::Mode::Immutable : Database::Mode::ReadOnly;
    Database db(m_path, m_readMode);
    if (stateOfFile(db) != FileState::Older) // that one has not all the tables yet
        publish(std::make_shared<Catalog>(loadCatalog(db)));
}

Result<Committed> Store::write(Priority priority, WriteWork work)
{
    if (!m_lane)
        return fail(ErrorCode::ReadOnlyProject, m_path);
    auto result = m_lane->run(priority, std::move(work));
    announced({})(result);
    if (!result && result.error().context.isEmpty())
        return fail(result.error().code, m_path, result.error().detail);
    if (result && priority == Priority::Person && m_awaiting) {
        // Stopped or not, what was changed stands; the next opening goes on with it.
        const auto awaited = awaitRules(*m_awaiting);
        if (!awaited && awaited.error().code != ErrorCode::Cancelled)
            return Failure(awaited.error());
    }
    return result;
}

Result<void> Store::awaitRules(const JobContext& job)
{
    const Result<void> awaited = m_lane ? m_lane->awaitRules(job) : Result<void>();
    if (!awaited && awaited.error().context.isEmpty())
        return fail(awaited.error().code, m_path, awaited.error().detail);
    return awaited;
}

void Store::post(Priority priority, WriteWork work, WriteDone done)
{
    if (!m_lane)
        done(fail(ErrorCode::ReadOnlyProject, m_path));
    else
        m_lane->post(priority, std::move(work), announced(std::move(done)));
}

WriteDone Store::announced(WriteDone done)
{
    return [this, done = std::move(done)](const Result<Committed>& result) {
        std::function<void(const Committed&)> listener;
        {
            const std::lock_guard lock(m_mutex);
            listener = m_listener;
        }
        if (result && listener)
            listener(*result);
        if (done)
            done(result);
    };
}

std::shared_ptr<const Catalog> Store::catalog() const
{
    const std::lock_guard lock(m_mutex);
    return m_catalog;
}

void Store::publish(std::shared_ptr<const Catalog> catalog)
{
    const std::lock_guard lock(m_mutex);
    m_catalog = std::move(catalog);
}

void Store::onCommit(std::function<void(const Committed&)> listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

Result<void> Store::backupTo(const QString& path)
{
    try {
        Database from(m_temporaryCopy.isEmpty() ? m_path : m_temporaryCopy, m_readMode);
        Database to(path, Database::Mode::Create);
        backup(from, to);
        return {};
    } catch (const StoreError& error) {
        return Failure(toError(error, path));
    }
}

Result<std::vector<Fault>> Store::faults(const Clock& clock, const JobContext& job)
{
    try {
        Database db(m_temporaryCopy.isEmpty() ? m_path : m_temporaryCopy, m_readMode);
        return faultsIn(db, clock, job);
    } catch (const StoreError& error) {
        return Failure(toError(error, m_path));
    }
}

Store::Loan::Loan(Store& s) : store(s)
{
    {
        const std::lock_guard lock(s.m_mutex);
        if (!s.m_idle.empty()) {
            reader = std::move(s.m_idle.back());
            s.m_idle.pop_back();
        }
    }
    if (!reader)
        reader = std::make_unique<Reader>(s.m_temporaryCopy.isEmpty() ? s.m_path : s.m_temporaryCopy, s.m_readMode);
    reader->setCatalog(s.catalog());
    reader->setViewer(s.viewer());
}

Store::Loan::~Loan()
{
    const std::lock_guard lock(store.m_mutex);
    store.m_idle.push_back(std::move(reader));
}

} // namespace winnow::store
