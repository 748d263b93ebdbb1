// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Theme.h"
#include "shell/panels.h"

#include <QObject>

#include <map>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace winnow {
class Project;
}

namespace winnow::ui {

class Icons;
class Keys;

/// The menu bar with every action of the window, and its keys. Whoever acts connects to triggered().
class Menus final : public QObject {
    Q_OBJECT
public:
    Menus(QMenuBar& bar, const Icons& icons, const Keys& keys, QObject* parent = nullptr);

    enum class Item {
        NewReview,
        Open,
        Example,
        Import,
        Search,
        ExportRecords,
        ExportFlow,
        Send,
        Invite,
        SendConflicts,
        BringIn,
        CloseReview,
        Quit,
        Undo,
        Redo,
        Find,
        Team,
        WhoAmI,
        ZoomIn,
        ZoomOut,
        ZoomReset,
        FullScreen,
        KeysHelp,
        About,
    };
    [[nodiscard]] QAction* action(Item item) const { return m_actions.at(item); }
    [[nodiscard]] QMenu* recentMenu() const { return m_recent; }
    [[nodiscard]] QAction* place(Workspace where) const;
    [[nodiscard]] QAction* scheme(Scheme scheme) const;
    /// Greys what cannot be done in it now: by its state, and by the role of who sits here. None: no review is open.
    void setReview(const Project* project);
    void setScheme(Scheme scheme);

Q_SIGNALS:
    void goWanted(winnow::ui::Workspace where);
    void schemeWanted(winnow::ui::Scheme scheme);

private:
    QAction* add(QMenu* menu, Item item, Sign sign, const QString& text, const QList<QKeySequence>& keys = {});
    QAction* add(QMenu* menu, Item item, const QString& text, const QList<QKeySequence>& keys = {});
    void buildFile(QMenuBar& bar);
    void buildEdit(QMenuBar& bar);
    void buildReview(QMenuBar& bar);
    void buildView(QMenuBar& bar);
    void buildHelp(QMenuBar& bar, const Keys& keys);

    const Icons& m_icons;
    std::map<Item, QAction*> m_actions;
    std::map<Workspace, QAction*> m_places;
    std::vector<QAction*> m_schemes;
    QMenu* m_recent = nullptr;
};

} // namespace winnow::ui
