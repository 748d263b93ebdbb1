// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/VerdictBadge.h"

#include "services/Theme.h"

#include <QPainter>

namespace winnow::ui {

namespace {

void prepare(QPainter& painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
}

QFont letterFont(const Theme& theme, double side)
{
    QFont font = theme.font(Text::Section);
    font.setPixelSize(std::max(6, int(side * 0.66)));
    font.setWeight(QFont::Bold);
    return font;
}

QColor groundOfJudgement(const Colours& c, Judgement judgement)
{
    switch (judgement) {
    case Judgement::Low: return c.low;
    case Judgement::SomeConcerns: return c.someConcerns;
    case Judgement::High: return c.high;
    case Judgement::NoInformation: return c.noInformation;
    case Judgement::None: break;
    }
    return {};
}

/// +, −, × and ? as strokes in a square of 24: no font decides how they look.
void paintSymbol(QPainter& painter, Judgement judgement)
{
    const QColor ink = judgement == Judgement::SomeConcerns ? QColor(0x3d2f00) : QColor(Qt::white);
    painter.setPen(QPen(ink, 2.2, Qt::SolidLine, Qt::RoundCap));
    if (judgement == Judgement::Low)
        painter.drawLine(QPointF(12, 8), QPointF(12, 16));
    if (judgement == Judgement::Low || judgement == Judgement::SomeConcerns)
        painter.drawLine(QPointF(8, 12), QPointF(16, 12));
    if (judgement == Judgement::High) {
        painter.drawLine(QPointF(9, 9), QPointF(15, 15));
        painter.drawLine(QPointF(15, 9), QPointF(9, 15));
    }
}

} // namespace

QString verdictBadge::letter(Tone tone)
{
    switch (tone) {
    case Tone::Include: return QStringLiteral("I");
    case Tone::Exclude: return QStringLiteral("E");
    case Tone::Maybe: return QStringLiteral("M");
    case Tone::Neutral:
    case Tone::Accent: break;
    }
    return {};
}

void verdictBadge::paint(QPainter& painter, const Theme& theme, const QRectF& square, Tone tone)
{
    const Colours& c = theme.colours();
    const QString text = letter(tone);
    prepare(painter);
    const bool outlined = text.isEmpty() && theme.highContrast();
    painter.setBrush(outlined ? c.page : text.isEmpty() ? c.line : c.front(tone));
    if (outlined)
        painter.setPen(c.line);
    painter.drawRoundedRect(outlined ? square.adjusted(0.5, 0.5, -0.5, -0.5) : square, 3, 3);
    painter.setPen(theme.highContrast() || theme.dark() ? c.window : c.page);
    painter.setFont(letterFont(theme, square.height()));
    painter.drawText(square, Qt::AlignCenter, text);
    painter.restore();
}

void judgementBadge::paint(QPainter& painter, const Theme& theme, const QRectF& square, Judgement judgement)
{
    const Colours& c = theme.colours();
    prepare(painter);
    painter.translate(square.topLeft());
    painter.scale(square.width() / side, square.height() / side);
    if (judgement == Judgement::None) {
        painter.setPen(QPen(c.line, 1, Qt::DashLine));
        painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1));
    } else {
        painter.setBrush(groundOfJudgement(c, judgement));
        painter.drawEllipse(QRectF(0, 0, side, side));
        paintSymbol(painter, judgement);
        if (judgement == Judgement::NoInformation) {
            painter.setFont(letterFont(theme, side));
            painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter, QStringLiteral("?"));
        }
    }
    painter.restore();
}

} // namespace winnow::ui
