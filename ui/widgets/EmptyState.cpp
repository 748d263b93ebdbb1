// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/EmptyState.h"

#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr int emptyIcon = 48;

} // namespace

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(theme)
    , m_icon(new QLabel(this))
    , m_title(new TextLabel(theme, Text::Heading, {}, this))
    , m_sentence(new TextLabel(theme, Text::Body, {}, this))
    , m_step(new QPushButton(this))
    , m_other(new QPushButton(this))
{
    setLook(*m_step, Look::Primary);
    setLook(*m_other, Look::Link);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setFixedWidth(theme.px(420));
    static_cast<TextLabel*>(m_sentence)->setDim(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.px(8));
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(theme.px(4));
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    // Between stretches, not aligned: an aligned item is given its size hint, which knows nothing of wrapped lines.
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_sentence);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(theme.px(8));
    for (QPushButton* part : {m_step, m_other}) {
        column->addWidget(part, 0, Qt::AlignHCenter);
        part->hide();
    }
    column->addStretch(3);
    connect(m_step, &QPushButton::clicked, this, &EmptyState::step);
    connect(m_other, &QPushButton::clicked, this, &EmptyState::otherStep);
    connect(&theme, &Theme::changed, this, &EmptyState::dress);
    dress();
}

void EmptyState::dress()
{
    m_icon->setPixmap(m_icons.pixmap(m_sign, m_theme.px(emptyIcon), m_theme.colours().dim, devicePixelRatioF()));
}

void EmptyState::setSign(Sign sign)
{
    m_sign = sign;
    dress();
}

void EmptyState::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    // A layout asks a centred label for its size hint, which knows nothing of the width it is given here.
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(m_sentence->minimumWidth())));
    setAccessibleDescription(sentence);
}

void EmptyState::setStep(const QString& verb)
{
    m_step->setText(verb);
    m_step->setVisible(!verb.isEmpty());
}

void EmptyState::setOtherStep(const QString& verb)
{
    m_other->setText(verb);
    m_other->setVisible(!verb.isEmpty());
}

} // namespace winnow::ui
