// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tally.h"

#include "domain/Place.h"

namespace winnow::store {
namespace {

bool votedAt(const ReportFacts& facts, Stage stage, ReviewerId who)
{
    const auto votes = facts.votes.find(stage);
    if (votes == facts.votes.end())
        return false;
    const auto vote = votes->second.find(who.value);
    return vote != votes->second.end() && vote->second.value.verdict != Verdict::None;
}

void tallyFound(Tallies& tallies, const Catalog& catalog, const Counted& report, const ReportState& state, qint64 sign)
{
    std::map<qint64, std::set<std::pair<qint64, qint64>>> bySource; // source → distinct accessions (or records)
    Arm arm = Arm::OtherMethods;
    for (const Counted::Entry& e : report.entries) {
        const SourceId source = catalog.sourceOf(e.record, e.origin);
        bySource[source.value].insert(e.accession ? std::pair(e.accession, qint64(0)) : std::pair(qint64(0), e.record));
        if (armOf(catalog.kindOf(source)) == Arm::Databases)
            arm = Arm::Databases;
    }
    tallies[{Dim::Places, qint64(arm), qint64(state.place), state.reason.value}] += sign;
    for (const auto& [source, entries] : bySource) {
        // Found by both columns: counts only under databases and registers (rules.md A3).
        if (armOf(catalog.kindOf(SourceId(source))) == arm)
            tallies[{Dim::Identified, qint64(arm), source, 0}] += sign * qint64(entries.size());
    }
}

void tallyWithheld(Tallies& tallies, const Catalog& catalog, const Counted& report, Place place, qint64 sign)
{
    for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
        const Assigned& assigned = report.facts.assignedAt(stage);
        if (!reached(place, stage) || (!catalog.settings.rules(stage).allocation.dealt && assigned.to.empty()))
            continue;
        const Allotment allotment(catalog, stage);
        for (const Reviewer& reviewer : catalog.reviewers) {
            if (allotment.has(reviewer.id, report.entries.front().record, assigned))
                continue;
            tallies[{Dim::Withheld, reviewer.id.value, qint64(stage), 0}] += sign;
            if (votedAt(report.facts, stage, reviewer.id))
                tallies[{Dim::Unasked, reviewer.id.value, qint64(stage), 0}] += sign;
        }
    }
}

void tallyVotes(Tallies& tallies, const ReportFacts& facts, Place place, qint64 sign)
{
    for (const auto& [stage, votes] : facts.votes) {
        for (const auto& [author, vote] : votes) {
            if (vote.value.verdict == Verdict::None || !reached(place, stage))
                continue;
            tallies[{Dim::Voted, author, qint64(stage), qint64(vote.value.verdict)}] += sign;
            tallies[{Dim::VotedAt, author, qint64(stage), hourOf(vote.id.stamp)}] += sign;
            if (const qint64 round = facts.assignedAt(stage).pilot)
                tallies[{Dim::PilotVoted, author, qint64(stage), round}] += sign;
        }
    }
}

} // namespace

void tallyReport(Tallies& tallies, const Catalog& catalog, const Counted& report, Side side, qint64 sign)
{
    if (report.entries.empty())
        return;
    const ReportState& state = report.standing[size_t(side)];
    tallyFound(tallies, catalog, report, state, sign);
    tallyWithheld(tallies, catalog, report, state.place, sign);
    if (!report.spoken)
        return;
    tallyVotes(tallies, report.facts, state.place, sign);
    if (state.place == Place::Included)
        tallies[{Dim::Studies, report.facts.study.value, 0, 0}] += sign;
}

void addTallies(Database& db, const std::string& table, const Tallies& tallies)
{
    for (const auto& [key, n] : tallies) {
        if (n == 0)
            continue;
        db.prepare("INSERT INTO " + table
                   + "(dim, a, b, c, n) VALUES(?, ?, ?, ?, ?) "
                     "ON CONFLICT DO UPDATE SET n = n + excluded.n")
            .bind(int(key.dim), key.a, key.b, key.c, n)
            .run();
        db.prepare("DELETE FROM " + table + " WHERE dim = ? AND a = ? AND b = ? AND c = ? AND n = 0")
            .bind(int(key.dim), key.a, key.b, key.c)
            .run();
    }
}

} // namespace winnow::store
