// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Chip.h"

#include "services/StyleParts.h"
#include "services/Theme.h"
#include "widgets/FlowLayout.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace winnow::ui {

Chip::Chip(const Theme& theme, const QString& text, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setRemovable(bool on)
{
    m_removable = on;
    setAccessibleDescription(on ? tr("Delete removes it") : QString());
    updateGeometry();
    update();
}

QRect Chip::crossArea() const
{
    if (!m_removable)
        return {};
    const int side = m_theme.px(20);
    return QStyle::visualRect(layoutDirection(), rect(), QRect(width() - side, 0, side, height()));
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Text::Body));
    const int cross = m_removable ? m_theme.px(12) : 0;
    return {metrics.horizontalAdvance(text()) + m_theme.px(20) + cross, std::max(m_theme.px(22), metrics.height() + 4)};
}

QSize Chip::minimumSizeHint() const
{
    return {m_theme.px(40), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    const QColor ground = isChecked() ? c.selection : underMouse() ? mixed(c.page, c.ink, 0.05) : c.page;
    const bool marked = isChecked() || hasFocus();
    styleParts::box(painter, rect(), height() / 2.0, ground, marked ? c.accent : c.line, hasFocus() ? 2 : 1);
    painter.setFont(m_theme.font(Text::Body));
    painter.setPen(isChecked() ? c.selectionText : c.ink);
    const int side = m_theme.px(10);
    const int room = width() - 2 * side - (m_removable ? m_theme.px(12) : 0) + 1;
    const QRect where = QStyle::visualRect(layoutDirection(), rect(), QRect(side, 0, room, height()));
    painter.drawText(where, Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
    if (!m_removable)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.dim, 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.translate(QRectF(crossArea()).center());
    painter.drawLine(QPointF(-3, -3), QPointF(3, 3));
    painter.drawLine(QPointF(3, -3), QPointF(-3, 3));
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_removable && event->button() == Qt::LeftButton && isDown() && crossArea().contains(event->pos())) {
        setDown(false);
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removeRequested();
    else
        QAbstractButton::keyPressEvent(event);
}

ChipRow::ChipRow(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(new FlowLayout(theme.px(5), this))
    , m_add(new Chip(theme, QStringLiteral("+"), this))
{
    m_flow->addWidget(m_add);
    setAddable(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_add, &QAbstractButton::clicked, this, &ChipRow::addRequested);
}

void ChipRow::setTexts(const QStringList& texts)
{
    for (Chip* chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // this may be the answer to its own click
    }
    m_chips.clear();
    for (const QString& text : texts) {
        auto* chip = new Chip(m_theme, text, this);
        chip->setRemovable(m_removable);
        connect(chip, &QAbstractButton::clicked, this, [this, text] { Q_EMIT chipClicked(text); });
        connect(chip, &Chip::removeRequested, this, [this, text] { Q_EMIT removeRequested(text); });
        m_flow->insertWidget(int(m_chips.size()), chip);
        chip->show();
        m_chips.push_back(chip);
    }
    updateGeometry();
}

QStringList ChipRow::texts() const
{
    QStringList all;
    for (const Chip* chip : m_chips)
        all << chip->text();
    return all;
}

void ChipRow::setRemovable(bool on)
{
    m_removable = on;
    for (Chip* chip : m_chips)
        chip->setRemovable(on);
}

void ChipRow::setAddable(bool on, const QString& name)
{
    m_add->setVisible(on);
    m_add->setAccessibleName(name.isEmpty() ? tr("Add") : name);
    m_add->setToolTip(m_add->accessibleName());
}

QAbstractButton* ChipRow::addButton() const
{
    return m_add;
}

Chip* ChipRow::chip(int index) const
{
    return index >= 0 && index < int(m_chips.size()) ? m_chips[std::size_t(index)] : nullptr;
}

} // namespace winnow::ui
