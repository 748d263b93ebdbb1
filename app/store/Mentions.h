// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Entity.h"
#include "store/Reader.h"
#include "store/WriteScope.h"

#include <map>
#include <string>
#include <vector>

namespace winnow::store {

// What records speak of (schema/0010_entities.sql): in this copy only.

/// By PubTator, of title and abstract or of the full text as well where it is open; or by the names known by then.
enum class AnnotatedBy : int { PubTator = 1, KnownNames = 2, PubTatorFullText = 3 };

struct MentionRow {
    Entity entity;
    std::vector<std::string> words;

    bool operator==(const MentionRow&) const = default;
};

/// In place of what was said of the record before.
void setMentions(WriteScope& scope, qint64 record, AnnotatedBy how, const std::vector<MentionRow>& mentions);

[[nodiscard]] std::vector<MentionRow> mentionsOf(Reader& reader, qint64 record);
/// Every record that was looked at, and how.
[[nodiscard]] std::map<qint64, AnnotatedBy> annotatedRecords(Reader& reader);

struct EntityCount {
    qint64 id = 0; ///< in this copy
    Entity entity;
    qint64 records = 0; ///< live ones
};
/// Those of live records, the most frequent first.
[[nodiscard]] std::vector<EntityCount> entityCounts(Reader& reader);
/// Live records that speak of it, by number.
[[nodiscard]] std::vector<qint64> recordsSpeakingOf(Reader& reader, EntityKind kind, const std::string& accession);

/// Words that stand for entities in records that PubTator has read, and how often each does.
struct WordFor {
    std::string word;
    qint64 entity = 0;
    qint64 records = 0;
};
[[nodiscard]] std::vector<WordFor> wordsForEntities(Reader& reader);
[[nodiscard]] std::map<qint64, Entity> entitiesById(Reader& reader);

} // namespace winnow::store
