// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/PlotChart.h"

#include "charts/Face.h"
#include "services/Colours.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QFontMetrics>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QStackedBarSeries>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::ui {
namespace {

constexpr double widest = 0.72; ///< of the room of a bar
constexpr double fewBars = 4; ///< fewer are no thicker than these
constexpr double fewColumns = 12;
constexpr int mostLabels = 8; ///< along a column axis
constexpr int leastLabels = 2;
constexpr double beyondMirrored = 0.1; ///< of the longest bar: Qt Charts hide a label that stands out to the left
constexpr int betweenLabels = 14; ///< pixels
constexpr std::array<double, PlotChart::distinctFills> lightness{1.0, 0.25, 0.6, 0.06};

/// Qt Charts keep only one of several equal labels.
QString unique(QString label, const QStringList& taken)
{
    while (taken.contains(label))
        label += QChar(0x200B);
    return label;
}

} // namespace

PlotChart::PlotChart(const Plot& plot, const PlotLook& look) : m_plot(plot), m_look(look), m_chart(new QChart)
{
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundRoundness(0);
    m_chart->setBackgroundBrush(look.page);
    m_chart->setBackgroundPen(Qt::NoPen);
    m_chart->setDropShadowEnabled(false);
    const QFontMetrics metrics(look.font);
    const int beside = metrics.horizontalAdvance(numberOf(top())) / 2 + 6; // half of the last label stands out
    m_chart->setMargins(QMargins(0, metrics.height() / 2, look.rightToLeft ? 0 : beside, 0));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    addBars();
    addValueAxis();
    if (columns())
        addColumnAxis();
    else
        addNameAxis();
    dressLegend();
}

QBrush PlotChart::fillOf(const PlotLook& look, int series)
{
    const QColor& colour = series % (2 * distinctFills) < distinctFills ? look.accent : look.second;
    return mixed(look.page, colour, lightness[size_t(series % distinctFills)]);
}

int PlotChart::placeOf(int item) const
{
    const bool reversed = columns() ? m_look.rightToLeft : true;
    return reversed ? int(m_plot.items.size()) - 1 - item : item;
}

double PlotChart::valueOf(int item, double number) const
{
    const double sum = m_plot.items[size_t(item)].sum();
    const double value = m_plot.share ? (sum > 0 ? 100 * number / sum : 0) : number;
    return !columns() && m_look.rightToLeft ? -value : value;
}

double PlotChart::top() const
{
    double most = m_plot.share ? 100 : 0;
    for (const PlotItem& item : m_plot.items)
        most = m_plot.share ? most : std::max(most, item.sum());
    return most;
}

double PlotChart::barWidth() const
{
    return widest * std::min(double(m_plot.items.size()) / (columns() ? fewColumns : fewBars), 1.0);
}

void PlotChart::addBars()
{
    if (columns())
        m_bars = new QStackedBarSeries(m_chart);
    else
        m_bars = new QHorizontalStackedBarSeries(m_chart);
    m_bars->setBarWidth(barWidth());
    for (int series = 0; series < int(m_plot.series.size()); ++series) {
        auto* set = new QBarSet(m_plot.series[series]);
        std::vector<double> values(m_plot.items.size());
        for (int item = 0; item < int(m_plot.items.size()); ++item)
            values[size_t(placeOf(item))] = valueOf(item, m_plot.items[size_t(item)].parts[size_t(series)].value);
        for (const double value : values)
            set->append(value);
        set->setBrush(fillOf(m_look, series));
        set->setPen(QPen(series % (2 * distinctFills) < distinctFills ? m_look.accent : m_look.second, 1));
        m_bars->append(set);
    }
    m_chart->addSeries(m_bars);
}

void PlotChart::dressAxis(QAbstractAxis& axis) const
{
    axis.setLabelsFont(m_look.font);
    axis.setLabelsColor(m_look.dim);
    axis.setGridLineColor(m_look.line);
    axis.setLinePen(QPen(m_look.line, 1));
    axis.setShadesVisible(false);
    axis.setTruncateLabels(false); // Qt Charts cut a name to dots as soon as its line is a pixel too high
}

