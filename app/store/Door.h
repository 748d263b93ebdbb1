// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteScope.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace winnow::store {

/// A change as it travels: every local number has become the 128-bit id that all copies share.
struct PortableChange {
    ChangeId id;
    ChangeId undoes;
    qint64 wall = 0;
    qint64 step = 0;
    ChangeKind kind = ChangeKind::Setting;
    std::string author; ///< uid, with its entity type in front
    std::string subject; ///< uid of an entity or a record, or a number in digits
    std::string slot;
    Value value; ///< with uids in place of reasons, studies and sources

    bool operator==(const PortableChange&) const = default;
};

/// Local numbers to uids. An entity travels as its type and uid ("2:<16 bytes>"), a record as its recordUid().
class Outward {
public:
    Outward(Database& db, const Catalog& catalog) : m_db(db), m_catalog(catalog) { }

    /// None: of a kind that this version does not know, or of a record whose import is not here.
    [[nodiscard]] std::optional<PortableChange> change(const Change& change);
    [[nodiscard]] std::string entity(qint64 id);

private:
    std::string part(Ref ref, qint64 number);
    std::string record(qint64 id);
    Value value(const Edit& edit);

    Database& m_db;
    const Catalog& m_catalog;
    std::unordered_map<qint64, std::string> m_entities;
};

/// And back: entities that this copy has not met are made. Keeps what it has found over the transactions of one
/// bring-in; of no use once one of them failed.
class Inward {
public:
    /// Records of a run that is loading and not in the catalog yet.
    void addRun(const std::string& hash, qint64 first, qint64 records) { m_runs[hash] = {first, records}; }
    /// Errors: NewerBundle for a kind that this version does not know, MissingImport for a record that is not here,
    /// BundleDamaged for what no Winnow writes.
    [[nodiscard]] Result<Change> change(WriteScope& scope, const PortableChange& travelled);

private:
    struct Range {
        qint64 first = 0;
        qint64 records = 0;
    };
    std::optional<qint64> entity(WriteScope& scope, const std::string& uid);
    std::optional<qint64> record(WriteScope& scope, const std::string& uid);
    std::optional<qint64> part(WriteScope& scope, Ref ref, const std::string& text);
    std::optional<Value> value(WriteScope& scope, const Edit& edit, const Value& travelled);

    std::unordered_map<std::string, qint64> m_entities;
    std::unordered_map<std::string, Range> m_runs;
};

/// Live changes of this copy in order of arrival, from `afterSeq` on.
[[nodiscard]] std::vector<PortableChange> takeOut(Database& db, const Catalog& catalog, const Replicas& replicas,
                                                  qint64 afterSeq, qint64 limit);

} // namespace winnow::store
