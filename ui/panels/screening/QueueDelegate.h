// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Theme.h"

#include <QStyledItemDelegate>

namespace winnow::ui {

/// A row of the queue: the square with my vote and two lines of title, elided where it is longer, then its source.
/// The title runs in its own direction, the row in that of the window.
class QueueDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    QueueDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Rows that are chosen beside the current one: the current one then gets a bar of its own.
    void setSeveral(bool several) { m_several = several; }

private:
    void paintTitle(QPainter& painter, const QRect& where, const QString& title, const QColor& ink,
                    bool mirrored) const;
    void paintSource(QPainter& painter, const QRect& where, const QString& source, bool mirrored) const;

    const Theme& m_theme;
    bool m_several = false;
};

} // namespace winnow::ui
