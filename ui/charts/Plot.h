// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace winnow::ui {

/// A part of a bar: one series' share of it, and the marks (Charts::records) that it stands for. No keys: it opens
/// nothing.
struct PlotPart {
    double value = 0;
    QStringList keys;

    bool operator==(const PlotPart&) const = default;
};

/// One bar, its parts in the order of the series.
struct PlotItem {
    QString name; ///< in full: for headings, tool tips and screen readers
    std::vector<PlotPart> parts;

    bool operator==(const PlotItem&) const = default;
    [[nodiscard]] double sum() const
    {
        double all = 0;
        for (const PlotPart& part : parts)
            all += part.value;
        return all;
    }
};

/// What is drawn of a chart, and nothing about how. Columns stand side by side along time or numbers; bars lie below
/// one another, each with its name.
struct Plot {
    enum class Shape { Columns, Bars };
    Shape shape = Shape::Bars;
    QStringList series; ///< names; one: no legend
    std::vector<PlotItem> items;
    bool share = false; ///< each bar is drawn as 100 %

    bool operator==(const Plot&) const = default;
};

/// Neighbours put together, the same number of each, until at most `most` columns are left. `join` names a group by its
/// first and last column.
[[nodiscard]] Plot thinned(Plot plot, int most, QString (*join)(const QString& first, const QString& last));

/// Round steps of an axis from 0 that reach `top`: 0, 20, 40 … at most five.
[[nodiscard]] std::vector<double> roundSteps(double top);

} // namespace winnow::ui
