// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Rail.h"

#include "services/StyleParts.h"
#include "services/Theme.h"
#include "widgets/Ring.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace winnow::ui {

namespace {

constexpr int railWidth = 168;
constexpr int itemSide = 10;
constexpr int iconSide = 16;
constexpr int nameAt = 33;

} // namespace

RailItem::RailItem(const Theme& theme, Sign sign, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icons(theme)
    , m_sign(sign)
{
    setText(name);
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void RailItem::setWaiting(std::optional<qint64> number)
{
    m_waiting = number;
    describe();
    if (const int room = sizeHint().width(); room > m_room) { // grows with the number, and stays while it is worked off
        m_room = room;
        updateGeometry();
    }
    update();
}

void RailItem::setShare(std::optional<double> share)
{
    m_share = share;
    describe();
    update();
}

void RailItem::describe()
{
    QString name = text();
    if (m_waiting)
        name = tr("%1, %2 waiting", "place in the rail, number").arg(name, locale().toString(*m_waiting));
    if (m_share)
        name = tr("%1, %2 % done", "place in the rail, number").arg(name).arg(int(*m_share * 100));
    setAccessibleName(name);
    setToolTip(name);
}

QSize RailItem::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Text::Strong));
    const QString number = m_waiting ? locale().toString(*m_waiting) : QString();
    const int width
        = m_theme.px(nameAt + itemSide + 8) + metrics.horizontalAdvance(text()) + metrics.horizontalAdvance(number);
    return {std::max(width, m_room), std::max(m_theme.px(Theme::railItem), metrics.height() + m_theme.px(10))};
}

void RailItem::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::LanguageChange)
        describe();
    QAbstractButton::changeEvent(event);
}

void RailItem::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    const auto place = [this](const QRect& logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    if (isChecked() || underMouse())
        styleParts::box(painter, rect(), m_theme.px(6), isChecked() ? c.selection : mixed(c.window, c.ink, 0.05), {});
    const QColor ink = isChecked() ? c.selectionText : c.ink;
    const int icon = m_theme.px(iconSide);
    const QRect mark = place(QRect(m_theme.px(itemSide - 2), (height() - icon) / 2, icon, icon));
    if (m_share)
        paintRing(painter, m_theme, QRectF(mark).adjusted(1, 1, -1, -1), *m_share, isChecked());
    else
        painter.drawPixmap(mark, m_icons.pixmap(m_sign, icon, isChecked() ? ink : c.dim, devicePixelRatioF()));

    const int side = m_theme.px(itemSide);
    const QString number = m_waiting ? locale().toString(*m_waiting) : QString();
    painter.setFont(m_theme.font(Text::Body));
    const int numberWidth = QFontMetrics(painter.font()).horizontalAdvance(number);
    painter.setPen(isChecked() ? c.selectionDim : c.dim);
    painter.drawText(place(QRect(width() - side - numberWidth, 0, numberWidth + 1, height())), Qt::AlignVCenter,
                     number);

    painter.setFont(m_theme.font(isChecked() ? Text::Strong : Text::Body));
    painter.setPen(ink);
    const int from = m_theme.px(nameAt);
    const int room = width() - from - side - (numberWidth > 0 ? numberWidth + m_theme.px(6) : 0);
    const QString name = QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, room);
    painter.drawText(place(QRect(from, 0, room, height())),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter), name);

    // The rail holds the focus; the chosen place shows it.
    if (isChecked() && parentWidget() && parentWidget()->hasFocus())
        styleParts::box(painter, rect(), m_theme.px(6), {}, c.accent, 2);
}

Rail::Rail(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Places of the review"));
    const int side = theme.px(8);
    m_column->setContentsMargins(side, theme.px(11), side, side);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

int Rail::add(Sign sign, const QString& name)
{
    const int index = count();
    auto* item = new RailItem(m_theme, sign, name, this);
    m_items.push_back(item);
    m_column->insertWidget(index, item);
    connect(item, &QAbstractButton::clicked, this, [this, index] {
        m_items[std::size_t(index)]->setChecked(true);
        setCurrent(index);
    });
    if (m_current < 0)
        setCurrent(0);
    updateGeometry();
    return index;
}

RailItem* Rail::item(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr;
}

void Rail::setCurrent(int index)
{
    if (index < 0 || index >= count() || index == m_current)
        return;
    if (RailItem* before = item(m_current))
        before->setChecked(false);
    m_current = index;
    item(index)->setChecked(true);
    Q_EMIT chosen(index);
}

QSize Rail::sizeHint() const
{
    int widest = m_theme.px(railWidth);
    for (const RailItem* one : m_items)
        widest = std::max(widest, one->sizeHint().width() + m_theme.px(16));
    return {widest, QWidget::sizeHint().height()};
}

std::optional<int> Rail::target(int key) const
{
    switch (key) {
    case Qt::Key_Up: return std::max(0, m_current - 1);
    case Qt::Key_Down: return std::min(count() - 1, m_current + 1);
    case Qt::Key_Home: return 0;
    case Qt::Key_End: return count() - 1;
    default: return std::nullopt;
    }
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    if (const std::optional<int> index = target(event->key()))
        setCurrent(*index);
    else
        QWidget::keyPressEvent(event);
}

void Rail::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (RailItem* one = item(m_current))
        one->update();
}

void Rail::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (RailItem* one = item(m_current))
        one->update();
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().window);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), m_theme.colours().line);
}

} // namespace winnow::ui
