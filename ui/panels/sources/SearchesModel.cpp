// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/SearchesModel.h"

#include "models/SourcesModel.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace winnow::ui {
namespace {

bool isCount(int column)
{
    return column == SearchesModel::Hits || column == SearchesModel::Records || column == SearchesModel::Fresh;
}

QString cellText(const SearchRecord& search, SearchesModel::Column column)
{
    using Column = SearchesModel::Column;
    switch (column) {
    case Column::When: return QLocale().toString(QDateTime::fromMSecsSinceEpoch(search.ended), QLocale::ShortFormat);
    case Column::Source: return search.source;
    case Column::Query: return search.sent.simplified();
    case Column::Hits: return search.hits < 0 ? QString() : numberText(search.hits);
    case Column::Records: return numberText(search.records);
    case Column::Fresh: return numberText(search.fresh);
    case Column::State: return SearchesModel::stateOf(search);
    case Column::By: return search.by;
    case Column::columns: break;
    }
    return {};
}

} // namespace

void SearchesModel::setSearches(std::vector<SearchRecord> searches)
{
    if (searches == m_searches)
        return;
    beginResetModel();
    m_searches = std::move(searches);
    endResetModel();
}

const SearchRecord* SearchesModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_searches[m_searches.size() - 1 - size_t(row)] : nullptr;
}

QString SearchesModel::stateOf(const SearchRecord& search)
{
    if (!search.gaps.empty())
        return tr("partial: %1 of %2").arg(numberText(search.delivered), numberText(search.hits));
    if (!search.complete)
        return tr("stopped");
    return search.of.isEmpty() ? tr("complete") : tr("repeated or resumed");
}

int SearchesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_searches.size());
}

int SearchesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant SearchesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cellText(*at(index.row()), Column(index.column()));
    if (role == Qt::TextAlignmentRole && isCount(index.column()))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant SearchesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole && isCount(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, columns> heads{tr("When"),    tr("Source"), tr("Query"), tr("Hits"),
                                             tr("Records"), tr("New"),    tr("State"), tr("By")};
    return heads[size_t(section)];
}

} // namespace winnow::ui
