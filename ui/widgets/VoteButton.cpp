// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/VoteButton.h"

#include "services/StyleParts.h"
#include "services/Theme.h"
#include "widgets/KeyCap.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace winnow::ui {

namespace {

constexpr int voteWidth = 190;
constexpr int voteHeight = 44;
constexpr int votePadding = 14;
constexpr int voteGap = 10;

} // namespace

VoteButton::VoteButton(const Theme& theme, Tone tone, const QString& text, const QString& key, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_tone(tone)
    , m_key(key)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void VoteButton::setKey(const QString& key)
{
    m_key = key;
    describe();
    update();
}

void VoteButton::setHasMenu(bool on)
{
    m_hasMenu = on;
    update();
}

void VoteButton::describe()
{
    setAccessibleName(text());
    setAccessibleDescription(m_key.isEmpty() ? QString() : tr("Key %1").arg(m_key));
    setToolTip(m_key.isEmpty() ? text() : tr("%1 (%2)", "what the button does, its key").arg(text(), m_key));
}

QSize VoteButton::sizeHint() const
{
    // Room for badge and arrow is kept whether they are shown or not: what is bound must not move the row.
    const int text_ = QFontMetrics(m_theme.font(Text::Button)).horizontalAdvance(text());
    const int wanted = text_ + m_theme.px(2 * votePadding + 2 * voteGap + 2 * 20);
    return {std::max(m_theme.px(voteWidth), wanted), m_theme.px(voteHeight)};
}

QRect VoteButton::menuArea() const
{
    if (!m_hasMenu)
        return {};
    const int width_ = m_theme.px(36);
    return QStyle::visualRect(layoutDirection(), rect(), QRect(width() - width_, 0, width_, height()));
}

void VoteButton::paintGround(QPainter& painter) const
{
    const Colours& c = m_theme.colours();
    const QColor front = isEnabled() ? c.front(m_tone) : c.line;
    QColor ground = isChecked() && isEnabled() ? front : isEnabled() ? c.back(m_tone) : c.window;
    if (isEnabled() && (isDown() || underMouse()))
        ground = mixed(ground, isChecked() ? c.page : front, isDown() ? 0.2 : 0.08);
    styleParts::box(painter, rect(), m_theme.px(7), ground, front);
    if (hasFocus())
        styleParts::box(painter, rect().adjusted(3, 3, -3, -3), m_theme.px(5), {}, isChecked() ? c.page : front, 1.5);
}

void VoteButton::paintContent(QPainter& painter) const
{
    const Colours& c = m_theme.colours();
    const QColor ink = !isEnabled() ? c.dim : isChecked() ? c.page : c.front(m_tone);
    const QFont font = m_theme.font(Text::Button);
    const QSize cap = m_key.isEmpty() ? QSize(0, 0) : KeyCap::sizeOf(m_theme, m_key);
    const int words = QFontMetrics(font).horizontalAdvance(text());
    const int gap = m_theme.px(voteGap);
    const int total = words + (cap.isEmpty() ? 0 : cap.width() + gap);
    int x = (width() - total) / 2;
    if (!cap.isEmpty()) {
        const QRect badge(x, (height() - cap.height()) / 2, cap.width(), cap.height());
        KeyCap::paint(painter, m_theme, QStyle::visualRect(layoutDirection(), rect(), badge), m_key);
        x += cap.width() + gap;
    }
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, words + 1, height())), Qt::AlignCenter,
                     text());
    if (m_hasMenu)
        styleParts::chevron(painter, menuArea(), ink);
}

void VoteButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    paintContent(painter);
}

void VoteButton::mousePressEvent(QMouseEvent* event)
{
    if (m_hasMenu && event->button() == Qt::LeftButton && menuArea().contains(event->pos())) {
        event->accept();
        Q_EMIT menuRequested();
        return;
    }
    QAbstractButton::mousePressEvent(event);
}

void VoteButton::keyPressEvent(QKeyEvent* event)
{
    if (m_hasMenu && event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) {
        Q_EMIT menuRequested();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace winnow::ui
