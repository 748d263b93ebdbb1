// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "project/charts/Kinds.h"
#include "store/Facets.h"
#include "store/RecordRows.h"
#include "store/Reports.h"
#include "store/Store.h"
#include "store/Trail.h"

#include <algorithm>
#include <map>

/// Excluded reports by stage and reason, as the flow diagram counts them; without a reason (optional at title and
/// abstract) under an empty name.
namespace winnow::charts {
namespace {

Place excludedAt(Stage stage)
{
    return stage == Stage::Title ? Place::TitleExcluded : Place::FulltextExcluded;
}

/// Two people may have made the same reason apart: the first of that name stands for all of them. 0: none of the list.
qint64 firstOfName(const store::Catalog& catalog, Stage stage, ReasonId id)
{
    const Reason* reason = catalog.reason(catalog.effective(id));
    if (!reason || reason->stage != stage)
        return 0;
    return catalog.reason(stage, reason->text)->id.value;
}

ChartData count(store::Reader& reader)
{
    const store::Catalog& catalog = reader.catalog();
    std::map<Stage, std::map<qint64, qint64>> counts;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Places))) {
        for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
            if (Place(key[1]) == excludedAt(stage) && n)
                counts[stage][firstOfName(catalog, stage, ReasonId(key[2]))] += n;
        }
    }
    ChartData data;
    for (const auto& [stage, reasons] : counts) {
        std::vector<ChartMark> marks;
        for (const auto& [id, n] : reasons) {
            const Reason* reason = catalog.reason(ReasonId(id));
            marks.push_back({QStringLiteral("%1/%2").arg(int(stage)).arg(id),
                             {words::wordOf(stage), reason ? reason->text : QString()},
                             {double(n)}});
            data.total += n;
        }
        sortByCount(marks);
        data.marks.insert(data.marks.end(), marks.begin(), marks.end());
    }
    return data;
}

Result<ChartData> data(Project& project, const QTimeZone&)
{
    return project.store().read(count);
}

ChartRecords behind(store::Reader& reader, Stage stage, qint64 reason, const QString& key)
{
    std::vector<qint64> reports;
    for (const qint64 report : store::reportsAt(reader, {excludedAt(stage)})) {
        const auto row = store::recordRow(reader, report);
        if (row && firstOfName(reader.catalog(), stage, row->reason) == reason)
            reports.push_back(report);
    }
    ChartRecords told = toldOf(reports, store::knownReports(reader, stage));
    // What the count holds beside those is withheld from the viewer.
    for (const ChartMark& mark : count(reader).marks) {
        if (mark.key == key)
            told.hidden = mark.count() - qint64(told.ids.size());
    }
    return told;
}

Result<ChartRecords> records(Project& project, const QTimeZone&, const QString& key)
{
    const int stage = key.section(u'/', 0, 0).toInt();
    bool number = false;
    const qint64 reason = key.section(u'/', 1, 1).toLongLong(&number);
    if (!number || (stage != int(Stage::Title) && stage != int(Stage::Fulltext)))
        return fail(ErrorCode::UnknownRecord, key);
    return project.store().read([&](store::Reader& reader) { return behind(reader, Stage(stage), reason, key); });
}

} // namespace

ChartKind reasons()
{
    return {"reasons", "excluded reports by stage and reason", ChartUnit::Reports, {"stage", "reason", "reports"}, data,
            records};
}

} // namespace winnow::charts
