// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/charts/Kinds.h"
#include "store/Facets.h"
#include "store/Store.h"

#include <unordered_map>

/// Reports by journal, most first; names that differ by case, points or a leading "The" only are one journal. Those
/// without a journal come last, with an empty name.
namespace winnow::charts {
namespace {

struct Journal {
    qint64 reports = 0;
    qint64 first = 0; ///< a report that spells it
};

ChartData count(store::Reader& reader)
{
    std::unordered_map<qint64, Journal> journals;
    store::visitFacets(reader, [&](const store::ReportFacet& facet) {
        Journal& journal = journals[facet.journal];
        if (journal.reports++ == 0)
            journal.first = facet.report;
    });
    ChartData data;
    ChartMark none;
    for (const auto& [key, journal] : journals) {
        const QString name = key ? QString::fromStdString(store::journalOf(reader, journal.first)) : QString();
        data.total += journal.reports;
        (key ? data.marks.emplace_back() : none) = {QString::number(key), {name}, {double(journal.reports)}};
    }
    sortByCount(data.marks);
    if (!none.key.isEmpty())
        data.marks.push_back(none);
    return data;
}

Result<ChartData> data(Project& project, const QTimeZone&)
{
    return project.store().read(count);
}

Result<ChartRecords> records(Project& project, const QTimeZone&, const QString& key)
{
    bool number = false;
    const qint64 journal = key.toLongLong(&number);
    if (!number)
        return fail(ErrorCode::UnknownRecord, key);
    return project.store().read([&](store::Reader& reader) {
        ChartRecords records;
        store::visitFacets(reader, [&](const store::ReportFacet& facet) {
            if (facet.journal == journal)
                records.ids.emplace_back(facet.report);
        });
        return records;
    });
}

} // namespace

ChartKind journals()
{
    return {"journals", "reports by journal", ChartUnit::Reports, {"journal", "reports"}, data, records};
}

} // namespace winnow::charts
