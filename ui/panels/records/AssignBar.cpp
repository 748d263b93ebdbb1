// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/records/AssignBar.h"

#include "domain/Words.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/FlowLayout.h"
#include "widgets/Segmented.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace winnow::ui {

AssignBar::AssignBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stage(new Segmented(theme, this))
    , m_holder(new QWidget(this))
    , m_row(new FlowLayout(theme.px(Theme::gap), m_holder))
    , m_assign(new QPushButton(this))
{
    m_stage->setOptions({words::name(Stage::Title), words::name(Stage::Fulltext)});
    m_stage->setAccessibleName(tr("Stage"));
    m_stage->setCurrent(0);
    setLook(*m_assign, Look::Primary);
    m_assign->setToolTip(tr("These people and no others are asked to screen them. No vote is lost."));
    auto* around = new QHBoxLayout(this);
    around->setContentsMargins(theme.px(Theme::margin), theme.px(8), theme.px(Theme::margin), theme.px(8));
    around->addWidget(m_holder);
    m_row->addWidget(m_stage);
    m_row->addWidget(m_assign);
    hide();
    connect(m_assign, &QPushButton::clicked, this, &AssignBar::assign);
}

void AssignBar::open(const Review& review, qint64 records)
{
    listPeople(review);
    setCount(records);
    show();
    if (!m_people.empty())
        m_people.front().second->setFocus(Qt::TabFocusReason);
}

void AssignBar::setCount(qint64 records)
{
    m_count = records;
    dress();
}

void AssignBar::listPeople(const Review& review)
{
    for (const auto& [id, box] : m_people)
        delete box;
    m_people.clear();
    for (const Reviewer& person : review.reviewers) {
        if (!person.mayVote())
            continue;
        auto* box = new QCheckBox(person.name, m_holder);
        box->setMinimumHeight(m_assign->sizeHint().height()); // all of a row stand on one line
        m_row->insertWidget(m_row->count() - 1, box);
        connect(box, &QCheckBox::toggled, this, &AssignBar::dress);
        m_people.emplace_back(person.id, box);
    }
    QWidget* before = m_stage;
    for (const auto& [id, box] : m_people) {
        setTabOrder(before, box);
        before = box;
    }
    setTabOrder(before, m_assign);
}

Stage AssignBar::stage() const
{
    return m_stage->current() == 1 ? Stage::Fulltext : Stage::Title;
}

std::vector<ReviewerId> AssignBar::people() const
{
    std::vector<ReviewerId> chosen;
    for (const auto& [id, box] : m_people) {
        if (box->isChecked())
            chosen.push_back(id);
    }
    return chosen;
}

/// The button says what it will do.
void AssignBar::dress()
{
    const QString records = m_count == 1 ? tr("1 record") : tr("%Ln records", nullptr, int(m_count));
    m_assign->setText(people().empty() ? tr("Let the rule decide for %1").arg(records) : tr("Assign %1").arg(records));
    m_assign->setEnabled(m_count > 0);
}

void AssignBar::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_assign->isEnabled())
        Q_EMIT assign();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void AssignBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colours().line);
}

} // namespace winnow::ui
