// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/VoteBar.h"

#include "domain/Words.h"
#include "services/Allow.h"
#include "widgets/Banner.h"
#include "widgets/KeyCap.h"
#include "widgets/SectionLabel.h"
#include "widgets/VoteButton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace winnow::ui {

namespace {

constexpr int barHeight = 74;
constexpr int buttonGap = 14;

Tone toneOf(Verdict verdict)
{
    return verdict == Verdict::Include ? Tone::Include : verdict == Verdict::Exclude ? Tone::Exclude : Tone::Maybe;
}

} // namespace

VoteBar::VoteBar(const Theme& theme, const Keys& keys, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_keys(keys)
    , m_banner(new Banner(theme, this))
    , m_hints(new QWidget(this))
    , m_previous(new KeyCap(theme, {}, m_hints))
    , m_next(new KeyCap(theme, {}, m_hints))
{
    setFixedHeight(theme.px(barHeight));
    auto* row = new QHBoxLayout(this);
    const int side = theme.px(Theme::margin);
    row->setContentsMargins(side, 0, side, 0);
    row->setSpacing(theme.px(buttonGap));
    // A long sentence takes a second line; there is room for two.
    if (auto* words = m_banner->findChild<QLabel*>())
        words->setWordWrap(true);
    for (QWidget* flank : {static_cast<QWidget*>(m_banner), m_hints})
        flank->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_banner->setMaximumHeight(theme.px(barHeight - 16));
    row->addWidget(m_banner, 1);
    m_exclude = addButton(Tone::Exclude, Verdict::Exclude);
    m_maybe = addButton(Tone::Maybe, Verdict::Maybe);
    m_include = addButton(Tone::Include, Verdict::Include);
    m_exclude->setHasMenu(true);
    connect(m_exclude, &VoteButton::menuRequested, this, &VoteBar::reasonsWanted);
    row->addWidget(m_hints, 1);
    auto* hints = new QHBoxLayout(m_hints);
    hints->setContentsMargins(0, 0, 0, 0);
    hints->setSpacing(theme.px(4));
    auto* words = new TextLabel(theme, Text::Body, tr("previous, next"), m_hints);
    words->setDim(true);
    hints->addStretch(1);
    for (QWidget* part :
         {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next), static_cast<QWidget*>(words)})
        hints->addWidget(part, 0, Qt::AlignVCenter);
    connect(m_banner, &Banner::actionChosen, this, &VoteBar::undoWanted);
    connect(&keys, &Keys::changed, this, &VoteBar::showKeys);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    showKeys();
}

VoteButton* VoteBar::addButton(Tone tone, Verdict verdict)
{
    auto* button = new VoteButton(m_theme, tone, words::name(verdict), {}, this);
    static_cast<QHBoxLayout*>(layout())->addWidget(button, 0, Qt::AlignVCenter);
    connect(button, &QAbstractButton::clicked, this, [this, button, verdict] {
        button->setChecked(!button->isChecked()); // what is checked is my vote, not what was pressed
        Q_EMIT voted(verdict);
    });
    return button;
}

void VoteBar::showKeys()
{
    m_exclude->setKey(m_keys.keyText(Action::Exclude));
    m_maybe->setKey(m_keys.keyText(Action::Maybe));
    m_include->setKey(m_keys.keyText(Action::Include));
    m_previous->setText(m_keys.keyText(Action::Previous));
    m_next->setText(m_keys.keyText(Action::Next));
}

VoteButton* VoteBar::button(Verdict verdict) const
{
    return toneOf(verdict) == Tone::Include ? m_include : toneOf(verdict) == Tone::Exclude ? m_exclude : m_maybe;
}

void VoteBar::setVerdict(Verdict verdict)
{
    for (const Verdict one : {Verdict::Include, Verdict::Exclude, Verdict::Maybe})
        button(one)->setChecked(one == verdict);
}

void VoteBar::setVoting(bool on, const QString& why)
{
    for (VoteButton* one : {m_include, m_exclude, m_maybe})
        allow(*one, why, on);
    if (m_banner->text() == m_why)
        m_banner->say(why);
    m_why = why;
}

void VoteBar::say(const QString& sentence, bool canBeUndone)
{
    m_banner->say(sentence);
    if (canBeUndone)
        m_banner->offer(tr("Undo"), m_keys.keyText(Action::Undo));
}

void VoteBar::warn(const QString& sentence)
{
    m_banner->say(sentence, Tone::Exclude);
}

void VoteBar::forget()
{
    m_banner->say(m_why);
}

void VoteBar::setCount(int n)
{
    if (n > 1)
        m_banner->say(tr("%1 records chosen: a vote goes to all of them").arg(QLocale().toString(n)), Tone::Accent);
    else if (!m_banner->actionButton()->isVisibleTo(m_banner))
        m_banner->say(m_why);
}

void VoteBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().window);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colours().line);
}

} // namespace winnow::ui
