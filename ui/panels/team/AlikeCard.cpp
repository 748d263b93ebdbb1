// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/AlikeCard.h"

#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

QString alikeKind(AlikeEntries::List list)
{
    switch (list) {
    case AlikeEntries::List::Reasons: return AlikeCard::tr("Exclusion reason");
    case AlikeEntries::List::Labels: return AlikeCard::tr("Label");
    case AlikeEntries::List::Criteria: break;
    }
    return AlikeCard::tr("Criterion");
}

} // namespace

AlikeCard::AlikeCard(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_rows(new QVBoxLayout)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(context.theme, tr("Made twice?"), this);
    card->column()->addLayout(m_rows);
    whole->addWidget(card);
    setVisible(false);
}

void AlikeCard::refresh()
{
    const std::vector<AlikeEntries> found = Merging(m_context.project).look();
    if (found != m_shown) {
        while (QLayoutItem* item = m_rows->takeAt(0)) {
            item->widget()->deleteLater();
            delete item;
        }
        m_buttons.clear();
        for (const AlikeEntries& entries : found)
            addRow(entries);
        m_shown = found;
    }
    for (QPushButton* button : m_buttons)
        allow(*button, m_context.whyNot(Right::Lead));
    setVisible(!found.empty());
}

void AlikeCard::addRow(const AlikeEntries& entries)
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    const QString sentence
        = tr("%1: “%2” looks like “%3”.").arg(alikeKind(entries.list), entries.fromText, entries.intoText);
    line->addWidget(new TextLabel(m_context.theme, Text::Body, sentence, row), 1);
    auto* button = new QPushButton(tr("Make one of them"), row);
    button->setAccessibleDescription(sentence);
    button->setToolTip(tr("What was marked with the one counts as marked with “%1” from now on; undo parts them again.")
                           .arg(entries.intoText));
    line->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, entries] { Q_EMIT mergeWanted(entries); });
    m_rows->addWidget(row);
    m_buttons.push_back(button);
}

} // namespace winnow::ui
