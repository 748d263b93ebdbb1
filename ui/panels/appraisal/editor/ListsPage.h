// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftTable.h"

#include <QScrollArea>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

/// The answers that questions share and the scales that domains are judged on, each as a table of its own.
class ListsPage final : public QScrollArea {
    Q_OBJECT

public:
    ListsPage(const Theme& theme, DraftDesk& desk, Dialogs& dialogs, QWidget* parent = nullptr);

    [[nodiscard]] DraftTable* answers(std::size_t set) const { return m_sets.at(set).table; }
    [[nodiscard]] DraftTable* levels(std::size_t scale) const { return m_scales.at(scale).table; }
    [[nodiscard]] QPushButton* addSetButton() const { return m_addSet; }
    [[nodiscard]] QPushButton* addScaleButton() const { return m_addScale; }
    void addSet(std::size_t usual);
    void addScale(std::size_t usual);

Q_SIGNALS:
    void refused(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Block {
        QWidget* whole;
        QLineEdit* name;
        DraftTable* table;
    };
    void refresh();
    void build();
    Block block(const QString& name, DraftTable* table, const DraftTable::Access& names, int at);
    void sayRefused(const QString& label, const QString& text);

    const Theme& m_theme;
    DraftDesk& m_desk;
    Dialogs& m_dialogs;
    QVBoxLayout* m_setColumn;
    QVBoxLayout* m_scaleColumn;
    QPushButton* m_addSet;
    QPushButton* m_addScale;
    std::vector<Block> m_sets;
    std::vector<Block> m_scales;
};

} // namespace winnow::ui
