// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Reports.h"

#include <algorithm>
#include <limits>

namespace winnow::store {
namespace {

constexpr RecordRange everyRecord{1, std::numeric_limits<qint64>::max()};

} // namespace

Reports::Reports(Database& db, const Replicas& replicas) : m_db(db), m_replicas(replicas) { }

void Reports::begin(const Catalog& before)
{
    m_before = &before;
    m_coming = nullptr;
    m_side = sideThatCounts(m_db);
    m_dirty.clear();
    m_reports.clear();
    m_runs.clear();
    m_regroup = false;
    m_wide = false;
    m_delta.clear();
    m_aheadDelta.clear();
    m_settled.clear();
}

void Reports::setAhead(const Catalog* coming, qint64 upto)
{
    m_coming = coming;
    m_upto = upto;
}

Reports::Row Reports::row(qint64 record)
{
    Statement q = m_db.prepare("SELECT report, origin, flags, accession_key, place, reason, place2, reason2 "
                               "FROM record WHERE id = ?");
    q.bind(record);
    if (!q.step())
        return {};
    return {q.integer(0),
            q.integer(1),
            q.integer(2),
            q.integer(3),
            {ReportState{Place(q.integer(4)), ReasonId(q.integer(5))},
             ReportState{Place(q.integer(6)), ReasonId(q.integer(7))}}};
}

Reports::Cluster Reports::read(const Catalog& catalog, std::vector<qint64> members)
{
    Cluster cluster;
    std::vector<qint64> live;
    for (const qint64 id : members) {
        cluster.rows.push_back(row(id));
        if (!catalog.isLive(id))
            continue;
        live.push_back(id);
        cluster.spoken = cluster.spoken || (cluster.rows.back().flags & Spoken);
    }
    if (cluster.spoken)
        cluster.facts = factsOf(m_db, m_replicas, live);
    cluster.members = std::move(members);
    return cluster;
}

Counted Reports::counted(const Catalog& catalog, Cluster cluster)
{
    Counted report;
    report.spoken = cluster.spoken;
    report.facts = std::move(cluster.facts);
    for (size_t i = 0; i < cluster.members.size(); ++i) {
        if (!catalog.isLive(cluster.members[i]))
            continue;
        const Row& r = cluster.rows[i];
        if (report.entries.empty())
            report.standing = r.standing;
        report.entries.push_back({cluster.members[i], r.origin, r.accession});
    }
    return report;
}

/// What a report will count more under the coming rules than it counts now.
void Reports::tallyAhead(const Catalog& catalog, const Catalog& coming, const Counted& report, qint64 sign)
{
    tallyReport(m_aheadDelta, coming, report, otherSide(m_side), sign);
    tallyReport(m_aheadDelta, catalog, report, m_side, -sign);
}

void Reports::touch(qint64 record)
{
    if (m_dirty.contains(record))
        return;
    const Row r = row(record);
    if (!r.report)
        return;
    if (!(r.flags & Spoken))
        m_db.prepare("UPDATE record SET flags = flags | 8 WHERE id = ?").bind(record).run();
    const std::vector<qint64> members = membersOf(m_db, r.report);
    m_dirty.insert(members.begin(), members.end());
    // What a touched run counts was taken off with the run.
    const RunInfo* run = m_before->runOf(record);
    const auto whole = run ? m_runs.find(run->run.id.value) : m_runs.end();
    if (!m_reports.insert(r.report).second || (whole != m_runs.end() && whole->second.contains(record)))
        return;
    const Counted report = counted(*m_before, read(*m_before, members));
    tallyReport(m_delta, *m_before, report, m_side, -1);
    if (m_coming && r.report <= m_upto)
        tallyAhead(*m_before, *m_coming, report, -1);
}

void Reports::touchPair(qint64 a, qint64 b)
{
    m_regroup = true;
    touch(a);
    touch(b);
}

void Reports::touchVoted(Stage stage)
{
    m_wide = true;
    std::vector<qint64> records;
    Statement q = m_db.prepare("SELECT subject FROM mark WHERE author IN (SELECT id FROM entity WHERE type = 1) "
                               "AND kind = 11 AND slot = ?1 "
                               "UNION SELECT subject FROM resolution WHERE stage = ?1");
    q.bind(int(stage));
    while (q.step())
        records.push_back(q.integer(0));
    for (const qint64 record : records)
        touch(record);
}

void Reports::touchAssigned()
{
    m_wide = true;
    std::vector<qint64> records;
    Statement q = m_db.prepare("SELECT DISTINCT subject FROM cell WHERE kind IN (23, 24)");
    while (q.step())
        records.push_back(q.integer(0));
    for (const qint64 record : records)
        touch(record);
}

/// Those of a run that are joined, could be joined, or were spoken of: every other one is as it was imported.
std::vector<qint64> Reports::special(RecordRange part)
{
    std::vector<qint64> records;
    Statement q = m_db.prepare("SELECT subject FROM mark WHERE subject BETWEEN ?1 AND ?2 AND kind < 50 "
                               "UNION SELECT subject FROM resolution WHERE subject BETWEEN ?1 AND ?2 "
                               "UNION SELECT subject FROM cell WHERE kind IN (9, 10, 17, 18, 19, 20, 23, 24, 26) AND "
                               "subject BETWEEN ?1 AND ?2 "
                               "UNION SELECT slot FROM cell WHERE kind IN (9, 10) AND slot BETWEEN ?1 AND ?2 "
                               "UNION SELECT id FROM record WHERE report <> id AND id BETWEEN ?1 AND ?2 "
                               "UNION SELECT report FROM record WHERE report <> id AND report BETWEEN ?1 AND ?2");
    q.bind(part.first, part.last);
    while (q.step())
        records.push_back(q.integer(0));
    return records;
}

void Reports::touchPart(const RunInfo& run, RecordRange part)
{
    if (m_runs.contains(run.run.id.value))
        return;
    m_regroup = true;
    m_wide = true;
    for (const qint64 record : special(part))
        touch(record);
    m_runs[run.run.id.value] = part;
    addPlain(*m_before, run, part, -1);
}

void Reports::newRun(RunId id)
{
    m_regroup = true;
    m_wide = true;
    m_runs[id.value] = everyRecord;
}

/// Records of a run that were not touched one by one, by origin: each is a report of its own, awaiting screening.
std::map<qint64, qint64> Reports::plainOf(const RunInfo& run, RecordRange part)
{
    std::map<qint64, qint64> plain;
    if (run.origins.size() == 1) {
        plain[0] = part.records();
    } else {
        Statement q = m_db.prepare("SELECT origin, count(*) FROM record WHERE id BETWEEN ? AND ? GROUP BY origin");
        q.bind(part.first, part.last);
        while (q.step())
            plain[q.integer(0)] = q.integer(1);
    }
    for (auto it = m_dirty.lower_bound(part.first); it != m_dirty.end() && part.contains(*it); ++it)
        --plain[row(*it).origin];
    return plain;
}

void Reports::addPlain(const Catalog& catalog, const RunInfo& run, RecordRange part, qint64 sign)
{
    const RecordRange live = run.live().within(part);
    if (live.empty())
        return;
    for (const auto& [origin, n] : plainOf(run, live))
        addPlainOrigin(catalog, run, origin, sign * n);
    if (catalog.settings.titleStage.allocation.dealt)
        addPlainWithheld(catalog, live, sign);
}

void Reports::addPlainWithheld(const Catalog& catalog, RecordRange part, qint64 sign)
{
    const Allotment allotment(catalog, Stage::Title);
    std::map<qint64, qint64> withheld;
    for (qint64 record = part.first; record <= part.last; ++record) {
        if (m_dirty.contains(record))
            continue;
        for (const Reviewer& reviewer : catalog.reviewers)
            withheld[reviewer.id.value] += !allotment.dealtTo(reviewer.id, record);
    }
    for (const auto& [reviewer, n] : withheld)
        m_delta[{Dim::Withheld, reviewer, qint64(Stage::Title), 0}] += sign * n;
}

void Reports::addPlainOrigin(const Catalog& catalog, const RunInfo& run, qint64 origin, qint64 n)
{
    const SourceId source = catalog.sourceOf(run.first, origin);
    const auto arm = qint64(armOf(catalog.kindOf(source)));
    m_delta[{Dim::Places, arm, qint64(Place::AwaitingScreening), 0}] += n;
    m_delta[{Dim::Identified, arm, source.value, 0}] += n;
}

void Reports::place(qint64 record, Side side, const ReportState& state)
{
    m_db.prepare(side == Side::First ? "UPDATE record SET place = ?, reason = ? WHERE id = ?"
                                     : "UPDATE record SET place2 = ?, reason2 = ? WHERE id = ?")
        .bind(int(state.place), state.reason, record)
        .run();
}

/// Writes the report, place and reason of one cluster where they changed.
void Reports::write(const Catalog& catalog, Side side, Cluster& cluster)
{
    // One member with a text of its own is enough for the report to have one to retrieve.
    const bool noRetrieval
        = std::all_of(cluster.rows.begin(), cluster.rows.end(), [](const Row& r) { return r.flags & NoRetrieval; });
    const qint64 report = cluster.members.front();
    ReportState state;
    if (cluster.spoken)
        state = stateOf(catalog, cluster.facts, report, noRetrieval);
    for (size_t i = 0; i < cluster.members.size(); ++i) {
        // Place and reason stand on the report's own row; its other members keep what a fresh record has.
        const ReportState own = i == 0 ? state : ReportState();
        Row& r = cluster.rows[i];
        if (r.report != report)
            m_db.prepare("UPDATE record SET report = ? WHERE id = ?").bind(report, cluster.members[i]).run();
        if (r.standing[size_t(side)] != own)
            place(cluster.members[i], side, own);
        r.report = report;
        r.standing[size_t(side)] = own;
    }
}

/// The clusters of everything touched. Where a person's "different" parts a chain, grouping reaches clusters that
/// nothing has touched yet: they are touched, too, before a row is written, so that what they counted is taken off.
std::vector<std::vector<qint64>> Reports::clustersAfter(const Catalog& after)
{
    std::vector<std::vector<qint64>> clusters;
    if (!m_regroup) {
        for (const qint64 report : m_reports)
            clusters.push_back(membersOf(m_db, report));
        return clusters;
    }
    for (size_t known = 0; known != m_dirty.size();) {
        known = m_dirty.size();
        clusters = regroup(m_db, after, m_dirty);
        for (const auto& members : clusters) {
            for (const qint64 member : members)
                touch(member);
        }
    }
    return clusters;
}

void Reports::settle(const Catalog& after, const Catalog* coming)
{
    for (auto& members : clustersAfter(after)) {
        Cluster cluster = read(after, std::move(members));
        write(after, m_side, cluster);
        if (coming)
            write(*coming, otherSide(m_side), cluster);
        m_settled.push_back(cluster.members.front());
        count(after, coming, std::move(cluster));
    }
    for (const auto& [run, part] : m_runs) {
        if (const RunInfo* info = after.run(RunId(run)))
            addPlain(after, *info, part, 1);
    }
    addTallies(m_db, "tally", m_delta);
    addTallies(m_db, "tally_ahead", m_aheadDelta);
}

void Reports::count(const Catalog& after, const Catalog* coming, Cluster cluster)
{
    const Counted report = counted(after, std::move(cluster));
    tallyReport(m_delta, after, report, m_side, 1);
    if (coming && !report.entries.empty() && report.entries.front().record <= m_upto)
        tallyAhead(after, *coming, report, 1);
}

void Reports::reckonAhead(qint64 record)
{
    const Row r = row(record);
    if (r.report == record) {
        Cluster cluster = read(*m_before, membersOf(m_db, record));
        write(*m_coming, otherSide(m_side), cluster);
        tallyAhead(*m_before, *m_coming, counted(*m_before, std::move(cluster)), 1);
    } else if (r.standing[size_t(otherSide(m_side))] != ReportState()) {
        place(record, otherSide(m_side), {});
    }
}

} // namespace winnow::store
