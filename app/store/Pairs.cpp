// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Pairs.h"

#include "store/RecordRows.h"

#include <algorithm>
#include <deque>
#include <map>

namespace winnow::store {
namespace {

Record comparable(const Statement& q)
{
    Record r;
    r.title = q.string(1);
    r.abstract = q.string(2);
    r.authors = unpackAuthors(q.text(3));
    r.year = int(q.integer(4));
    std::string Record::*const members[] = {&Record::journal, &Record::volume, &Record::issue, &Record::pages,
                                            &Record::doi,     &Record::pmid,   &Record::nct,   &Record::type};
    int i = 4;
    for (const auto member : members)
        r.*member = q.string(++i);
    return r;
}

/// The source tells a register's entries where the record itself does not.
std::string databaseOf(const Catalog& catalog, const RunInfo& run, qint64 origin)
{
    const Source* source = catalog.source(run.run.sources.at(size_t(origin)));
    return source && source->kind == SourceKind::Register ? source->name.toStdString() : std::string();
}

constexpr std::string_view comparableColumns
    = "t.id, t.title, substr(t.abstract, 1, 1500), t.authors, t.year, t.journal, t.volume, t.issue, t.pages, t.doi, "
      "t.pmid, t.nct, t.type, r.origin FROM record_text t JOIN record r ON r.id = t.id WHERE ";

/// The record in the statement's present row, edits applied.
Record comparable(Reader& reader, const Statement& q, const RunInfo& run, const std::set<qint64>& edited)
{
    const qint64 id = q.integer(0);
    auto whole = edited.contains(id) ? fullRecord(reader, id) : std::nullopt;
    Record record = whole ? std::move(*whole) : comparable(q);
    record.database = databaseOf(reader.catalog(), run, q.integer(13));
    return record;
}

bool scanRun(Reader& reader, const RunInfo& run, const std::set<qint64>& edited,
             const std::function<bool(qint64, Record&&)>& visit)
{
    Statement q
        = reader.db().prepare("SELECT " + std::string(comparableColumns) + "t.id BETWEEN ? AND ? ORDER BY t.id");
    q.bind(run.first, run.first + run.run.records - 1);
    while (q.step()) {
        if (!visit(q.integer(0), comparable(reader, q, run, edited)))
            return false;
    }
    return true;
}

/// The shortest way from `a` to `b` over edges that say "same"; empty if there is none.
std::vector<qint64> chainBetween(Reader& reader, qint64 a, qint64 b)
{
    std::map<qint64, qint64> cameFrom{{a, 0}};
    std::deque<qint64> open{a};
    while (!open.empty() && !cameFrom.contains(b)) {
        const qint64 at = open.front();
        open.pop_front();
        for (const Edge& edge : edgesOf(reader.db(), at)) {
            const qint64 other = edge.a == at ? edge.b : edge.a;
            if (edge.same == Same::Yes && reader.catalog().isLive(other) && cameFrom.emplace(other, at).second)
                open.push_back(other);
        }
    }
    std::vector<qint64> chain;
    for (qint64 at = cameFrom.contains(b) ? b : 0; at != 0; at = cameFrom[at])
        chain.push_back(at);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

} // namespace

void scanComparable(Reader& reader, const std::function<bool(qint64 id, Record&&)>& visit)
{
    const std::set<qint64> edited = editedRecords(reader);
    for (const RunInfo& run : reader.catalog().runs) {
        if (run.run.live && !scanRun(reader, run, edited, visit))
            return;
    }
}

void readComparable(Reader& reader, std::span<const qint64> ids, const std::function<bool(qint64, Record&&)>& visit)
{
    const std::set<qint64> edited = editedRecords(reader);
    for (const qint64 id : ids) {
        const RunInfo* run = reader.catalog().runOf(id);
        Statement q = reader.db().prepare("SELECT " + std::string(comparableColumns) + "t.id = ?");
        q.bind(id);
        if (run && q.step() && !visit(id, comparable(reader, q, *run, edited)))
            return;
    }
}

std::set<qint64> editedRecords(Reader& reader)
{
    std::set<qint64> edited;
    Statement q = reader.db().prepare("SELECT DISTINCT subject FROM cell WHERE kind = 8 AND value IS NOT NULL");
    while (q.step())
        edited.insert(q.integer(0));
    return edited;
}

void scanBlockKeys(Reader& reader, int version, const KeyChunkVisit& visit)
{
    Statement q = reader.db().prepare("SELECT first, keys FROM block_keys WHERE version = ? ORDER BY first");
    q.bind(version);
    while (q.step())
        visit(q.integer(0), q.blob(1));
}

void keepBlockKeys(WriteScope& scope, int version, qint64 first, std::string_view keys)
{
    Statement q = scope.db().prepare("INSERT OR REPLACE INTO block_keys(first, version, keys) VALUES(?, ?, ?)");
    q.bind(first, version, nullptr);
    q.bindBlob(3, keys);
    q.run();
}

std::vector<Edge> judgedPairs(Reader& reader)
{
    std::vector<Edge> pairs;
    Statement q = reader.db().prepare("SELECT subject, slot, value FROM cell WHERE kind = 10 AND value IS NOT NULL");
    while (q.step()) {
        const Edge edge{q.integer(0), q.integer(1), Same(q.integer(2) & 3), true};
        if (edge.same != Same::Unknown && reader.catalog().isLive(edge.a) && reader.catalog().isLive(edge.b))
            pairs.push_back(edge);
    }
    return pairs;
}

std::vector<std::pair<qint64, qint64>> joinedPairs(Reader& reader)
{
    std::vector<std::pair<qint64, qint64>> pairs;
    Statement q = reader.db().prepare("SELECT report, id FROM record WHERE report <> id ORDER BY id");
    while (q.step()) {
        if (reader.catalog().isLive(q.integer(0)) && reader.catalog().isLive(q.integer(1)))
            pairs.emplace_back(q.integer(0), q.integer(1));
    }
    return pairs;
}

std::vector<DoubtfulRow> doubtfulPairs(Reader& reader)
{
    std::vector<DoubtfulRow> rows;
    Statement q = reader.db().prepare("SELECT c.subject, c.slot, c.value FROM cell c JOIN record a ON a.id = c.subject "
                                      "JOIN record b ON b.id = c.slot "
                                      "WHERE c.kind = 35 AND c.value IS NOT NULL AND a.report <> b.report");
    while (q.step()) {
        if (reader.catalog().isLive(q.integer(0)) && reader.catalog().isLive(q.integer(1)))
            rows.push_back({q.integer(0), q.integer(1), unpackPair(q.integer(2))});
    }
    return rows;
}

std::set<std::pair<qint64, qint64>> comparedRuns(Reader& reader)
{
    std::set<std::pair<qint64, qint64>> pairs;
    Statement q = reader.db().prepare("SELECT subject, slot FROM cell WHERE kind = 36 AND value IS NOT NULL");
    while (q.step()) {
        pairs.emplace(q.integer(0), q.integer(1));
        pairs.emplace(q.integer(1), q.integer(0));
    }
    return pairs;
}

std::set<qint64> editedSinceCompared(Reader& reader)
{
    std::map<qint64, qint64> comparedAt; // run → stamp
    Statement runs = reader.db().prepare(
        "SELECT subject, stamp FROM cell WHERE kind = 36 AND value IS NOT NULL AND slot = subject");
    while (runs.step())
        comparedAt[runs.integer(0)] = runs.integer(1);
    std::set<qint64> edited;
    Statement q = reader.db().prepare("SELECT subject, stamp FROM cell WHERE kind = 8");
    while (q.step()) {
        const RunInfo* run = reader.catalog().runOf(q.integer(0));
        const auto compared = run ? comparedAt.find(run->run.id.value) : comparedAt.end();
        if (compared != comparedAt.end() && compared->second < q.integer(1))
            edited.insert(q.integer(0));
    }
    return edited;
}

Edit comparedEdit(const Catalog& catalog, qint64 runA, qint64 runB)
{
    if (catalog.uids.at(runB) < catalog.uids.at(runA))
        std::swap(runA, runB);
    return {ChangeKind::Compared, runA, runB, qint64(1)};
}

std::vector<Contradiction> contradictions(Reader& reader)
{
    std::vector<Contradiction> found;
    for (const Edge& edge : judgedPairs(reader)) {
        if (edge.same != Same::No)
            continue;
        auto chain = chainBetween(reader, edge.a, edge.b);
        if (!chain.empty())
            found.push_back({edge.a, edge.b, std::move(chain)});
    }
    return found;
}

std::vector<JoinReason> joinReasons(Reader& reader, qint64 record)
{
    std::vector<JoinReason> reasons;
    Statement q = reader.db().prepare(
        "SELECT kind, slot, value FROM cell WHERE kind IN (9, 10) AND subject = ?1 AND value IS NOT NULL "
        "UNION ALL SELECT kind, subject, value FROM cell WHERE kind IN (9, 10) AND slot = ?1 AND value IS NOT NULL");
    q.bind(record);
    while (q.step()) {
        if (Same(q.integer(2) & 3) == Same::Yes)
            reasons.push_back(
                {q.integer(1), q.integer(0) == int(ChangeKind::PairJudged), unpackPair(q.integer(2) >> 2)});
    }
    std::sort(reasons.begin(), reasons.end(), [](const JoinReason& x, const JoinReason& y) {
        return x.judged != y.judged ? x.judged : x.value.permille > y.value.permille;
    });
    return reasons;
}

qint64 studyOf(Database& db, qint64 report)
{
    Statement q = db.prepare("SELECT value FROM cell WHERE kind = 20 AND subject = ?");
    q.bind(report);
    return q.step() ? q.integer(0) : 0;
}

std::vector<qint64> reportsOfStudy(Database& db, qint64 study)
{
    std::vector<qint64> reports;
    Statement q = db.prepare("SELECT subject FROM cell WHERE kind = 20 AND value = ? AND value <> 0");
    q.bind(study);
    while (q.step())
        reports.push_back(q.integer(0));
    return reports;
}

} // namespace winnow::store
