// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Mentions.h"

#include "store/Catalog.h"

#include <algorithm>

namespace winnow::store {
namespace {

std::string wordLines(const std::vector<std::string>& words)
{
    std::string lines;
    for (const std::string& word : words) {
        std::string line = word;
        std::replace(line.begin(), line.end(), '\n', ' ');
        lines += (lines.empty() ? "" : "\n") + line;
    }
    return lines;
}

std::vector<std::string> lineWords(std::string_view lines)
{
    std::vector<std::string> words;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (end > 0)
            words.emplace_back(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return words;
}

qint64 entityId(WriteScope& scope, const Entity& entity)
{
    Statement known = scope.db().prepare("SELECT id FROM spoken_of WHERE kind = ? AND accession = ?");
    known.bind(int(entity.kind), entity.id);
    if (known.step())
        return known.integer(0);
    scope.db()
        .prepare("INSERT INTO spoken_of(kind, accession, name) VALUES(?, ?, ?)")
        .bind(int(entity.kind), entity.id, entity.name)
        .run();
    return scope.db().number("SELECT last_insert_rowid()");
}

} // namespace

void setMentions(WriteScope& scope, qint64 record, AnnotatedBy how, const std::vector<MentionRow>& mentions)
{
    scope.db().prepare("DELETE FROM mention WHERE record = ?").bind(record).run();
    Statement add = scope.db().prepare("INSERT OR REPLACE INTO mention(record, entity, words) VALUES(?, ?, ?)");
    for (const MentionRow& mention : mentions) {
        const qint64 id = entityId(scope, mention.entity);
        const std::string lines = wordLines(mention.words);
        add.bind(record, id, lines).run();
    }
    scope.db()
        .prepare("INSERT OR REPLACE INTO annotated(record, how, at) VALUES(?, ?, ?)")
        .bind(record, int(how), scope.now())
        .run();
}

std::vector<MentionRow> mentionsOf(Reader& reader, qint64 record)
{
    std::vector<MentionRow> mentions;
    Statement q = reader.db().prepare("SELECT e.kind, e.accession, e.name, m.words FROM mention m JOIN spoken_of e "
                                      "ON e.id = m.entity WHERE m.record = ? ORDER BY e.kind, e.name COLLATE NOCASE");
    q.bind(record);
    while (q.step())
        mentions.push_back({{EntityKind(q.integer(0)), q.string(1), q.string(2)}, lineWords(q.text(3))});
    return mentions;
}

std::map<qint64, AnnotatedBy> annotatedRecords(Reader& reader)
{
    std::map<qint64, AnnotatedBy> all;
    Statement q = reader.db().prepare("SELECT record, how FROM annotated ORDER BY record");
    while (q.step())
        all.emplace_hint(all.end(), q.integer(0), AnnotatedBy(q.integer(1)));
    return all;
}

std::map<qint64, Entity> entitiesById(Reader& reader)
{
    std::map<qint64, Entity> all;
    Statement q = reader.db().prepare("SELECT id, kind, accession, name FROM spoken_of ORDER BY id");
    while (q.step())
        all.emplace_hint(all.end(), q.integer(0), Entity{EntityKind(q.integer(1)), q.string(2), q.string(3)});
    return all;
}

std::vector<EntityCount> entityCounts(Reader& reader)
{
    std::map<qint64, qint64> counts;
    Statement q = reader.db().prepare("SELECT record, entity FROM mention");
    qint64 asked = 0;
    for (bool live = false; q.step();) {
        if (q.integer(0) != asked) {
            asked = q.integer(0);
            live = reader.catalog().isLive(asked);
        }
        if (live)
            ++counts[q.integer(1)];
    }
    const std::map<qint64, Entity> entities = entitiesById(reader);
    std::vector<EntityCount> all;
    for (const auto& [id, n] : counts) {
        if (const auto entity = entities.find(id); entity != entities.end())
            all.push_back({id, entity->second, n});
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.records > b.records; });
    return all;
}

std::vector<qint64> recordsSpeakingOf(Reader& reader, EntityKind kind, const std::string& accession)
{
    std::vector<qint64> records;
    Statement q = reader.db().prepare("SELECT m.record FROM spoken_of e JOIN mention m ON m.entity = e.id "
                                      "WHERE e.kind = ? AND e.accession = ? ORDER BY m.record");
    q.bind(int(kind), accession);
    while (q.step()) {
        if (reader.catalog().isLive(q.integer(0)))
            records.push_back(q.integer(0));
    }
    return records;
}

std::vector<WordFor> wordsForEntities(Reader& reader)
{
    std::map<std::pair<std::string, qint64>, qint64> counts;
    Statement q = reader.db().prepare("SELECT m.entity, m.words FROM annotated a JOIN mention m ON m.record = a.record "
                                      "WHERE a.how IN (1, 3)");
    while (q.step()) {
        for (std::string& word : lineWords(q.text(1)))
            ++counts[{std::move(word), q.integer(0)}];
    }
    std::vector<WordFor> all;
    all.reserve(counts.size());
    for (const auto& [word, n] : counts)
        all.push_back({word.first, word.second, n});
    return all;
}

} // namespace winnow::store
