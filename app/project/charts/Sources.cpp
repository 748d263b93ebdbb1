// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "project/Boxes.h"
#include "project/charts/Kinds.h"
#include "store/Facets.h"
#include "store/RecordRows.h"
#include "store/Reports.h"
#include "store/Store.h"
#include "store/Trail.h"

#include <algorithm>
#include <map>

/// Records identified by each source, as the first box of the flow diagram counts them (rules.md A1, A3), and how many
/// of them are of a report that no other source found. The part of these is key/alone.
namespace winnow::charts {
namespace {

using Counts = std::map<qint64, qint64>; // by the first source of a name

Counts identifiedBySource(store::Reader& reader)
{
    auto first = store::firstOfName(reader.catalog().sources);
    Counts counts;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Identified)))
        counts[first[key[1]]] += n;
    return counts;
}

/// Takes off what belongs to reports that another source found, too.
void keepAlone(store::Reader& reader, Counts& counts)
{
    const store::Catalog& catalog = reader.catalog();
    auto first = store::firstOfName(catalog.sources);
    store::visitShared(reader, [&](const store::SharedReport& shared) {
        if (shared.sources.size() < 2)
            return;
        const auto armIn = [&](qint64 source) { return armOf(catalog.kindOf(SourceId(source))); };
        const bool databases = std::any_of(shared.entries.begin(), shared.entries.end(),
                                           [&](const auto& e) { return armIn(e.first) == Arm::Databases; });
        for (const auto& [source, n] : shared.entries) {
            if ((armIn(source) == Arm::Databases) == databases)
                counts[first[source]] -= n;
        }
    });
}

ChartData count(store::Reader& reader)
{
    ChartData data;
    const Counts all = identifiedBySource(reader);
    Counts alone = all;
    keepAlone(reader, alone);
    for (const auto& [id, n] : all) {
        const Source* source = reader.catalog().source(SourceId(id));
        if (n == 0)
            continue;
        data.marks.push_back({QString::number(id),
                              {source ? source->name : QString(), source ? words::wordOf(source->kind) : QString()},
                              {double(n), double(alone[id])}});
        data.total += n;
    }
    sortByCount(data.marks);
    return data;
}

std::vector<SourceId> ofSameName(store::Reader& reader, qint64 source)
{
    std::vector<SourceId> ids;
    for (const auto& [id, first] : store::firstOfName(reader.catalog().sources)) {
        if (first == source && id)
            ids.emplace_back(id);
    }
    return ids;
}

/// Keeps the records of reports that one source alone found.
void keepUnshared(store::Reader& reader, std::vector<qint64>& ids)
{
    std::vector<qint64> shared;
    store::visitShared(reader, [&](const store::SharedReport& report) {
        if (report.sources.size() > 1)
            shared.push_back(report.report);
    });
    std::sort(shared.begin(), shared.end());
    std::erase_if(
        ids, [&](qint64 id) { return std::binary_search(shared.begin(), shared.end(), store::reportOf(reader, id)); });
}

Result<ChartData> data(Project& project, const QTimeZone&)
{
    return project.store().read(count);
}

Result<ChartRecords> records(Project& project, const QTimeZone&, const QString& key)
{
    return project.store().read([&](store::Reader& reader) -> Result<ChartRecords> {
        const auto sources = ofSameName(reader, key.section(u'/', 0, 0).toLongLong());
        if (sources.empty())
            return fail(ErrorCode::UnknownRecord, key);
        std::vector<qint64> ids = recordsIdentified(reader, sources);
        if (key.endsWith(QLatin1String("/alone")))
            keepUnshared(reader, ids);
        return ChartRecords{asRecords(ids), 0};
    });
}

} // namespace

ChartKind sources()
{
    return {"sources",
            "records of each source, and those that it alone found",
            ChartUnit::Records,
            {"source", "kind", "records", "alone"},
            data,
            records};
}

} // namespace winnow::charts
