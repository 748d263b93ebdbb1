// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Trail.h"

#include <algorithm>
#include <set>

namespace winnow::store {
namespace {

std::vector<Change> changes(Statement& q, const Replicas& replicas)
{
    std::vector<Change> result;
    while (q.step())
        result.push_back(readChange(q, replicas));
    return result;
}

std::string select(const char* rest)
{
    return "SELECT " + std::string(changeColumns) + " FROM visible_change " + rest;
}

std::vector<MarkRow> markRows(Statement& q)
{
    std::vector<MarkRow> rows;
    while (q.step())
        rows.push_back({q.integer(0), q.integer(1), ReviewerId(q.integer(2)), readValue(q, 3), q.integer(4)});
    return rows;
}

} // namespace

std::vector<Change> trailAfter(Reader& reader, qint64 afterSeq, qint64 sinceWall, qint64 limit)
{
    Statement q = reader.db().prepare(select("WHERE seq > ? AND wall >= ? ORDER BY seq LIMIT ?"));
    q.bind(afterSeq, sinceWall, limit);
    return changes(q, reader.replicas());
}

std::vector<Change> trailOf(Reader& reader, qint64 record)
{
    // Kinds that speak of records; the same number may also be a reviewer's or a source's.
    Statement q = reader.db().prepare(select("WHERE subject = ? AND (kind BETWEEN 8 AND 20 OR kind = 30)"));
    q.bind(record);
    std::vector<Change> trail = changes(q, reader.replicas());
    std::sort(trail.begin(), trail.end(), [](const Change& a, const Change& b) { return b.id < a.id; });
    return trail;
}

std::optional<Change> changeById(Reader& reader, ChangeId id)
{
    Statement q = reader.db().prepare(select("WHERE stamp = ? AND replica = (SELECT id FROM replica WHERE uid = ?)"));
    q.bind(id.stamp, id.replica);
    if (!q.step())
        return {};
    return readChange(q, reader.replicas());
}

QString changeUid(ChangeId id)
{
    const auto hex = [](qint64 n) { return QString::number(n, 16).rightJustified(16, QLatin1Char('0')); };
    return hex(id.stamp) + QLatin1Char('-') + hex(id.replica);
}

ChangeId changeFromUid(QStringView text)
{
    const qsizetype dash = text.indexOf(QLatin1Char('-'));
    if (dash < 0)
        return {};
    return {text.left(dash).toLongLong(nullptr, 16), text.mid(dash + 1).toLongLong(nullptr, 16)};
}

std::vector<MarkRow> ownMarks(Reader& reader, ChangeKind kind, qint64 slot)
{
    Statement q = reader.db().prepare("SELECT subject, slot, author, value, stamp FROM visible_mark "
                                      "WHERE author = ? AND kind = ? AND slot = ?");
    q.bind(reader.viewer(), int(kind), slot);
    return markRows(q);
}

std::vector<MarkRow> marksOn(Reader& reader, qint64 record, ChangeKind kind)
{
    Statement q = reader.db().prepare("SELECT subject, slot, author, value, stamp FROM visible_mark "
                                      "WHERE subject = ? AND kind = ?");
    q.bind(record, int(kind));
    return markRows(q);
}

std::vector<FrozenVote> frozenVotes(Reader& reader, Stage stage)
{
    std::vector<FrozenVote> votes;
    std::set<qint64> seen;
    Statement q
        = reader.db().prepare("SELECT r.report, f.author, f.value, f.subject FROM frozen f "
                              "JOIN record r ON r.id = f.subject WHERE f.stage = ? ORDER BY r.report, f.author");
    q.bind(int(stage));
    while (q.step()) {
        const RunInfo* run = reader.catalog().runOf(q.integer(3));
        if (!run || !run->live().contains(q.integer(3)))
            continue;
        votes.push_back({q.integer(0), ReviewerId(q.integer(1)), unpackVote(q.integer(2))});
        if (std::find(run->seenAt.begin(), run->seenAt.end(), stage) != run->seenAt.end())
            seen.insert(q.integer(0));
    }
    std::erase_if(votes, [&](const FrozenVote& vote) { return seen.contains(vote.report); });
    return votes;
}

bool isOpened(Database& db, qint64 record, Stage stage)
{
    Statement q = db.prepare("SELECT 1 FROM opened WHERE subject = ? AND stage = ?");
    q.bind(record, int(stage));
    return q.step();
}

ReviewerId referredTo(Database& db, qint64 record, Stage stage)
{
    Statement q = db.prepare("SELECT value FROM cell WHERE kind = 30 AND subject = ? AND slot = ?");
    q.bind(record, int(stage));
    return ReviewerId(q.step() ? q.integer(0) : 0);
}

std::map<qint64, ReviewerId> referredReports(Reader& reader, Stage stage)
{
    std::map<qint64, ReviewerId> reports;
    Statement q
        = reader.db().prepare("SELECT r.report, c.value, c.subject FROM cell c JOIN record r ON r.id = c.subject "
                              "WHERE c.kind = 30 AND c.slot = ? AND c.value IS NOT NULL");
    q.bind(int(stage));
    while (q.step()) {
        if (reader.catalog().isLive(q.integer(2)))
            reports[q.integer(0)] = ReviewerId(q.integer(1));
    }
    return reports;
}

bool anyPairs(Reader& reader)
{
    return reader.db().number("SELECT EXISTS(SELECT 1 FROM cell WHERE kind IN (9, 10))") != 0;
}

std::vector<qint64> votedReports(Database& db, Stage stage)
{
    std::vector<qint64> reports;
    Statement q = db.prepare(
        "SELECT DISTINCT r.report FROM mark m JOIN record r ON r.id = m.subject "
        "WHERE m.author IN (SELECT id FROM entity WHERE type = 1) AND m.kind = 11 AND m.slot = ? AND m.value & 7");
    q.bind(int(stage));
    while (q.step())
        reports.push_back(q.integer(0));
    std::sort(reports.begin(), reports.end());
    return reports;
}

ChangeId standingVote(Database& db, const Replicas& replicas, qint64 record, Stage stage, ReviewerId author)
{
    Statement q = db.prepare("SELECT stamp, replica FROM mark WHERE subject = ? AND kind = 11 AND slot = ? "
                             "AND author = ? AND value & 7");
    q.bind(record, int(stage), author);
    return q.step() ? replicas.global(q.integer(0), q.integer(1)) : ChangeId();
}

std::map<std::vector<qint64>, qint64> tallies(Reader& reader, int dim)
{
    std::map<std::vector<qint64>, qint64> result;
    Statement q = reader.db().prepare("SELECT a, b, c, n FROM visible_tally WHERE dim = ?");
    q.bind(dim);
    while (q.step())
        result[{q.integer(0), q.integer(1), q.integer(2)}] += q.integer(3);
    return result;
}

Value cellValue(Reader& reader, ChangeKind kind, qint64 subject, qint64 slot)
{
    Statement q = reader.db().prepare("SELECT value FROM cell WHERE kind = ? AND subject = ? AND slot = ?");
    q.bind(int(kind), subject, slot);
    return q.step() ? readValue(q, 0) : Value();
}

std::vector<CellRow> cellsOf(Reader& reader, ChangeKind kind, qint64 subject)
{
    std::vector<CellRow> rows;
    Statement q = reader.db().prepare("SELECT slot, value, author, stamp FROM cell WHERE kind = ? AND subject = ?");
    q.bind(int(kind), subject);
    while (q.step())
        rows.push_back({q.integer(0), readValue(q, 1), ReviewerId(q.integer(2)), q.integer(3)});
    return rows;
}

} // namespace winnow::store
