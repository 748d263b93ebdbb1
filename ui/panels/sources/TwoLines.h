// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace winnow::ui {

class Theme;

/// Paints an item whose text has two lines: what it is, and, smaller and dim, what is to be known of it.
class TwoLines final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TwoLines(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace winnow::ui
