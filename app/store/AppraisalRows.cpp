// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AppraisalRows.h"

#include "store/Trail.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace winnow::store {
namespace {

std::vector<Change> changesIn(Statement& q, const Replicas& replicas)
{
    std::vector<Change> changes;
    while (q.step())
        changes.push_back(readChange(q, replicas));
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.id < b.id; });
    return changes;
}

void put(AppraisedRow& row, const Statement& q, int slot, int value)
{
    switch (AppraisedSlot(q.integer(slot))) {
    case AppraisedSlot::Study: row.study = q.string(value); break;
    case AppraisedSlot::Instrument: row.instrument = q.integer(value); break;
    case AppraisedSlot::Variant: row.variant = q.string(value); break;
    case AppraisedSlot::Comparison: row.comparison = q.string(value); break;
    case AppraisedSlot::Outcome: row.outcome = q.string(value); break;
    case AppraisedSlot::Measure: row.measure = q.string(value); break;
    case AppraisedSlot::Time: row.time = q.string(value); break;
    }
}

constexpr qsizetype saidParts = 4; ///< key, value, why, quotes; behind them the ids that were seen

QJsonArray partsOf(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text ? QJsonDocument::fromJson(QByteArray::fromStdString(*text)).array() : QJsonArray();
}

Value packedParts(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

std::vector<AppraisedRow> appraisedRows(Database& db)
{
    std::vector<AppraisedRow> rows;
    Statement q = db.prepare("SELECT subject, slot, value FROM cell WHERE kind = 51 AND value IS NOT NULL "
                             "ORDER BY subject, slot");
    while (q.step()) {
        if (rows.empty() || rows.back().id != q.integer(0))
            rows.push_back({.id = q.integer(0)});
        put(rows.back(), q, 1, 2);
    }
    std::erase_if(rows, [](const AppraisedRow& row) { return row.study.empty() || row.instrument == 0; });
    return rows;
}

std::optional<AppraisedRow> appraisedRow(Database& db, qint64 appraisal)
{
    AppraisedRow row{.id = appraisal};
    Statement q = db.prepare("SELECT slot, value FROM cell WHERE kind = 51 AND subject = ? AND value IS NOT NULL");
    q.bind(appraisal);
    while (q.step())
        put(row, q, 0, 1);
    return row.study.empty() || row.instrument == 0 ? std::nullopt : std::optional(row);
}

std::vector<std::pair<qint64, std::string>> instrumentTexts(Database& db)
{
    std::vector<std::pair<qint64, std::string>> texts;
    Statement q = db.prepare("SELECT subject, value FROM cell WHERE kind = 50 AND slot = 1 AND value IS NOT NULL");
    while (q.step())
        texts.emplace_back(q.integer(0), q.string(1));
    return texts;
}

std::optional<std::string> instrumentText(Database& db, qint64 instrument)
{
    Statement q
        = db.prepare("SELECT value FROM cell WHERE kind = 50 AND subject = ? AND slot = 1 AND value IS NOT NULL");
    q.bind(instrument);
    return q.step() ? std::optional(q.string(0)) : std::nullopt;
}

std::vector<ReviewerId> appraisersOf(Database& db, qint64 appraisal)
{
    std::vector<ReviewerId> people;
    Statement q = db.prepare("SELECT slot FROM cell WHERE kind = 52 AND subject = ? AND value = 1");
    q.bind(appraisal);
    while (q.step())
        people.emplace_back(slotEntity(q.integer(0)));
    return people;
}

std::vector<std::pair<qint64, std::string>> studyDesigns(Database& db)
{
    std::vector<std::pair<qint64, std::string>> designs;
    Statement q = db.prepare("SELECT subject, value FROM cell WHERE kind = 60 AND value IS NOT NULL");
    while (q.step())
        designs.emplace_back(q.integer(0), q.string(1));
    return designs;
}

std::vector<Change> appraisalChanges(Reader& reader, ChangeKind kind, qint64 appraisal)
{
    Statement q = reader.db().prepare("SELECT " + std::string(changeColumns)
                                      + " FROM visible_change WHERE subject = ? AND kind = ?");
    q.bind(appraisal, int(kind));
    return changesIn(q, reader.replicas());
}

std::vector<Change> appraisalChanges(Database& db, const Replicas& replicas, ChangeKind kind, qint64 appraisal)
{
    Statement q = db.prepare("SELECT " + std::string(changeColumns)
                             + " FROM change WHERE subject = ? AND kind = ? AND live = 1");
    q.bind(appraisal, int(kind));
    return changesIn(q, replicas);
}

std::vector<Change> settledHeads(std::span<const Change> settled)
{
    std::set<QString> seen;
    for (const Change& change : settled) {
        const QJsonArray parts = partsOf(change.edit.value);
        for (qsizetype i = saidParts; i < parts.size(); ++i)
            seen.insert(parts[i].toString());
    }
    std::vector<Change> heads;
    for (const Change& change : settled) {
        if (!seen.contains(changeUid(change.id)))
            heads.push_back(change);
    }
    return heads;
}

Value withSeen(const Value& value, std::span<const Change> heads)
{
    QJsonArray parts = partsOf(value);
    while (parts.size() > saidParts)
        parts.removeLast();
    while (parts.size() < saidParts)
        parts.append(parts.size() + 1 == saidParts ? QJsonValue(QJsonArray()) : QJsonValue(QString()));
    for (const Change& head : heads)
        parts.append(changeUid(head.id));
    return packedParts(parts);
}

Value withoutSeen(const Value& value)
{
    QJsonArray parts = partsOf(value);
    if (parts.size() < saidParts || parts[1].toString().isEmpty())
        return {};
    while (parts.size() > saidParts)
        parts.removeLast();
    return packedParts(parts);
}

} // namespace winnow::store
