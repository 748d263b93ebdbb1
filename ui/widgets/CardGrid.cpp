// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CardGrid.h"

#include "services/Theme.h"

#include <QGridLayout>

#include <algorithm>

namespace winnow::ui {

CardGrid::CardGrid(const Theme& theme, int card, int columns, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
    , m_least(card)
    , m_most(columns)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(theme.px(Theme::gap));
}

void CardGrid::add(QWidget* card)
{
    card->setSizePolicy(QSizePolicy::Ignored, card->sizePolicy().verticalPolicy());
    m_cards.push_back(card);
    arrange(std::max(m_columns, 1));
}

void CardGrid::arrange(int columns)
{
    m_columns = columns;
    for (int i = 0; i < int(m_cards.size()); ++i)
        m_grid->addWidget(m_cards[size_t(i)], i / columns, i % columns);
    for (int column = 0; column < m_most; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void CardGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int fitting = (width() + m_grid->spacing()) / (m_theme.px(m_least) + m_grid->spacing());
    const int columns = std::clamp(fitting, 1, m_most);
    if (columns != m_columns)
        arrange(columns);
}

} // namespace winnow::ui
