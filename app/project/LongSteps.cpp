// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/LongSteps.h"

#include "project/Portions.h"
#include "project/Writing.h"
#include "store/LongStep.h"
#include "store/RunTurning.h"
#include "store/Undo.h"

namespace winnow {
namespace {

using store::ChangeId;
using store::Edit;
using store::WriteScope;

const Pace foldPace(20, 4, 2000);

/// A long step on its way into the file.
class Writing {
public:
    Writing(Project& project, const JobContext& job, qint64 room) : m_project(project), m_job(job), m_room(room) { }

    /// `page` gives more of its changes, none at the end.
    using Page = std::function<Result<std::vector<Edit>>(WriteScope&, qint64 limit)>;

    /// What it speaks of, or why it cannot be.
    using Subjects = std::function<Result<std::vector<qint64>>(WriteScope&)>;

    Result<void> run(ReviewerId by, const Subjects& subjects, ChangeId undoes, const Page& page)
    {
        const auto begun = portion(m_project, [&](WriteScope& scope) -> Result<void> {
            const auto spokenOf = subjects(scope);
            if (!spokenOf)
                return Failure(spokenOf.error());
            m_step = store::beginLongStep(scope, by, m_room, *spokenOf, undoes);
            return {};
        });
        if (!begun)
            return begun;
        Result<void> written = load(page);
        if (written)
            written = decide(m_project, [this](WriteScope& scope) -> Result<void> {
                store::countLongStep(scope, m_step.id);
                return {};
            });
        if (written)
            written = advance(m_job);
        if (!written)
            giveUp();
        return written;
    }

private:
    Result<void> load(const Page& page)
    {
        return stepwise(m_project, {200, 20, 4000}, m_job, [&](WriteScope& scope, qint64 n) -> Result<bool> {
            auto edits = page(scope, n);
            if (!edits)
                return Failure(edits.error());
            const bool any = !edits->empty();
            store::addToLongStep(scope, m_step, std::move(*edits));
            return any;
        });
    }

    Result<void> advance(const JobContext& job)
    {
        qint64 done = 0;
        return stepwise(
            m_project, foldPace, job,
            [this](WriteScope& scope, qint64 n) -> Result<bool> { return store::advanceLongStep(scope, m_step.id, n); },
            [&](qint64 n) { job.report(done = std::min(done + n, m_step.written), m_step.written); });
    }

    /// Cancelled, or the disk is full: what was folded in is folded out again. If that fails, too, the next opening
    /// ends what was begun.
    void giveUp()
    {
        const auto back = decide(m_project, [this](WriteScope& scope) -> Result<void> {
            store::giveUpLongStep(scope, m_step.id);
            return {};
        });
        if (back) {
            const auto gone = advance({});
            Q_UNUSED(gone)
        }
    }

    Project& m_project;
    const JobContext& m_job;
    qint64 m_room;
    store::LongStep m_step;
};

std::vector<qint64> subjectsOf(const std::vector<Edit>& edits)
{
    std::vector<qint64> subjects;
    for (const Edit& edit : edits)
        subjects.push_back(edit.subject);
    return subjects;
}

} // namespace

Result<void> writeStep(Project& project, ReviewerId by, std::vector<Edit> edits, const JobContext& job)
{
    if (edits.empty())
        return {};
    if (qint64(edits.size()) <= manyChanges && !store::turnsManyRecords(*project.store().catalog(), edits))
        return done(project.store().write(store::Priority::Bulk, [&](WriteScope& scope) -> Result<void> {
            scope.append(by, std::move(edits));
            return {};
        }));
    std::size_t at = 0;
    const auto page = [&](WriteScope&, qint64 limit) -> Result<std::vector<Edit>> {
        const std::size_t end = std::min(edits.size(), at + std::size_t(limit));
        std::vector<Edit> some(edits.begin() + std::ptrdiff_t(at), edits.begin() + std::ptrdiff_t(end));
        at = end;
        return some;
    };
    const auto written = Writing(project, job, qint64(edits.size()))
                             .run(
                                 by, [&](WriteScope&) { return subjectsOf(edits); }, {}, page);
    return written;
}

Result<void> undoLongStep(Project& project, ReviewerId by, ChangeId step, qint64 changes, const JobContext& job)
{
    store::UndoPlan plan(by, step);
    const auto page = [&](WriteScope& scope, qint64 limit) -> Result<std::vector<Edit>> {
        std::vector<Edit> edits;
        while (edits.empty() && !plan.complete()) {
            auto more = plan.next(scope.db(), scope.replicas(), limit);
            if (!more)
                return more;
            edits = std::move(*more);
        }
        return edits;
    };
    const auto subjects = [&](WriteScope& scope) -> Result<std::vector<qint64>> {
        if (const auto checked = plan.check(scope.db(), scope.replicas()); !checked)
            return Failure(checked.error());
        return store::anyAhead(scope.db(), scope.now()) ? store::subjectsOf(scope.db(), step) : std::vector<qint64>();
    };
    const auto written = Writing(project, job, changes).run(by, subjects, step, page);
    return written;
}

Result<void> endStepsLeft(Project& project, const JobContext& job)
{
    std::vector<ChangeId> left;
    const auto asked = portion(project, [&](WriteScope& scope) -> Result<void> {
        left = store::longStepsLeft(scope);
        return {};
    });
    if (!asked)
        return asked;
    for (const ChangeId step : left) {
        const auto ended = stepwise(project, foldPace, job, [step](WriteScope& scope, qint64 n) -> Result<bool> {
            return store::advanceLongStep(scope, step, n);
        });
        if (!ended)
            return ended;
    }
    return {};
}

} // namespace winnow
