// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/ChoicesButton.h"

#include <QAction>
#include <QMenu>

namespace winnow::ui {

ChoicesButton::ChoicesButton(const QString& none, QWidget* parent) : QPushButton(parent), m_none(none)
{
    setMenu(new QMenu(this));
    dress();
}

void ChoicesButton::addChoice(const QString& id, const QString& name)
{
    QAction* action = menu()->addAction(name);
    action->setCheckable(true);
    action->setData(id);
    connect(action, &QAction::toggled, this, [this] {
        dress();
        Q_EMIT changed();
    });
}

QStringList ChoicesButton::chosen() const
{
    QStringList ids;
    for (const QAction* action : menu()->actions()) {
        if (action->isChecked())
            ids << action->data().toString();
    }
    return ids;
}

void ChoicesButton::setChosen(const QStringList& ids)
{
    for (QAction* action : menu()->actions()) {
        const QSignalBlocker quiet(action);
        action->setChecked(ids.contains(action->data().toString()));
    }
    dress();
}

void ChoicesButton::dress()
{
    QStringList names;
    for (const QAction* action : menu()->actions()) {
        if (action->isChecked())
            names << action->text();
    }
    const QString all = names.join(QStringLiteral(", "));
    setText(names.isEmpty()        ? m_none
                : names.size() > 2 ? tr("%1 and %2 more").arg(names[0]).arg(names.size() - 1)
                                   : all);
    setToolTip(all);
}

} // namespace winnow::ui
