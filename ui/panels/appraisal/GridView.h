// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace winnow::ui {

class GridModel;
class Theme;

/// A name with its state under it, or the disc of a judgement.
class GridDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    GridDelegate(const Theme& theme, const GridModel& model, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme& m_theme;
    const GridModel& m_model;
};

/// The grid of studies and domains. Arrows move, Enter goes into the form.
class GridView final : public QTableView {
    Q_OBJECT

public:
    GridView(const Theme& theme, GridModel& model, QWidget* parent = nullptr);
    /// Columns as wide as their heads and discs; the names take the rest.
    void fitColumns();

Q_SIGNALS:
    void entered();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace winnow::ui
