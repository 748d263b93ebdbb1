// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/DuplicateSearch.h"

#include "project/Writing.h"
#include "store/Pairs.h"
#include "store/RecordRows.h"
#include "store/Trail.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace winnow {
namespace {

using deduplication::Found;
using deduplication::FoundPair;
using store::ChangeKind;

constexpr qint64 between = 1024; // records between two looks at whether to go on

int permilleOf(double score)
{
    return int(std::floor(score * 1000));
}

qint64 countReports(store::Reader& reader)
{
    qint64 n = 0;
    for (const auto& [_, count] : store::tallies(reader, 1))
        n += count;
    return n;
}

} // namespace

DuplicateSearch::DuplicateSearch(Project& project, const JobContext& job, const DedupeOptions& options)
    : m_project(project)
    , m_job(job)
    , m_options(options)
    , m_all(options.threshold != DedupeOptions::usual)
{
}

Result<DedupeReport> DuplicateSearch::run()
{
    QElapsedTimer timer;
    timer.start();
    bool goOn = true;
    const auto read = m_project.store().read([&](store::Reader& reader) {
        readRuns(reader);
        m_report.records = qint64(store::allRecords(reader).size());
        if (anythingNew()) {
            goOn = readRecords(reader);
            readKnown(reader);
        } else {
            m_report.nothingNew = true;
        }
    });
    if (!read)
        return Failure(read.error());
    if (!goOn)
        return fail(ErrorCode::Cancelled);
    m_known.isNew = [this](std::uint32_t a, std::uint32_t b) { return isNew(a, b); };
    const auto found = deduplication::findDuplicates(m_traits, m_known, m_options.threshold, m_job);
    if (!found)
        return Failure(found.error());
    if (!m_options.dryRun && !m_report.nothingNew) {
        if (const auto written = write(*found); !written)
            return Failure(written.error());
    }
    if (const auto counted = count(*found); !counted)
        return Failure(counted.error());
    m_report.seconds = double(timer.elapsed()) / 1000;
    return m_report;
}

void DuplicateSearch::readRuns(store::Reader& reader)
{
    for (const store::RunInfo& run : reader.catalog().runs) {
        if (run.run.live)
            m_runs.push_back(run.run.id.value);
    }
    const auto compared = store::comparedRuns(reader);
    m_compared.assign(m_runs.size(), std::vector<bool>(m_runs.size()));
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        for (std::size_t j = 0; j < m_runs.size(); ++j)
            m_compared[i][j] = !m_all && compared.contains({m_runs[i], m_runs[j]});
    }
    m_edited = store::editedSinceCompared(reader);
}

bool DuplicateSearch::anythingNew() const
{
    const auto isOpen
        = [](const std::vector<bool>& row) { return std::find(row.begin(), row.end(), false) != row.end(); };
    return !m_edited.empty() || std::any_of(m_compared.begin(), m_compared.end(), isOpen);
}

bool DuplicateSearch::readRecords(store::Reader& reader)
{
    m_traits.reserve(std::size_t(m_report.records));
    m_places.reserve(std::size_t(m_report.records));
    store::scanComparable(reader, [&](qint64 id, Record&& record) {
        const store::RunInfo* run = reader.catalog().runOf(id);
        const auto number = std::find(m_runs.begin(), m_runs.end(), run->run.id.value) - m_runs.begin();
        m_places.push_back({id, std::uint32_t(number), m_edited.contains(id)});
        m_traits.push_back(deduplication::traitsOf(record));
        if (qint64(m_places.size()) % between == 0)
            m_job.report(qint64(m_places.size()), m_report.records);
        return qint64(m_places.size()) % between != 0 || !m_job.cancelled();
    });
    return !m_job.cancelled();
}

std::uint32_t DuplicateSearch::positionOf(qint64 id) const
{
    const auto at = std::lower_bound(m_places.begin(), m_places.end(), id,
                                     [](const Place& place, qint64 wanted) { return place.id < wanted; });
    return std::uint32_t(at - m_places.begin());
}

void DuplicateSearch::readKnown(store::Reader& reader)
{
    if (m_job.cancelled())
        return;
    for (const auto& [report, id] : store::joinedPairs(reader))
        m_known.same.emplace_back(positionOf(report), positionOf(id));
    for (const store::Edge& edge : store::judgedPairs(reader)) {
        if (edge.same == store::Same::No)
            m_known.different.emplace_back(positionOf(edge.a), positionOf(edge.b));
    }
}

bool DuplicateSearch::isNew(std::uint32_t a, std::uint32_t b) const
{
    const Place& left = m_places[a];
    const Place& right = m_places[b];
    return left.edited || right.edited || !m_compared[left.run][right.run];
}

Result<void> DuplicateSearch::write(const Found& found)
{
    return done(m_project.store().write(store::Priority::Bulk, [&](store::WriteScope& scope) -> Result<void> {
        const store::Catalog& catalog = scope.catalog();
        std::vector<store::Edit> edits;
        edits.reserve(found.joined.size() + found.doubtful.size());
        const auto add = [&](ChangeKind kind, const FoundPair& pair, qint64 value) {
            edits.push_back(store::pairEdit(catalog, kind, m_places[pair.a].id, m_places[pair.b].id, value));
        };
        for (const FoundPair& pair : found.joined)
            add(ChangeKind::PairAuto, pair,
                qint64(store::Same::Yes) | store::packPair({permilleOf(pair.score), int(pair.rule)}) << 2);
        for (const FoundPair& pair : found.doubtful)
            add(ChangeKind::PairDoubtful, pair, store::packPair({permilleOf(pair.score), int(pair.doubt)}));
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            for (std::size_t j = i; j < m_runs.size(); ++j) {
                if (!m_compared[i][j] || (i == j && !m_edited.empty()))
                    edits.push_back(store::comparedEdit(catalog, m_runs[i], m_runs[j]));
            }
        }
        scope.append(actor(catalog, m_project.me()), std::move(edits));
        return {};
    }));
}

Result<void> DuplicateSearch::count(const Found& found)
{
    m_report.joined = qint64(found.joined.size());
    m_report.doubtful = qint64(found.doubtful.size());
    for (const FoundPair& pair : found.joined)
        ++m_report.byRule[pair.rule];
    std::set<qint64> touched;
    const auto read = m_project.store().read([&](store::Reader& reader) {
        for (const auto& [report, id] : store::joinedPairs(reader)) {
            touched.insert(report);
            touched.insert(id);
        }
        for (const store::DoubtfulRow& row : store::doubtfulPairs(reader)) {
            touched.insert(row.a);
            touched.insert(row.b);
        }
        m_report.reports = countReports(reader) - (m_options.dryRun ? m_report.joined : 0);
    });
    if (!read)
        return Failure(read.error());
    for (const auto* pairs : {&found.joined, &found.doubtful}) {
        for (const FoundPair& pair : *pairs) {
            touched.insert(m_places[pair.a].id);
            touched.insert(m_places[pair.b].id);
        }
    }
    m_report.untouched = m_report.records - qint64(touched.size());
    return {};
}

} // namespace winnow
