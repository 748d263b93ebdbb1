// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Segmented.h"

#include "services/StyleParts.h"
#include "services/Theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr int segmentSide = 12;
constexpr int digitGap = 7;

} // namespace

Segmented::Segmented(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Segmented::setOptions(const QStringList& texts, const QStringList& names)
{
    m_texts = texts;
    m_names = names;
    m_current = -1;
    describe();
    updateGeometry();
    update();
}

void Segmented::setCurrent(int index)
{
    m_current = index >= 0 && index < count() ? index : -1;
    describe();
    update();
}

void Segmented::setDigitsShown(bool on)
{
    m_digits = on;
    updateGeometry();
    update();
}

void Segmented::choose(int index)
{
    const int wanted = index == m_current && m_clearable ? -1 : index;
    if (wanted == m_current || !isEnabled())
        return;
    setCurrent(wanted);
    Q_EMIT changed(wanted);
}

void Segmented::describe()
{
    const QString chosen = m_names.value(m_current, m_texts.value(m_current));
    setAccessibleDescription(m_current < 0 ? tr("Nothing chosen") : tr("Chosen: %1").arg(chosen));
    QAccessibleEvent spoken(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&spoken);
}

int Segmented::widthOf(int index) const
{
    const QFontMetrics metrics(m_theme.font(Text::Body));
    const int digit = m_digits && index < 9 ? metrics.horizontalAdvance(QLatin1Char('0')) + m_theme.px(digitGap) : 0;
    return metrics.horizontalAdvance(m_texts.value(index)) + digit + m_theme.px(2 * segmentSide);
}

QRect Segmented::segment(int index) const
{
    int x = 0;
    for (int i = 0; i < index; ++i)
        x += widthOf(i);
    return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, widthOf(index), height()));
}

QSize Segmented::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += widthOf(i);
    return {width, m_theme.px(28)};
}

void Segmented::paintSegment(QPainter& painter, int index) const
{
    const Colours& c = m_theme.colours();
    const QRect where = segment(index);
    const bool chosen = index == m_current;
    if (chosen)
        painter.fillRect(where, isEnabled() ? c.accent : c.line);
    const QColor ink = !isEnabled() ? c.dim : chosen ? c.accentText : c.ink;
    painter.setFont(m_theme.font(Text::Body));
    QRect text = where;
    if (m_digits && index < 9) {
        const QString digit = QString::number(index + 1);
        const int offset = m_theme.px(segmentSide);
        const int width_ = painter.fontMetrics().horizontalAdvance(digit);
        painter.setPen(chosen ? ink : c.dim);
        painter.setFont(m_theme.font(Text::Small));
        const QRect place(where.left() + offset, where.top(), width_, where.height());
        painter.drawText(QStyle::visualRect(layoutDirection(), where, place), Qt::AlignCenter, digit);
        painter.setFont(m_theme.font(Text::Body));
        const int used = width_ + m_theme.px(digitGap);
        text = QStyle::visualRect(layoutDirection(), where, where.adjusted(used, 0, 0, 0));
    }
    painter.setPen(ink);
    painter.drawText(text, Qt::AlignCenter, m_texts.at(index));
}

void Segmented::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    const double radius = m_theme.px(Theme::radius);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setClipPath(outline);
    painter.fillRect(rect(), c.page);
    for (int i = 0; i < count(); ++i)
        paintSegment(painter, i);
    for (int i = 1; i < count(); ++i) {
        const QRect where = segment(i);
        const int x = layoutDirection() == Qt::RightToLeft ? where.right() : where.left();
        painter.fillRect(QRect(x, 0, 1, height()), c.line);
    }
    painter.setClipping(false);
    styleParts::box(painter, rect(), radius, {}, hasFocus() ? c.accent : c.line, hasFocus() ? 2 : 1);
}

void Segmented::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    for (int i = 0; i < count(); ++i) {
        if (segment(i).contains(event->pos()))
            return choose(i);
    }
}

void Segmented::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->text().size() == 1 ? event->text().at(0).digitValue() : -1;
    const int forward = layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const int back = layoutDirection() == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left;
    if (digit >= 1 && digit <= count() && digit - 1 != m_current)
        return choose(digit - 1);
    if (event->key() == forward && m_current + 1 < count())
        return choose(m_current + 1);
    if (event->key() == back && m_current > 0)
        return choose(m_current - 1);
    if (m_clearable && m_current >= 0 && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        return choose(m_current);
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
