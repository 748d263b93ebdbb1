// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WhoStrip.h"

#include "domain/Words.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/FlowLayout.h"
#include "widgets/SectionLabel.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

WhoStrip::WhoStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_question(new TextLabel(theme, Text::Strong, tr("Who sits here?"), this))
    , m_copy(new QPushButton(tr("A coauthor gave me this file: make my own copy…"), this))
{
    auto* why
        = new TextLabel(theme, Text::Body,
                        tr("Votes are cast in your name, and the votes of others stay hidden from you. Asked once "
                           "on this computer; until then you can look around."),
                        this);
    why->setDim(true);
    why->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::gap), theme.px(Theme::margin),
                               theme.px(Theme::gap));
    column->setSpacing(theme.px(6));
    column->addWidget(m_question);
    column->addWidget(why);
    setLook(*m_copy, Look::Link);
    m_copy->setToolTip(tr("Everybody works on an own copy; files that are sent to and fro bring them together."));
    connect(m_copy, &QPushButton::clicked, this, &WhoStrip::copyWanted);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void WhoStrip::ask(const std::vector<Reviewer>& people, bool fresh)
{
    if (m_people) {
        m_people->hide();
        m_people->deleteLater(); // the button that was pressed may be one of them
    }
    m_people = new QWidget(this);
    auto* flow = new FlowLayout(m_theme.px(8), m_people);
    QPushButton* first = nullptr;
    QPushButton* last = nullptr;
    for (const Reviewer& person : people) {
        auto* button = new QPushButton(person.name, m_people);
        button->setToolTip(words::name(person.roles));
        button->setAccessibleDescription(words::name(person.roles));
        flow->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, id = person.id] { Q_EMIT chosen(id); });
        first = first ? first : button;
        if (last)
            setTabOrder(last, button);
        last = button;
    }
    layout()->addWidget(m_people);
    layout()->addWidget(m_copy);
    static_cast<QVBoxLayout*>(layout())->setAlignment(m_copy, Qt::AlignLeading);
    m_copy->setVisible(fresh && people.size() > 1);
    if (last)
        setTabOrder(last, m_copy);
    show();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void WhoStrip::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.selection);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
}

} // namespace winnow::ui
