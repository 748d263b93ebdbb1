// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Reports.h"

#include <algorithm>

namespace winnow::store {

Reports::Reports(Database& db, const Replicas& replicas) : m_db(db), m_replicas(replicas) { }

void Reports::begin(const Catalog& before)
{
    m_before = &before;
    m_dirty.clear();
    m_reports.clear();
    m_runs.clear();
    m_regroup = false;
    m_delta.clear();
    m_settled.clear();
}

Reports::Row Reports::row(qint64 record)
{
    Statement q = m_db.prepare("SELECT report, place, reason, origin, flags, accession_key FROM record WHERE id = ?");
    q.bind(record);
    if (!q.step())
        return {};
    return {q.integer(0), q.integer(1), q.integer(2), q.integer(3), q.integer(4), q.integer(5)};
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
    if (m_reports.insert(r.report).second && !(run && m_runs.contains(run->run.id.value)))
        addContribution(*m_before, members, -1);
}

void Reports::touchPair(qint64 a, qint64 b)
{
    m_regroup = true;
    touch(a);
    touch(b);
}

void Reports::touchVoted(Stage stage)
{
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
    std::vector<qint64> records;
    Statement q = m_db.prepare("SELECT DISTINCT subject FROM cell WHERE kind IN (23, 24)");
    while (q.step())
        records.push_back(q.integer(0));
    for (const qint64 record : records)
        touch(record);
}

/// Records of a run that are joined, could be joined, or were spoken of: every other one is as it was imported.
std::vector<qint64> Reports::special(const RunInfo& run)
{
    std::vector<qint64> records;
    Statement q = m_db.prepare("SELECT subject FROM mark WHERE subject BETWEEN ?1 AND ?2 AND kind < 50 "
                               "UNION SELECT subject FROM resolution WHERE subject BETWEEN ?1 AND ?2 "
                               "UNION SELECT subject FROM cell WHERE kind IN (9, 10, 17, 18, 19, 20, 23, 24, 26) AND "
                               "subject BETWEEN ?1 AND ?2 "
                               "UNION SELECT slot FROM cell WHERE kind IN (9, 10) AND slot BETWEEN ?1 AND ?2 "
                               "UNION SELECT id FROM record WHERE report <> id AND id BETWEEN ?1 AND ?2 "
                               "UNION SELECT report FROM record WHERE report <> id AND report BETWEEN ?1 AND ?2");
    q.bind(run.first, run.first + run.run.records - 1);
    while (q.step())
        records.push_back(q.integer(0));
    return records;
}

void Reports::touchRun(const RunInfo& run)
{
    if (m_runs.contains(run.run.id.value))
        return;
    m_regroup = true;
    for (const qint64 record : special(run))
        touch(record);
    m_runs.insert(run.run.id.value);
    addPlain(*m_before, run, -1);
}

void Reports::newRun(RunId id)
{
    m_regroup = true;
    m_runs.insert(id.value);
}

/// Records of a run that were not touched one by one, by origin: each is a report of its own, awaiting screening.
std::map<qint64, qint64> Reports::plainOf(const RunInfo& run)
{
    std::map<qint64, qint64> plain;
    if (run.origins.size() == 1) {
        plain[0] = run.run.records;
    } else {
        Statement q = m_db.prepare("SELECT origin, count(*) FROM record WHERE id BETWEEN ? AND ? GROUP BY origin");
        q.bind(run.first, run.first + run.run.records - 1);
        while (q.step())
            plain[q.integer(0)] = q.integer(1);
    }
    for (auto it = m_dirty.lower_bound(run.first); it != m_dirty.end() && run.contains(*it); ++it)
        --plain[row(*it).origin];
    return plain;
}

void Reports::addPlain(const Catalog& catalog, const RunInfo& run, qint64 sign)
{
    if (!run.run.live)
        return;
    for (const auto& [origin, n] : plainOf(run))
        addPlainOrigin(catalog, run, origin, sign * n);
    if (catalog.settings.titleStage.allocation.dealt)
        addPlainWithheld(catalog, run, sign);
}

void Reports::addPlainWithheld(const Catalog& catalog, const RunInfo& run, qint64 sign)
{
    const Allotment allotment(catalog, Stage::Title);
    std::map<qint64, qint64> withheld;
    for (qint64 record = run.first; record < run.first + run.run.records; ++record) {
        if (m_dirty.contains(record))
            continue;
        for (const Reviewer& reviewer : catalog.reviewers)
            withheld[reviewer.id.value] += !allotment.dealtTo(reviewer.id, record);
    }
    for (const auto& [reviewer, n] : withheld)
        m_delta[{Dim::Withheld, reviewer, qint64(Stage::Title), 0}] += sign * n;
}

void Reports::addWithheld(const Catalog& catalog, qint64 report, Place place, const ReportFacts& facts, qint64 sign)
{
    for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
        const Assigned& assigned = facts.assignedAt(stage);
        if (!reached(place, stage) || (!catalog.settings.rules(stage).allocation.dealt && assigned.to.empty()))
            continue;
        const auto votes = facts.votes.find(stage);
        const Allotment allotment(catalog, stage);
        for (const Reviewer& reviewer : catalog.reviewers) {
            if (allotment.has(reviewer.id, report, assigned))
                continue;
            m_delta[{Dim::Withheld, reviewer.id.value, qint64(stage), 0}] += sign;
            const bool voted = votes != facts.votes.end() && votes->second.contains(reviewer.id.value)
                && votes->second.at(reviewer.id.value).value.verdict != Verdict::None;
            if (voted)
                m_delta[{Dim::Unasked, reviewer.id.value, qint64(stage), 0}] += sign;
        }
    }
}