void PlotChart::addValueAxis()
{
    auto* axis = new QCategoryAxis(m_chart);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    dressAxis(*axis);
    const bool mirrored = !columns() && m_look.rightToLeft;
    std::vector<double> steps = roundSteps(top());
    if (mirrored)
        std::for_each(steps.begin(), steps.end(), [](double& step) { step = -step; });
    std::sort(steps.begin(), steps.end());
    axis->setRange(mirrored ? steps.front() * (1 + beyondMirrored) : steps.front(), steps.back());
    for (const double step : steps)
        axis->append(m_plot.share ? percentOf(std::abs(step) / 100) : numberOf(std::abs(step)), step);
    axis->setLineVisible(false);
    const Qt::AlignmentFlag side = m_look.rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    m_chart->addAxis(axis, columns() ? side : Qt::AlignBottom);
    m_bars->attachAxis(axis);
}

/// As many as stand beside one another in the least room that columns get.
int PlotChart::labelsAlong() const
{
    const QFontMetrics metrics(m_look.font);
    int widestName = 1;
    for (const PlotItem& item : m_plot.items)
        widestName = std::max(widestName, metrics.horizontalAdvance(item.name));
    return std::clamp(2 * m_look.nameWidth / (widestName + betweenLabels), leastLabels, mostLabels);
}

void PlotChart::addColumnAxis()
{
    auto* axis = new QCategoryAxis(m_chart);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    dressAxis(*axis);
    axis->setGridLineVisible(false);
    const int n = int(m_plot.items.size());
    axis->setRange(-0.5, n - 0.5);
    const int labels = labelsAlong();
    const int every = (n + labels - 1) / labels;
    const int half = every / 2; // from the newest on; in the middle of its stretch a label never stands out
    for (int place = 0; place < n; ++place) {
        const int item = placeOf(place); // its own inverse
        if ((n - 1 - item) % every == half && item >= half)
            axis->append(m_plot.items[size_t(item)].name, place);
    }
    m_chart->addAxis(axis, Qt::AlignBottom);
    m_bars->attachAxis(axis);
}

void PlotChart::addNameAxis()
{
    auto* axis = new QBarCategoryAxis(m_chart);
    dressAxis(*axis);
    axis->setLabelsColor(m_look.ink);
    axis->setGridLineVisible(false);
    const QFontMetrics metrics(m_look.font);
    QStringList names;
    for (int place = 0; place < int(m_plot.items.size()); ++place) {
        const PlotItem& item = m_plot.items[size_t(placeOf(place))];
        const QString number = QStringLiteral(" · ") + numberOf(item.sum());
        const int room = m_look.nameWidth - metrics.horizontalAdvance(number);
        names << unique(metrics.elidedText(item.name, Qt::ElideRight, room) + number, names);
    }
    axis->append(names);
    m_chart->addAxis(axis, m_look.rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    m_bars->attachAxis(axis);
}

void PlotChart::dressLegend() const
{
    QLegend* legend = m_chart->legend();
    legend->setVisible(m_plot.series.size() > 1);
    legend->setAlignment(Qt::AlignTop);
    legend->setFont(m_look.font);
    legend->setLabelColor(m_look.ink);
    legend->setBackgroundVisible(false);
    legend->setContentsMargins(0, 0, 0, 0);
}

QRectF PlotChart::rectOf(int item, int part) const
{
    const std::vector<PlotPart>& parts = m_plot.items.at(size_t(item)).parts;
    if (parts.at(size_t(part)).value <= 0)
        return {};
    double before = 0;
    for (int i = 0; i < part; ++i)
        before += parts[size_t(i)].value;
    const double from = valueOf(item, before);
    const double to = valueOf(item, before + parts[size_t(part)].value);
    const double place = placeOf(item);
    const auto at = [&](double value, double across) {
        return m_chart->mapToPosition(columns() ? QPointF(across, value) : QPointF(value, across), m_bars);
    };
    return QRectF(at(from, place - barWidth() / 2), at(to, place + barWidth() / 2)).normalized();
}

} // namespace winnow::ui
