// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Reader.h"

#include <sqlite3.h>

#include <array>
#include <cstring>

namespace winnow::store {
namespace {

constexpr std::array hidden{"mark", "change", "tally"};
constexpr std::array views{"visible_mark", "visible_change", "visible_tally", "undisclosed", "known_change"};

template <class Names> bool isOneOf(const char* name, const Names& names)
{
    for (const char* known : names) {
        if (name && std::strcmp(name, known) == 0)
            return true;
    }
    return false;
}

/// Reads of hidden tables pass only when they come through one of our views.
int authorize(void*, int action, const char* table, const char*, const char*, const char* view)
{
    switch (action) {
    case SQLITE_READ: return isOneOf(table, hidden) && !isOneOf(view, views) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_PRAGMA:
        return SQLITE_OK; // FTS5 reads data_version
    // FTS5 declares its columns when it connects, which looks like this; the schema cannot really be written so.
    case SQLITE_UPDATE: return table && std::strcmp(table, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
    }
}

/// The viewer's own, or opened: marks of screening for their record and stage, those of an appraisal for all of it.
/// Records and appraisals are numbered apart, so that the kind must be asked first.
std::string visibleWhen(const std::string& row, qint64 viewer)
{
    return row + ".author = " + std::to_string(viewer) + " OR CASE WHEN " + row
        + ".kind < 50 THEN EXISTS(SELECT 1 FROM opened o WHERE o.subject = " + row + ".subject AND o.stage = (" + row
        + ".slot & 3)) ELSE EXISTS(SELECT 1 FROM cell d WHERE d.kind = 55 AND d.subject = " + row
        + ".subject AND d.slot = 0 AND d.value = 1) END";
}

} // namespace

Reader::Reader(const QString& path, Database::Mode mode) : m_db(path, mode), m_replicas(m_db)
{
    mapFile(true);
    m_db.execute("PRAGMA cache_size = -16384");
    m_db.execute("PRAGMA temp_store = MEMORY");
    setViewer({});
}

void Reader::mapFile(bool mapped)
{
    m_db.execute(mapped ? "PRAGMA mmap_size = 1073741824" : "PRAGMA mmap_size = 0");
}

void Reader::setViewer(ReviewerId viewer)
{
    if (viewer == m_viewer)
        return;
    m_db.forgetStatements();
    sqlite3_set_authorizer(m_db.handle(), nullptr, nullptr);
    const std::string me = std::to_string(viewer.value);
    m_db.execute("DROP VIEW IF EXISTS temp.visible_mark; DROP VIEW IF EXISTS temp.visible_change; "
                 "DROP VIEW IF EXISTS temp.visible_tally; DROP VIEW IF EXISTS temp.undisclosed; "
                 "DROP VIEW IF EXISTS temp.known_change;"
                 "CREATE TEMP VIEW visible_mark AS SELECT m.* FROM mark m WHERE "
                 + visibleWhen("m", viewer.value)
                 + ";"
                   "CREATE TEMP VIEW visible_change AS SELECT c.* FROM change c WHERE (c.live = 1 OR c.seq IN "
                   "(SELECT t.seq FROM turning t WHERE t.live = 1)) AND (c.kind NOT IN "
                   "(11, 12, 13, 14, 53, 54) OR "
                 + visibleWhen("c", viewer.value)
                 + ");"
                   "CREATE TEMP VIEW visible_tally AS SELECT t.* FROM tally t WHERE t.dim <> 3 OR t.a = "
                 + me + " UNION ALL SELECT 3, t.a, t.b, 0, sum(t.n) FROM tally t WHERE t.dim = 3 AND t.a <> " + me
                 + " GROUP BY t.a, t.b;"
                   "CREATE TEMP VIEW undisclosed AS SELECT m.subject, m.slot AS stage FROM mark m WHERE m.kind = 11 "
                   "AND m.value & 7 AND NOT ("
                 + visibleWhen("m", viewer.value)
                 + ");"
                   "CREATE TEMP VIEW known_change AS SELECT c.seq, c.stamp, c.replica, c.live FROM change c;");
    sqlite3_set_authorizer(m_db.handle(), authorize, nullptr);
    m_viewer = viewer;
}

} // namespace winnow::store
