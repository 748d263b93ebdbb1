// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/VotesChoice.h"

#include "domain/Methods.h"
#include "domain/Words.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int mostOffered = 4;

} // namespace

VotesChoice::VotesChoice(const Theme& theme, Stage stage, QWidget* parent)
    : QWidget(parent)
    , m_stage(stage)
    , m_votes(new Segmented(theme, this))
    , m_meaning(new TextLabel(theme, Text::Body, {}, this))
    , m_majority(new QCheckBox(tr("The majority decides, without a conflict"), this))
    , m_settling(new Segmented(theme, this))
    , m_settled(new TextLabel(theme, Text::Body, {}, this))
    , m_byOrder(new QCheckBox(tr("Different reasons are settled by the order below: the first one counts"), this))
{
    QStringList texts;
    QStringList names;
    for (int n = 1; n <= mostOffered; ++n) {
        texts << locale().toString(n);
        names << tr("Votes needed: %1").arg(n);
    }
    m_votes->setOptions(texts, names);
    m_votes->setAccessibleName(tr("Votes needed"));
    m_meaning->setDim(true);
    m_meaning->setWordWrap(true);
    m_settling->setOptions({words::name(ResolveRule::Discussion), words::name(ResolveRule::NamedResolvers),
                            words::name(ResolveRule::IncludeWins)});
    m_settling->setAccessibleName(tr("Who settles conflicts"));
    m_settled->setDim(true);
    m_settled->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    column->addWidget(m_votes, 0, Qt::AlignLeading);
    column->addWidget(m_meaning);
    column->addWidget(m_majority);
    column->addWidget(m_settling, 0, Qt::AlignLeading);
    column->addWidget(m_settled);
    column->addWidget(m_byOrder);
    connect(m_votes, &Segmented::changed, this, [this](int index) {
        StageRules wanted = m_rules;
        wanted.votesNeeded = index + 1;
        choose(wanted);
    });
    connect(m_settling, &Segmented::changed, this, [this](int index) {
        StageRules wanted = m_rules;
        wanted.resolving = ResolveRule(index);
        choose(wanted);
    });
    connect(m_majority, &QCheckBox::toggled, this, [this](bool on) {
        StageRules wanted = m_rules;
        wanted.majority = on;
        choose(wanted);
    });
    connect(m_byOrder, &QCheckBox::toggled, this, [this](bool on) {
        StageRules wanted = m_rules;
        wanted.reasons = on ? ReasonRule::FirstInOrder : ReasonRule::ByHand;
        choose(wanted);
    });
    display();
}

QString VotesChoice::meaning(const StageRules& rules)
{
    if (rules.votesNeeded <= 1)
        return tr("One person decides alone: the methods section says “screened by one reviewer”.");
    if (rules.votesNeeded == 2)
        return tr("Two people decide apart, and opposition is a conflict to settle: “screened by two reviewers "
                  "independently”.");
    if (rules.majority)
        return tr("%n people decide apart, and the majority counts: “screened by %n reviewers independently, by "
                  "majority”.",
                  nullptr, rules.votesNeeded);
    return tr("%n people decide apart, and any opposition is a conflict to settle: “screened by %n reviewers "
              "independently”.",
              nullptr, rules.votesNeeded);
}

void VotesChoice::setRules(const StageRules& rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    display();
}

void VotesChoice::setOnlyVotes(bool on)
{
    m_onlyVotes = on;
    display();
}

void VotesChoice::choose(const StageRules& rules)
{
    m_rules = rules;
    display();
    Q_EMIT changed(rules);
}

void VotesChoice::display()
{
    const QSignalBlocker quietMajority(m_majority);
    const QSignalBlocker quietOrder(m_byOrder);
    m_votes->setCurrent(m_rules.votesNeeded <= mostOffered ? m_rules.votesNeeded - 1 : -1);
    m_meaning->setText(meaning(m_rules));
    m_majority->setChecked(m_rules.majority);
    m_majority->setVisible(m_rules.votesNeeded > 2 && !m_onlyVotes);
    MethodsFacts facts;
    facts.settings.rules(m_stage) = m_rules;
    const QString settled = words::resolvingSentence(m_stage, facts);
    m_settling->setCurrent(int(m_rules.resolving));
    m_settling->setVisible(m_rules.votesNeeded > 1);
    m_settled->setText(tr("Conflicts: “%1”").arg(settled));
    m_settled->setVisible(!settled.isEmpty());
    m_byOrder->setVisible(m_stage == Stage::Fulltext && !m_onlyVotes);
    m_byOrder->setChecked(m_rules.reasons == ReasonRule::FirstInOrder);
}

} // namespace winnow::ui
