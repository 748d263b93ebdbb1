// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Undoing.h"

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

void Undoing::step(Result<History::Undone> (History::*way)(), bool back)
{
    Session::Open* open = m_session.open();
    if (!open)
        return;
    open->hands.over(
        this,
        [&project = *open->project, way] {
            History history(project);
            return (history.*way)();
        },
        [this, back](const Result<History::Undone>& result) {
            if (!result)
                return m_notices.report(result.error());
            const QString changes = QLocale().toString(result->changes);
            m_notices.say(back ? tr("Your last step is undone (changes: %1).").arg(changes)
                               : tr("The step stands again (changes: %1).").arg(changes));
        });
}

} // namespace winnow::ui
