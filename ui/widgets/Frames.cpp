// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Frames.h"

#include "services/StyleParts.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace winnow::ui {

ToolRow::ToolRow(const Theme& theme, Line line, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_line(line)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(theme.px(Theme::margin), 0, theme.px(Theme::margin), 0);
    m_row->setSpacing(theme.px(Theme::gap));
    setMinimumHeight(theme.px(Theme::toolRow));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ToolRow::addWidget(QWidget* widget)
{
    m_row->addWidget(widget, 0, Qt::AlignVCenter);
}

void ToolRow::addStretch()
{
    m_row->addStretch(1);
}

void ToolRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().window);
    if (m_line != Line::None)
        painter.fillRect(QRect(0, m_line == Line::Below ? height() - 1 : 0, width(), 1), m_theme.colours().line);
}

Card::Card(const Theme& theme, const QString& head, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_head(new TextLabel(theme, Text::Strong, {}, this))
    , m_column(new QVBoxLayout(this))
{
    const int side = theme.px(Theme::margin);
    m_column->setContentsMargins(side, theme.px(Theme::gap), side, theme.px(Theme::gap));
    m_column->setSpacing(theme.px(8));
    m_column->addWidget(m_head);
    setHead(head);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setHead(const QString& head)
{
    m_head->setText(head);
    m_head->setVisible(!head.isEmpty());
    setAccessibleName(head);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    styleParts::box(painter, rect(), m_theme.px(8), m_theme.colours().page, m_theme.colours().line);
}

Ground::Ground(const Theme& theme, Kind kind, QWidget* parent) : QWidget(parent), m_theme(theme), m_kind(kind)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Ground::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    painter.fillRect(rect(), m_kind == Kind::Page ? c.page : m_kind == Kind::Window ? c.window : c.desk);
}

Rule::Rule(const Theme& theme, Qt::Orientation orientation, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Rule::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().line);
}

} // namespace winnow::ui
