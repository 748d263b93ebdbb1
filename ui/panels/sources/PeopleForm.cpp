// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/PeopleForm.h"

#include "domain/Words.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

namespace winnow::ui {

PeopleForm::PeopleForm(const Theme& theme, const Review& review, const QStringList& people, qint64 decisions,
                       QWidget* parent)
    : QWidget(parent)
    , m_decisions(decisions)
    , m_stage(new QComboBox(this))
    , m_seen(new QCheckBox(tr("They could see each other's votes (no agreement is computed from them)"), this))
    , m_bring(new QPushButton(people.isEmpty() ? tr("Bring in the decisions") : tr("Bring in their votes"), this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(Theme::gap));
    grid->setVerticalSpacing(theme.px(8));
    grid->setColumnStretch(2, 1);
    QString asked = people.isEmpty()
        ? QString()
        : tr("The file carries votes, notes or labels of people that nobody has named yet. Who are they?");
    if (decisions > 0)
        asked += (asked.isEmpty() ? QString() : QStringLiteral(" "))
            + tr("It holds decisions of a team: %1.").arg(QLocale().toString(decisions));
    auto* sentence = new TextLabel(theme, Text::Body, asked, this);
    sentence->setWordWrap(true);
    grid->addWidget(sentence, 0, 0, 1, 3);
    for (const QString& person : people)
        addPerson(theme, review, person, grid);
    for (const Stage stage : {Stage::Title, Stage::Fulltext})
        m_stage->addItem(words::name(stage), int(stage));
    m_stage->setAccessibleName(tr("Stage, where the file does not say it"));
    const int row = int(people.size()) + 1;
    grid->addWidget(new TextLabel(theme, Text::Body, tr("Stage, where the file does not say it"), this), row, 0);
    grid->addWidget(m_stage, row, 1);
    grid->addWidget(m_seen, row + 1, 0, 1, 3);
    m_seen->setVisible(!people.isEmpty());
    m_bring->setEnabled(decisions > 0);
    grid->addWidget(m_bring, row + 2, 0, 1, 2, Qt::AlignLeading);
    connect(m_bring, &QPushButton::clicked, this, [this] { Q_EMIT chosen(votesAs()); });
}

void PeopleForm::addPerson(const Theme& theme, const Review& review, const QString& person, QGridLayout* grid)
{
    const QString name = person.isEmpty() ? tr("(no name)") : person;
    auto* choice = new QComboBox(this);
    choice->addItem(tr("Leave out"));
    for (const Reviewer& reviewer : review.reviewers)
        choice->addItem(reviewer.name, reviewer.name);
    choice->setAccessibleName(tr("%1 is").arg(name));
    const int row = int(m_rows.size()) + 1;
    grid->addWidget(new TextLabel(theme, Text::Body, tr("%1 is").arg(name), this), row, 0);
    grid->addWidget(choice, row, 1);
    m_rows.emplace_back(person, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, [this] { m_bring->setEnabled(!votesAs().isEmpty()); });
}

VotesAs PeopleForm::votesAs() const
{
    const auto stage = Stage(m_stage->currentData().toInt());
    const bool blind = !m_seen->isChecked();
    VotesAs map;
    for (const auto& [person, choice] : m_rows) {
        if (const QString name = choice->currentData().toString(); !name.isEmpty())
            map.insert(person, {name, stage, blind});
    }
    if (map.isEmpty() && m_decisions > 0)
        map.insert(QString(), {QString(), stage, blind});
    return map;
}

QComboBox* PeopleForm::choiceOf(const QString& person) const
{
    for (const auto& [name, choice] : m_rows) {
        if (name == person)
            return choice;
    }
    return nullptr;
}

} // namespace winnow::ui
