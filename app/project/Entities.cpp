// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Entities.h"

#include "domain/EntityNames.h"
#include "project/Portions.h"
#include "project/SearchWords.h"
#include "project/Writing.h"
#include "sources/PubTator.h"
#include "store/Mentions.h"
#include "store/RecordRows.h"

#include <array>
#include <map>
#include <set>

namespace winnow {
namespace {

/// PubTator gives species by number only.
constexpr std::array speciesNames{
    std::pair{"9606", "Homo sapiens"},
    std::pair{"10090", "Mus musculus"},
    std::pair{"10116", "Rattus norvegicus"},
    std::pair{"9615", "Canis lupus familiaris"},
    std::pair{"9823", "Sus scrofa"},
    std::pair{"9986", "Oryctolagus cuniculus"},
    std::pair{"9913", "Bos taurus"},
    std::pair{"9940", "Ovis aries"},
    std::pair{"9544", "Macaca mulatta"},
    std::pair{"10141", "Cavia porcellus"},
    std::pair{"7955", "Danio rerio"},
    std::pair{"562", "Escherichia coli"},
    std::pair{"4932", "Saccharomyces cerevisiae"},
    std::pair{"2697049", "Severe acute respiratory syndrome coronavirus 2"},
    std::pair{"11676", "Human immunodeficiency virus 1"},
};

std::string preferredName(const sources::Mentioned& mentioned)
{
    const Entity& entity = mentioned.entity;
    if (entity.name != entity.id)
        return entity.name;
    for (const auto& [id, name] : speciesNames) {
        if (entity.kind == EntityKind::Species && entity.id == id)
            return name;
    }
    return mentioned.words.empty() ? entity.id : mentioned.words.front();
}

std::vector<store::MentionRow> rowsOf(const sources::Annotated& annotated)
{
    std::vector<store::MentionRow> rows;
    for (const sources::Mentioned& mentioned : annotated.entities) {
        store::MentionRow row{mentioned.entity, mentioned.words};
        row.entity.name = preferredName(mentioned);
        rows.push_back(std::move(row));
    }
    return rows;
}

bool readByPubTator(store::AnnotatedBy how)
{
    return how != store::AnnotatedBy::KnownNames;
}

/// Live records by PMID, without those of which PubTator has read as much.
std::multimap<std::string, qint64> unreadByPmid(store::Reader& reader, bool fulltexts)
{
    const auto seen = store::annotatedRecords(reader);
    std::multimap<std::string, qint64> unread;
    for (const qint64 id : store::allRecords(reader)) {
        const auto before = seen.find(id);
        if (before != seen.end()
            && (before->second == store::AnnotatedBy::PubTatorFullText
                || (!fulltexts && before->second == store::AnnotatedBy::PubTator)))
            continue;
        const auto record = store::fullRecord(reader, id);
        if (record && !record->pmid.empty())
            unread.emplace(record->pmid, id);
    }
    return unread;
}

std::vector<store::MentionRow> namedIn(const Record& record, const EntityNames& names,
                                       const std::map<qint64, Entity>& entities)
{
    std::map<qint64, std::set<std::string>> words;
    for (const std::string* text : {&record.title, &record.abstract}) {
        for (const NamedStretch& stretch : names.in(*text))
            words[stretch.what].insert(text->substr(stretch.from, stretch.length));
    }
    std::vector<store::MentionRow> rows;
    for (const auto& [what, written] : words) {
        if (const auto entity = entities.find(what); entity != entities.end())
            rows.push_back({entity->second, {written.begin(), written.end()}});
    }
    return rows;
}

QByteArray cell(const QString& text)
{
    QString quoted = text;
    if (quoted.contains(QLatin1Char('"')) || quoted.contains(QLatin1Char(',')) || quoted.contains(QLatin1Char('\n')))
        quoted = QLatin1Char('"') + quoted.replace(QLatin1String("\""), QLatin1String("\"\"")) + QLatin1Char('"');
    return quoted.toUtf8();
}

} // namespace

Result<void> Entities::annotate(Online& online, bool fulltexts, EntitiesReport& report, const JobContext& job)
{
    const auto unread = m_project.store().read([&](store::Reader& reader) { return unreadByPmid(reader, fulltexts); });
    if (!unread)
        return Failure(unread.error());
    std::vector<std::string> pmids;
    for (auto at = unread->begin(); at != unread->end(); at = unread->upper_bound(at->first))
        pmids.push_back(at->first);
    report.asked = qint64(unread->size());
    const sources::Service& service = sources::pubtator();
    const sources::Access access = online.access(service);
    const QString name = QString::fromLatin1(service.name);
    net::HttpClient client = online.client(service, access);
    const auto how = fulltexts ? store::AnnotatedBy::PubTatorFullText : store::AnnotatedBy::PubTator;
    const auto total = qint64(pmids.size());
    qint64 done = 0;
    client.setWaitingSink([&](const net::Waiting& waiting) { job.report(done, total, waitingSentence(waiting)); });
    for (size_t from = 0; from < pmids.size(); from += sources::annotationBatch) {
        job.report(done, total, name);
        const size_t to = std::min(pmids.size(), from + sources::annotationBatch);
        const std::vector<std::string> batch(pmids.begin() + std::ptrdiff_t(from), pmids.begin() + std::ptrdiff_t(to));
        const auto answer = client.ask(sources::annotationsRequest(batch, fulltexts, access), job.stop);
        if (!answer)
            return answer.error().code == ErrorCode::Cancelled ? fail(ErrorCode::SearchStopped, name)
                                                               : fail(answer.error().code, name, answer.error().detail);
        const auto annotated = sources::annotationsIn(answer->body);
        if (!annotated)
            return fail(annotated.error().code, name, annotated.error().detail);
        const auto written = portion(m_project, [&](store::WriteScope& scope) -> Result<void> {
            for (const sources::Annotated& one : *annotated) {
                const auto [first, last] = unread->equal_range(one.pmid);
                for (auto at = first; at != last; ++at) {
                    store::setMentions(scope, at->second, how, rowsOf(one));
                    ++report.annotated;
                }
            }
            return {};
        });
        if (!written)
            return written;
        done = qint64(to);
    }
    return {};
}

/// What PubTator does not know, read with the names that it taught.
Result<void> Entities::matchNames(EntitiesReport& report, const JobContext& job)
{
    constexpr size_t atOnce = 200;
    EntityNames names;
    std::map<qint64, Entity> entities;
    std::vector<qint64> others;
    const auto read = m_project.store().read([&](store::Reader& reader) -> Result<void> {
        for (const store::WordFor& word : store::wordsForEntities(reader))
            names.learn(word.word, word.entity, word.records);
        entities = store::entitiesById(reader);
        const auto seen = store::annotatedRecords(reader);
        for (const qint64 id : store::allRecords(reader)) {
            const auto before = seen.find(id);
            if (before == seen.end() || !readByPubTator(before->second))
                others.push_back(id);
        }
        return {};
    });
    if (!read || names.empty())
        return read;
    for (size_t from = 0; from < others.size(); from += atOnce) {
        if (job.cancelled())
            return fail(ErrorCode::SearchStopped, QString::fromLatin1(sources::pubtator().name));
        job.report(qint64(from), qint64(others.size()));
        std::vector<std::pair<qint64, std::vector<store::MentionRow>>> found;
        const auto looked = m_project.store().read([&](store::Reader& reader) -> Result<void> {
            for (size_t i = from; i < std::min(others.size(), from + atOnce); ++i) {
                if (const auto record = store::fullRecord(reader, others[i]))
                    found.emplace_back(others[i], namedIn(*record, names, entities));
            }
            return {};
        });
        if (!looked)
            return looked;
        const auto written = portion(m_project, [&](store::WriteScope& scope) -> Result<void> {
            for (const auto& [record, rows] : found) {
                store::setMentions(scope, record, store::AnnotatedBy::KnownNames, rows);
                report.byNames += rows.empty() ? 0 : 1;
            }
            return {};
        });
        if (!written)
            return written;
    }
    return {};
}

Result<EntitiesReport> Entities::fetch(Online& online, bool fulltexts, const JobContext& job)
{
    if (m_project.readOnly())
        return fail(ErrorCode::ReadOnlyProject, m_project.path());
    EntitiesReport report;
    if (const auto asked = annotate(online, fulltexts, report, job); !asked)
        return Failure(asked.error());
    if (const auto matched = matchNames(report, job); !matched)
        return Failure(matched.error());
    // Portions wait for no disk: this one does, and takes them along.
    if (const auto kept = decide(m_project, [](store::WriteScope&) -> Result<void> { return {}; }); !kept)
        return Failure(kept.error());
    return report;
}

Result<std::vector<EntityTally>> Entities::tallies() const
{
    return m_project.store().read([](store::Reader& reader) {
        std::vector<EntityTally> all;
        for (const store::EntityCount& count : store::entityCounts(reader))
            all.push_back({count.entity, entityUrl(count.entity.kind, count.entity.id), count.records});
        return all;
    });
}

Result<std::vector<EntityMention>> Entities::of(RecordId record) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<EntityMention> all;
        for (store::MentionRow& row : store::mentionsOf(reader, record.value)) {
            const QString url = entityUrl(row.entity.kind, row.entity.id);
            all.push_back({std::move(row.entity), url, std::move(row.words)});
        }
        return all;
    });
}

Result<std::vector<RecordId>> Entities::recordsWith(EntityKind kind, const std::string& id) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<RecordId> all;
        for (const qint64 record : store::recordsSpeakingOf(reader, kind, id))
            all.emplace_back(record);
        return all;
    });
}

Result<std::vector<RecordId>> Entities::reportsWith(EntityKind kind, const std::string& id) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::set<qint64> reports;
        for (const qint64 record : store::recordsSpeakingOf(reader, kind, id))
            reports.insert(store::reportOf(reader, record));
        std::vector<RecordId> all;
        for (const qint64 report : reports)
            all.emplace_back(report);
        return all;
    });
}

QByteArray Entities::csv(const std::vector<EntityTally>& tallies)
{
    QByteArray table = "type,id,name,url,records\n";
    for (const EntityTally& tally : tallies)
        table += words::idOf(tally.entity.kind).toLatin1() + ',' + cell(QString::fromStdString(tally.entity.id)) + ','
            + cell(QString::fromStdString(tally.entity.name)) + ',' + cell(tally.url) + ','
            + QByteArray::number(tally.records) + '\n';
    return table;
}

} // namespace winnow
