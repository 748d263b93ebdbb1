// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Likeness.h"

#include "store/Migrator.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <sqlite3.h>

#include <set>

namespace winnow::store {
namespace {

/// Type, name, table and wording of everything in a schema but SQLite's own statistics, which no query of ours reads.
std::set<std::string> schemaOf(Database& db)
{
    std::set<std::string> lines;
    Statement q = db.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master");
    while (q.step()) {
        const std::string name = q.string(1);
        const bool statistics = name == "sqlite_stat1" || name == "sqlite_stat4";
        if (!statistics || q.text(0) != "table")
            lines.insert(q.string(0) + ' ' + name + ' ' + q.string(2) + ' ' + q.string(3));
    }
    return lines;
}

/// No code of the file's own runs, and its pages are looked at before they are believed.
void trustNothing(Database& db)
{
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    db.execute("PRAGMA cell_size_check = ON");
    db.execute("PRAGMA mmap_size = 0");
}

QString temporaryCopyOf(const QString& path)
{
    QTemporaryFile copy;
    copy.setAutoRemove(false);
    if (!copy.open())
        throw StoreError(SQLITE_CANTOPEN, copy.errorString().toStdString());
    Database from(path, Database::Mode::ReadOnly);
    trustNothing(from);
    Database to(copy.fileName(), Database::Mode::Create);
    sqlite3_backup* job = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    const int code = job ? sqlite3_backup_step(job, -1) : SQLITE_ERROR;
    sqlite3_backup_finish(job);
    if (code != SQLITE_DONE)
        throw StoreError(code, sqlite3_errstr(code));
    return copy.fileName();
}

std::unique_ptr<Database> openUntrusted(const QString& path)
{
    const bool atRest = !QFile::exists(path + QStringLiteral("-wal"));
    auto db = std::make_unique<Database>(path, atRest ? Database::Mode::Immutable : Database::Mode::ReadOnly);
    trustNothing(*db);
    return db;
}

Result<void> isOurs(Database& db, const QString& path)
{
    switch (stateOfFile(db)) {
    case FileState::Fresh:
    case FileState::Foreign: return fail(ErrorCode::NotAProject, path);
    case FileState::Newer: return fail(ErrorCode::NewerBundle, path);
    case FileState::Older:
    case FileState::Current: break;
    }
    if (const QString strange = strangeInSchema(db); !strange.isEmpty())
        return fail(ErrorCode::ProjectUnsafe, path, strange);
    Statement check = db.prepare("PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != "ok")
        return fail(ErrorCode::ProjectDamaged, path);
    return {};
}

} // namespace

QString strangeInSchema(Database& db)
{
    Database ours(QString(), Database::Mode::Create); // private, gone when closed
    migrateTo(ours, int(db.number("PRAGMA user_version")));
    const std::set<std::string> expected = schemaOf(ours);
    const std::set<std::string> found = schemaOf(db);
    for (const std::string& line : found) {
        if (!expected.contains(line))
            return QString::fromStdString(line.substr(0, 80)).simplified();
    }
    for (const std::string& line : expected) {
        if (!found.contains(line))
            return QString::fromStdString(line.substr(0, 80)).simplified();
    }
    return {};
}

Result<std::unique_ptr<ForeignProject>> ForeignProject::open(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    if (!info.isReadable())
        return fail(ErrorCode::FileUnreadable, path);
    try {
        std::unique_ptr<ForeignProject> project(new ForeignProject);
        project->m_db = openUntrusted(path);
        if (const auto ours = isOurs(*project->m_db, path); !ours)
            return Failure(ours.error());
        if (stateOfFile(*project->m_db) == FileState::Older) {
            project->m_db.reset();
            project->m_temporaryCopy = temporaryCopyOf(path);
            project->m_db = std::make_unique<Database>(project->m_temporaryCopy, Database::Mode::ReadWrite);
            trustNothing(*project->m_db);
            migrate(*project->m_db);
        }
        project->m_replicas = std::make_unique<Replicas>(*project->m_db);
        project->m_catalog = loadCatalog(*project->m_db);
        return project;
    } catch (const StoreError& error) {
        return Failure(toError(error, path));
    }
}

std::pair<std::string, std::string> identityOf(const QString& path)
{
    try {
        const auto db = openUntrusted(path);
        const FileState state = stateOfFile(*db);
        if ((state != FileState::Current && state != FileState::Older) || !strangeInSchema(*db).isEmpty())
            return {};
        std::pair<std::string, std::string> identity;
        Statement q = db->prepare("SELECT key, value FROM meta WHERE key IN ('project', 'copy')");
        while (q.step())
            (q.text(0) == "copy" ? identity.second : identity.first) = q.string(1);
        return identity;
    } catch (const StoreError&) {
        return {};
    }
}

ForeignProject::~ForeignProject()
{
    m_replicas.reset();
    m_db.reset();
    if (!m_temporaryCopy.isEmpty())
        QFile::remove(m_temporaryCopy);
}

} // namespace winnow::store
