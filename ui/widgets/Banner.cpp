// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Banner.h"

#include "services/Icons.h"
#include "services/Style.h"
#include "services/StyleParts.h"
#include "services/Theme.h"
#include "widgets/KeyCap.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace winnow::ui {

Banner::Banner(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_key(new KeyCap(theme, {}, this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setLook(*m_action, Look::Link);
    setLook(*m_close, Look::Quiet);
    m_close->setIcon(Icons(theme).icon(Sign::Close));
    m_close->setAccessibleName(tr("Close this message"));
    m_action->setFocusPolicy(Qt::TabFocus);
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(theme.px(8));
    row->addWidget(m_text, 1);
    row->addWidget(m_key);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_action->hide();
    m_close->hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionChosen);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    connect(&theme, &Theme::changed, this, &Banner::dress);
    dress();
}

void Banner::dress()
{
    const bool plain = m_tone == Tone::Neutral;
    const int side = plain ? 0 : m_theme.px(Theme::gap);
    layout()->setContentsMargins(side, m_theme.px(4), side, m_theme.px(4));
    QPalette palette;
    const Colours& c = m_theme.colours();
    // In high contrast a ground can be as dark as ink.
    const QColor ink = contrast(c.ink, c.back(m_tone)) < 3 ? c.selectionText : c.ink;
    palette.setColor(QPalette::WindowText, plain ? c.dim : ink);
    m_text->setPalette(palette);
    // As high as with its action, so that nothing moves when one appears.
    setMinimumHeight(m_action->sizeHint().height() + m_theme.px(8));
    update();
}

void Banner::say(const QString& sentence, Tone tone)
{
    m_tone = tone;
    m_text->setText(sentence);
    m_text->setToolTip(sentence);
    offer({});
    dress();
    setFolding(m_folding);
    setAccessibleName(sentence);
    QAccessibleEvent spoken(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&spoken);
}

void Banner::setFolding(bool on)
{
    m_folding = on;
    if (on)
        setVisible(!text().isEmpty());
}

void Banner::setWrapping(bool on)
{
    m_text->setWordWrap(on);
}

void Banner::clear()
{
    say({});
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::offer(const QString& verb, const QString& key)
{
    m_action->setText(verb);
    m_action->setVisible(!verb.isEmpty());
    m_key->setText(verb.isEmpty() ? QString() : key);
    m_action->setToolTip(key);
}

void Banner::setClosable(bool on)
{
    m_close->setVisible(on);
}

void Banner::paintEvent(QPaintEvent*)
{
    if (m_tone == Tone::Neutral || text().isEmpty())
        return;
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    styleParts::box(painter, rect(), m_theme.px(Theme::radius), c.back(m_tone),
                    mixed(c.back(m_tone), c.front(m_tone), 0.4));
}

} // namespace winnow::ui
