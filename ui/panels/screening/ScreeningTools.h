// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/QueueLoad.h"
#include "project/Entities.h"
#include "services/Icons.h"
#include "services/Keys.h"
#include "widgets/Frames.h"

class QAction;
class QMenu;
class QPushButton;

namespace winnow::ui {

class KeyCap;
class ProgressLine;
class SearchField;
class TextLabel;

/// The row over the queue: how far I am, in what order, which of them, find; at its end what the room is and its keys.
class ScreeningTools final : public QWidget {
    Q_OBJECT

public:
    ScreeningTools(const Theme& theme, const Icons& icons, const Keys& keys, Stage stage, QWidget* parent = nullptr);

    void setProgress(const Progressed& progress);
    /// What the queue is now, with the team's labels to filter by.
    void setRequest(const QueueRequest& request, const std::vector<Label>& labels);
    /// What the records speak of, the most frequent first, to filter by.
    void setEntities(const std::vector<EntityTally>& entities);
    void setAutoAdvance(bool on);
    /// Why who sits here may not remove records before screening; empty: may.
    void setWritable(const QString& whyNot);
    /// The queue is older than the project: says so at the button that reads it anew.
    void setStale(bool stale);
    /// Something is loaded or looked for.
    void setBusy(bool busy);
    void setFound(const QString& text);
    [[nodiscard]] SearchField* find() const { return m_find; }
    [[nodiscard]] QPushButton* orderButton() const { return m_order; }
    [[nodiscard]] QPushButton* filterButton() const { return m_filter; }
    [[nodiscard]] QMenu* moreMenu() const { return m_moreMenu; }
    [[nodiscard]] QPushButton* refreshButton() const { return m_refresh; }
    [[nodiscard]] TextLabel* progressLabel() const { return m_progress; }

Q_SIGNALS:
    void orderChosen(winnow::ui::QueueOrder order);
    void filterChosen(const winnow::ui::QueueFilter& filter);
    void autoAdvanceChosen(bool on);
    void refreshWanted();
    void listWanted();
    void setAsideWanted();
    void helpWanted();

private:
    void buildMore(const Keys& keys, Stage stage);
    void fillOrders();
    void fillFilters(const std::vector<Label>& labels);
    void addEntities(QMenu& menu);
    QPushButton* menuButton(const QString& name);

    const Theme& m_theme;
    QueueRequest m_request;
    std::vector<Label> m_labels;
    std::vector<EntityTally> m_entities;
    TextLabel* m_progress;
    ProgressLine* m_line;
    QPushButton* m_order;
    QPushButton* m_filter;
    SearchField* m_find;
    TextLabel* m_found;
    QPushButton* m_refresh;
    QPushButton* m_help;
    QPushButton* m_more;
    QMenu* m_moreMenu;
    QAction* m_advance = nullptr;
    QAction* m_setAside = nullptr; ///< at title and abstract
};

} // namespace winnow::ui
