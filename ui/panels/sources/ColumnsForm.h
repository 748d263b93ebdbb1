// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Imports.h"

#include <QWidget>

#include <vector>

class QComboBox;

namespace winnow::ui {

class Theme;

/// What the columns of a table are: each heading with its first cells and a field to choose.
class ColumnsForm final : public QWidget {
    Q_OBJECT

public:
    ColumnsForm(const Theme& theme, const std::vector<TableColumn>& columns, QWidget* parent = nullptr);

    /// Columns of which something else was chosen than their heading says.
    [[nodiscard]] ColumnNames names() const;
    void setNames(const ColumnNames& names);
    [[nodiscard]] QComboBox* choiceOf(const QString& heading) const;
    /// The first choice: where the focus goes when something has to be chosen.
    [[nodiscard]] QComboBox* first() const;

    /// What a field is called in the window.
    [[nodiscard]] static QString nameOf(const QString& field);

Q_SIGNALS:
    /// By the user.
    void chosen();

private:
    struct Row {
        QString heading;
        QString guess; ///< field that the heading says
        QComboBox* choice;
    };
    std::vector<Row> m_rows;
    bool m_filling = false;
};

} // namespace winnow::ui
