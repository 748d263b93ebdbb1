// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/charts/Kinds.h"
#include "store/Facets.h"
#include "store/Store.h"

#include <algorithm>

/// Reports by exactly which sources found them, as in an UpSet plot (Lex et al. 2014): each report counts once.
namespace winnow::charts {
namespace {

QString keyOf(const store::SourceSet& set)
{
    QStringList ids;
    for (const qint64 id : set)
        ids << QString::number(id);
    return ids.join(u'+');
}

QString namesOf(const store::Reader& reader, const store::SourceSet& set)
{
    QStringList names;
    for (const qint64 id : set) {
        const Source* source = reader.catalog().source(SourceId(id));
        names << (source ? source->name : QString());
    }
    return names.join(QStringLiteral(" + "));
}

ChartData count(store::Reader& reader)
{
    ChartData data;
    for (const auto& [set, n] : store::countBySources(reader)) {
        data.marks.push_back({keyOf(set), {namesOf(reader, set)}, {double(set.size()), double(n)}});
        data.total += n;
    }
    std::sort(data.marks.begin(), data.marks.end(), [](const ChartMark& a, const ChartMark& b) {
        return a.count(1) != b.count(1) ? a.count(1) > b.count(1) : a.names < b.names;
    });
    return data;
}

Result<ChartData> data(Project& project, const QTimeZone&)
{
    return project.store().read(count);
}

Result<ChartRecords> records(Project& project, const QTimeZone&, const QString& key)
{
    store::SourceSet set;
    for (const QString& id : key.split(u'+')) {
        bool number = false;
        set.push_back(id.toLongLong(&number));
        if (!number)
            return fail(ErrorCode::UnknownRecord, key);
    }
    return project.store().read([&](store::Reader& reader) {
        return ChartRecords{asRecords(store::reportsOfSources(reader, set)), 0};
    });
}

} // namespace

ChartKind overlap()
{
    return {"overlap", "reports by which sources found them", ChartUnit::Reports, {"sources", "count", "reports"}, data,
            records};
}

} // namespace winnow::charts
