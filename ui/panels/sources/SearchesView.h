// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/SearchLog.h"

class QLabel;
class QPushButton;

namespace winnow::ui {

class DenseTable;
class SearchesModel;

/// The searches that were made, with all that PRISMA-S asks of each: to be repeated, written out and passed on.
class SearchesView final : public QWidget {
    Q_OBJECT

public:
    SearchesView(PanelContext& context, QWidget* parent = nullptr);

    void setSearches(std::vector<SearchRecord> searches);
    void setRunning(bool running);

    [[nodiscard]] DenseTable* table() const { return m_table; }
    [[nodiscard]] SearchesModel* model() const { return m_model; }
    [[nodiscard]] QLabel* details() const { return m_details; }
    [[nodiscard]] QPushButton* againButton() const { return m_again; }
    [[nodiscard]] QPushButton* recordsButton() const { return m_records; }
    [[nodiscard]] QPushButton* appendixButton() const { return m_appendix; }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QPushButton* repeatButton() const { return m_repeat; }

Q_SIGNALS:
    void againRequested(const winnow::SearchRecord& search);
    void recordsRequested(const winnow::SearchRecord& search);
    void appendixRequested();
    void exportRequested();
    void repeatRequested(); ///< those of a coauthor's file

private:
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] const SearchRecord* chosen() const;
    void showChosen();
    void refreshTools();

    PanelContext& m_context;
    SearchesModel* m_model;
    DenseTable* m_table;
    QLabel* m_none;
    QLabel* m_details;
    QPushButton* m_again;
    QPushButton* m_records;
    QPushButton* m_appendix;
    QPushButton* m_export;
    QPushButton* m_repeat;
    bool m_running = false;
};

} // namespace winnow::ui
