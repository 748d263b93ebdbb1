// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Database.h"

#include <QFile>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>
#include <mutex>

namespace winnow::store {
namespace {

int openFlags(Database::Mode mode)
{
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    if (mode == Database::Mode::Create)
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    return common | (mode == Database::Mode::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
}

std::string fileUri(const QString& path, Database::Mode mode)
{
    QByteArray uri = QUrl::fromLocalFile(path).toEncoded();
    if (mode == Database::Mode::Immutable)
        uri += "?immutable=1";
    return uri.toStdString();
}

/// A full disk may come as a failed write, truncation or sync.
int diskCode(sqlite3* db, int code)
{
    return (code & 0xff) == SQLITE_IOERR && sqlite3_system_errno(db) == ENOSPC ? SQLITE_FULL : code;
}

ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_NOTADB: return ErrorCode::NotAProject;
    case SQLITE_CORRUPT: return ErrorCode::ProjectDamaged;
    case SQLITE_READONLY: return ErrorCode::ReadOnlyProject;
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return ErrorCode::FileNotWritable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::ProjectHeld;
    case SQLITE_INTERRUPT: return ErrorCode::Cancelled;
    default: return ErrorCode::StoreFailed;
    }
}

} // namespace

Error toError(const StoreError& error, const QString& context)
{
    return {codeOf(error.sqliteCode()), context, QString::fromUtf8(error.what())};
}

// ---- Statement

Statement::Statement(Statement&& other) noexcept
    : m_db(other.m_db)
    , m_home(other.m_home)
    , m_handle(std::exchange(other.m_handle, nullptr))
{
}

Statement::~Statement()
{
    if (!m_handle)
        return;
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_home->push_back(m_handle);
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        throw StoreError(code, sqlite3_errmsg(m_db->handle()));
}

void Statement::bindOne(int i, qint64 value)
{
    check(sqlite3_bind_int64(m_handle, i, value));
}
void Statement::bindOne(int i, std::nullptr_t)
{
    check(sqlite3_bind_null(m_handle, i));
}

void Statement::bindOne(int i, std::string_view text)
{
    check(sqlite3_bind_text64(m_handle, i, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindOne(int i, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    check(
        sqlite3_bind_text64(m_handle, i, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindBlob(int i, std::string_view bytes)
{
    check(sqlite3_bind_blob64(m_handle, i, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC));
}

bool Statement::step()
{
    m_db->countStep();
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        throw StoreError(diskCode(m_db->handle(), code), sqlite3_errmsg(m_db->handle()));
    return false;
}

void Statement::run()
{
    while (step()) { }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
}

int Statement::columns() const
{
    return sqlite3_column_count(m_handle);
}
qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    return data ? std::string_view(data, size_t(sqlite3_column_bytes(m_handle, column))) : std::string_view();
}

QString Statement::qstring(int column) const
{
    const std::string_view utf8 = text(column);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string_view Statement::blob(int column) const
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
    return data ? std::string_view(data, size_t(sqlite3_column_bytes(m_handle, column))) : std::string_view();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}
bool Statement::isText(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_TEXT;
}

// ---- Database

/// SQLite counts every byte that it takes under a lock that all connections share, unless told before its first use.
void dontCountMemory()
{
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

Database::Database(const QString& path, Mode mode)
{
    dontCountMemory();
    const int code = sqlite3_open_v2(fileUri(path, mode).c_str(), &m_handle, openFlags(mode), nullptr);
    if (code != SQLITE_OK) {
        const std::string message = m_handle ? sqlite3_errmsg(m_handle) : "out of memory";
        sqlite3_close_v2(m_handle);
        throw StoreError(code, message);
    }
    sqlite3_busy_timeout(m_handle, 5000);
}

Database::~Database()
{
    forgetStatements();
    sqlite3_close_v2(m_handle);
}

void Database::forgetStatements()
{
    for (auto& [sql, idle] : m_idle) {
        for (sqlite3_stmt* const statement : idle)
            sqlite3_finalize(statement);
        idle.clear();
    }
}

Statement Database::prepare(std::string_view sql)
{
    auto home = m_idle.find(sql);
    if (home == m_idle.end())
        home = m_idle.emplace(sql, Statement::Idle()).first;
    if (!home->second.empty()) {
        sqlite3_stmt* const handle = home->second.back();
        home->second.pop_back();
        return {*this, home->second, handle};
    }
    sqlite3_stmt* handle = nullptr;
    const int code
        = sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK)
        throw StoreError(code, std::string(sqlite3_errmsg(m_handle)) + " in: " + home->first);
    return {*this, home->second, handle};
}

void Database::countStep()
{
    ++m_steps;
    if (m_failAt >= 0 && m_failAt-- == 0)
        throw StoreError(SQLITE_FULL, "database or disk is full");
}

void Database::execute(const std::string& sql)
{
    countStep();
    char* message = nullptr;
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, &message);
    if (code == SQLITE_OK)
        return;
    const std::string text = message ? message : sqlite3_errstr(code);
    sqlite3_free(message);
    throw StoreError(diskCode(m_handle, code), text);
}

qint64 Database::number(std::string_view sql)
{
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

// ---- Transaction

Transaction::Transaction(Database& db) : m_db(db)
{
    m_db.prepare("BEGIN IMMEDIATE").run();
}

Transaction::~Transaction()
{
    // A failed statement may have rolled back already; then there is nothing left to roll back.
    if (m_open && !sqlite3_get_autocommit(m_db.handle()))
        sqlite3_exec(m_db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_db.prepare("COMMIT").run();
    m_open = false;
}

} // namespace winnow::store
