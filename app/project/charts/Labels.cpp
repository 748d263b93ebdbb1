// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/charts/Kinds.h"
#include "store/Facets.h"
#include "store/Store.h"

#include <algorithm>
#include <map>
#include <set>

/// Reports by label: the viewer's own labels and those of others on opened reports (rules.md C1). With nobody looking,
/// the opened ones.
namespace winnow::charts {
namespace {

/// Labels of one name are one label; by the folded name, each with the numbers it has.
std::map<QString, std::vector<Label>> byName(const store::Catalog& catalog)
{
    std::map<QString, std::vector<Label>> names;
    for (const Label& label : catalog.labels)
        names[label.name.toCaseFolded()].push_back(label);
    return names;
}

std::set<qint64> reportsOf(store::Reader& reader, const std::vector<Label>& labels)
{
    std::set<qint64> reports;
    for (const Label& label : labels) {
        const auto some = store::labelledReports(reader, label.id);
        reports.insert(some.begin(), some.end());
    }
    return reports;
}

ChartData count(store::Reader& reader)
{
    ChartData data;
    std::set<qint64> all;
    for (const auto& [name, labels] : byName(reader.catalog())) {
        const auto reports = reportsOf(reader, labels);
        all.insert(reports.begin(), reports.end());
        if (!reports.empty())
            data.marks.push_back({name, {labels.front().name}, {double(reports.size())}});
    }
    data.total = qint64(all.size());
    sortByCount(data.marks);
    return data;
}

Result<ChartData> data(Project& project, const QTimeZone&)
{
    return project.store().read(count);
}

Result<ChartRecords> records(Project& project, const QTimeZone&, const QString& key)
{
    return project.store().read([&](store::Reader& reader) -> Result<ChartRecords> {
        const auto names = byName(reader.catalog());
        const auto labels = names.find(key);
        if (labels == names.end())
            return fail(ErrorCode::UnknownLabel, key);
        const auto reports = reportsOf(reader, labels->second);
        return ChartRecords{asRecords({reports.begin(), reports.end()}), 0};
    });
}

} // namespace

ChartKind labels()
{
    return {"labels",
            "reports by label, as far as the one who looks may see",
            ChartUnit::Reports,
            {"label", "reports"},
            data,
            records};
}

} // namespace winnow::charts
