// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FlowFaults.h"

#include "project/Flow.h"
#include "project/Records.h"
#include "support/ReviewDsl.h"

#include <QScopeGuard>

namespace winnow::test {
namespace {

void addColumn(std::vector<std::pair<QString, qint64>>& all, const FlowColumn& c, const QString& arm,
               const QString& pending)
{
    all.emplace_back(arm + QStringLiteral("sought_reports"), c.sought);
    all.emplace_back(arm + QStringLiteral("notretrieved_reports"), c.notRetrieved);
    all.emplace_back(arm + QStringLiteral("assessed"), c.assessed);
    all.emplace_back(arm + QStringLiteral("excluded"), c.excludedTotal());
    for (const NamedCount& reason : c.excluded)
        all.emplace_back(arm + QStringLiteral("excluded/") + reason.name, reason.n);
    all.emplace_back(pending + QStringLiteral("awaiting_retrieval"), c.awaitingRetrieval);
    all.emplace_back(pending + QStringLiteral("awaiting_assessment"), c.awaitingAssessment);
    all.emplace_back(pending + QStringLiteral("awaiting_classification"), c.awaitingClassification);
    all.emplace_back(pending + QStringLiteral("ongoing"), c.ongoing);
}

/// The keys of the figure with their numbers; declared parts are none here.
std::vector<std::pair<QString, qint64>> boxes(const FlowCounts& f)
{
    std::vector<std::pair<QString, qint64>> all;
    const auto add = [&](const char* key, qint64 n) { all.emplace_back(QString::fromLatin1(key), n); };
    add("database_results", f.identifiedDatabases());
    add("register_results", f.identifiedRegisters());
    for (const NamedCount& c : f.databases)
        all.emplace_back(QStringLiteral("database_results/") + c.name, c.n);
    for (const NamedCount& c : f.registers)
        all.emplace_back(QStringLiteral("register_results/") + c.name, c.n);
    add("website_results", f.websites);
    add("organisation_results", f.organisations);
    add("citations_results", f.citations);
    add("other_results", f.otherMethods);
    add("duplicates", f.duplicates);
    add("excluded_automatic", f.removedAutomation);
    add("excluded_other", f.removedOther);
    add("records_screened", f.screened);
    add("records_excluded", f.titleExcluded);
    add("awaiting_screening", f.awaitingScreening);
    add("new_reports", f.newReports);
    addColumn(all, f.main, QStringLiteral("dbr_"), QString());
    addColumn(all, f.other, QStringLiteral("other_"), QStringLiteral("other_"));
    return all;
}
/// Numbers removed before import are in the flow, but have no records.
qint64 removedBefore(Project& project, const QString& key)
{
    const auto review = project.review();
    qint64 n = 0;
    for (const Run& run : review->runs) {
        if (!run.live || run.details.removedBefore <= 0)
            continue;
        const Source* source = review->source(run.sources.front());
        if (!source || armOf(source->kind) != Arm::Databases)
            continue;
        const QString box = source->kind == SourceKind::Register ? QStringLiteral("register_results")
                                                                 : QStringLiteral("database_results");
        if (key == QLatin1String("duplicates") || key == box || key == box + QLatin1Char('/') + source->name)
            n += run.details.removedBefore;
    }
    return n;
}

} // namespace

QString flowFaults(Project& project)
{
    // A click shows some reports as awaiting to those whose vote is expected: the numbers are nobody's view.
    const ReviewerId me = project.me();
    project.setMe({});
    const auto again = qScopeGuard([&] { project.setMe(me); });
    const auto counts = Flow(project).counts();
    if (!counts)
        return outcome(counts);
    FlowCounts flow = *counts;
    QString text;
    for (const QString& identity : brokenIdentities(flow))
        text += identity + QLatin1Char('\n');
    if (!flow.declared.empty())
        return text;
    for (const auto& [key, n] : boxes(flow)) {
        const auto ids = Records(project).ofBox(key);
        const qint64 behind = ids ? qint64(ids->size()) + removedBefore(project, key) : -1;
        if (behind != n)
            text += QStringLiteral("%1 says %2, records %3\n").arg(key).arg(n).arg(behind);
    }
    return text;
}

} // namespace winnow::test
