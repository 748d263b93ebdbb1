// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/PeopleForm.h"

#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>

namespace winnow::ui {

PeopleForm::PeopleForm(const Theme& theme, const Review& review, const QStringList& people, QWidget* parent)
    : QWidget(parent)
    , m_bring(new QPushButton(tr("Bring in their votes"), this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    auto* sentence = new TextLabel(
        theme, Text::Body,
        tr("The file carries votes or notes of people that this review does not know. Who are they?"), this);
    sentence->setWordWrap(true);
    grid->addWidget(sentence, 0, 0, 1, 3);
    int row = 1;
    for (const QString& person : people) {
        auto* choice = new QComboBox(this);
        choice->addItem(tr("Leave out"));
        for (const Reviewer& reviewer : review.reviewers)
            choice->addItem(reviewer.name, reviewer.name);
        choice->setAccessibleName(tr("%1 is").arg(person));
        grid->addWidget(new TextLabel(theme, Text::Body, tr("%1 is").arg(person), this), row, 0);
        grid->addWidget(choice, row++, 1);
        m_rows.emplace_back(person, choice);
        connect(choice, &QComboBox::currentIndexChanged, this, [this] { m_bring->setEnabled(!votesAs().isEmpty()); });
    }
    m_bring->setEnabled(false);
    grid->addWidget(m_bring, row, 0, 1, 2, Qt::AlignLeading);
    connect(m_bring, &QPushButton::clicked, this, [this] { Q_EMIT chosen(votesAs()); });
}

QMap<QString, QString> PeopleForm::votesAs() const
{
    QMap<QString, QString> map;
    for (const auto& [person, choice] : m_rows) {
        if (const QString name = choice->currentData().toString(); !name.isEmpty())
            map.insert(person, name);
    }
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
