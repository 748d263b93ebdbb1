// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <QAbstractTableModel>

namespace winnow::ui {

class Theme;

/// The imports of a review, one row each in the order they came; those taken back are dim.
class SourcesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Source, Kind, Platform, Searched, Records, Unreadable, When, By, columns };

    SourcesModel(Project& project, const Theme& theme, QObject* parent = nullptr);

    /// Reads the runs anew; rows stay where they are.
    void refresh();
    /// Null for a row that does not exist.
    [[nodiscard]] const Run* runAt(int row) const;
    [[nodiscard]] int rowOf(RunId run) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textAt(const Run& run, Column column) const;
    /// Names or kinds of all sources of a run, each once.
    [[nodiscard]] QString sourcesOf(const Run& run, bool kinds) const;

    Project& m_project;
    const Theme& m_theme;
    std::shared_ptr<const Review> m_review;
};

/// The number of a column, right-aligned in a table, in the user's way of writing it.
[[nodiscard]] QString numberText(qint64 number);

} // namespace winnow::ui
