// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Conflicts.h"

#include <QAbstractListModel>
#include <QCache>

#include <map>
#include <vector>

namespace winnow::ui {

/// The opened conflicts of one stage. A snapshot: what is settled stays in place with its mark until the list is made
/// anew, so that nothing moves under the reader's eyes. Titles are read for the rows on screen only.
class ConflictsModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, SettledRole };

    explicit ConflictsModel(Project& project, QObject* parent = nullptr);

    void setConflicts(std::vector<Conflict> conflicts);
    [[nodiscard]] const Conflict* conflictAt(int row) const;
    [[nodiscard]] int rowOf(RecordId report) const;

    /// How a report was settled since the list was made; None: not, or not any more.
    void setSettled(RecordId report, Verdict verdict);
    [[nodiscard]] Verdict settled(RecordId report) const;
    [[nodiscard]] int unsettled() const { return int(m_conflicts.size() - m_settled.size()); }
    /// The next row after `row` that is not settled, beginning again at the top; −1: none.
    [[nodiscard]] int nextUnsettled(int row) const;
    void refresh();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] static QString nameOf(ConflictKind kind);

private:
    [[nodiscard]] QString title(RecordId report) const;

    Project& m_project;
    std::vector<Conflict> m_conflicts;
    std::map<RecordId, Verdict> m_settled;
    mutable QCache<qint64, QString> m_titles{512};
};

} // namespace winnow::ui
