// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/FigureView.h"

#include "figures/Paint.h"
#include "services/Theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace winnow::ui {

namespace {

constexpr double figureInch = 72;
constexpr double sheetInch = 96;
constexpr double sheetZoom = 1.25;
constexpr int sheetMargin = 24;
constexpr double smallestSheet = 0.5;
constexpr double largestSheet = 6;

} // namespace

FigureView::FigureView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Figure")); // until there is one, with a title
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FigureView::setFigure(const figures::Figure& figure)
{
    const QString key = currentKey();
    m_figure = figure;
    m_current = -1;
    setCurrentKey(key);
    setAccessibleName(figure.title);
    setAccessibleDescription(figure.description);
    refit();
}

void FigureView::setRoom(int width)
{
    m_room = width;
    refit();
}

double FigureView::fitting() const
{
    const double print = m_theme.px(sheetInch) / figureInch;
    if (m_room <= 0 || m_figure.size.isEmpty())
        return print;
    const double room = (m_room - 2.0 * m_theme.px(sheetMargin)) / m_figure.size.width();
    return std::clamp(room, smallestSheet, print);
}

void FigureView::refit()
{
    m_scale = m_zoom > 0 ? m_zoom : fitting();
    updateGeometry();
    resize(sizeHint().expandedTo(QSize(m_room, 0)));
    update();
}

void FigureView::zoom(int step)
{
    const double now = m_scale * (step > 0 ? sheetZoom : 1 / sheetZoom);
    m_zoom = step == 0 ? 0 : std::clamp(now, smallestSheet, largestSheet);
    refit();
}

QSize FigureView::sizeHint() const
{
    const int around = 2 * m_theme.px(sheetMargin);
    return {int(std::ceil(m_figure.size.width() * m_scale)) + around,
            int(std::ceil(m_figure.size.height() * m_scale)) + around};
}

QRectF FigureView::onScreen(const QRectF& points) const
{
    const double left = std::max((width() - m_figure.size.width() * m_scale) / 2, 0.0);
    return {left + points.x() * m_scale, m_theme.px(sheetMargin) + points.y() * m_scale, points.width() * m_scale,
            points.height() * m_scale};
}

QString FigureView::keyAt(QPoint place) const
{
    const QPointF origin = onScreen({0, 0, 0, 0}).topLeft();
    return m_figure.keyAt((QPointF(place) - origin) / m_scale);
}

QRect FigureView::placeOf(const QString& key) const
{
    for (const figures::Region& region : m_figure.regions) {
        if (region.key == key)
            return onScreen(region.rect).toAlignedRect();
    }
    return {};
}

QString FigureView::textOf(const QString& key) const
{
    QStringList lines;
    for (const figures::Region& region : m_figure.regions) {
        if (region.key != key)
            continue;
        for (const figures::Mark& mark : m_figure.marks) {
            const auto* text = std::get_if<figures::TextMark>(&mark);
            // The baseline of a line may lie on the region's lower edge.
            if (text && text->rotation == 0 && region.rect.adjusted(-1, -1, 1, 1).contains(text->at))
                lines << text->text.trimmed();
        }
        break;
    }
    return lines.join(QLatin1Char(' ')).simplified();
}

QString FigureView::currentKey() const
{
    return m_current >= 0 && m_current < int(m_figure.regions.size()) ? m_figure.regions[size_t(m_current)].key
                                                                      : QString();
}

void FigureView::setCurrentKey(const QString& key)
{
    for (size_t i = 0; i < m_figure.regions.size() && !key.isEmpty(); ++i) {
        if (m_figure.regions[i].key == key)
            m_current = int(i);
    }
}

void FigureView::setCurrent(int region)
{
    m_current = region;
    update();
    if (m_current < 0)
        return;
    setAccessibleDescription(tr("%1. Enter opens these records.").arg(textOf(currentKey())));
    QAccessibleEvent spoken(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&spoken);
    Q_EMIT shownAt(placeOf(currentKey()));
}

QImage FigureView::image(int dpi) const
{
    const double scale = dpi / figureInch;
    QImage picture((m_figure.size * scale).toSize(), QImage::Format_RGB32);
    picture.fill(m_theme.colours().paper);
    picture.setDotsPerMeterX(int(dpi / 0.0254));
    picture.setDotsPerMeterY(int(dpi / 0.0254));
    QPainter painter(&picture);
    painter.scale(scale, scale);
    figures::paint(m_figure, painter);
    return picture;
}

void FigureView::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.desk);
    if (m_figure.size.isEmpty())
        return;
    const QRectF sheet = onScreen({QPointF(0, 0), m_figure.size});
    painter.fillRect(sheet.toAlignedRect().adjusted(-1, -1, 1, 2), c.line);
    painter.save();
    painter.translate(sheet.topLeft());
    painter.scale(m_scale, m_scale);
    figures::paint(m_figure, painter);
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_hovered.isEmpty()) {
        QColor tint = c.accent;
        tint.setAlphaF(0.14f);
        painter.fillRect(placeOf(m_hovered), tint);
    }
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(c.accent, m_theme.px(2)));
        painter.drawRoundedRect(placeOf(currentKey()).adjusted(-2, -1, 2, 1), m_theme.px(3), m_theme.px(3));
    }
}

void FigureView::hover(const QString& key)
{
    if (key == m_hovered)
        return;
    m_hovered = key;
    setCursor(key.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void FigureView::mouseMoveEvent(QMouseEvent* event)
{
    hover(keyAt(event->pos()));
}

void FigureView::leaveEvent(QEvent*)
{
    hover({});
}

void FigureView::mousePressEvent(QMouseEvent* event)
{
    const QString key = keyAt(event->pos());
    if (event->button() != Qt::LeftButton || key.isEmpty())
        return QWidget::mousePressEvent(event);
    setCurrentKey(key);
    update();
    Q_EMIT opened(key);
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_figure.regions.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0) {
            Q_EMIT opened(currentKey());
            return;
        }
        break;
    case Qt::Key_Down:
    case Qt::Key_Right:
        if (last >= 0)
            return setCurrent(std::min(m_current + 1, last));
        break;
    case Qt::Key_Up:
    case Qt::Key_Left:
        if (last >= 0)
            return setCurrent(std::max(m_current - 1, 0));
        break;
    case Qt::Key_Home:
        if (last >= 0)
            return setCurrent(0);
        break;
    case Qt::Key_End:
        if (last >= 0)
            return setCurrent(last);
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void FigureView::focusInEvent(QFocusEvent* event)
{
    const int last = int(m_figure.regions.size()) - 1;
    if (event->reason() == Qt::BacktabFocusReason)
        setCurrent(last);
    else if (event->reason() == Qt::TabFocusReason || m_current < 0)
        setCurrent(last >= 0 ? 0 : -1);
    QWidget::focusInEvent(event);
    update();
}

bool FigureView::focusNextPrevChild(bool next)
{
    const int to = m_current + (next ? 1 : -1);
    if (to < 0 || to >= int(m_figure.regions.size()))
        return QWidget::focusNextPrevChild(next);
    setCurrent(to);
    return true;
}

bool FigureView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString key = keyAt(help->pos());
    if (key.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tr("%1. Click to see exactly these.").arg(textOf(key)), this,
                           placeOf(key));
    return true;
}

} // namespace winnow::ui
