// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/StageCard.h"

#include "domain/Words.h"
#include "panels/team/VotesChoice.h"
#include "services/Allow.h"
#include "services/Theme.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QVBoxLayout>

namespace winnow::ui {

StageCard::StageCard(const Theme& theme, Stage stage, QWidget* parent)
    : QWidget(parent)
    , m_stage(stage)
    , m_choice(new VotesChoice(theme, stage, this))
    , m_list(new OrderedList(theme, OrderedList::Rename | OrderedList::Move | OrderedList::Merge | OrderedList::Remove,
                             tr("Exclusion reasons, %1").arg(words::name(stage)), tr("Add a reason"), this))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(theme, words::name(stage), this);
    whole->addWidget(card);
    QVBoxLayout* column = card->column();
    column->addWidget(new SectionLabel(theme, tr("Votes needed"), SectionLabel::Case::AsWritten, card));
    column->addWidget(m_choice);
    column->addSpacing(theme.px(8));
    column->addWidget(
        new SectionLabel(theme, tr("Exclusion reasons, in the team's order"), SectionLabel::Case::AsWritten, card));
    column->addWidget(m_list);
    connect(m_choice, &VotesChoice::changed, this, [this](const StageRules& r) { Q_EMIT rulesWanted(m_stage, r); });
    connect(m_list, &OrderedList::addWanted, this, [this](const QString& t) { Q_EMIT reasonWanted(m_stage, t); });
    connect(m_list, &OrderedList::renameWanted, this,
            [this](int row, const QString& text) { Q_EMIT renameWanted(m_reasons[size_t(row)].id, text); });
    connect(m_list, &OrderedList::moveWanted, this,
            [this](int row, int to) { Q_EMIT moveWanted(m_reasons[size_t(row)].id, to); });
    connect(m_list, &OrderedList::mergeWanted, this, &StageCard::askMerge);
    connect(m_list, &OrderedList::removeWanted, this,
            [this](int row) { Q_EMIT removeWanted(m_reasons[size_t(row)].id); });
}

void StageCard::askMerge(int row)
{
    std::vector<Reason> others = m_reasons;
    others.erase(others.begin() + row);
    Q_EMIT mergeWanted(m_reasons[size_t(row)], others);
}

void StageCard::setReview(const Review& review)
{
    m_choice->setRules(review.settings.rules(m_stage));
    m_reasons = review.reasonsOf(m_stage);
    std::vector<OrderedList::Row> rows;
    for (const Reason& reason : m_reasons)
        rows.push_back({reason.text, reason.key});
    m_list->setRows(rows);
}

void StageCard::setEditable(bool on)
{
    m_list->setEditable(on);
}

void StageCard::setWritable(const QString& whyNoAdding, const QString& whyNoLeading)
{
    allow(*m_choice, whyNoLeading);
    m_list->setWritable(whyNoAdding, whyNoLeading);
}

} // namespace winnow::ui
