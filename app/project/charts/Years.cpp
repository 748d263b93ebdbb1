// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/charts/Kinds.h"
#include "store/Facets.h"
#include "store/Store.h"

#include <map>

/// Reports by year of publication, oldest first; those without a year last, with an empty name.
namespace winnow::charts {
namespace {

ChartData count(store::Reader& reader)
{
    std::map<int, qint64> years;
    store::visitFacets(reader, [&](const store::ReportFacet& facet) { ++years[facet.year]; });
    ChartData data;
    const auto add = [&](int year, qint64 n) {
        data.marks.push_back({QString::number(year), {year ? QString::number(year) : QString()}, {double(n)}});
        data.total += n;
    };
    for (const auto& [year, n] : years) {
        if (year)
            add(year, n);
    }
    if (const auto none = years.find(0); none != years.end())
        add(0, none->second);
    return data;
}

Result<ChartData> data(Project& project, const QTimeZone&)
{
    return project.store().read(count);
}

Result<ChartRecords> records(Project& project, const QTimeZone&, const QString& key)
{
    bool number = false;
    const int year = key.toInt(&number);
    if (!number)
        return fail(ErrorCode::UnknownRecord, key);
    return project.store().read([&](store::Reader& reader) {
        ChartRecords records;
        store::visitFacets(reader, [&](const store::ReportFacet& facet) {
            if (facet.year == year)
                records.ids.emplace_back(facet.report);
        });
        return records;
    });
}

} // namespace

ChartKind years()
{
    return {"years", "reports by year of publication", ChartUnit::Reports, {"year", "reports"}, data, records};
}

} // namespace winnow::charts
