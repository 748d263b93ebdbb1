// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Pilots.h"

#include "domain/Words.h"
#include "project/Opening.h"
#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/Reports.h"
#include "store/StageCells.h"
#include "store/Trail.h"

#include <algorithm>
#include <map>
#include <set>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::WriteScope;

Edit roundEdit(const PilotRound& round)
{
    const QJsonArray value{int(round.state), round.size, QString::number(round.seed), round.why};
    return {ChangeKind::PilotRound, 0, store::stageSlot(round.number, round.stage), packed(value)};
}

std::set<Place> placesToDrawFrom(Stage stage)
{
    using enum Place;
    return stage == Stage::Title ? std::set{AwaitingScreening} : std::set{Sought, Requested, AwaitingAssessment};
}

/// The `size` of them that come first when the seed has scattered all: the same in every copy.
std::vector<qint64> drawn(const store::Catalog& catalog, std::vector<qint64> reports, int size, quint64 seed)
{
    const auto lot = [&](qint64 report) { return scattered(catalog.scatterKey(report) ^ scattered(seed)); };
    const auto end = reports.begin() + std::min<qint64>(size, qint64(reports.size()));
    std::partial_sort(reports.begin(), end, reports.end(), [&](qint64 a, qint64 b) { return lot(a) < lot(b); });
    reports.erase(end, reports.end());
    return reports;
}

/// Without what was voted on or drawn before.
std::vector<qint64> untouched(WriteScope& scope, Stage stage, std::vector<qint64> reports)
{
    const auto voted = store::votedReports(scope.db(), stage);
    const auto earlier = store::pilotReports(scope.db(), stage, 0);
    std::set<qint64> taken(voted.begin(), voted.end());
    taken.insert(earlier.begin(), earlier.end());
    std::erase_if(reports, [&](qint64 report) { return taken.contains(report); });
    return reports;
}

PilotStanding standingOf(store::Reader& reader, const PilotRound& round)
{
    PilotStanding standing{round, {}, {}, 0};
    std::map<qint64, qint64> voted;
    for (const auto& [key, n] : store::tallies(reader, int(store::Dim::PilotVoted)))
        voted[key[0]] += key[1] == int(round.stage) && key[2] == round.number ? n : 0;
    for (const qint64 report : store::pilotReports(reader.db(), round.stage, round.number)) {
        standing.reports.emplace_back(report);
        const auto members = store::reportMembers(reader, report);
        standing.opened += std::any_of(members.begin(), members.end(), [&](qint64 member) {
            return store::isOpened(reader.db(), member, round.stage);
        });
    }
    for (const Reviewer& r : reader.catalog().reviewers) {
        if (r.screens() || voted[r.id.value])
            standing.voted.emplace_back(r.id, voted[r.id.value]);
    }
    return standing;
}

} // namespace

Result<std::vector<PilotStanding>> Pilots::rounds() const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<PilotStanding> rounds;
        for (const PilotRound& round : reader.catalog().pilots) {
            if (round.stage == m_stage && round.state != PilotRound::State::None)
                rounds.push_back(standingOf(reader, round));
        }
        return rounds;
    });
}

Result<PilotRound> Pilots::start(int size, quint64 seed)
{
    const auto candidates = m_project.store().read(
        [&](store::Reader& reader) { return store::reportsAt(reader, placesToDrawFrom(m_stage)); });
    if (!candidates)
        return Failure(candidates.error());
    PilotRound round{m_stage, 1, 0, seed, PilotRound::State::Running, {}};
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        if (const PilotRound* last = scope.catalog().pilot(m_stage)) {
            if (last->state == PilotRound::State::Running)
                return fail(ErrorCode::PilotRuns, words::pilotName(last->number));
            round.number = last->number + 1;
        }
        const auto chosen = drawn(scope.catalog(), untouched(scope, m_stage, *candidates), size, seed);
        if (size < 1 || chosen.empty())
            return fail(ErrorCode::BadInput, QString::number(size));
        round.size = int(chosen.size());
        std::vector<Edit> edits{roundEdit(round)};
        for (const qint64 report : chosen)
            edits.push_back({ChangeKind::PilotMember, report, int(m_stage), qint64(round.number)});
        scope.append(*by, std::move(edits));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return round;
}

Result<OpenOutcome> Pilots::open()
{
    OpenOutcome outcome;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Settle);
        if (!by)
            return Failure(by.error());
        const PilotRound* round = scope.catalog().pilot(m_stage);
        if (!round)
            return fail(ErrorCode::UnknownStage, words::pilotName(1));
        const auto ready = votedOfPilot(scope, m_stage, round->number);
        if (ready.empty())
            return fail(ErrorCode::PilotUnread, words::pilotName(round->number));
        outcome = openReports(scope, *by, m_stage, ready);
        return {};
    });
    if (!written)
        return Failure(written.error());
    return outcome;
}

Result<void> Pilots::go(const QString& why)
{
    return end(PilotRound::State::Go, why);
}

Result<void> Pilots::refine(const QString& why)
{
    return end(PilotRound::State::Refine, why);
}

Result<void> Pilots::end(PilotRound::State state, const QString& why)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        const PilotRound* last = scope.catalog().pilot(m_stage);
        if (!last)
            return fail(ErrorCode::UnknownStage, words::pilotName(1));
        PilotRound round = *last;
        round.state = state;
        round.why = why.trimmed();
        scope.append(*by, {roundEdit(round)});
        return {};
    });
}

} // namespace winnow
