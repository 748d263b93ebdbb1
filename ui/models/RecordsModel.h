// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QList>

namespace winnow::ui {

/// A list of records as a table. It holds ids only; titles and the like are read in pages when they are shown, so that
/// a million rows cost one integer array.
class RecordsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, Authors, Year, Journal, Source, Place, columns };

    explicit RecordsModel(Project& project, QObject* parent = nullptr);

    void setRecords(const QList<RecordId>& records);
    [[nodiscard]] const QList<RecordId>& records() const { return m_records; }
    /// None for a row that does not exist.
    [[nodiscard]] RecordId recordAt(int row) const;
    /// −1 if the list does not hold it.
    [[nodiscard]] int rowOf(RecordId record) const;
    /// Something changed in the file: what is shown is read anew; rows and selection stay.
    void refresh();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr int pageRows = 64;

private:
    using Page = std::vector<RecordBrief>;

    [[nodiscard]] const RecordBrief* brief(int row) const;
    [[nodiscard]] QString textAt(int row, Column column) const;

    Project& m_project;
    QList<RecordId> m_records;
    mutable QCache<int, Page> m_pages{32};
};

} // namespace winnow::ui
