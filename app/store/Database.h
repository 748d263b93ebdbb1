// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Ids.h"

#include <QString>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace winnow::store {

/// What SQLite said went wrong. Lives only inside this folder: Store turns it into an Error at its door.
class StoreError : public std::runtime_error {
public:
    StoreError(int sqliteCode, const std::string& message) : std::runtime_error(message), m_code(sqliteCode) { }
    [[nodiscard]] int sqliteCode() const { return m_code; }

private:
    int m_code;
};

[[nodiscard]] Error toError(const StoreError& error, const QString& context);

class Database;

/// A prepared statement on loan from its Database: bind, step, read; goes back to the cache when it leaves scope.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Binds all parameters by position: integers, Ids, text (std::string_view), QString, nullptr.
    template <class... Args> Statement& bind(const Args&... args)
    {
        int i = 0;
        (bindOne(++i, args), ...);
        return *this;
    }
    void bindOne(int i, qint64 value);
    void bindOne(int i, int value) { bindOne(i, qint64{value}); }
    void bindOne(int i, std::nullptr_t);
    /// The text must stay alive until the next step.
    void bindOne(int i, std::string_view text);
    void bindOne(int i, const std::string& text) { bindOne(i, std::string_view(text)); }
    void bindOne(int i, const char* text) { bindOne(i, std::string_view(text)); }
    void bindOne(int i, const QString& text);
    void bindBlob(int i, std::string_view bytes);
    template <class Tag> void bindOne(int i, Id<Tag> id) { bindOne(i, id.value); }

    /// True: a row is ready. False: done.
    bool step();
    /// Steps to the end; for statements that return nothing. Ready to be bound and run again.
    void run();
    void reset();

    [[nodiscard]] int columns() const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const; ///< valid until the next step
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
    [[nodiscard]] QString qstring(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] bool isText(int column) const;

private:
    friend class Database;
    using Idle = std::vector<sqlite3_stmt*>;
    Statement(Database& db, Idle& home, sqlite3_stmt* handle) : m_db(&db), m_home(&home), m_handle(handle) { }
    void check(int code) const;

    Database* m_db;
    Idle* m_home; ///< where it goes back to
    sqlite3_stmt* m_handle;
};

/// One SQLite connection with its prepared statements. Used from one thread at a time.
/// The C API is the only way into the file: one way in, and the fast one for bulk work, backup and the authorizer.
class Database {
public:
    enum class Mode { Create, ReadWrite, ReadOnly, Immutable };

    /// Throws StoreError.
    Database(const QString& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] Statement prepare(std::string_view sql);
    void execute(const std::string& sql);
    /// First column of the first row, or 0.
    [[nodiscard]] qint64 number(std::string_view sql);
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    void forgetStatements();

    /// Test seam: the n-th statement step from now fails as a full disk would. Negative: never.
    void failAtStep(qint64 n) { m_failAt = n; }
    [[nodiscard]] qint64 stepsTaken() const { return m_steps; }

private:
    friend class Statement;
    void countStep();

    /// Some thousand statements are asked for in a portion of bulk work: looked up without a copy of their text.
    struct TextHash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    sqlite3* m_handle = nullptr;
    std::unordered_map<std::string, Statement::Idle, TextHash, std::equal_to<>> m_idle;
    qint64 m_failAt = -1;
    qint64 m_steps = 0;
};

/// Begins at once (a deferred begin fails when another commit came between) and rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_db;
    bool m_open = true;
};

} // namespace winnow::store
