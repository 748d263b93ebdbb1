// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/LongSteps.h"
#include "project/Narration.h"
#include "project/Records.h"
#include "project/Writing.h"
#include "store/RunTurning.h"
#include "store/Undo.h"

#include <limits>
#include <optional>

namespace winnow {
namespace {

using store::ChangeId;
using store::ChangeKind;
using Pick = std::optional<ChangeId> (*)(store::Database&, const store::Replicas&, ReviewerId, store::LogView);
using PickStep = std::function<std::optional<ChangeId>(store::WriteScope&)>;

/// The stage that a change of this kind is about, if of one.
std::optional<Stage> stageOf(ChangeKind kind, qint64 slot)
{
    switch (kind) {
    case ChangeKind::Vote:
    case ChangeKind::Note:
    case ChangeKind::Tag:
    case ChangeKind::CriterionTick:
    case ChangeKind::Opened:
    case ChangeKind::Resolution: return store::slotStage(slot);
    default: return {};
    }
}

constexpr qint64 everyChange = std::numeric_limits<qint64>::max();

/// `most`: how far its changes are counted.
History::Step describe(store::Database& db, const store::Catalog& catalog, ChangeId id, store::LogView view,
                       qint64 most = everyChange)
{
    History::Step step;
    step.id = store::changeUid(id);
    const store::StepSummary summary = store::stepSummary(db, id, view, most);
    if (!summary.changes)
        return step;
    const store::KindSpec* spec = store::specOf(summary.kind);
    step.kind = spec ? QString::fromLatin1(spec->name) : QString();
    if (spec && spec->subject == store::Ref::Record)
        step.record = RecordId(summary.subject);
    step.stage = stageOf(summary.kind, summary.slot);
    step.changes = summary.changes;
    if (summary.kind == ChangeKind::Run)
        step.manyRecords = store::turnsManyRecords(catalog, store::turningsIn(db, id, view));
    return step;
}

Result<void> accepted(const History::Accepts& accepts, const History::Step& step)
{
    if (accepts && !accepts(step))
        return fail(ErrorCode::StepElsewhere, step.kind);
    return {};
}

/// A step of so many changes that they are not even counted on the write lane.
Result<History::Step> takeBackLong(Project& project, ChangeId id, const History::Accepts& accepts,
                                   const JobContext& job)
{
    const auto step = project.store().read(
        [id](store::Reader& reader) { return describe(reader.db(), reader.catalog(), id, store::LogView::Visible); });
    if (!step)
        return step;
    if (const auto accept = accepted(accepts, *step); !accept)
        return Failure(accept.error());
    const ReviewerId by = actor(*project.store().catalog(), project.me());
    if (const auto taken = undoLongStep(project, by, id, step->changes, job); !taken)
        return Failure(taken.error());
    return step;
}

/// Rules and lists are changed at once, however many: what follows for the reports is worked out ahead.
bool inPortions(store::Database& db, const History::Step& step, ChangeId id)
{
    return History::isLong(step) && !store::isOfTeamAlone(db, id);
}

Result<History::Step> takeBack(Project& project, const PickStep& pick, const History::Accepts& accepts,
                               const JobContext& job)
{
    History::Step step;
    std::optional<ChangeId> id;
    bool portions = false;
    const auto written = change(project, [&](store::WriteScope& scope) -> Result<void> {
        id = pick(scope);
        if (!id)
            return fail(ErrorCode::NothingToUndo);
        step = describe(scope.db(), scope.catalog(), *id, store::LogView::Whole, manyChanges + 1);
        portions = inPortions(scope.db(), step, *id);
        if (portions)
            return {};
        if (auto accept = accepted(accepts, step); !accept)
            return accept;
        if (const auto taken = scope.undo(actor(scope.catalog(), project.me()), *id); !taken)
            return Failure(taken.error());
        return {};
    });
    if (!written)
        return Failure(written.error());
    return portions ? takeBackLong(project, *id, accepts, job) : Result<History::Step>(step);
}

Result<History::Step> takeBackNext(Project& project, Pick pick, const History::Accepts& accepts, const JobContext& job)
{
    return takeBack(
        project,
        [&project, pick](store::WriteScope& scope) {
            return pick(scope.db(), scope.replicas(), actor(scope.catalog(), project.me()), store::LogView::Whole);
        },
        accepts, job);
}

Result<History::Step> tell(Project& project, Pick pick)
{
    return project.store().read([&](store::Reader& reader) -> Result<History::Step> {
        const ReviewerId by = actor(reader.catalog(), project.me());
        const auto id = pick(reader.db(), reader.replicas(), by, store::LogView::Visible);
        if (!id)
            return fail(ErrorCode::NothingToUndo);
        return describe(reader.db(), reader.catalog(), *id, store::LogView::Visible);
    });
}

} // namespace

Result<std::vector<LogEntry>> History::entries(qint64 since, qint64 limit) const
{
    return entriesAfter(0, since, limit);
}

Result<std::vector<LogEntry>> History::entriesAfter(qint64 arrival, qint64 since, qint64 limit) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::vector<LogEntry> entries;
        for (const store::Change& change : store::trailAfter(reader, arrival, since, limit)) {
            entries.push_back(narrate(reader, change));
            entries.back().arrival = change.seq;
        }
        return entries;
    });
}

Result<History::Step> History::nextToUndo() const
{
    return tell(m_project, store::nextToUndo);
}

Result<History::Step> History::nextToRedo() const
{
    return tell(m_project, store::nextToRedo);
}

Result<History::Step> History::undo(const Accepts& accepts, const JobContext& job)
{
    return takeBackNext(m_project, store::nextToUndo, accepts, job);
}

Result<History::Step> History::redo(const Accepts& accepts, const JobContext& job)
{
    return takeBackNext(m_project, store::nextToRedo, accepts, job);
}

bool History::isLong(const Step& step)
{
    return step.changes > manyChanges || step.manyRecords;
}

Result<History::Step> History::undoStepOf(QStringView changeId, const JobContext& job)
{
    const ChangeId id = store::changeFromUid(changeId);
    const auto change = m_project.store().read([&](store::Reader& reader) { return store::changeById(reader, id); });
    if (!change)
        return Failure(change.error());
    if (!*change)
        return fail(ErrorCode::UnknownChange, changeId.toString());
    const ChangeId step{(*change)->step, id.replica};
    return takeBack(
        m_project, [step](store::WriteScope&) { return step; }, {}, job);
}

} // namespace winnow