void Reports::addPlainOrigin(const Catalog& catalog, const RunInfo& run, qint64 origin, qint64 n)
{
    const SourceId source = catalog.sourceOf(run.first, origin);
    const auto arm = qint64(armOf(catalog.kindOf(source)));
    m_delta[{Dim::Places, arm, qint64(Place::AwaitingScreening), 0}] += n;
    m_delta[{Dim::Identified, arm, source.value, 0}] += n;
}

void Reports::addContribution(const Catalog& catalog, const std::vector<qint64>& members, qint64 sign)
{
    std::vector<qint64> live;
    std::map<qint64, std::set<std::pair<qint64, qint64>>> bySource; // source → distinct accessions (or records)
    Arm arm = Arm::OtherMethods;
    bool spoken = false;
    for (const qint64 id : members) {
        if (!catalog.isLive(id))
            continue;
        live.push_back(id);
        const Row r = row(id);
        const SourceId source = catalog.sourceOf(id, r.origin);
        bySource[source.value].insert(r.accession ? std::pair(r.accession, qint64(0)) : std::pair(qint64(0), id));
        if (armOf(catalog.kindOf(source)) == Arm::Databases)
            arm = Arm::Databases;
        spoken = spoken || (r.flags & Spoken);
    }
    if (live.empty())
        return;
    const Row report = row(live.front());
    const auto place = Place(report.place);
    m_delta[{Dim::Places, qint64(arm), report.place, report.reason}] += sign;
    for (const auto& [source, entries] : bySource) {
        // Found by both columns: counts only under databases and registers (rules.md A3).
        if (armOf(catalog.kindOf(SourceId(source))) == arm)
            m_delta[{Dim::Identified, qint64(arm), source, 0}] += sign * qint64(entries.size());
    }
    const ReportFacts facts = spoken ? factsOf(m_db, m_replicas, live) : ReportFacts();
    addWithheld(catalog, live.front(), place, facts, sign);
    if (!spoken)
        return;
    for (const auto& [stage, votes] : facts.votes) {
        for (const auto& [author, vote] : votes) {
            if (vote.value.verdict == Verdict::None || !reached(place, stage))
                continue;
            m_delta[{Dim::Voted, author, qint64(stage), qint64(vote.value.verdict)}] += sign;
            m_delta[{Dim::VotedAt, author, qint64(stage), hourOf(vote.id.stamp)}] += sign;
            if (const qint64 round = facts.assignedAt(stage).pilot)
                m_delta[{Dim::PilotVoted, author, qint64(stage), round}] += sign;
        }
    }
    if (place == Place::Included)
        m_delta[{Dim::Studies, facts.study.value, 0, 0}] += sign;
}

/// Writes the report, place and reason of one cluster where they changed.
void Reports::write(const Catalog& catalog, const std::vector<qint64>& members)
{
    // One member with a text of its own is enough for the report to have one to retrieve.
    bool noRetrieval = true;
    bool spoken = false;
    std::vector<Row> rows;
    for (const qint64 id : members) {
        rows.push_back(row(id));
        noRetrieval = noRetrieval && (rows.back().flags & NoRetrieval);
        spoken = spoken || (rows.back().flags & Spoken);
    }
    ReportState state;
    if (spoken && catalog.isLive(members.front()))
        state = stateOf(catalog, factsOf(m_db, m_replicas, members), members.front(), noRetrieval);
    for (size_t i = 0; i < members.size(); ++i) {
        // Place and reason stand on the report's own row; its other members keep what a fresh record has.
        const ReportState own = i == 0 ? state : ReportState();
        const Row& r = rows[i];
        if (r.report == members.front() && r.place == qint64(own.place) && r.reason == own.reason.value)
            continue;
        m_db.prepare("UPDATE record SET report = ?, place = ?, reason = ? WHERE id = ?")
            .bind(members.front(), int(own.place), own.reason, members[i])
            .run();
    }
    m_settled.push_back(members.front());
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

void Reports::settle(const Catalog& after)
{
    const std::vector<std::vector<qint64>> clusters = clustersAfter(after);
    for (const auto& members : clusters)
        write(after, members);
    for (const auto& members : clusters)
        addContribution(after, members, 1);
    for (const qint64 run : m_runs) {
        if (const RunInfo* info = after.run(RunId(run)))
            addPlain(after, *info, 1);
    }
    writeTallies();
}

void Reports::writeTallies()
{
    for (const auto& [key, n] : m_delta) {
        if (n == 0)
            continue;
        m_db.prepare("INSERT INTO tally(dim, a, b, c, n) VALUES(?, ?, ?, ?, ?) "
                     "ON CONFLICT DO UPDATE SET n = n + excluded.n")
            .bind(int(key.dim), key.a, key.b, key.c, n)
            .run();
        if (n < 0)
            m_db.prepare("DELETE FROM tally WHERE dim = ? AND a = ? AND b = ? AND c = ? AND n = 0")
                .bind(int(key.dim), key.a, key.b, key.c)
                .run();
    }
}

} // namespace winnow::store
