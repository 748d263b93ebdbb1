// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/KeyCap.h"

#include "services/StyleParts.h"
#include "services/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace winnow::ui {

namespace {

QFont capFont(const Theme& theme)
{
    return theme.font(Text::Small);
}

} // namespace

KeyCap::KeyCap(const Theme& theme, const QString& text, QWidget* parent) : QWidget(parent), m_theme(theme), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVisible(!text.isEmpty());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void KeyCap::setText(const QString& text)
{
    m_text = text;
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    return sizeOf(m_theme, m_text);
}

QSize KeyCap::sizeOf(const Theme& theme, const QString& text)
{
    const QFontMetrics metrics(capFont(theme));
    const int height = std::max(theme.px(17), metrics.height() + theme.px(2));
    return {std::max(metrics.horizontalAdvance(text) + theme.px(9), height), height};
}

void KeyCap::paint(QPainter& painter, const Theme& theme, const QRect& where, const QString& text)
{
    const Colours& c = theme.colours();
    painter.save();
    styleParts::box(painter, where, theme.px(4), c.page, c.line);
    painter.setPen(QPen(c.line, 1));
    painter.drawLine(where.left() + 3, where.bottom() - 1, where.right() - 3, where.bottom() - 1);
    painter.setFont(capFont(theme));
    painter.setPen(c.dim);
    painter.drawText(where, Qt::AlignCenter, text);
    painter.restore();
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QSize size = sizeHint();
    paint(painter, m_theme, QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, size, rect()), m_text);
}

} // namespace winnow::ui
