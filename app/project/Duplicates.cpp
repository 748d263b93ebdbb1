// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Duplicates.h"

#include "deduplication/Comparison.h"
#include "project/DuplicateSearch.h"
#include "project/LongSteps.h"
#include "project/Writing.h"
#include "store/Pairs.h"
#include "store/RecordRows.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace winnow {
namespace {

using store::ChangeKind;

constexpr double permille = 1000;

/// Pairs of reports that a person has called different; smaller first.
std::set<std::pair<qint64, qint64>> partedReports(store::Reader& reader)
{
    std::set<std::pair<qint64, qint64>> parted;
    for (const store::Edge& edge : store::judgedPairs(reader)) {
        if (edge.same == store::Same::No)
            parted.insert(std::minmax({store::reportOf(reader, edge.a), store::reportOf(reader, edge.b)}));
    }
    return parted;
}

std::vector<DoubtfulPair> openPairs(store::Reader& reader)
{
    auto rows = store::doubtfulPairs(reader);
    std::sort(rows.begin(), rows.end(), [](const store::DoubtfulRow& x, const store::DoubtfulRow& y) {
        return std::tuple(-x.value.permille, x.a, x.b) < std::tuple(-y.value.permille, y.a, y.b);
    });
    std::vector<DoubtfulPair> pairs;
    std::set<std::pair<qint64, qint64>> seen = partedReports(reader);
    for (const store::DoubtfulRow& row : rows) {
        const auto reports = std::minmax({store::reportOf(reader, row.a), store::reportOf(reader, row.b)});
        if (seen.insert(reports).second)
            pairs.push_back(
                {RecordId(row.a), RecordId(row.b), row.value.permille / permille, PairDoubt(row.value.why)});
    }
    return pairs;
}

store::Edit judgement(const store::Catalog& catalog, RecordId a, RecordId b, bool same)
{
    const auto word = same ? store::Same::Yes : store::Same::No;
    return store::pairEdit(catalog, ChangeKind::PairJudged, a.value, b.value, qint64(word));
}

/// "Burt 2019", made different from the studies that there are: "Burt 2019 (2)".
QString studyName(const store::Catalog& catalog, const Record& record)
{
    const std::string author = record.authors.empty() ? record.title.substr(0, 40) : record.authors.front().family;
    const QString base
        = QString::fromStdString(author) + (record.year ? QLatin1Char(' ') + QString::number(record.year) : QString());
    QString name = base;
    for (int n = 2; catalog.study(name); ++n)
        name = QStringLiteral("%1 (%2)").arg(base).arg(n);
    return name;
}

} // namespace

Result<DedupeReport> Duplicates::find(const JobContext& job, const DedupeOptions& options)
{
    if (!options.dryRun && m_project.readOnly())
        return fail(ErrorCode::ReadOnlyProject, m_project.path());
    auto report = DuplicateSearch(m_project, job, options).run();
    if (!report)
        return report;
    const auto waiting = queue();
    if (!waiting)
        return Failure(waiting.error());
    if (!options.dryRun)
        report->doubtful = qint64(waiting->size());
    return report;
}

Result<std::vector<DoubtfulPair>> Duplicates::queue() const
{
    return m_project.store().read(openPairs);
}

Result<std::vector<AspectAccord>> Duplicates::compare(RecordId a, RecordId b) const
{
    const auto records = m_project.store().read([&](store::Reader& reader) {
        return std::pair(store::fullRecord(reader, a.value), store::fullRecord(reader, b.value));
    });
    if (!records)
        return Failure(records.error());
    if (!records->first || !records->second)
        return fail(ErrorCode::UnknownRecord);
    return deduplication::accords(
        deduplication::compare(deduplication::traitsOf(*records->first), deduplication::traitsOf(*records->second)));
}

Result<std::optional<JoinedBy>> Duplicates::joinedBy(RecordId record) const
{
    const auto reasons
        = m_project.store().read([&](store::Reader& reader) { return store::joinReasons(reader, record.value); });
    if (!reasons)
        return Failure(reasons.error());
    if (reasons->empty())
        return std::optional<JoinedBy>();
    const store::JoinReason& reason = reasons->front();
    return std::optional(
        JoinedBy{RecordId(reason.other), reason.judged, JoinRule(reason.value.why), reason.value.permille / permille});
}

Result<std::vector<PairContradiction>> Duplicates::contradictions() const
{
    return m_project.store().read([](store::Reader& reader) {
        std::vector<PairContradiction> found;
        for (const store::Contradiction& c : store::contradictions(reader)) {
            found.push_back({RecordId(c.a), RecordId(c.b), {}});
            for (const qint64 id : c.chain)
                found.back().chain.emplace_back(id);
        }
        return found;
    });
}

Result<void> Duplicates::judge(RecordId a, RecordId b, bool same)
{
    return change(m_project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Work);
        if (!by)
            return Failure(by.error());
        if (!scope.reportOf(a.value) || !scope.reportOf(b.value) || a == b)
            return fail(ErrorCode::UnknownRecord);
        scope.append(*by, {judgement(scope.catalog(), a, b, same)});
        return {};
    });
}

Result<qint64> Duplicates::acceptAbove(double score, const JobContext& job)
{
    auto pairs = queue();
    if (!pairs)
        return Failure(pairs.error());
    std::erase_if(*pairs, [&](const DoubtfulPair& pair) { return pair.score < score; });
    const auto catalog = m_project.store().catalog();
    const auto by = acting(*catalog, m_project.me(), Right::Work);
    if (!by)
        return Failure(by.error());
    std::vector<store::Edit> edits;
    for (const DoubtfulPair& pair : *pairs)
        edits.push_back(judgement(*catalog, pair.a, pair.b, true));
    if (const auto written = writeStep(m_project, *by, std::move(edits), job); !written)
        return Failure(written.error());
    return qint64(pairs->size());
}

Result<void> Duplicates::link(RecordId a, RecordId b)
{
    const auto first
        = m_project.store().read([&](store::Reader& reader) { return store::fullRecord(reader, a.value); });
    if (!first)
        return Failure(first.error());
    return change(m_project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Work);
        if (!by)
            return Failure(by.error());
        const qint64 reportA = scope.reportOf(a.value);
        const qint64 reportB = scope.reportOf(b.value);
        if (!reportA || !reportB || a == b || !*first)
            return fail(ErrorCode::UnknownRecord);
        std::vector<store::Edit> edits{judgement(scope.catalog(), a, b, false)};
        qint64 study = store::studyOf(scope.db(), reportA);
        study = study ? study : store::studyOf(scope.db(), reportB);
        if (!study) {
            study = scope.newEntity(store::EntityType::Study);
            edits.push_back(
                edit(ChangeKind::Study, study, store::StudySlot::Name, text(studyName(scope.catalog(), **first))));
        }
        for (const qint64 report : {reportA, reportB})
            edits.push_back({ChangeKind::StudyMember, report, 0, study});
        scope.append(*by, std::move(edits));
        return {};
    });
}

} // namespace winnow
