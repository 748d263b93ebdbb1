// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Allocations.h"

#include "project/Writing.h"
#include "store/RecordRows.h"
#include "store/Reports.h"
#include "store/StageCells.h"
#include "store/Trail.h"

#include <algorithm>
#include <map>

namespace winnow {
namespace {

using store::ChangeKind;
using store::Edit;
using store::ReviewerSlot;
using store::SettingSlot;
using store::WriteScope;

ReviewerSlot shareSlot(Stage stage)
{
    return stage == Stage::Title ? ReviewerSlot::TitleShare : ReviewerSlot::FulltextShare;
}

/// The share that each person who screens shall have: what is asked for, or the same for all.
Result<std::map<qint64, int>> wantedShares(const store::Catalog& catalog, const Allocations::Shares& shares)
{
    std::map<qint64, int> wanted;
    for (const Reviewer& r : catalog.reviewers) {
        if (r.screens())
            wanted[r.id.value] = shares.empty() ? 100 : 0;
    }
    for (const auto& [who, share] : shares) {
        const Reviewer* reviewer = catalog.reviewer(who);
        if (!reviewer)
            return fail(ErrorCode::UnknownReviewer);
        if (!wanted.contains(who.value))
            return fail(reviewer->retired ? ErrorCode::HasLeft : ErrorCode::RoleForbids, reviewer->name);
        if (share < 0 || share > 1000)
            return fail(ErrorCode::BadInput, QString::number(share));
        wanted[who.value] = share;
    }
    return wanted;
}

Result<void> dealable(const Allocation& rule, const std::map<qint64, int>& shares)
{
    const auto people = std::count_if(shares.begin(), shares.end(), [](const auto& entry) { return entry.second > 0; });
    const bool good = people > 0 && rule.perReport >= 1 && rule.perReport <= people && rule.sharedPercent >= 0
        && rule.sharedPercent <= 100;
    if (rule.dealt && !good)
        return fail(ErrorCode::BadInput, QString::number(rule.perReport));
    return {};
}

/// Whoever was assigned and is not wanted loses it; whoever is wanted gets it.
void addAssignment(WriteScope& scope, qint64 report, Stage stage, std::span<const ReviewerId> people,
                   std::vector<Edit>& edits)
{
    const auto wanted
        = [&](qint64 id) { return std::find(people.begin(), people.end(), ReviewerId(id)) != people.end(); };
    const auto members = store::membersOf(scope.db(), report);
    for (const qint64 member : members) {
        for (const qint64 who : store::assignedOf(scope.db(), {member}, stage).to) {
            if (!wanted(who))
                edits.push_back({ChangeKind::Assigned, member, store::stageSlot(who, stage), qint64(0)});
        }
    }
    const store::Assigned now = store::assignedOf(scope.db(), members, stage);
    for (const ReviewerId who : people) {
        if (!now.to.contains(who.value))
            edits.push_back({ChangeKind::Assigned, report, store::stageSlot(who.value, stage), qint64(1)});
    }
}

} // namespace

Result<AllocationStanding> Allocations::standing() const
{
    return m_project.store().read([&](store::Reader& reader) {
        AllocationStanding standing;
        standing.rule = reader.catalog().settings.rules(m_stage).allocation;
        qint64 reached = 0;
        for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Places)))
            reached += winnow::reached(Place(key[1]), m_stage) ? n : 0;
        std::map<qint64, qint64> withheld;
        for (const auto& [key, n] : store::tallies(reader, int(store::Dim::Withheld)))
            withheld[key[0]] += key[1] == int(m_stage) ? n : 0;
        for (const Reviewer& r : reader.catalog().reviewers) {
            if (r.screens())
                standing.people.push_back({r.id, r.share(m_stage), reached - withheld[r.id.value]});
        }
        for (const auto& [report, assigned] : store::assignedAt(reader.db(), m_stage))
            standing.byHand += !assigned.to.empty();
        return standing;
    });
}

Result<void> Allocations::set(const Allocation& rule, const Shares& shares)
{
    return change(m_project, [&](WriteScope& scope) -> Result<void> {
        const store::Catalog& catalog = scope.catalog();
        const auto by = acting(catalog, m_project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        const auto wanted = wantedShares(catalog, shares);
        if (!wanted)
            return Failure(wanted.error());
        if (auto ok = dealable(rule, *wanted); !ok)
            return ok;
        std::vector<Edit> edits;
        if (catalog.settings.rules(m_stage).allocation != rule) {
            const auto slot = m_stage == Stage::Title ? SettingSlot::TitleAllocation : SettingSlot::FulltextAllocation;
            edits.push_back(edit(ChangeKind::Setting, 0, slot, packed(rule)));
        }
        for (const auto& [who, share] : *wanted) {
            if (catalog.reviewer(ReviewerId(who))->share(m_stage) != share)
                edits.push_back(edit(ChangeKind::Reviewer, who, shareSlot(m_stage), qint64(share)));
        }
        scope.append(*by, std::move(edits));
        return {};
    });
}

Result<Screening::BulkOutcome> Allocations::assign(std::span<const RecordId> reports,
                                                   std::span<const ReviewerId> people)
{
    Screening::BulkOutcome outcome;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Lead);
        if (!by)
            return Failure(by.error());
        for (const ReviewerId who : people) {
            if (const auto may = acting(scope.catalog(), who, Right::Vote); !may)
                return Failure(may.error());
        }
        std::vector<Edit> edits;
        for (size_t i = 0; i < reports.size(); ++i) {
            const qint64 report = scope.reportOf(reports[i].value);
            if (!report || !scope.catalog().isLive(report)) {
                outcome.rejected.push_back({i, {ErrorCode::UnknownRecord, {}, {}}});
                continue;
            }
            addAssignment(scope, report, m_stage, people, edits);
            ++outcome.applied;
        }
        scope.append(*by, std::move(edits));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return outcome;
}

Result<bool> Allocations::isAllocated(RecordId report, ReviewerId who) const
{
    return m_project.store().read([&](store::Reader& reader) {
        const qint64 first = store::reportOf(reader, report.value);
        const auto assigned = store::assignedOf(reader.db(), store::reportMembers(reader, first), m_stage);
        return store::Allotment(reader.catalog(), m_stage).has(who, first, assigned);
    });
}

} // namespace winnow
