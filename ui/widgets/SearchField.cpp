// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SearchField.h"

#include "services/Theme.h"
#include "widgets/KeyCap.h"

#include <QKeyEvent>
#include <QStyle>

namespace winnow::ui {

SearchField::SearchField(const Theme& theme, const QString& key, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_badge(new KeyCap(theme, key, this))
{
    setPlaceholderText(tr("Find"));
    setAccessibleName(tr("Find"));
    setClearButtonEnabled(true);
    setFixedHeight(theme.px(Theme::field));
    m_badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(this, &QLineEdit::textChanged, this, &SearchField::placeBadge);
    placeBadge();
}

void SearchField::setKey(const QString& key)
{
    m_badge->setText(key);
    placeBadge();
}

QSize SearchField::sizeHint() const
{
    return {m_theme.px(230), m_theme.px(Theme::field)};
}

void SearchField::placeBadge()
{
    m_badge->setVisible(text().isEmpty() && !hasFocus() && !m_badge->text().isEmpty());
    const int words = fontMetrics().horizontalAdvance(placeholderText());
    const QSize size = m_badge->sizeHint();
    const QRect logical(words + m_theme.px(20), (height() - size.height()) / 2, size.width(), size.height());
    m_badge->setGeometry(QStyle::visualRect(layoutDirection(), rect(), logical));
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter: event->accept(); return Q_EMIT left();
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeBadge();
}

void SearchField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    placeBadge();
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    placeBadge();
}

} // namespace winnow::ui
