// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/AllocationForm.h"

#include "domain/Methods.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

enum Kind { Everybody, Divided, Several };

QSpinBox* spin(int least, int most, const QString& suffix, const QString& name, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setSuffix(suffix);
    box->setAccessibleName(name);
    return box;
}

} // namespace

AllocationForm::AllocationForm(const Theme& theme, Stage stage, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stage(stage)
    , m_kind(new Segmented(theme, this))
    , m_meaning(new TextLabel(theme, Text::Body, {}, this))
    , m_said(new TextLabel(theme, Text::Small, {}, this))
    , m_details(new QWidget(this))
{
    m_kind->setOptions({tr("Everybody sees all"), tr("Divide by share"), tr("Each to several")});
    m_kind->setAccessibleName(tr("Who sees which reports"));
    m_form = new QFormLayout(m_details);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_perReport = spin(1, 20, {}, tr("People for each report"), m_details);
    m_shared = spin(0, 100, tr(" %"), tr("Part that so many people read"), m_details);
    m_form->addRow(tr("People for each report"), m_perReport);
    m_form->addRow(tr("Read by so many"), m_shared);
    for (TextLabel* label : {m_meaning, m_said}) {
        label->setDim(true);
        label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    column->addWidget(m_kind, 0, Qt::AlignLeading);
    column->addWidget(m_meaning);
    column->addWidget(m_details);
    column->addWidget(m_said);
    connect(m_kind, &Segmented::changed, this, [this](int kind) {
        m_rule.dealt = kind != Everybody;
        m_rule.perReport = kind == Several ? 2 : 1;
        m_rule.sharedPercent = 100;
        display();
        Q_EMIT changed();
    });
    connect(m_perReport, &QSpinBox::valueChanged, this, [this](int n) {
        m_rule.perReport = n;
        display();
        Q_EMIT changed();
    });
    connect(m_shared, &QSpinBox::valueChanged, this, [this](int percent) {
        m_rule.sharedPercent = percent;
        display();
        Q_EMIT changed();
    });
    display();
}

void AllocationForm::setRule(const Allocation& rule, const std::vector<Reviewer>& people)
{
    std::vector<Reviewer> screeners;
    for (const Reviewer& person : people) {
        if (person.screens())
            screeners.push_back(person);
    }
    const bool same = screeners == m_people;
    m_rule = rule;
    m_people = std::move(screeners);
    if (!same)
        buildShares();
    display();
}

void AllocationForm::buildShares()
{
    for (QSpinBox* old : m_shares)
        m_form->removeRow(old);
    m_shares.clear();
    for (const Reviewer& person : m_people) {
        if (!person.id)
            continue; // shares are given once the review is there
        QSpinBox* share = spin(0, 100, tr(" %"), tr("Share of %1").arg(person.name), m_details);
        share->setValue(person.share(m_stage));
        m_form->addRow(tr("Share of %1").arg(person.name), share);
        m_shares.push_back(share);
        connect(share, &QSpinBox::valueChanged, this, [this] { Q_EMIT changed(); });
    }
}

Allocation AllocationForm::rule() const
{
    return m_rule.dealt ? m_rule : Allocation();
}

AllocationForm::Shares AllocationForm::shares() const
{
    Shares shares;
    for (size_t i = 0; i < m_shares.size(); ++i)
        shares.emplace_back(m_people[i].id, m_shares[i]->value());
    return shares;
}

void AllocationForm::say(const QString& text)
{
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

void AllocationForm::display()
{
    const QSignalBlocker quietPeople(m_perReport);
    const QSignalBlocker quietShared(m_shared);
    m_kind->setCurrent(!m_rule.dealt ? Everybody : m_rule.perReport > 1 ? Several : Divided);
    m_perReport->setValue(m_rule.perReport);
    m_shared->setValue(m_rule.sharedPercent);
    m_form->setRowVisible(m_perReport, m_rule.perReport > 1);
    m_form->setRowVisible(m_shared, m_rule.perReport > 1);
    m_details->setVisible(m_rule.dealt);
    MethodsFacts facts;
    facts.screeners = int(m_people.size());
    facts.settings.rules(m_stage).allocation = m_rule;
    m_meaning->setText(m_rule.dealt ? tr("The methods section says “%1”").arg(words::screeningSentence(m_stage, facts))
                                    : tr("All who screen see all reports; the votes needed are a minimum."));
    say(m_said->text());
}

} // namespace winnow::ui
