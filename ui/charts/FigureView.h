// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"

#include <QWidget>

namespace winnow::ui {

class Theme;

/// A print figure as a sheet of paper. Numbers that stand for records can be pointed at and clicked; with the keyboard
/// Tab or the arrows go from number to number and Enter opens. At most as large as in print unless zoomed.
class FigureView final : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(const Theme& theme, QWidget* parent = nullptr);

    /// The number that had the focus keeps it.
    void setFigure(const figures::Figure& figure);
    [[nodiscard]] const figures::Figure& figure() const { return m_figure; }

    /// The width there is; the sheet is made to fit while it is not zoomed by hand.
    void setRoom(int width);
    /// One step larger (+1), smaller (−1), or fitting again (0).
    void zoom(int step);

    [[nodiscard]] QString currentKey() const;
    void setCurrentKey(const QString& key);
    /// Where a number stands, in this widget; for tests and tool tips.
    [[nodiscard]] QRect placeOf(const QString& key) const;
    /// What stands there: "Records screened (n = 2,310)".
    [[nodiscard]] QString textOf(const QString& key) const;
    /// The figure as a picture, `dpi` dots an inch.
    [[nodiscard]] QImage image(int dpi) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void opened(const QString& key);
    /// The focus went to a number that may be out of sight.
    void shownAt(const QRect& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QString keyAt(QPoint place) const;
    [[nodiscard]] double fitting() const;
    [[nodiscard]] QRectF onScreen(const QRectF& points) const;
    void hover(const QString& key);
    void setCurrent(int region);
    void refit();

    const Theme& m_theme;
    figures::Figure m_figure;
    double m_scale = 1; ///< pixels a point
    double m_zoom = 0; ///< 0: fits
    int m_room = 0;
    int m_current = -1;
    QString m_hovered;
};

} // namespace winnow::ui
