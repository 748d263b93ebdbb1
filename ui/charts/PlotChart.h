// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Plot.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QRectF>

class QAbstractBarSeries;
class QAbstractAxis;
class QChart;

namespace winnow::ui {

/// How a plot is drawn: on the screen in the theme's roles, in print in the paper's.
struct PlotLook {
    QColor page;
    QColor ink;
    QColor dim;
    QColor line;
    QColor accent;
    QColor second; ///< from the fifth series on
    QFont font; ///< of a family by name: an alias would be written into vector files
    int nameWidth = 160; ///< room for the names of bars, in pixels; longer ones are cut. Columns have twice of it
    bool rightToLeft = false; ///< Qt Charts do not mirror: bars grow to the left from names on the right
};

/// A plot as a Qt chart. Series differ in lightness, with an outline, so that they are told apart in grey.
/// The chart belongs to the scene (or view) that it is given to.
class PlotChart {
public:
    PlotChart(const Plot& plot, const PlotLook& look);

    [[nodiscard]] QChart* chart() const { return m_chart; }
    /// Where a part is drawn, in the chart's coordinates; empty for a part of nothing.
    [[nodiscard]] QRectF rectOf(int item, int part) const;

    static constexpr int distinctFills = 4;
    [[nodiscard]] static QBrush fillOf(const PlotLook& look, int series);

private:
    void addBars();
    void addValueAxis();
    void addColumnAxis();
    void addNameAxis();
    [[nodiscard]] int labelsAlong() const;
    void dressAxis(QAbstractAxis& axis) const;
    void dressLegend() const;
    [[nodiscard]] bool columns() const { return m_plot.shape == Plot::Shape::Columns; }
    /// The place of an item along its axis: bars from below, columns from the left, both mirrored where it is due.
    [[nodiscard]] int placeOf(int item) const;
    /// Of a part on the axis: share or number, negative where bars grow to the left.
    [[nodiscard]] double valueOf(int item, double number) const;
    [[nodiscard]] double top() const;
    /// As a share of the room between two bars.
    [[nodiscard]] double barWidth() const;

    Plot m_plot;
    PlotLook m_look;
    QChart* m_chart;
    QAbstractBarSeries* m_bars = nullptr;
};

} // namespace winnow::ui
