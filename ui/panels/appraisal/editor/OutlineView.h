// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/OutlineModel.h"

#include <QTreeView>

namespace winnow::ui {

class Theme;

/// The parts of a draft, to be chosen, added, dragged, moved in, copied and deleted. Alt and the arrows move, Insert
/// adds a question, Shift+Insert a domain, Ctrl+D copies, Delete deletes, Enter goes to what is chosen.
class OutlineView final : public QTreeView {
    Q_OBJECT

public:
    OutlineView(const Theme& theme, DraftDesk& desk, QWidget* parent = nullptr);

    [[nodiscard]] OutlineModel* outline() const { return m_model; }
    /// Of what is chosen; place::about at first.
    [[nodiscard]] int place() const;
    void setPlace(int place);

    void addDomain();
    void addOverall();
    void addItem();
    void copyChosen();
    void removeChosen();
    void moveChosen(int by);
    void indentChosen(int by);

    void keyboardSearch(const QString&) override { }

Q_SIGNALS:
    void placeChosen(int place);
    /// Enter: on to its fields.
    void entered();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;

private:
    void make(const QString& name, const std::function<int(appraisal::InstrumentDraft&)>& work);
    bool moveKey(const QKeyEvent& event);

    const Theme& m_theme;
    DraftDesk& m_desk;
    OutlineModel* m_model;
    int m_place = place::about;
};

} // namespace winnow::ui
