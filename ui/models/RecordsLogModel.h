// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <QAbstractTableModel>

namespace winnow::ui {

/// Lines of the audit trail in words: when, who, what. Either all at once, or page by page as the reader comes down.
class RecordsLogModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Who, What, Subject, Value, columns };

    explicit RecordsLogModel(Project& project, QObject* parent = nullptr);

    /// In the order in which they are to be read.
    void setEntries(std::vector<LogEntry> entries);
    /// The whole trail of the project, oldest first, read in pages.
    void readTrail();
    [[nodiscard]] const LogEntry* entryAt(int row) const;

    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What a change did, for people; the machine word itself where it is not known.
    [[nodiscard]] static QString what(const LogEntry& entry);

private:
    [[nodiscard]] QString textAt(const LogEntry& entry, Column column) const;

    Project& m_project;
    std::vector<LogEntry> m_entries;
    bool m_more = false;
};

} // namespace winnow::ui
