// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Records.h"

#include <QList>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class AssignBar;
class Banner;
class DenseTable;
class EmptyState;
class RecordDetail;
class RecordsModel;
class SearchField;
class ToolRow;

/// A list of records and one of them in full: all of the review, or exactly those behind a number somewhere else.
class RecordsPanel final : public Panel {
    Q_OBJECT

public:
    explicit RecordsPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void find() override;
    /// Shows exactly these, under a heading that says what they are.
    void show(const QString& heading, const QList<winnow::RecordId>& records);
    using QWidget::show;
    /// Every record of the review.
    void showAll();

    [[nodiscard]] RecordsModel* model() const { return m_model; }
    [[nodiscard]] DenseTable* table() const { return m_table; }
    [[nodiscard]] RecordDetail* detail() const { return m_detail; }
    [[nodiscard]] AssignBar* assignBar() const { return m_assign; }
    /// What became of an assignment.
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] SearchField* findField() const { return m_find; }
    [[nodiscard]] QString heading() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeTools();
    void makeTable();
    void allowByRole();
    void openAssign();
    void assign();
    void leaveAssign();
    void undo();
    [[nodiscard]] std::vector<RecordId> chosen() const;
    void set(const QList<RecordId>& records);
    void readAll();
    void search();
    void say();
    void onChanged(bool lists);

    PanelContext& m_context;
    Hands m_reading; ///< whole lists and finds, beside the window
    QString m_name;
    QList<RecordId> m_listed; ///< before finding
    bool m_all = true;
    bool m_searching = false;
    QString m_searched;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QLabel* m_head;
    SearchField* m_find;
    QPushButton* m_showAll;
    QPushButton* m_toAssign;
    AssignBar* m_assign;
    Banner* m_banner;
    ToolRow* m_tools;
    RecordsModel* m_model;
    DenseTable* m_table;
    RecordDetail* m_detail;
};

} // namespace winnow::ui
