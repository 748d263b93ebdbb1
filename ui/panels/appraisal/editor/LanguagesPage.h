// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftDesk.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace winnow::ui {

class Dialogs;
class TextLabel;
class Theme;

/// What the instrument says, text by text, beside what it says in another language.
class LanguagesPage final : public QWidget {
    Q_OBJECT

public:
    LanguagesPage(const Theme& theme, DraftDesk& desk, Dialogs& dialogs, QWidget* parent = nullptr);

    [[nodiscard]] QTableWidget* table() const { return m_table; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QString progressText() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void fillTable();
    [[nodiscard]] QTableWidgetItem* cellAt(int row, int column);
    void askLanguage();
    void removeLanguage();
    void write(int row);
    [[nodiscard]] const appraisal::Translation* current() const;

    const Theme& m_theme;
    DraftDesk& m_desk;
    Dialogs& m_dialogs;
    bool m_showing = false;
    QComboBox* m_language;
    QPushButton* m_add;
    QPushButton* m_remove;
    TextLabel* m_progress;
    QTableWidget* m_table;
};

} // namespace winnow::ui
