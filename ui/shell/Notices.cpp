// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Notices.h"

#include "base/Error.h"
#include "domain/Words.h"
#include "services/Theme.h"
#include "widgets/Banner.h"

#include <QVBoxLayout>

#include <utility>

namespace winnow::ui {

Notices::Notices(const Theme& theme, QWidget* parent) : QWidget(parent), m_banner(new Banner(theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(Theme::gap), theme.px(8), theme.px(Theme::gap), theme.px(8));
    column->addWidget(m_banner);
    m_banner->setClosable(true);
    connect(m_banner, &Banner::closed, this, &Notices::clear);
    connect(m_banner, &Banner::actionChosen, this, [this] {
        const auto then = std::exchange(m_then, {});
        clear();
        if (then)
            then();
    });
    hide();
}

void Notices::say(const QString& sentence, Tone tone)
{
    m_then = {};
    m_banner->say(sentence, tone);
    setVisible(!sentence.isEmpty());
}

void Notices::report(const Error& error)
{
    say(words::sentence(error), Tone::Exclude);
}

void Notices::offer(const QString& verb, std::function<void()> then)
{
    m_then = std::move(then);
    m_banner->offer(verb);
}

void Notices::setStanding(const QString& sentence)
{
    m_standing = sentence;
    clear();
}

void Notices::clear()
{
    say(m_standing, Tone::Maybe);
}

QString Notices::text() const
{
    return m_banner->text();
}

} // namespace winnow::ui
