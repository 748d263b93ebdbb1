// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace winnow::ui {

class Theme;

/// A table as the design has it: rows of 28, one rule under each, no grid, whole rows chosen, a flat head.
/// It has no type-ahead: letters reach the window's keys. Tab leaves it. Home and End go to the first and the last row.
class DenseTable final : public QTableView {
    Q_OBJECT
public:
    explicit DenseTable(const Theme& theme, QWidget* parent = nullptr);
    /// Double click or Enter on a row.
    void keyboardSearch(const QString&) override { }

Q_SIGNALS:
    void rowOpened(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace winnow::ui
