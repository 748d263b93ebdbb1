// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/LibraryModel.h"

namespace winnow::ui {

void LibraryModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int LibraryModel::rowOf(const QString& id, const QString& version) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].instrument.id == id && m_rows[i].instrument.version == version)
            return int(i);
    }
    return -1;
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LibraryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 4;
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (index.column()) {
    case 0: return row.instrument.draft ? tr("%1 (draft)").arg(row.instrument.name) : row.instrument.name;
    case 1: return row.instrument.version;
    case 2: return row.instrument.judges == appraisal::Judges::Study ? tr("a study") : tr("a result");
    default: return row.own ? tr("this review") : tr("Winnow");
    }
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList heads{tr("Instrument"), tr("Version"), tr("Judges"), tr("Comes with")};
    return heads.value(section);
}

void DifferenceModel::setRows(std::vector<appraisal::Difference> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 4;
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const appraisal::Difference& row = m_rows[std::size_t(index.row())];
    switch (index.column()) {
    case 0:
        switch (row.kind) {
        case appraisal::Difference::Kind::Added: return tr("added");
        case appraisal::Difference::Kind::Removed: return tr("gone");
        case appraisal::Difference::Kind::Changed: break;
        }
        return tr("changed");
    case 1: return row.place;
    case 2: return row.before;
    default: return row.after;
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList heads{tr("What"), tr("Where"), tr("Before"), tr("After")};
    return heads.value(section);
}

} // namespace winnow::ui
