// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Outgoing.h"

#include "store/LongStep.h"

#include <sqlite3.h>

#include <algorithm>

namespace winnow::store {

ReadMoment::ReadMoment(Database& db) : m_db(db)
{
    m_db.prepare("BEGIN").run();
}

ReadMoment::~ReadMoment()
{
    if (!sqlite3_get_autocommit(m_db.handle()))
        sqlite3_exec(m_db.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

Outgoing::Outgoing(Reader& reader, const Catalog& catalog, bool personal)
    : m_db(reader.db())
    , m_replicas(reader.replicas())
    , m_outward(reader.db(), catalog)
    , m_from("visible_change")
    , m_personal(personal)
{
}

Outgoing::Outgoing(Database& db, const Catalog& catalog, const Replicas& replicas)
    : m_db(db)
    , m_replicas(replicas)
    , m_outward(db, catalog)
    , m_from("change")
{
}

bool Outgoing::travels(const Change& change) const
{
    const KindSpec* spec = specOf(change.edit.kind);
    if (!spec || (spec->personal && !m_personal))
        return false;
    if (std::find(m_unfinished.begin(), m_unfinished.end(), ChangeId{change.step, change.id.replica})
        != m_unfinished.end())
        return false;
    if (m_records.empty() || spec->subject != Ref::Record)
        return true;
    return m_records.contains(change.edit.subject)
        && (spec->slot != Ref::Record || m_records.contains(change.edit.slot));
}

bool Outgoing::next(qint64 limit, std::vector<PortableChange>& page)
{
    page.clear();
    if (m_after == 0)
        m_unfinished = longSteps(m_db, m_replicas);
    qint64 rows = 0;
    Statement q = m_db.prepare("SELECT " + std::string(changeColumns) + " FROM " + m_from
                               + " WHERE seq > ? AND live = 1 ORDER BY seq LIMIT ?");
    q.bind(m_after, limit);
    for (; q.step(); ++rows) {
        const Change change = readChange(q, m_replicas);
        m_after = change.seq;
        if (!travels(change))
            continue;
        if (auto portable = m_outward.change(change))
            page.push_back(std::move(*portable));
    }
    return rows > 0;
}

bool Outgoing::speakOf(const RunInfo& run)
{
    Statement q = m_db.prepare("SELECT 1 FROM " + m_from + " WHERE subject = ? AND kind = ? AND live = 1 LIMIT 1");
    q.bind(run.run.id, int(ChangeKind::Run));
    return q.step();
}

RunHead Outgoing::headOf(const RunInfo& run)
{
    RunHead head = store::headOf(run);
    head.columns = said(run, RunSlot::Columns);
    head.mends = said(run, RunSlot::Mends);
    head.search = said(run, RunSlot::Search);
    return head;
}

/// The import is named after it: it was said once, and never otherwise.
std::string Outgoing::said(const RunInfo& run, RunSlot slot)
{
    Statement q = m_db.prepare("SELECT value FROM " + m_from
                               + " WHERE subject = ? AND kind = ? AND slot = ? AND live = 1 AND value IS NOT NULL "
                                 "ORDER BY seq LIMIT 1");
    q.bind(run.run.id, int(ChangeKind::Run), int(slot));
    return q.step() ? q.string(0) : std::string();
}

qint64 ownChangesAfter(Reader& reader, qint64 seq)
{
    Statement q = reader.db().prepare("SELECT count(*) FROM visible_change WHERE seq > ? AND author = ?");
    q.bind(seq, reader.viewer());
    return q.step() ? q.integer(0) : 0;
}

qint64 lastArrival(Reader& reader)
{
    // A view of which only the row number is read loses its name before the authorizer: hence the stamp. What belongs
    // to a step that is on its way is still to come.
    return reader.db().number("SELECT coalesce((SELECT min(c.seq) - 1 FROM known_change c JOIN long_step s "
                              "ON s.stamp = c.stamp AND s.replica = c.replica), "
                              "(SELECT seq FROM known_change WHERE stamp > 0 ORDER BY seq DESC LIMIT 1))");
}

qint64 newestStamp(Reader& reader)
{
    return reader.db().number("SELECT stamp FROM known_change ORDER BY stamp DESC LIMIT 1");
}

std::string localNote(Database& db, const std::string& key)
{
    Statement q = db.prepare("SELECT value FROM meta WHERE key = ?");
    q.bind(key);
    return q.step() ? q.string(0) : std::string();
}

void setLocalNote(WriteScope& scope, const std::string& key, const std::string& text)
{
    scope.db().prepare("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)").bind(key, text).run();
}

std::vector<std::pair<std::string, std::string>> localNotes(Database& db, const std::string& prefix)
{
    std::vector<std::pair<std::string, std::string>> notes;
    Statement q = db.prepare("SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?");
    q.bind(qint64(prefix.size()), prefix);
    while (q.step())
        notes.emplace_back(q.string(0).substr(prefix.size()), q.string(1));
    return notes;
}

} // namespace winnow::store
