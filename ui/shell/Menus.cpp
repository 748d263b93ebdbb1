// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Menus.h"

#include "project/Project.h"
#include "services/Allow.h"
#include "services/Icons.h"
#include "services/Keys.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace winnow::ui {

Menus::Menus(QMenuBar& bar, const Icons& icons, const Keys& keys, QObject* parent) : QObject(parent), m_icons(icons)
{
    buildFile(bar);
    buildEdit(bar);
    buildReview(bar);
    buildView(bar);
    buildHelp(bar, keys);
    setReview(nullptr);
}

QAction* Menus::add(QMenu* menu, Item item, const QString& text, const QList<QKeySequence>& keys)
{
    QAction* action = menu->addAction(text);
    action->setShortcuts(keys);
    m_actions[item] = action;
    return action;
}

QAction* Menus::add(QMenu* menu, Item item, Sign sign, const QString& text, const QList<QKeySequence>& keys)
{
    QAction* action = add(menu, item, text, keys);
    action->setIcon(m_icons.icon(sign));
    return action;
}

void Menus::buildFile(QMenuBar& bar)
{
    QMenu* menu = bar.addMenu(tr("&File"));
    menu->setToolTipsVisible(true); // of what is grey: why
    add(menu, Item::NewReview, Sign::New, tr("&New review…"), {QKeySequence(QKeySequence::New)});
    add(menu, Item::Open, Sign::Open, tr("&Open…"), {QKeySequence(QKeySequence::Open)});
    m_recent = menu->addMenu(tr("Open &recent"));
    add(menu, Item::Example, Sign::Shown, tr("Open the &example"), {QKeySequence(Qt::CTRL | Qt::Key_E)});
    menu->addSeparator();
    add(menu, Item::Import, Sign::Import, tr("&Import…"), {QKeySequence(Qt::CTRL | Qt::Key_I)});
    add(menu, Item::Search, Sign::Find, tr("Searc&h databases…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    add(menu, Item::ExportRecords, Sign::Export, tr("Export re&cords…"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    add(menu, Item::ExportFlow, Sign::Chart, tr("Export &flow diagram…"));
    menu->addSeparator();
    add(menu, Item::Send, Sign::Sharing, tr("&Send my work…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)});
    add(menu, Item::BringIn, tr("&Bring in a coauthor's file…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)});
    add(menu, Item::Invite, tr("In&vite a coauthor…"));
    add(menu, Item::SendConflicts, tr("Sen&d conflicts to settle…"));
    menu->addSeparator();
    add(menu, Item::CloseReview, tr("C&lose the review"), {QKeySequence(QKeySequence::Close)});
    add(menu, Item::Quit, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)})->setMenuRole(QAction::QuitRole);
}

void Menus::buildEdit(QMenuBar& bar)
{
    QMenu* menu = bar.addMenu(tr("&Edit"));
    menu->setToolTipsVisible(true);
    add(menu, Item::Undo, Sign::Undo, tr("&Undo my last step"), {QKeySequence(Qt::CTRL | Qt::Key_Z)});
    add(menu, Item::Redo, Sign::Redo, tr("&Redo"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    menu->addSeparator();
    add(menu, Item::Find, Sign::Find, tr("&Find"), {QKeySequence(QKeySequence::Find)});
}

void Menus::buildReview(QMenuBar& bar)
{
    QMenu* menu = bar.addMenu(tr("&Review"));
    add(menu, Item::Team, Sign::People, tr("&Team and criteria…"));
    add(menu, Item::WhoAmI, Sign::Person, tr("&I am…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)});
    menu->addSeparator();
    int number = 0;
    for (const Place& place : places()) {
        QAction* action = menu->addAction(m_icons.icon(place.sign), place.name);
        // The number is that of the workspace, also while some of them are not there.
        number = int(place.where) + 1;
        if (number <= 9)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
        else if (place.where == Workspace::Appraisal) // there are nine digits
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
        else
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
        connect(action, &QAction::triggered, this, [this, where = place.where] { Q_EMIT goWanted(where); });
        m_places[place.where] = action;
    }
}

void Menus::buildView(QMenuBar& bar)
{
    QMenu* menu = bar.addMenu(tr("&View"));
    QMenu* theme = menu->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    for (const auto& [scheme, name] :
         {std::pair(Scheme::System, tr("As the &system")), std::pair(Scheme::Light, tr("&Light")),
          std::pair(Scheme::Dark, tr("&Dark")), std::pair(Scheme::HighContrast, tr("&High contrast"))}) {
        QAction* action = theme->addAction(name);
        action->setCheckable(true);
        action->setData(int(scheme));
        group->addAction(action);
        m_schemes.push_back(action);
        connect(action, &QAction::triggered, this, [this, wanted = scheme] { Q_EMIT schemeWanted(wanted); });
    }
    menu->addSeparator();
    add(menu, Item::ZoomIn, Sign::ZoomIn, tr("&Larger abstracts"),
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    add(menu, Item::ZoomOut, Sign::ZoomOut, tr("&Smaller abstracts"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
    add(menu, Item::ZoomReset, tr("&Usual size"), {QKeySequence(Qt::CTRL | Qt::Key_0)});
    menu->addSeparator();
    add(menu, Item::FullScreen, Sign::FullScreen, tr("&Full screen"), {QKeySequence(Qt::Key_F11)})->setCheckable(true);
}

void Menus::buildHelp(QMenuBar& bar, const Keys& keys)
{
    QMenu* menu = bar.addMenu(tr("&Help"));
    QAction* help = add(menu, Item::KeysHelp, Sign::Keys, tr("&Keys"));
    add(menu, Item::About, Sign::Info, tr("&About Winnow"))->setMenuRole(QAction::AboutRole);
    const auto bind = [help, &keys] {
        QList<QKeySequence> bound;
        for (const QKeySequence& key : keys.bindings(Action::Help))
            if (keys.singleKeys() || key[0].key() >= Qt::Key_Escape)
                bound << key;
        help->setShortcuts(bound);
    };
    connect(&keys, &Keys::changed, help, bind);
    bind();
}

QAction* Menus::place(Workspace where) const
{
    const auto found = m_places.find(where);
    return found == m_places.end() ? nullptr : found->second;
}

QAction* Menus::scheme(Scheme scheme) const
{
    for (QAction* action : m_schemes)
        if (action->data().toInt() == int(scheme))
            return action;
    return nullptr;
}

void Menus::setReview(const Project* project)
{
    const bool open = project;
    const bool readOnly = open && project->readOnly();
    for (const Item item :
         {Item::Search, Item::ExportRecords, Item::ExportFlow, Item::CloseReview, Item::Find, Item::Team, Item::WhoAmI})
        action(item)->setEnabled(open);
    for (const Item item :
         {Item::Import, Item::Undo, Item::Redo, Item::Send, Item::Invite, Item::SendConflicts, Item::BringIn})
        allow(*action(item), readOnly ? whyReadOnly() : QString(), open);
    for (const auto& [item, right] :
         {std::pair(Item::Import, Right::Extend), std::pair(Item::SendConflicts, Right::Settle)}) {
        if (open && !readOnly)
            allow(*action(item), whyNot(project->review()->reviewers, project->me(), right));
    }
    for (const auto& [where, action] : m_places)
        action->setEnabled(open);
}

void Menus::setScheme(Scheme wanted)
{
    if (QAction* action = scheme(wanted))
        action->setChecked(true);
}

} // namespace winnow::ui
