// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Change.h"
#include "store/Database.h"

#include <unordered_map>

namespace winnow::store {

/// Sessions that wrote, as small numbers in rows and as random numbers wherever order between copies matters.
class Replicas {
public:
    explicit Replicas(Database& db) : m_db(db) { }
    /// Drops what is cached: a rollback may have taken rows back.
    void forget();
    [[nodiscard]] qint64 uid(qint64 local) const;
    /// The small number of a session; a new row if it has none.
    qint64 local(qint64 uid);
    [[nodiscard]] ChangeId global(qint64 stamp, qint64 local) const { return {stamp, uid(local)}; }

private:
    Database& m_db;
    mutable std::unordered_map<qint64, qint64> m_uids;
    mutable std::unordered_map<qint64, qint64> m_locals;
};

} // namespace winnow::store
