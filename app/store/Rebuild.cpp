// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Rebuild.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace winnow::store {
namespace {

constexpr std::array derivedQueries{
    "SELECT 'cell', kind, subject, slot, value, author, stamp, replica FROM cell ORDER BY kind, subject, slot",
    "SELECT 'mark', subject, kind, slot, author, value, stamp, replica FROM mark ORDER BY subject, kind, slot, author",
    "SELECT 'opened', subject, stage, author, stamp, replica FROM opened ORDER BY subject, stage",
    "SELECT 'frozen', subject, stage, author, value FROM frozen ORDER BY subject, stage, author",
    "SELECT 'resolution', subject, stage, stamp, replica, author, value FROM resolution "
    "ORDER BY subject, stage, stamp, replica",
    "SELECT 'record', id, report, place, reason FROM record WHERE report <> id OR place <> 1 OR reason <> 0 ORDER BY "
    "id",
    "SELECT 'tally', dim, a, b, c, n FROM tally WHERE n <> 0 ORDER BY dim, a, b, c",
};

std::string line(const Statement& q)
{
    std::string text;
    for (int i = 0; i < q.columns(); ++i)
        text += std::string(q.isNull(i) ? "~" : q.text(i)) + '|';
    return text;
}

void firstDifference(const std::vector<std::string>& stored, const std::vector<std::string>& folded,
                     std::vector<Fault>& faults)
{
    if (stored == folded)
        return;
    std::vector<std::string> extra;
    std::set_symmetric_difference(stored.begin(), stored.end(), folded.begin(), folded.end(),
                                  std::back_inserter(extra));
    faults.push_back({QStringLiteral("derived-tables"),
                      QStringLiteral("%1 rows differ from a fold of the log, the first: %2")
                          .arg(extra.size())
                          .arg(QString::fromStdString(extra.empty() ? std::string() : extra.front()))});
}

void copyInto(Database& from, Database& to)
{
    sqlite3_backup* job = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    const int code = job ? sqlite3_backup_step(job, -1) : SQLITE_ERROR;
    sqlite3_backup_finish(job);
    if (code != SQLITE_DONE)
        throw StoreError(code, sqlite3_errstr(code));
}

} // namespace

std::vector<std::string> derivedLines(Database& db)
{
    std::vector<std::string> lines;
    for (const char* query : derivedQueries) {
        Statement q = db.prepare(query);
        while (q.step())
            lines.push_back(line(q));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

void foldFromScratch(WriteScope& scope)
{
    Database& db = scope.db();
    db.execute("DELETE FROM cell; DELETE FROM mark; DELETE FROM opened; DELETE FROM frozen; DELETE FROM resolution; "
               "DELETE FROM tally; DELETE FROM block_keys; "
               "UPDATE record SET report = id, place = 1, reason = 0, flags = flags & ~8 "
               "WHERE report <> id OR place <> 1 OR reason <> 0 OR flags & 8");
    // The find index knows edited texts only by what is thrown away here: it is built anew as after an import.
    db.execute("INSERT INTO find(find) VALUES('delete-all'); UPDATE meta SET value = 0 WHERE key = 'find_upto'");
    scope.restartFold();
    Statement q = db.prepare("SELECT " + std::string(changeColumns)
                             + " FROM change WHERE live = 1 "
                               "ORDER BY stamp, replica");
    while (q.step())
        scope.fold().apply(readChange(q, scope.replicas()));
}

std::vector<Fault> faultsIn(Database& db, const Clock& clock, const JobContext& job)
{
    std::vector<Fault> faults;
    Statement integrity = db.prepare("PRAGMA integrity_check(20)");
    while (integrity.step()) {
        if (integrity.text(0) != "ok")
            faults.push_back({QStringLiteral("file"), integrity.qstring(0)});
    }
    job.report(1, 3);
    if (!faults.empty() || job.cancelled())
        return faults;
    // The empty name is a private temporary database that SQLite spills to disk and removes by itself.
    Database copy(QString(), Database::Mode::Create);
    copyInto(db, copy);
    job.report(2, 3);
    Engine engine(copy, clock, 1);
    const std::vector<std::string> stored = derivedLines(copy);
    Transaction transaction(copy);
    engine.reports.begin(*engine.catalog);
    engine.fold.begin(*engine.catalog);
    WriteScope scope(engine, clock);
    foldFromScratch(scope);
    engine.reports.settle(loadCatalog(copy));
    firstDifference(stored, derivedLines(copy), faults);
    job.report(3, 3);
    return faults;
}

} // namespace winnow::store
