// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Entities.h"
#include "project/charts/Kinds.h"

/// What the records speak of, most first: records by entity, as PubTator and its names see them.
namespace winnow::charts {
namespace {

QString keyOf(const Entity& entity)
{
    return QString::number(int(entity.kind)) + QLatin1Char(' ') + QString::fromStdString(entity.id);
}

Result<ChartData> data(Project& project, const QTimeZone&)
{
    const auto tallies = winnow::Entities(project).tallies();
    if (!tallies)
        return Failure(tallies.error());
    ChartData data;
    for (const EntityTally& tally : *tallies) {
        data.marks.push_back({keyOf(tally.entity),
                              {words::idOf(tally.entity.kind), QString::fromStdString(tally.entity.name),
                               QString::fromStdString(tally.entity.id)},
                              {double(tally.records)}});
        data.total += tally.records;
    }
    sortByCount(data.marks);
    return data;
}

Result<ChartRecords> records(Project& project, const QTimeZone&, const QString& key)
{
    const int kind = key.section(QLatin1Char(' '), 0, 0).toInt();
    if (kind < 1 || kind > entityKinds)
        return fail(ErrorCode::UnknownRecord, key);
    const auto with
        = winnow::Entities(project).recordsWith(EntityKind(kind), key.section(QLatin1Char(' '), 1).toStdString());
    if (!with)
        return Failure(with.error());
    return ChartRecords{*with, 0};
}

} // namespace

ChartKind entities()
{
    return {"entities", "records by what they speak of", ChartUnit::Records, {"type", "name", "id", "records"}, data,
            records};
}

} // namespace winnow::charts
