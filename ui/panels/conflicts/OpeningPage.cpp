// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/conflicts/OpeningPage.h"

#include "models/SourcesModel.h"
#include "services/Allow.h"
#include "services/Style.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int cardWidth = 560;

} // namespace

QString neededLine(const StillNeeded& needed, const Review& review, ReviewerId me)
{
    QStringList lacking;
    for (const StillNeeded::Person& person : needed.reports ? needed.people : std::vector<StillNeeded::Person>()) {
        const Reviewer* who = review.reviewer(person.id);
        if (!who)
            continue;
        const QString votes = numberText(person.votes);
        const QString all = numberText(needed.ofReports);
        lacking << (person.id == me
                        ? OpeningPage::tr("your own votes (%1 of %2 are given)").arg(votes, all)
                        : OpeningPage::tr("%1's file (%2 of %3 votes are here)").arg(who->name, votes, all));
    }
    return lacking.isEmpty() ? QString() : OpeningPage::tr("Still needed: %1.").arg(lacking.join(QStringLiteral("; ")));
}

OpeningPage::OpeningPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(new TextLabel(theme, Text::Heading, {}, this))
    , m_text(new TextLabel(theme, Text::Body, {}, this))
    , m_open(new QPushButton(tr("Open conflicts"), this))
{
    auto* ground = new Ground(theme, Ground::Kind::Window, this);
    auto* card = new Card(theme, {}, ground);
    card->setFixedWidth(theme.px(cardWidth));
    m_text->setWordWrap(true);
    setLook(*m_open, Look::Primary);
    card->column()->addWidget(m_head);
    card->column()->addWidget(m_text);
    card->column()->addSpacing(theme.px(8));
    card->column()->addWidget(m_open, 0, Qt::AlignLeading);
    auto* inner = new QVBoxLayout(ground);
    inner->addStretch(2);
    inner->addWidget(card, 0, Qt::AlignHCenter);
    inner->addStretch(3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(ground);
}

void OpeningPage::setWaiting(qint64 conflicts, const QString& given, const QString& needed)
{
    m_head->setText(conflicts == 1 ? tr("1 conflict") : tr("%Ln conflicts", nullptr, int(conflicts)));
    QString text = tr("Opening shows who voted how in these reports, and freezes all votes given so far: agreement is "
                      "computed from them, and later changes count as corrections. It is written down and cannot be "
                      "undone, since what was seen cannot be unseen.\n\nVotes given — %1")
                       .arg(given);
    if (!needed.isEmpty())
        text += QStringLiteral("\n\n") + needed;
    m_text->setText(text);
    // A wrapped text in a card of fixed width does not ask for its height by itself.
    m_text->setMinimumHeight(m_text->heightForWidth(m_theme.px(cardWidth - 2 * Theme::margin)));
}

void OpeningPage::setWritable(const QString& whyNot)
{
    allow(*m_open, whyNot);
}

QString OpeningPage::text() const
{
    return m_head->text() + QLatin1Char('\n') + m_text->text();
}

} // namespace winnow::ui
