// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Undoing.h"

#include "services/Steps.h"
#include "shell/Notices.h"
#include "shell/Session.h"

#include <QLocale>

namespace winnow::ui {

Undoing::Undoing(Session& session, Notices& notices, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_notices(notices)
{
}

void Undoing::step(Way way, bool back)
{
    Session::Open* open = m_session.open();
    if (!open)
        return;
    open->hands.over(
        this,
        [&project = *open->project, way] {
            History history(project);
            return (history.*way)({});
        },
        [this, back](const Result<History::Step>& step) {
            if (!step)
                return m_notices.report(step.error());
            const QString what = step->changes > 1
                ? tr("%1 (changes: %2)").arg(nameOfStep(step->kind), QLocale().toString(step->changes))
                : nameOfStep(step->kind);
            m_notices.say(back ? tr("Undone: %1.").arg(what) : tr("Redone: %1.").arg(what));
        });
}

} // namespace winnow::ui
