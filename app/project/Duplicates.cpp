// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Duplicates.h"

#include "deduplication/Exact.h"
#include "project/Writing.h"
#include "store/Clusters.h"
#include "store/RecordRows.h"
#include "store/Trail.h"

#include <QElapsedTimer>

#include <algorithm>

namespace winnow {
namespace {

using deduplication::Candidate;
using deduplication::JoinPair;
using deduplication::Rule;
using store::ChangeKind;

std::vector<Candidate> candidates(store::Reader& reader)
{
    std::vector<Candidate> all;
    for (const store::KeyedRow& row : store::keyedRecords(reader))
        all.push_back({row.id, {row.doi, row.pmid, row.title, row.accession}});
    return all;
}

/// Pairs that are already together, or that a person has judged, need no new word.
void dropDecided(store::Reader& reader, std::vector<JoinPair>& pairs)
{
    std::erase_if(pairs, [&](const JoinPair& pair) {
        const auto a = store::recordRow(reader, pair.a);
        const auto b = store::recordRow(reader, pair.b);
        if (!a || !b || a->report == b->report)
            return true;
        const auto edges = store::edgesOf(reader.db(), pair.a);
        return std::any_of(edges.begin(), edges.end(), [&](const store::Edge& edge) {
            return edge.judged && (edge.a == pair.b || edge.b == pair.b);
        });
    });
}

void countRules(const std::vector<JoinPair>& pairs, DedupeReport& report)
{
    report.joined = qint64(pairs.size());
    for (const JoinPair& pair : pairs)
        ++(pair.rule == Rule::Pmid ? report.byPmid : pair.rule == Rule::Doi ? report.byDoi : report.byTitle);
}

Result<void> join(Project& project, const std::vector<JoinPair>& pairs)
{
    return done(project.store().write(store::Priority::Bulk, [&](store::WriteScope& scope) -> Result<void> {
        std::vector<store::Edit> edits;
        edits.reserve(pairs.size());
        for (const JoinPair& pair : pairs)
            edits.push_back(store::pairEdit(scope.catalog(), ChangeKind::PairAuto, pair.a, pair.b,
                                            qint64(store::Same::Yes) | qint64(pair.rule) << 2));
        scope.append(actor(scope.catalog(), project.me()), std::move(edits));
        return {};
    }));
}

qint64 countReports(store::Reader& reader)
{
    qint64 n = 0;
    for (const auto& [_, count] : store::tallies(reader, 1))
        n += count;
    return n;
}

} // namespace

Result<DedupeReport> Duplicates::joinExact(const JobContext& job, bool dryRun)
{
    QElapsedTimer timer;
    timer.start();
    store::Store& store = m_project.store();
    if (!dryRun && store.readOnly())
        return fail(ErrorCode::ReadOnlyProject, store.path());
    DedupeReport report;
    auto all = store.read(candidates);
    if (!all)
        return Failure(all.error());
    report.records = qint64(all->size());
    const auto load = [&](std::span<const qint64> ids) -> Result<std::vector<Record>> {
        return store.read([&](store::Reader& reader) {
            std::vector<Record> records;
            for (const qint64 id : ids) {
                if (auto record = store::fullRecord(reader, id))
                    records.push_back(std::move(*record));
            }
            return records;
        });
    };
    auto pairs = deduplication::exactPairs(*all, load, job);
    if (!pairs)
        return Failure(pairs.error());
    if (const auto dropped = store.read([&](store::Reader& reader) { dropDecided(reader, *pairs); }); !dropped)
        return Failure(dropped.error());
    countRules(*pairs, report);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled);
    if (!dryRun && !pairs->empty()) {
        if (const auto joined = join(m_project, *pairs); !joined)
            return Failure(joined.error());
    }
    auto reports = store.read(countReports);
    if (!reports)
        return Failure(reports.error());
    report.reports = *reports - (dryRun ? report.joined : 0);
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

Result<void> Duplicates::judge(RecordId a, RecordId b, bool same)
{
    return change(m_project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = actingReviewer(scope.catalog(), m_project.me(), &Reviewer::mayImport);
        if (!by)
            return Failure(by.error());
        if (!scope.reportOf(a.value) || !scope.reportOf(b.value) || a == b)
            return fail(ErrorCode::UnknownRecord);
        const auto word = same ? store::Same::Yes : store::Same::No;
        scope.append(*by, {store::pairEdit(scope.catalog(), ChangeKind::PairJudged, a.value, b.value, qint64(word))});
        return {};
    });
}

} // namespace winnow
