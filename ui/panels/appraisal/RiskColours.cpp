// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/RiskColours.h"

#include "services/Theme.h"

namespace winnow::ui {

namespace {

constexpr double discSide = 18;

} // namespace

QColor colourOf(const appraisal::Level& level, const Theme& theme)
{
    const Colours& c = theme.colours();
    if (level.symbol == QLatin1String("+"))
        return c.low;
    if (level.symbol == QStringLiteral("–"))
        return c.someConcerns;
    if (level.symbol == QStringLiteral("×"))
        return c.high;
    if (level.symbol == QLatin1String("?"))
        return c.noInformation;
    return QColor(level.colour);
}

void paintDisc(QPainter& painter, const QRectF& where, const appraisal::Level* level, const Theme& theme)
{
    const Colours& c = theme.colours();
    const double side = std::min<double>(theme.px(discSide), std::min(where.width(), where.height()));
    const QRectF disc(where.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(level ? QPen(Qt::NoPen) : QPen(c.dim, theme.px(1)));
    painter.setBrush(level ? QBrush(colourOf(*level, theme)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
    if (level) {
        const QColor back = colourOf(*level, theme);
        const QColor dark(Qt::black);
        painter.setPen(contrast(dark, back) >= contrast(Qt::white, back) ? dark : QColor(Qt::white));
        painter.setFont(theme.font(Text::Strong));
        painter.drawText(disc, Qt::AlignCenter, level->symbol);
    }
    painter.restore();
}

} // namespace winnow::ui
