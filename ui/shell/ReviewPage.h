// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "shell/Standing.h"
#include "shell/panels.h"

#include <map>

class QStackedWidget;

namespace winnow::ui {

class Rail;

/// The open review: the rail, and the workspaces, each made when it is first visited.
class ReviewPage final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPage(const PanelContext& context, QWidget* parent = nullptr);
    ~ReviewPage() override; ///< panels go before what they were handed

    /// Nothing happens if the workspace does not exist.
    void go(Workspace where);
    void goToWord(const QString& word);
    [[nodiscard]] Workspace where() const;
    /// The panel of a workspace, made if need be; none if there is no such workspace.
    Panel* panel(Workspace where);
    [[nodiscard]] Panel* current() const;
    [[nodiscard]] Rail* rail() const { return m_rail; }
    [[nodiscard]] QStackedWidget* stack() const { return m_stack; }
    void showNumbers(const Standing::Numbers& numbers);

Q_SIGNALS:
    void visited(const QString& word);

private:
    [[nodiscard]] int indexOf(Workspace where) const;
    Panel* make(int index);
    void visit(int index);

    PanelContext m_context;
    std::vector<Place> m_places;
    Rail* m_rail;
    QStackedWidget* m_stack;
    std::map<int, Panel*> m_panels; ///< by index in the rail
};

} // namespace winnow::ui
