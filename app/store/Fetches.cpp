// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Fetches.h"

namespace winnow::store {
namespace {

constexpr int fetchShift = 24;

} // namespace

qint64 beginFetch(WriteScope& scope, const std::string& asked)
{
    scope.db().prepare("INSERT INTO fetch(asked, began, brought) VALUES(?, ?, 0)").bind(asked, scope.now()).run();
    return scope.db().number("SELECT max(id) FROM fetch");
}

void addFetched(WriteScope& scope, qint64 fetch, qint64 number, const FetchedAnswer& answer)
{
    Statement q = scope.db().prepare(
        "INSERT INTO fetched(id, at, address, status, bytes, hash, records, data) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    q.bind(fetch << fetchShift | number, answer.at, answer.address, answer.status, answer.bytes, answer.hash,
           qint64(answer.records), nullptr);
    q.bindBlob(8, answer.packed);
    q.run();
}

void noteBrought(WriteScope& scope, qint64 fetch, qint64 answers)
{
    scope.db().prepare("UPDATE fetch SET brought = ? WHERE id = ?").bind(answers, fetch).run();
}

bool dropFetch(WriteScope& scope, qint64 fetch, qint64 limit)
{
    Statement answers = scope.db().prepare("DELETE FROM fetched WHERE id IN (SELECT id FROM fetched WHERE id BETWEEN ? "
                                           "AND ? ORDER BY id LIMIT ?)");
    answers.bind(fetch << fetchShift, (fetch + 1) << fetchShift, limit);
    answers.run();
    Statement left = scope.db().prepare("SELECT 1 FROM fetched WHERE id BETWEEN ? AND ? LIMIT 1");
    left.bind(fetch << fetchShift, (fetch + 1) << fetchShift);
    if (left.step())
        return true;
    left.reset();
    scope.db().prepare("DELETE FROM fetch WHERE id = ?").bind(fetch).run();
    return false;
}

std::vector<Fetch> fetches(Reader& reader)
{
    std::vector<Fetch> all;
    Statement q = reader.db().prepare("SELECT id, asked, began, brought, (SELECT count(*) FROM fetched a WHERE a.id "
                                      "BETWEEN f.id << 24 AND (f.id + 1) << 24) FROM fetch f ORDER BY id");
    while (q.step())
        all.push_back({q.integer(0), q.string(1), q.integer(2), q.integer(3), q.integer(4)});
    return all;
}

std::optional<FetchedAnswer> fetchedAnswer(Reader& reader, qint64 fetch, qint64 number)
{
    Statement q
        = reader.db().prepare("SELECT at, address, status, bytes, hash, records, data FROM fetched WHERE id = ?");
    q.bind(fetch << fetchShift | number);
    if (!q.step())
        return std::nullopt;
    return FetchedAnswer{q.integer(0), q.string(1),       int(q.integer(2)),     q.integer(3),
                         q.string(4),  q.integer(5) != 0, std::string(q.blob(6))};
}

std::vector<std::pair<qint64, std::string>> searchesOf(Reader& reader)
{
    std::vector<std::pair<qint64, std::string>> all;
    Statement q = reader.db().prepare(
        "SELECT slot, value FROM cell WHERE kind = 70 AND subject = 0 AND value IS NOT NULL ORDER BY stamp, slot");
    while (q.step())
        all.emplace_back(q.integer(0), q.string(1));
    return all;
}

std::vector<std::pair<qint64, std::string>> plannedOf(Reader& reader, ChangeKind kind)
{
    std::vector<std::pair<qint64, std::string>> all;
    Statement q = reader.db().prepare("SELECT slot, value FROM cell WHERE kind = ? AND subject = 0 AND typeof(value) = "
                                      "'text' ORDER BY slot");
    q.bind(qint64(kind));
    while (q.step())
        all.emplace_back(q.integer(0), q.string(1));
    return all;
}

bool abstractsLicensed(Reader& reader, std::string_view database)
{
    Statement q = reader.db().prepare("SELECT 1 FROM cell WHERE kind = ? AND subject = 0 AND slot = ? AND value = ?");
    q.bind(qint64(ChangeKind::AbstractLicence), keySlot(database), std::string(database));
    return q.step();
}

} // namespace winnow::store
