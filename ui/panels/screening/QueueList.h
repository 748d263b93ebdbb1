// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "services/Theme.h"

#include <QTableView>

#include <vector>

namespace winnow::ui {

class QueueDelegate;
class QueueModel;

/// The queue beside the reader: rows of 70 pixels, as many as there are records. No type-ahead: letters vote.
class QueueList final : public QTableView {
    Q_OBJECT

public:
    QueueList(const Theme& theme, QueueModel& model, QWidget* parent = nullptr);

    [[nodiscard]] int row() const { return currentIndex().row(); }
    /// Goes to the row; it alone is chosen, unless rows are being marked.
    void setRow(int row);
    /// Marks the row or takes the mark off; from then on moving keeps the marks.
    void toggleMark();
    /// No marks, one chosen row.
    void clearMarks();
    /// More than one row is chosen, or rows are being marked.
    [[nodiscard]] bool several() const;
    [[nodiscard]] int chosenCount() const;
    /// The chosen reports in the order of the list.
    [[nodiscard]] std::vector<RecordId> chosen() const;
    void keyboardSearch(const QString&) override { }

Q_SIGNALS:
    void rowChanged(int row);
    void chosenChanged();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                         const QEvent* event = nullptr) const override;

private:
    QueueModel& m_model;
    QueueDelegate* m_delegate;
    bool m_marking = false;
};

} // namespace winnow::ui
