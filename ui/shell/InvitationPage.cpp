// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/InvitationPage.h"

#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int cardWidth = 560;

} // namespace

InvitationPage::InvitationPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(theme, Text::Body, {}, this))
    , m_question(new TextLabel(theme, Text::Heading, {}, this))
    , m_what(new TextLabel(theme, Text::Body, {}, this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(tr("No, that is somebody else"), this))
{
    auto* ground = new Ground(theme, Ground::Kind::Window, this);
    auto* card = new Card(theme, {}, ground);
    card->setFixedWidth(theme.px(cardWidth));
    for (TextLabel* label : {m_title, m_question, m_what}) {
        label->setWordWrap(true);
        card->column()->addWidget(label);
    }
    m_title->setDim(true);
    setLook(*m_yes, Look::Primary);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_yes, m_no})
        buttons->addWidget(button);
    buttons->addStretch(1);
    card->column()->addSpacing(theme.px(8));
    card->column()->addLayout(buttons);
    auto* across = new QHBoxLayout; // not by alignment: then the text's height would be that of the window's width
    across->addStretch(1);
    across->addWidget(card);
    across->addStretch(1);
    auto* inner = new QVBoxLayout(ground);
    inner->addStretch(2);
    inner->addLayout(across);
    inner->addStretch(3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(ground);
    connect(m_yes, &QPushButton::clicked, this, &InvitationPage::accepted);
    connect(m_no, &QPushButton::clicked, this, &InvitationPage::declined);
}

void InvitationPage::display(const QString& file, const BundleInfo& info)
{
    m_file = file;
    m_info = info;
    m_title->setText(info.title);
    const QString sender = info.sender.isEmpty() ? tr("Your coauthor") : info.sender;
    m_question->setText(
        info.kind == BundleKind::Conflicts
            ? tr("%1 asks %2 to settle conflicts. Is that you?", "sender, receiver").arg(sender, info.receiver)
            : tr("%1 invited you as %2. Is that you?", "sender, receiver").arg(sender, info.receiver));
    m_what->setText(tr("You get a copy of your own on this computer. What you do in it stays there until you send your "
                       "work. Nobody's votes are in this file, and yours stay hidden from the others until conflicts "
                       "are opened."));
    m_yes->setText(tr("Yes, I am %1: make my copy…").arg(info.receiver));
    m_yes->setFocus(Qt::OtherFocusReason);
}

QString InvitationPage::text() const
{
    return m_title->text() + QLatin1Char('\n') + m_question->text() + QLatin1Char('\n') + m_what->text();
}

void InvitationPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT declined();
    else
        QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
