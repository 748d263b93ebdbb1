// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/DuplicateSearch.h"

#include "project/LongSteps.h"
#include "project/Portions.h"
#include "project/Writing.h"
#include "store/Pairs.h"
#include "store/Trail.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace winnow {
namespace {

using deduplication::Found;
using deduplication::FoundPair;
using store::ChangeKind;

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
    , m_records(options.threshold != DedupeOptions::usual)
{
}

Result<DedupeReport> DuplicateSearch::run()
{
    QElapsedTimer timer;
    timer.start();
    if (const auto read = this->read(); !read)
        return Failure(read.error());
    const auto found = deduplication::findDuplicates(m_records.traits(), m_records.known(), m_options.threshold, m_job);
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

Result<void> DuplicateSearch::read()
{
    bool goOn = true;
    const auto read = m_project.store().read([&](store::Reader& reader) {
        m_records.readRuns(reader);
        m_report.records = m_records.total();
        m_report.nothingNew = !m_records.anythingNew();
        if (!m_report.nothingNew)
            goOn = m_records.read(reader, m_job);
    });
    if (!read)
        return Failure(read.error());
    return goOn && !m_job.cancelled() ? Result<void>() : fail(ErrorCode::Cancelled);
}

/// Joins first, what was compared last: the step is known by its first change.
std::vector<store::Edit> DuplicateSearch::editsOf(const Found& found) const
{
    const auto catalog = m_project.store().catalog();
    std::vector<store::Edit> edits;
    edits.reserve(found.joined.size() + found.doubtful.size());
    const auto add = [&](ChangeKind kind, const FoundPair& pair, qint64 value) {
        edits.push_back(store::pairEdit(*catalog, kind, m_records.idOf(pair.a), m_records.idOf(pair.b), value));
    };
    for (const FoundPair& pair : found.joined)
        add(ChangeKind::PairAuto, pair,
            qint64(store::Same::Yes) | store::packPair({permilleOf(pair.score), int(pair.rule)}) << 2);
    for (const FoundPair& pair : found.doubtful)
        add(ChangeKind::PairDoubtful, pair, store::packPair({permilleOf(pair.score), int(pair.doubt)}));
    for (const auto& [a, b] : m_records.newlyCompared())
        edits.push_back(store::comparedEdit(*catalog, a, b));
    return edits;
}

Result<void> DuplicateSearch::write(const Found& found)
{
    const ReviewerId by = actor(*m_project.store().catalog(), m_project.me());
    auto written = writeStep(m_project, by, editsOf(found), m_job);
    if (written)
        keepKeys();
    return written;
}

/// No part of the step: what could not be kept is only made again.
void DuplicateSearch::keepKeys()
{
    auto chunk = m_records.freshKeys().begin();
    const auto end = m_records.freshKeys().end();
    const auto kept = stepwise(m_project, {4, 1, 50}, {}, [&](store::WriteScope& scope, qint64 n) -> Result<bool> {
        for (; n > 0 && chunk != end; --n, ++chunk)
            store::keepBlockKeys(scope, deduplication::blockKeysVersion, chunk->first, chunk->keys);
        return chunk != end;
    });
    Q_UNUSED(kept)
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
            touched.insert(m_records.idOf(pair.a));
            touched.insert(m_records.idOf(pair.b));
        }
    }
    m_report.untouched = m_report.records - qint64(touched.size());
    return {};
}

} // namespace winnow
