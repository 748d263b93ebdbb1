// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/PlotView.h"

#include "charts/Face.h"
#include "services/Theme.h"

#include <QAccessible>
#include <QChart>
#include <QFontInfo>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace winnow::ui {

PlotView::PlotView(const Theme& theme, QWidget* parent) : QChartView(parent), m_theme(theme)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&theme, &Theme::changed, this, &PlotView::draw);
    draw();
}

void PlotView::setPlot(const Plot& plot)
{
    if (plot == m_plot)
        return;
    m_plot = plot;
    m_current = {};
    draw();
}

PlotLook PlotView::look() const
{
    const Colours& c = m_theme.colours();
    QFont font = m_theme.font(Text::Small);
    font.setFamily(QFontInfo(font).family());
    return {c.page, c.ink, c.dim, c.line, c.accent, c.exclude, font, m_theme.px(m_nameWidth), isRightToLeft()};
}

void PlotView::draw()
{
    m_chart = std::make_unique<PlotChart>(m_plot, look());
    QChart* old = chart();
    setChart(m_chart->chart());
    delete old;
    setBackgroundBrush(m_theme.colours().page);
}

QString PlotView::textOf(Part part) const
{
    const PlotItem& item = m_plot.items[size_t(part.item)];
    const QString number = numberOf(item.parts[size_t(part.part)].value);
    if (m_plot.series.size() < 2)
        return tr("%1: %2", "bar, number").arg(item.name, number);
    return tr("%1, %2: %3", "bar, part of it, number").arg(item.name, m_plot.series[part.part], number);
}

QString PlotView::currentText() const
{
    return m_current.none() ? QString() : textOf(m_current);
}

QRect PlotView::placeOf(int item, int part) const
{
    const QRectF place = m_chart->rectOf(item, part);
    return place.isEmpty() ? QRect() : mapFromScene(chart()->mapRectToScene(place)).boundingRect();
}

PlotView::Part PlotView::partAt(QPoint place) const
{
    for (int item = 0; item < int(m_plot.items.size()); ++item) {
        for (int part = 0; part < int(m_plot.series.size()); ++part) {
            if (placeOf(item, part).contains(place))
                return {item, part};
        }
    }
    return {};
}

void PlotView::setCurrent(Part part)
{
    if (part.none() || part == m_current)
        return;
    m_current = part;
    viewport()->update();
    setAccessibleDescription(tr("%1. Enter opens these records.").arg(textOf(part)));
    QAccessibleEvent spoken(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&spoken);
}

void PlotView::open(Part part)
{
    const PlotPart& what = m_plot.items[size_t(part.item)].parts[size_t(part.part)];
    if (!what.keys.isEmpty())
        Q_EMIT opened(what.keys, textOf(part));
}

PlotView::Part PlotView::firstOf(int item, int step) const
{
    for (; item >= 0 && item < int(m_plot.items.size()); item += step) {
        for (int part = 0; part < int(m_plot.series.size()); ++part) {
            if (m_plot.items[size_t(item)].parts[size_t(part)].value > 0)
                return {item, part};
        }
    }
    return {};
}

PlotView::Part PlotView::alongItems(int step) const
{
    return m_current.none() ? firstOf(0, 1) : firstOf(m_current.item + step, step);
}

PlotView::Part PlotView::withinItem(int step) const
{
    if (m_current.none())
        return firstOf(0, 1);
    for (int part = m_current.part + step; part >= 0 && part < int(m_plot.series.size()); part += step) {
        if (m_plot.items[size_t(m_current.item)].parts[size_t(part)].value > 0)
            return {m_current.item, part};
    }
    return {};
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    const bool columns = m_plot.shape == Plot::Shape::Columns;
    const int ahead = isRightToLeft() ? -1 : 1; // to the right on the screen
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_current.none())
            return open(m_current);
        break;
    case Qt::Key_Right: return setCurrent(columns ? alongItems(ahead) : withinItem(ahead));
    case Qt::Key_Left: return setCurrent(columns ? alongItems(-ahead) : withinItem(-ahead));
    case Qt::Key_Down: return setCurrent(columns ? withinItem(-1) : alongItems(1));
    case Qt::Key_Up: return setCurrent(columns ? withinItem(1) : alongItems(-1));
    case Qt::Key_Home: return setCurrent(firstOf(0, 1));
    case Qt::Key_End: return setCurrent(firstOf(int(m_plot.items.size()) - 1, -1));
    default: break;
    }
    event->ignore();
}

void PlotView::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    if (!hasFocus() || m_current.none())
        return;
    painter->setPen(QPen(m_theme.colours().ink, m_theme.px(2)));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(chart()->mapRectToScene(m_chart->rectOf(m_current.item, m_current.part)).adjusted(-2, -2, 2, 2));
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    const Part part = partAt(event->pos());
    const bool opens = !part.none() && !m_plot.items[size_t(part.item)].parts[size_t(part.part)].keys.isEmpty();
    viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PlotView::mousePressEvent(QMouseEvent* event)
{
    const Part part = partAt(event->pos());
    if (event->button() != Qt::LeftButton || part.none())
        return event->ignore(); // the card behind opens large
    setCurrent(part);
    open(part);
}

void PlotView::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

void PlotView::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    if (m_current.none())
        setCurrent(firstOf(0, 1));
    viewport()->update();
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void PlotView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        draw();
}

bool PlotView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Part part = partAt(help->pos());
    if (part.none())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), textOf(part), this, placeOf(part.item, part.part));
    return true;
}

} // namespace winnow::ui
