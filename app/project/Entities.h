// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "domain/Entity.h"
#include "project/Online.h"
#include "project/Project.h"

#include <vector>

namespace winnow {

/// An entity of the review, and how many of its records speak of it.
struct EntityTally {
    Entity entity;
    QString url; ///< of its authoritative record; empty: it has none
    qint64 records = 0;

    bool operator==(const EntityTally&) const = default;
};

/// An entity of one record, and the words that stand for it there.
struct EntityMention {
    Entity entity;
    QString url;
    std::vector<std::string> words;

    bool operator==(const EntityMention&) const = default;
};

struct EntitiesReport {
    qint64 asked = 0; ///< records with a PMID that had not been looked at; with full texts, in full
    qint64 annotated = 0; ///< of those that PubTator knows
    qint64 byNames = 0; ///< records that it does not know, in which known names were found
};

/// What records speak of. Fetched from PubTator once and kept in this copy of the project; the rest works without a
/// network. Records that PubTator does not know (or that have no PMID) are looked through for the names that are known
/// by then. It is what machines see, and is said to be.
class Entities {
public:
    explicit Entities(Project& project) : m_project(project) { }

    /// Goes on where it stopped; what came is kept. With `fulltexts`, records of which only title and abstract were
    /// read are asked about again. Errors: SearchStopped, those of net::HttpClient, of writing.
    Result<EntitiesReport> fetch(Online& online, bool fulltexts, const JobContext& job);
    /// The most frequent first.
    [[nodiscard]] Result<std::vector<EntityTally>> tallies() const;
    [[nodiscard]] Result<std::vector<EntityMention>> of(RecordId record) const;
    /// Reports with a record that speaks of it, each once, in order of import.
    [[nodiscard]] Result<std::vector<RecordId>> reportsWith(EntityKind kind, const std::string& id) const;
    [[nodiscard]] Result<std::vector<RecordId>> recordsWith(EntityKind kind, const std::string& id) const;
    /// "type,id,name,url,records", one line each.
    [[nodiscard]] static QByteArray csv(const std::vector<EntityTally>& tallies);

private:
    Result<void> annotate(Online& online, bool fulltexts, EntitiesReport& report, const JobContext& job);
    Result<void> matchNames(EntitiesReport& report, const JobContext& job);

    Project& m_project;
};

} // namespace winnow
