// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/CriterionTick.h"

#include "domain/Words.h"
#include "services/StyleParts.h"

#include <QKeyEvent>
#include <QPainter>

namespace winnow::ui {

namespace {

constexpr int signSide = 15;
constexpr int textIndent = 24;
constexpr int rowPadding = 3;

Tick after(Tick tick)
{
    return Tick((int(tick) + 1) % 4);
}

} // namespace

CriterionTick::CriterionTick(const Theme& theme, const Criterion& criterion, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_criterion(criterion.id)
{
    setText(criterion.text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(criterion.text);
    setTick(Tick::Unset);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, this, [this] { answer(after(m_tick)); });
}

void CriterionTick::setTick(Tick tick)
{
    m_tick = tick;
    setAccessibleDescription(words::name(tick));
    setToolTip(tr("%1: %2", "criterion: answer").arg(text(), words::name(tick)));
    update();
}

void CriterionTick::answer(Tick tick)
{
    if (tick == m_tick)
        return;
    setTick(tick);
    Q_EMIT answered(tick);
}

QSize CriterionTick::sizeHint() const
{
    return {m_theme.px(160), heightForWidth(m_theme.px(160))};
}

int CriterionTick::heightForWidth(int width) const
{
    const QFontMetrics metrics(m_theme.font(Text::Body));
    const QRect room(0, 0, std::max(20, width - m_theme.px(textIndent)), 10000);
    return metrics.boundingRect(room, Qt::TextWordWrap, text()).height() + 2 * m_theme.px(rowPadding);
}

void CriterionTick::paintSign(QPainter& painter, const QRect& where) const
{
    const Colours& c = m_theme.colours();
    const QRectF s = QRectF(where).adjusted(2.5, 3, -2.5, -3);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = m_tick == Tick::Yes ? c.accent : m_tick == Tick::No ? c.exclude : c.ink;
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (m_tick) {
    case Tick::Unset:
        styleParts::box(painter, where.adjusted(1, 1, -1, -1), m_theme.px(3), {}, mixed(c.line, c.dim, 0.5));
        break;
    case Tick::Yes:
        painter.drawPolyline(QPolygonF{
            {s.left(), s.center().y() + 0.5}, {s.left() + s.width() * 0.36, s.bottom()}, {s.right(), s.top()}});
        break;
    case Tick::No:
        painter.drawLine(s.topLeft(), s.bottomRight());
        painter.drawLine(s.topRight(), s.bottomLeft());
        break;
    case Tick::Unclear:
        painter.setFont(m_theme.font(Text::Strong));
        painter.drawText(where, Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
}

void CriterionTick::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    if (underMouse() || isDown())
        styleParts::box(painter, rect(), m_theme.px(4), mixed(c.window, c.ink, isDown() ? 0.1 : 0.05), {});
    const int side = m_theme.px(signSide);
    const int line = QFontMetrics(m_theme.font(Text::Body)).height();
    const QRect sign(0, m_theme.px(rowPadding) + (line - side) / 2, side, side);
    painter.save();
    paintSign(painter, QStyle::visualRect(layoutDirection(), rect(), sign));
    painter.restore();
    painter.setFont(m_theme.font(Text::Body));
    painter.setPen(c.ink);
    const int padding = m_theme.px(rowPadding);
    const QRect words(m_theme.px(textIndent), padding, width() - m_theme.px(textIndent), height() - 2 * padding);
    styleParts::paragraph(painter, QStyle::visualRect(layoutDirection(), rect(), words), text());
    if (hasFocus())
        styleParts::box(painter, rect().adjusted(-1, 0, 0, 0), m_theme.px(4), {}, c.accent, 1.5);
}

void CriterionTick::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return answer(after(m_tick));
    case Qt::Key_Y: return answer(Tick::Yes);
    case Qt::Key_N: return answer(Tick::No);
    case Qt::Key_Question: return answer(Tick::Unclear);
    case Qt::Key_Delete:
    case Qt::Key_Backspace: return answer(Tick::Unset);
    case Qt::Key_Down: focusNextChild(); return;
    case Qt::Key_Up: focusPreviousChild(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

} // namespace winnow::ui
