// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/PlotChart.h"

#include <QChartView>

#include <memory>

namespace winnow::ui {

class Theme;

/// A plot on the screen, in the theme's colours. A click on a part opens its records; with the keyboard the arrows go
/// from part to part (as they lie on the screen) and Enter opens. Screen readers hear the part; all of them stand in
/// the table beside it.
class PlotView final : public QChartView {
    Q_OBJECT

public:
    explicit PlotView(const Theme& theme, QWidget* parent = nullptr);

    void setPlot(const Plot& plot);
    [[nodiscard]] const Plot& plot() const { return m_plot; }
    /// "Scopus, found here alone: 41"; empty where nothing is chosen.
    [[nodiscard]] QString currentText() const;
    /// Where a part is drawn, in this widget.
    [[nodiscard]] QRect placeOf(int item, int part) const;
    void setNameWidth(int width) { m_nameWidth = width; }

Q_SIGNALS:
    /// The marks of a part, and what it is.
    void opened(const QStringList& keys, const QString& what);

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override { }
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Part {
        int item = -1;
        int part = -1;
        bool operator==(const Part&) const = default;
        [[nodiscard]] bool none() const { return item < 0; }
    };
    void draw();
    void setCurrent(Part part);
    void open(Part part);
    [[nodiscard]] Part partAt(QPoint place) const;
    [[nodiscard]] QString textOf(Part part) const;
    /// The next part that holds something: along the items, or within the item.
    [[nodiscard]] Part alongItems(int step) const;
    [[nodiscard]] Part withinItem(int step) const;
    [[nodiscard]] Part firstOf(int item, int step) const;
    [[nodiscard]] PlotLook look() const;

    const Theme& m_theme;
    Plot m_plot;
    std::unique_ptr<PlotChart> m_chart;
    Part m_current;
    int m_nameWidth = 160;
};

} // namespace winnow::ui
