// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Narration.h"
#include "project/Records.h"
#include "project/Writing.h"

#include <optional>

namespace winnow {
namespace {

using store::ChangeId;
using Pick = std::optional<ChangeId> (*)(store::Database&, const store::Replicas&, ReviewerId);

/// What a step was about, from its first change.
History::Undone describe(store::WriteScope& scope, ChangeId step)
{
    History::Undone undone;
    undone.step = store::changeUid(step);
    const store::StepSummary summary = store::stepSummary(scope.db(), step);
    if (!summary.changes)
        return undone;
    const store::KindSpec* spec = store::specOf(summary.kind);
    undone.kind = spec ? QString::fromLatin1(spec->name) : QString();
    if (spec && spec->subject == store::Ref::Record)
        undone.record = RecordId(summary.subject);
    undone.changes = summary.changes;
    return undone;
}

Result<History::Undone> takeBack(Project& project,
                                 const std::function<std::optional<ChangeId>(store::WriteScope&)>& pick)
{
    History::Undone undone;
    const auto written = change(project, [&](store::WriteScope& scope) -> Result<void> {
        const ReviewerId by = actor(scope.catalog(), project.me());
        const auto step = pick(scope);
        if (!step)
            return fail(ErrorCode::NothingToUndo);
        if (const auto taken = scope.undo(by, *step); !taken)
            return Failure(taken.error());
        undone = describe(scope, *step);
        return {};
    });
    if (!written)
        return Failure(written.error());
    return undone;
}

Result<History::Undone> takeBackNext(Project& project, Pick pick)
{
    return takeBack(project, [&project, pick](store::WriteScope& scope) {
        return pick(scope.db(), scope.replicas(), actor(scope.catalog(), project.me()));
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

Result<History::Undone> History::undo()
{
    return takeBackNext(m_project, store::nextToUndo);
}
Result<History::Undone> History::redo()
{
    return takeBackNext(m_project, store::nextToRedo);
}

Result<History::Undone> History::undoStepOf(QStringView changeId)
{
    const ChangeId id = store::changeFromUid(changeId);
    const auto change = m_project.store().read([&](store::Reader& reader) { return store::changeById(reader, id); });
    if (!change)
        return Failure(change.error());
    if (!*change)
        return fail(ErrorCode::UnknownChange, changeId.toString());
    const ChangeId step{(*change)->step, id.replica};
    return takeBack(m_project, [step](store::WriteScope&) { return step; });
}

} // namespace winnow
