// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "project/charts/Kinds.h"
#include "store/Facets.h"
#include "store/RecordRows.h"
#include "store/Reports.h"
#include "store/Store.h"
#include "store/Trail.h"

#include <QDateTime>

#include <algorithm>
#include <map>
#include <tuple>

/// Votes by day, person and stage: how many, never which. A vote that was changed counts on the day of the change, one
/// that was taken back not at all, so that the days of a person add up to what the rail says.
namespace winnow::charts {
namespace {

QDate dayOf(qint64 hour, const QTimeZone& zone)
{
    return QDateTime::fromSecsSinceEpoch(hour * 3600, zone).date();
}

QString keyOf(QDate day, qint64 reviewer, qint64 stage)
{
    return QStringLiteral("%1/%2/%3").arg(day.toString(Qt::ISODate)).arg(reviewer).arg(stage);
}

ChartData count(store::Reader& reader, const QTimeZone& zone)
{
    std::map<std::tuple<QDate, qint64, qint64>, qint64> votes; // day, place of the person in the list, stage
    const auto& people = reader.catalog().reviewers;
    ChartData data;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::VotedAt))) {
        const auto person
            = std::find_if(people.begin(), people.end(), [id = key[0]](const Reviewer& r) { return r.id.value == id; });
        if (person == people.end() || n == 0)
            continue;
        votes[{dayOf(key[2], zone), person - people.begin(), key[1]}] += n;
        data.total += n;
    }
    for (const auto& [key, n] : votes) {
        const auto& [day, place, stage] = key;
        const Reviewer& person = people[size_t(place)];
        data.marks.push_back({keyOf(day, person.id.value, stage),
                              {day.toString(Qt::ISODate), person.name, words::wordOf(Stage(stage))},
                              {double(n)}});
    }
    return data;
}

/// What the tally counts for the mark: its records and those of others that are still hidden.
qint64 castOn(store::Reader& reader, const QTimeZone& zone, QDate day, ReviewerId reviewer, Stage stage)
{
    qint64 cast = 0;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::VotedAt))) {
        if (key[0] == reviewer.value && key[1] == int(stage) && dayOf(key[2], zone) == day)
            cast += n;
    }
    return cast;
}

/// Of another person's votes on the records of a report the latest stands, and it is known only if all are opened.
bool openedWhole(store::Reader& reader, qint64 report, Stage stage)
{
    const auto members = store::reportMembers(reader, report);
    return std::all_of(members.begin(), members.end(),
                       [&](qint64 member) { return store::isOpened(reader.db(), member, stage); });
}

ChartRecords behind(store::Reader& reader, const QTimeZone& zone, QDate day, ReviewerId reviewer, Stage stage)
{
    ChartRecords records;
    for (const auto& [report, stamp] : store::voteStamps(reader, reviewer, stage)) {
        if (dayOf(store::hourOf(stamp), zone) != day)
            continue;
        const auto row = store::recordRow(reader, report);
        if (row && reached(row->place, stage) && (reviewer == reader.viewer() || openedWhole(reader, report, stage)))
            records.ids.emplace_back(report);
    }
    const qint64 cast = castOn(reader, zone, day, reviewer, stage);
    records.hidden = std::max<qint64>(cast - qint64(records.ids.size()), 0);
    return records;
}

Result<ChartData> data(Project& project, const QTimeZone& zone)
{
    return project.store().read([&](store::Reader& reader) { return count(reader, zone); });
}

Result<ChartRecords> records(Project& project, const QTimeZone& zone, const QString& key)
{
    const QDate day = QDate::fromString(key.section(u'/', 0, 0), Qt::ISODate);
    const ReviewerId reviewer(key.section(u'/', 1, 1).toLongLong());
    const int stage = key.section(u'/', 2, 2).toInt();
    if (!day.isValid() || !reviewer || (stage != int(Stage::Title) && stage != int(Stage::Fulltext)))
        return fail(ErrorCode::UnknownRecord, key);
    return project.store().read(
        [&](store::Reader& reader) { return behind(reader, zone, day, reviewer, Stage(stage)); });
}

} // namespace

ChartKind progress()
{
    return {"progress", "votes by day, person and stage", ChartUnit::Votes, {"day", "reviewer", "stage", "votes"}, data,
            records};
}

} // namespace winnow::charts
