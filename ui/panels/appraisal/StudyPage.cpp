// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/StudyPage.h"

#include "appraisal/Designs.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::ui {

StudyPage::StudyPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(new TextLabel(theme, Text::Heading, {}, this))
    , m_design(new QComboBox(this))
    , m_list(new QVBoxLayout)
    , m_scope(new Segmented(theme, this))
    , m_assign(new QPushButton(tr("Give to them"), this))
    , m_why(new TextLabel(theme, Text::Small, {}, this))
{
    m_head->setWordWrap(true);
    m_design->setAccessibleName(tr("Design of the study"));
    setDesigns({});
    m_scope->setAccessibleName(tr("Of which studies"));
    m_scope->setFocusPolicy(Qt::StrongFocus);
    m_why->setDim(true);
    m_why->setWordWrap(true);
    setLook(*m_assign, Look::Primary);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.px(Theme::gap));
    column->addWidget(m_head);
    column->addWidget(new SectionLabel(theme, tr("Design of the study"), SectionLabel::Case::AsWritten, this));
    column->addWidget(m_design, 0, Qt::AlignLeading);
    column->addWidget(new SectionLabel(theme, tr("Who assesses it; nobody ticked: whoever likes"),
                                       SectionLabel::Case::AsWritten, this));
    column->addLayout(m_list);
    column->addWidget(m_scope, 0, Qt::AlignLeading);
    auto* back = new QPushButton(tr("Back"), this);
    back->setToolTip(tr("Esc"));
    connect(back, &QPushButton::clicked, this, &StudyPage::left);
    auto* acts = new QHBoxLayout;
    acts->addWidget(m_assign);
    acts->addWidget(back);
    acts->addStretch(1);
    column->addLayout(acts);
    column->addWidget(m_why);
    column->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::margin), theme.px(Theme::margin), 0);
    row->addLayout(column, 1);
    connect(m_design, &QComboBox::activated, this,
            [this](int index) { Q_EMIT designSaid(index == 0 ? QString() : m_design->currentText()); });
    connect(m_assign, &QPushButton::clicked, this, [this] {
        std::vector<ReviewerId> people;
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i]->isChecked())
                people.push_back(m_people[i]);
        }
        Q_EMIT assigned(people, m_scope->current() == 1);
    });
}

void StudyPage::setDesigns(const QStringList& designs)
{
    QStringList all = appraisal::studyDesigns();
    for (const QString& design : designs) {
        if (!all.contains(design, Qt::CaseInsensitive))
            all << design;
    }
    const QString before = m_design->currentIndex() > 0 ? m_design->currentText() : QString();
    m_design->clear();
    m_design->addItem(tr("Not said"));
    m_design->addItems(all);
    m_design->setCurrentIndex(before.isEmpty() ? 0 : std::max(0, m_design->findText(before)));
}

void StudyPage::show(const QString& study, const QString& design, const std::vector<Reviewer>& people,
                     const std::vector<ReviewerId>& given, int shown, const QString& whyNotAssign)
{
    m_head->setText(study);
    if (!design.isEmpty() && m_design->findText(design) < 0)
        m_design->addItem(design);
    m_design->setCurrentIndex(design.isEmpty() ? 0 : m_design->findText(design));
    const int scope = std::max(0, m_scope->current());
    m_scope->setOptions({tr("This study"), tr("All %1 shown").arg(shown)});
    m_scope->setCurrent(scope);
    fillPeople(people, given, whyNotAssign.isEmpty());
    m_scope->setEnabled(whyNotAssign.isEmpty());
    m_assign->setEnabled(whyNotAssign.isEmpty());
    m_why->setText(whyNotAssign);
}

void StudyPage::fillPeople(const std::vector<Reviewer>& people, const std::vector<ReviewerId>& given, bool may)
{
    for (QCheckBox* box : m_boxes)
        delete box;
    m_boxes.clear();
    m_people.clear();
    for (const Reviewer& person : people) {
        const bool on = std::find(given.begin(), given.end(), person.id) != given.end();
        if (!person.mayVote() && !on)
            continue;
        auto* box = new QCheckBox(person.name, this);
        box->setChecked(on);
        box->setEnabled(may);
        m_list->addWidget(box);
        m_boxes.push_back(box);
        m_people.push_back(person.id);
    }
}

void StudyPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
