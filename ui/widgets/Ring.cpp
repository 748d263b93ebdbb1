// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Ring.h"

#include "services/StyleParts.h"
#include "services/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace winnow::ui {

void paintRing(QPainter& painter, const Theme& theme, const QRectF& square, double share, bool chosen)
{
    const Colours& c = theme.colours();
    const double thick = std::max(2.0, square.width() * 0.2);
    const QRectF ring = square.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const bool stark = theme.highContrast();
    const QColor ground = chosen ? c.selection : c.window;
    const QColor front = stark && chosen ? c.selectionText : c.accent;
    const QColor track = stark ? mixed(ground, front, 0.35) : c.line;
    painter.setPen(QPen(track, thick, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(ring);
    const int angle = int(std::lround(std::clamp(share, 0.0, 1.0) * 360 * 16));
    painter.setPen(QPen(front, thick, Qt::SolidLine, Qt::FlatCap));
    if (angle > 0)
        painter.drawArc(ring, 90 * 16, -angle);
    painter.restore();
}

ProgressLine::ProgressLine(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::setShare(double share)
{
    m_share = share < 0 || std::isnan(share) ? -1 : std::min(share, 1.0);
    setAccessibleName(m_share < 0 ? QString() : tr("%1 % done").arg(int(m_share * 100)));
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {m_theme.px(120), m_theme.px(6)};
}

QSize ProgressLine::minimumSizeHint() const
{
    return {m_theme.px(40), m_theme.px(6)};
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    const double radius = height() / 2.0;
    styleParts::box(painter, rect(), radius, m_theme.highContrast() ? c.page : c.line,
                    m_theme.highContrast() ? c.line : QColor());
    if (m_share <= 0)
        return;
    const QRect done(0, 0, std::max(height(), int(width() * m_share)), height());
    styleParts::box(painter, QStyle::visualRect(layoutDirection(), rect(), done), radius, c.accent, {});
}

} // namespace winnow::ui
