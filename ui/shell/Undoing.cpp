// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Undoing.h"

#include "services/Steps.h"
#include "shell/Notices.h"
#include "shell/Session.h"

#include <QLocale>
#include <QPointer>

namespace winnow::ui {

namespace {

Result<History::Step> walk(Project& project, bool back, const JobContext& job)
{
    History history(project);
    return back ? history.undo({}, job) : history.redo({}, job);
}

} // namespace

Undoing::Undoing(Session& session, Notices& notices, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_notices(notices)
{
}

void Undoing::begin(bool back)
{
    Session::Open* open = m_session.open();
    if (!open)
        return;
    open->hands.over(
        this,
        [project = open->project.get(), back] {
            const History history(*project);
            return back ? history.nextToUndo() : history.nextToRedo();
        },
        [this, back](const Result<History::Step>& next) {
            if (next && History::isLong(*next))
                stepAsJob(back);
            else
                step(back);
        });
}

void Undoing::step(bool back)
{
    Session::Open* open = m_session.open();
    if (!open)
        return;
    open->hands.over(
        this, [project = open->project.get(), back] { return walk(*project, back, {}); },
        [this, back](const Result<History::Step>& step) {
            if (!step)
                return m_notices.report(step.error());
            say(back, *step);
        });
}

void Undoing::stepAsJob(bool back)
{
    Session::Open* open = m_session.open();
    if (!open)
        return;
    open->jobs.start(
        back ? tr("Undoing") : tr("Redoing"),
        [self = QPointer(this), project = open->project.get(), back](const JobContext& job) -> Result<void> {
            const Result<History::Step> step = walk(*project, back, job);
            if (!step)
                return Failure(step.error()); // said where all jobs end
            if (self)
                QMetaObject::invokeMethod(self.data(), [self, back, step = *step] { self->say(back, step); });
            return {};
        });
}

void Undoing::say(bool back, const History::Step& step)
{
    const QString what = step.changes > 1
        ? tr("%1 (changes: %2)").arg(nameOfStep(step.kind), QLocale().toString(step.changes))
        : nameOfStep(step.kind);
    m_notices.say(back ? tr("Undone: %1.").arg(what) : tr("Redone: %1.").arg(what));
}

} // namespace winnow::ui
