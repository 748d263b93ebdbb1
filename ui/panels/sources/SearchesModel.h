// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/SearchLog.h"

#include <QAbstractTableModel>

namespace winnow::ui {

/// The searches that were made, newest first.
class SearchesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Source, Query, Hits, Records, Fresh, State, By, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setSearches(std::vector<SearchRecord> searches); ///< in the order in which they were made
    /// Null for a row that does not exist.
    [[nodiscard]] const SearchRecord* at(int row) const;
    [[nodiscard]] const std::vector<SearchRecord>& searches() const { return m_searches; }
    /// "complete", "partial: 400 of 1,000" …
    [[nodiscard]] static QString stateOf(const SearchRecord& search);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SearchRecord> m_searches;
};

} // namespace winnow::ui
