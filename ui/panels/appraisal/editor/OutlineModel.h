// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftDesk.h"

#include <QAbstractItemModel>

namespace winnow::ui {

/// A draft as a tree: what it is, its answers and scales, its languages; then its domains, each with its questions.
/// Domains and questions can be dragged to other places.
class OutlineModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { PlaceRole = Qt::UserRole, MarkRole };
    /// What is to be said of a row: nothing, something worth knowing, a fault.
    enum class Mark { None, Note, Fault };

    explicit OutlineModel(DraftDesk& desk, QObject* parent = nullptr);

    [[nodiscard]] QModelIndex indexOf(int place) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                       const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

private:
    struct Target {
        int key = 0;
        int domain = 0; ///< 0: among the domains
        int at = -1; ///< −1: it cannot be dropped there
    };
    [[nodiscard]] Target targetOf(const QMimeData& data, int row, const QModelIndex& parent) const;
    [[nodiscard]] QString textOf(int place) const;
    [[nodiscard]] Mark markOf(int place) const;
    [[nodiscard]] std::vector<int> shape() const;

    DraftDesk& m_desk;
    std::vector<int> m_shape; ///< of what is shown: numbers in order, so that only another order is a new tree
};

} // namespace winnow::ui
