// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Paint.h"

#include "figures/Style.h"
#include "figures/Text.h"

#include <QLineF>
#include <QPaintEngine>
#include <QPainter>

namespace winnow::figures {
namespace {

void draw(const RectMark& mark, QPainter& painter)
{
    const Style style = styleOf(mark.role);
    painter.setPen(style.pen);
    painter.setBrush(style.fill);
    if (mark.radius > 0)
        painter.drawRoundedRect(mark.rect, mark.radius, mark.radius);
    else
        painter.drawRect(mark.rect);
}

void draw(const DiscMark& mark, QPainter& painter)
{
    const Style style = filledWith(mark.colour);
    painter.setPen(style.pen);
    painter.setBrush(style.fill);
    painter.drawEllipse(mark.centre, mark.radius, mark.radius);
}

void draw(const BarMark& mark, QPainter& painter)
{
    const Style style = filledWith(mark.colour);
    painter.setPen(style.pen);
    painter.setBrush(style.fill);
    painter.drawRect(mark.rect);
}

void draw(const LineMark& mark, QPainter& painter)
{
    painter.setPen(styleOf(mark.role).pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(mark.points);
}

QPolygonF headOf(const QLineF& leg)
{
    const QPointF along = (leg.p2() - leg.p1()) / leg.length();
    const QPointF across(-along.y(), along.x());
    const QPointF base = leg.p2() - along * arrowHeadLength;
    return {{leg.p2(), base + across * (arrowHeadWidth / 2), base - across * (arrowHeadWidth / 2)}};
}

void draw(const ArrowMark& mark, QPainter& painter)
{
    const qsizetype n = mark.points.size();
    if (n < 2)
        return;
    const QLineF leg(mark.points[n - 2], mark.points[n - 1]);
    if (leg.isNull())
        return;
    QPolygonF shaft = mark.points;
    shaft[n - 1] = leg.pointAt(1 - arrowHeadLength / leg.length() / 2); // ends inside the head, not at its tip
    draw(LineMark{shaft, mark.role}, painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(styleOf(mark.role).fill);
    painter.drawPolygon(headOf(leg));
}

double offset(const TextMark& mark)
{
    if (mark.anchor == Anchor::Start)
        return 0;
    const double width = textWidth(mark.text, {mark.size, mark.weight}, mark.italic);
    return mark.anchor == Anchor::Middle ? -width / 2 : -width;
}

void draw(const TextMark& mark, QPainter& painter)
{
    const TextStyle style{mark.size, mark.weight};
    const bool written = painter.paintEngine()->type() == QPaintEngine::SVG;
    painter.save();
    painter.setPen(styleOf(mark.role).pen.color());
    painter.setFont(written ? writtenFont(style, mark.italic) : largeFont(style, mark.italic));
    if (written && mark.rotation == 0) { // plain coordinates, for those who edit the file
        painter.drawText(mark.at + QPointF(offset(mark), 0), mark.text);
    } else {
        painter.translate(mark.at);
        painter.rotate(mark.rotation);
        painter.translate(offset(mark), 0);
        const double scale = written ? 1 : 1 / fontScale;
        painter.scale(scale, scale);
        painter.drawText(QPointF(0, 0), mark.text);
    }
    painter.restore();
}

} // namespace

void paint(const Figure& figure, QPainter& painter)
{
    painter.save();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // of each text by its own letters, whatever the window's side
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), figure.size), paperColour());
    for (const Mark& mark : figure.marks)
        std::visit([&painter](const auto& m) { draw(m, painter); }, mark);
    painter.restore();
}

} // namespace winnow::figures
