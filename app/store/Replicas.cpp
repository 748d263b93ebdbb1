// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Replicas.h"

namespace winnow::store {

void Replicas::forget()
{
    m_uids.clear();
    m_locals.clear();
}

qint64 Replicas::uid(qint64 local) const
{
    if (const auto found = m_uids.find(local); found != m_uids.end())
        return found->second;
    Statement q = m_db.prepare("SELECT uid FROM replica WHERE id = ?");
    q.bind(local);
    const qint64 uid = q.step() ? q.integer(0) : 0;
    m_uids[local] = uid;
    return uid;
}

qint64 Replicas::local(qint64 uid)
{
    if (const auto found = m_locals.find(uid); found != m_locals.end())
        return found->second;
    Statement q = m_db.prepare("SELECT id FROM replica WHERE uid = ?");
    q.bind(uid);
    qint64 id = q.step() ? q.integer(0) : 0;
    if (!id) {
        m_db.prepare("INSERT INTO replica(uid) VALUES(?)").bind(uid).run();
        id = m_db.lastInsertId();
    }
    m_uids[id] = uid;
    m_locals[uid] = id;
    return id;
}

} // namespace winnow::store
