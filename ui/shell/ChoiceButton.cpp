// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ChoiceButton.h"

#include "services/StyleParts.h"
#include "services/Theme.h"
#include "widgets/KeyCap.h"

#include <QKeyEvent>
#include <QPainter>

namespace winnow::ui {

namespace {

constexpr int choiceWidth = 208;
constexpr int choiceHeight = 156;
constexpr int iconSide = 28;

} // namespace

ChoiceButton::ChoiceButton(const Theme& theme, Sign sign, const QString& name, const QString& sentence,
                           const QString& key, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icons(theme)
    , m_sign(sign)
    , m_sentence(sentence)
    , m_key(key)
{
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ChoiceButton::sizeHint() const
{
    const int side = m_theme.px(Theme::margin);
    const QFontMetrics strong(m_theme.font(Text::Heading));
    const QFontMetrics body(m_theme.font(Text::Body));
    const int width = std::max(m_theme.px(choiceWidth), strong.horizontalAdvance(text()) + 2 * side);
    const QRect sentence = body.boundingRect(QRect(0, 0, width - 2 * side, 1000), Qt::TextWordWrap, m_sentence);
    const int height
        = 2 * side + m_theme.px(iconSide) + m_theme.px(14) + strong.height() + m_theme.px(6) + sentence.height();
    return {width, std::max(m_theme.px(choiceHeight), height)};
}

void ChoiceButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceButton::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    const bool marked = hasFocus() || isDown();
    const QColor ground = isDown() || underMouse() ? mixed(c.page, c.selection, 0.6) : c.page;
    styleParts::box(painter, rect(), m_theme.px(8), ground, marked ? c.accent : c.line, marked ? 2 : 1);
    const int side = m_theme.px(Theme::margin);
    const QRect inside = rect().adjusted(side, side, -side, -side);
    const auto place = [this](const QRect& logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int icon = m_theme.px(iconSide);
    painter.drawPixmap(place(QRect(inside.topLeft(), QSize(icon, icon))),
                       m_icons.pixmap(m_sign, icon, c.accent, devicePixelRatioF()));
    const QSize cap = KeyCap::sizeOf(m_theme, m_key);
    KeyCap::paint(painter, m_theme, place(QRect(QPoint(inside.right() - cap.width(), inside.top()), cap)), m_key);
    const auto leading = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignTop);
    painter.setPen(c.ink);
    painter.setFont(m_theme.font(Text::Heading));
    const int nameAt = inside.top() + icon + m_theme.px(14);
    const int nameHeight = painter.fontMetrics().height();
    painter.drawText(QRect(inside.left(), nameAt, inside.width(), nameHeight), leading, text());
    painter.setPen(c.dim);
    painter.setFont(m_theme.font(Text::Body));
    const int sentenceAt = nameAt + nameHeight + m_theme.px(6);
    styleParts::paragraph(painter, QRect(inside.left(), sentenceAt, inside.width(), inside.bottom() - sentenceAt),
                          m_sentence);
}

} // namespace winnow::ui
