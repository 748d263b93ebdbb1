// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace winnow::ui {

class DenseTable;
class Theme;

/// Entries of a file that could not be read: line, why, and how they begin.
class UnreadableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Line, Why, Begins, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(std::vector<Unreadable> entries);
    [[nodiscard]] const Unreadable* entryAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Unreadable> m_entries;
};

/// The list, and below it the chosen entry as it stands in the file, ready to be copied.
class UnreadablePage final : public QWidget {
    Q_OBJECT

public:
    explicit UnreadablePage(const Theme& theme, QWidget* parent = nullptr);

    void show(const QString& file, std::vector<Unreadable> entries);
    using QWidget::show;
    [[nodiscard]] UnreadableModel* model() const { return m_model; }

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    UnreadableModel* m_model;
    QLabel* m_head;
    QPushButton* m_back;
    DenseTable* m_table;
    QPlainTextEdit* m_text;
};

} // namespace winnow::ui
