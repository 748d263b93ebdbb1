// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/WorkCard.h"

#include "domain/Words.h"
#include "models/AgreementWords.h"
#include "panels/team/AllocationForm.h"
#include "project/Rules.h"
#include "services/Dialogs.h"
#include "services/Style.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>
#include <memory>

namespace winnow::ui {

namespace {

constexpr int usualPilot = 50;

QPushButton* button(const QString& text, QHBoxLayout* row, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    row->addWidget(made);
    return made;
}

} // namespace

WorkCard::WorkCard(PanelContext& context, Stage stage, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_stage(stage)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(context.theme, tr("%1: pilot and who sees what").arg(words::name(stage)), this);
    whole->addWidget(card);
    buildPilot(card);
    card->column()->addSpacing(context.theme.px(8));
    buildAllocation(card);
}

void WorkCard::buildPilot(QWidget* holder)
{
    auto* card = static_cast<Card*>(holder);
    const Theme& theme = m_context.theme;
    card->column()->addWidget(new SectionLabel(theme, tr("Pilot"), SectionLabel::Case::AsWritten, card));
    m_pilot = new TextLabel(theme, Text::Body, {}, card);
    m_pilot->setWordWrap(true);
    m_pilot->setDim(true);
    card->column()->addWidget(m_pilot);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    m_size = new QSpinBox(card);
    m_size->setRange(1, 1000);
    m_size->setValue(usualPilot);
    m_size->setSuffix(tr(" reports"));
    m_size->setAccessibleName(tr("Reports of the pilot"));
    row->addWidget(m_size);
    m_seed = new QSpinBox(card);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setPrefix(tr("seed "));
    m_seed->setAccessibleName(tr("Seed of the draw"));
    m_seed->setToolTip(tr("The number that the draw starts from: it is told in the methods section, and the same one "
                          "draws the same reports again."));
    row->addWidget(m_seed);
    m_start = button(tr("Start a pilot"), row, card);
    m_open = button(tr("Open its votes"), row, card);
    m_go = button(tr("Go: open the rest"), row, card);
    m_refine = button(tr("Refine the criteria…"), row, card);
    row->addStretch(1);
    card->column()->addLayout(row);
    connect(m_start, &QPushButton::clicked, this, [this] {
        apply([stage = m_stage, size = m_size->value(),
               seed = quint64(m_seed->value())](Project& p) { return Pilots(p, stage).start(size, seed); },
              tr("The pilot is drawn: it comes first in everybody's queue."));
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        apply([stage = m_stage](Project& p) { return Pilots(p, stage).open(); },
              tr("The pilot's votes are open; Conflicts shows how far you agree."));
    });
    connect(m_go, &QPushButton::clicked, this, [this] { end(true); });
    connect(m_refine, &QPushButton::clicked, this, [this] { end(false); });
}

void WorkCard::buildAllocation(QWidget* holder)
{
    auto* card = static_cast<Card*>(holder);
    card->column()->addWidget(
        new SectionLabel(m_context.theme, tr("Who sees which reports"), SectionLabel::Case::AsWritten, card));
    m_form = new AllocationForm(m_context.theme, m_stage, card);
    card->column()->addWidget(m_form);
    m_deal = new QPushButton(tr("Deal so"), card);
    m_deal->setEnabled(false);
    card->column()->addWidget(m_deal, 0, Qt::AlignLeading);
    connect(m_form, &AllocationForm::changed, this, [this] { m_deal->setEnabled(true); });
    connect(m_deal, &QPushButton::clicked, this, [this] {
        m_deal->setEnabled(false);
        m_dealing = true;
        apply([stage = m_stage, rule = m_form->rule(), shares = m_form->shares()](
                  Project& p) { return Allocations(p, stage).set(rule, rule.dealt ? shares : Allocations::Shares()); },
              tr("Dealt. All votes given so far count as before."));
    });
}

void WorkCard::refresh()
{
    m_context.hands.over(
        this,
        [&project = m_context.project, stage = m_stage] {
            auto read = std::make_shared<Read>(
                Read{Pilots(project, stage).rounds(), Allocations(project, stage).standing(), {}});
            if (read->pilots && !read->pilots->empty() && read->pilots->back().opened > 0)
                read->agreement
                    = Conflicts(project, stage).agreement(read->pilots->back().round.number).value_or(Agreements());
            return read;
        },
        [this](const std::shared_ptr<Read>& read) {
            if (read->pilots)
                showPilot(*read->pilots, read->agreement);
            if (read->allocation)
                showAllocation(*read->allocation);
            allowByRole();
        });
}

void WorkCard::showPilot(const std::vector<PilotStanding>& rounds, const Agreements& agreement)
{
    const PilotStanding* last = rounds.empty() ? nullptr : &rounds.back();
    const auto state = last ? last->round.state : PilotRound::State::None;
    const bool running = state == PilotRound::State::Running;
    for (QWidget* part : std::initializer_list<QWidget*>{m_size, m_seed, m_start})
        part->setVisible(!running);
    m_open->setVisible(running);
    m_go->setVisible(running || state == PilotRound::State::Refine);
    m_refine->setVisible(running);
    if (!m_seed->hasFocus())
        m_seed->setValue(int(rounds.size()) + 1);
    m_pilot->setText(last ? standingWords(*last, agreement) : invitation());
}

QString WorkCard::invitation()
{
    const int planned = m_stage == Stage::Title ? m_context.project.review()->settings.pilotPlanned : 0;
    if (planned == 0)
        return tr("The same few reports for all, drawn at random, before the rest: it shows whether the criteria are "
                  "understood alike.");
    m_size->setValue(planned);
    return tr("A pilot of %1 is planned. Start it when all records are imported.").arg(planned);
}

/// A line each: the round and its draw, who has voted, how far they agree, why it was ended so.
QString WorkCard::standingWords(const PilotStanding& pilot, const Agreements& agreement) const
{
    const auto review = m_context.project.review();
    const auto nameOf = [&review](ReviewerId who) {
        const Reviewer* person = review->reviewer(who);
        return person ? person->name : QString();
    };
    QStringList lines{tr("%1, %2 reports drawn with seed %3: %4.")
                          .arg(words::pilotName(pilot.round.number))
                          .arg(pilot.round.size)
                          .arg(pilot.round.seed)
                          .arg(words::name(pilot.round.state))};
    QStringList voted;
    for (const auto& [who, n] : pilot.voted)
        voted << tr("%1 has voted on %2.").arg(nameOf(who)).arg(n);
    if (pilot.opened)
        voted << tr("Opened: %1.").arg(pilot.opened);
    lines << voted.join(QLatin1Char(' '));
    for (const PairAgreement& pair : agreement) {
        if (pair.agreement.n > 0)
            lines << tr("%1 and %2: %3", "names, how far they agree")
                         .arg(nameOf(pair.a), nameOf(pair.b), agreementWords(pair.agreement));
    }
    if (!pilot.round.why.isEmpty())
        lines << tr("“%1”").arg(pilot.round.why);
    return lines.join(QLatin1Char('\n'));
}

void WorkCard::showAllocation(const AllocationStanding& standing)
{
    if (m_dealing)
        return;
    const auto review = m_context.project.review();
    if (!m_deal->isEnabled()) // what is being chosen is not replaced under the hands
        m_form->setRule(standing.rule, review->reviewers);
    QStringList parts;
    for (const Allotted& one : standing.people) {
        const Reviewer* person = review->reviewer(one.who);
        parts << tr("%1: %2 reports").arg(person ? person->name : QString(), locale().toString(one.reports));
    }
    if (standing.byHand)
        parts << tr("by hand: %1").arg(standing.byHand);
    m_form->say(parts.join(QStringLiteral(" · ")));
}

void WorkCard::end(bool go)
{
    if (go) {
        apply([stage = m_stage](Project& p) { return Pilots(p, stage).go({}); }, tr("The rest is open."));
        return;
    }
    TextQuestion question;
    question.title = tr("Refine the criteria");
    question.label = tr("What was not clear; the rest stays closed until another round went well");
    m_context.dialogs.askText(question, this, [this](const QString& why) {
        apply([stage = m_stage, why](Project& p) { return Pilots(p, stage).refine(why); },
              tr("Change the criteria below, then start another round."));
    });
}

template <class Work> void WorkCard::apply(Work work, const QString& done)
{
    m_context.hands.over(
        this, [&project = m_context.project, work] { return work(project); },
        [this, done](const auto& result) {
            m_dealing = false;
            Q_EMIT said(result ? done : words::sentence(result.error()), !result);
            refresh();
        });
}

void WorkCard::allowByRole()
{
    const QString whyNot = m_context.whyNot(Right::Lead);
    const bool settled = !rulesWait(m_context.project); // what is being worked out is not changed once more
    for (QWidget* part : std::initializer_list<QWidget*>{m_size, m_seed, m_start, m_go, m_refine, m_form})
        allow(*part, whyNot, settled);
    allow(*m_open, m_context.whyNot(Right::Settle), settled);
    allow(*m_deal, whyNot, settled && m_deal->isEnabled());
}

} // namespace winnow::ui
