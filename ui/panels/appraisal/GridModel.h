// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/AppraisalStudies.h"

#include <QAbstractTableModel>

#include <memory>

namespace winnow::ui {

/// One line of the grid: a study, or one result of it. Without a view it is not begun.
struct GridRow {
    AppraisedStudy study;
    std::optional<AppraisalView> view;

    /// Others may have begun it: that is not told while it is blind.
    [[nodiscard]] bool begunByMe() const
    {
        return view && (view->state != AppraisalState::Blind || !view->mine.empty());
    }
};

/// Studies × judged domains under one variant of an instrument: a traffic light that is always up to date.
class GridModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { SymbolRole = Qt::UserRole, StateRole, ProgressRole };
    using QAbstractTableModel::QAbstractTableModel;

    /// `judge` may be empty: no instrument is chosen.
    void setRows(std::shared_ptr<const appraisal::Judge> judge, std::vector<GridRow> rows);
    /// Another view of one line, which stays where it is.
    void setView(int row, AppraisalView view);

    [[nodiscard]] const GridRow* row(int index) const;
    [[nodiscard]] int rowOf(AppraisalId id) const;
    /// Of a column behind the first, which holds the names.
    [[nodiscard]] const appraisal::Domain* domainAt(int column) const;
    [[nodiscard]] int columnOf(const QString& domain) const;
    /// What the line comes to in that column; nullptr: nothing yet.
    [[nodiscard]] const appraisal::Level* levelAt(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void judgeRow(std::size_t row);
    [[nodiscard]] QString nameOf(const GridRow& row) const;

    std::shared_ptr<const appraisal::Judge> m_judge;
    std::vector<const appraisal::Domain*> m_domains;
    std::vector<GridRow> m_rows;
    std::vector<appraisal::Judged> m_judged;
};

/// "Death, 12 months" of a result; empty for a study as a whole.
[[nodiscard]] QString resultText(const ResultOf& result);
/// Where an assessment stands, for people.
[[nodiscard]] QString stateText(AppraisalState state, bool complete);

} // namespace winnow::ui
