// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Face.h"

#include <QAbstractTableModel>

namespace winnow::ui {

/// Everything that a chart counts, row by row: also what its drawing leaves out.
class ChartTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ChartTableModel(const ChartFace& face, QObject* parent = nullptr);

    void setData(const ChartData& data);
    /// nullptr: no such row.
    [[nodiscard]] const ChartMark* markAt(int row) const;
    /// What a row is, for headings: its names.
    [[nodiscard]] QString rowText(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isNumber(int column) const;

    const ChartFace& m_face;
    QStringList m_heads;
    ChartData m_data;
};

} // namespace winnow::ui
