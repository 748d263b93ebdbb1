// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace winnow::ui {

class Dialogs;

/// Cells of colours: typed as #02C100, or picked from those that readers know, with any other one behind "Other…".
/// Space opens the list.
class ColourDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `colourBlind`: those for the colour-blind come first.
    ColourDelegate(Dialogs& dialogs, bool colourBlind, QObject* parent = nullptr);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
    void askOther(const QModelIndex& index) const;

    Dialogs& m_dialogs;
    bool m_colourBlind;
};

} // namespace winnow::ui
