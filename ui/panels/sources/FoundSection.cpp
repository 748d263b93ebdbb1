// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/FoundSection.h"

#include "services/Allow.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

FoundSection::FoundSection(const Theme& theme, const QString& head, const QString& purpose, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new Card(theme, head, this))
    , m_inputs(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_result(new TextLabel(theme, Text::Body, {}, this))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_card);
    auto* words = new TextLabel(theme, Text::Body, purpose, m_card);
    words->setDim(true);
    words->setWordWrap(true);
    m_inputs->setSpacing(theme.px(6));
    m_buttons->setSpacing(theme.px(8));
    m_buttons->addStretch(1);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::RichText);
    m_result->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::LinksAccessibleByKeyboard);
    m_result->setAccessibleName(head);
    m_result->hide();
    QVBoxLayout* column = m_card->column();
    column->setSpacing(theme.px(8));
    column->addWidget(words);
    column->addLayout(m_inputs);
    column->addLayout(m_buttons);
    column->addWidget(m_result);
    connect(m_result, &QLabel::linkActivated, this, &FoundSection::linkChosen);
    connect(&theme, &Theme::changed, this, &FoundSection::dress);
    dress();
}

void FoundSection::addInput(QWidget* input)
{
    m_inputs->addWidget(input);
}

QPushButton* FoundSection::addButton(const QString& verb, Look look)
{
    auto* button = new QPushButton(verb, m_card);
    setLook(*button, look);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    m_all.append(button);
    return button;
}

QCheckBox* FoundSection::addChoice(const QString& words)
{
    auto* choice = new QCheckBox(words, m_card);
    m_buttons->insertWidget(m_buttons->count() - 1, choice);
    return choice;
}

void FoundSection::say(const QString& text, bool trouble)
{
    m_trouble = trouble;
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    dress();
}

QString FoundSection::said() const
{
    return m_result->text();
}

void FoundSection::setWhyNot(const QString& whyNot)
{
    m_whyNot = whyNot;
    for (QPushButton* button : m_all)
        allow(*button, m_whyNot, !m_busy);
}

void FoundSection::setBusy(bool busy)
{
    m_busy = busy;
    setWhyNot(m_whyNot);
}

void FoundSection::dress()
{
    QPalette palette = m_result->palette();
    palette.setColor(QPalette::WindowText, m_trouble ? m_theme.colours().exclude : m_theme.colours().ink);
    palette.setColor(QPalette::Link, m_theme.colours().accent);
    m_result->setPalette(palette);
}

} // namespace winnow::ui
