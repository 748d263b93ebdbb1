// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace winnow::ui {

class Theme;

/// A conflict in the list: two lines of title, its kind, and the letter of how it was settled.
class ConflictDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    ConflictDelegate(const Theme& theme, QObject* parent);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace winnow::ui
