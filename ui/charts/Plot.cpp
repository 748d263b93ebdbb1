// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Plot.h"

#include <algorithm>
#include <cmath>

namespace winnow::ui {
namespace {

void addTo(PlotItem& group, const PlotItem& item)
{
    for (size_t i = 0; i < item.parts.size(); ++i) {
        group.parts[i].value += item.parts[i].value;
        group.parts[i].keys += item.parts[i].keys;
    }
}

} // namespace

Plot thinned(Plot plot, int most, QString (*join)(const QString& first, const QString& last))
{
    const size_t step = (plot.items.size() + size_t(most) - 1) / size_t(most);
    if (step < 2)
        return plot;
    std::vector<PlotItem> groups;
    for (size_t at = 0; at < plot.items.size(); at += step) {
        const size_t end = std::min(at + step, plot.items.size());
        PlotItem group = plot.items[at];
        for (size_t i = at + 1; i < end; ++i)
            addTo(group, plot.items[i]);
        if (end - at > 1)
            group.name = join(plot.items[at].name, plot.items[end - 1].name);
        groups.push_back(std::move(group));
    }
    plot.items = std::move(groups);
    return plot;
}

std::vector<double> roundSteps(double top)
{
    if (top <= 0)
        return {0, 1};
    double step = std::pow(10, std::floor(std::log10(top)));
    for (const double part : {0.2, 0.5, 1.0, 2.0}) {
        if (top / (step * part) <= 5) {
            step *= part;
            break;
        }
    }
    step = top <= 5 ? std::max(step, 1.0) : step; // there is no half record
    std::vector<double> steps;
    for (int i = 0; steps.empty() || steps.back() < top; ++i)
        steps.push_back(i * step);
    return steps;
}

} // namespace winnow::ui
