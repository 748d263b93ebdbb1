// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ChartTableModel.h"

namespace winnow::ui {

ChartTableModel::ChartTableModel(const ChartFace& face, QObject* parent)
    : QAbstractTableModel(parent)
    , m_face(face)
    , m_heads(face.heads())
{
}

void ChartTableModel::setData(const ChartData& data)
{
    if (data == m_data)
        return; // the chosen row stays chosen
    beginResetModel();
    m_data = data;
    endResetModel();
}

const ChartMark* ChartTableModel::markAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_data.marks[size_t(row)] : nullptr;
}

QString ChartTableModel::rowText(int row) const
{
    const ChartMark* mark = markAt(row);
    QStringList names;
    for (int name = 0; mark && name < int(mark->names.size()); ++name)
        names << m_face.nameText(*mark, name);
    return names.join(tr(", "));
}

int ChartTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_data.marks.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

bool ChartTableModel::isNumber(int column) const
{
    return !m_data.marks.empty() && column >= int(m_data.marks.front().names.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_face.cell(m_data.marks[size_t(index.row())], index.column());
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(index.column()) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_heads.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_heads[section];
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    return {};
}

} // namespace winnow::ui
