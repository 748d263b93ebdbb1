// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/RolesButton.h"

#include "domain/Words.h"

#include <QMenu>
#include <QSignalBlocker>

namespace winnow::ui {

namespace {

QString explained(Role role)
{
    switch (role) {
    case Role::Lead: return RolesButton::tr("%1: sets up the review, votes, settles");
    case Role::Reviewer: return RolesButton::tr("%1: votes and settles");
    case Role::Resolver: return RolesButton::tr("%1: settles conflicts");
    case Role::Librarian: return RolesButton::tr("%1: searches and imports, does not vote");
    case Role::Reader: return RolesButton::tr("%1: looks, changes nothing");
    }
    return QStringLiteral("%1");
}

} // namespace

RolesButton::RolesButton(QWidget* parent) : QPushButton(parent)
{
    auto* menu = new QMenu(this);
    for (const Role role : {Role::Lead, Role::Reviewer, Role::Resolver, Role::Librarian, Role::Reader}) {
        QAction* action = menu->addAction(explained(role).arg(words::name(role)));
        action->setCheckable(true);
        action->setData(int(role));
        connect(action, &QAction::toggled, this, [this, role](bool on) { choose(role, on); });
    }
    setMenu(menu);
    setRoles(m_roles);
}

void RolesButton::setRoles(Roles roles)
{
    m_roles = roles;
    for (QAction* action : menu()->actions()) {
        const QSignalBlocker quiet(action);
        action->setChecked(roles.testFlag(Role(action->data().toInt())));
    }
    setText(words::name(roles));
    setAccessibleName(tr("Roles: %1").arg(text()));
}

void RolesButton::choose(Role role, bool on)
{
    Roles wanted = m_roles;
    wanted.setFlag(role, on);
    if (wanted != Roles())
        Q_EMIT rolesChanged(wanted);
    setRoles(wanted == Roles() ? m_roles : wanted); // somebody without a role could do nothing at all
}

} // namespace winnow::ui
