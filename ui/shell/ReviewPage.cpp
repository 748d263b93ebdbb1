// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ReviewPage.h"

#include "widgets/Rail.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace winnow::ui {

namespace {

/// A ring needs something to be a share of.
std::optional<double> shareOf(const std::optional<Progressed>& progress)
{
    if (!progress || progress->done + progress->left == 0)
        return std::nullopt;
    return double(progress->done) / double(progress->done + progress->left);
}

std::optional<qint64> unlessZero(qint64 number)
{
    return number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

ReviewPage::ReviewPage(const PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_places(places())
    , m_rail(new Rail(context.theme, this))
    , m_stack(new QStackedWidget(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    for (const Place& place : m_places)
        m_rail->add(place.sign, place.name);
    connect(m_rail, &Rail::chosen, this, &ReviewPage::visit);
}

ReviewPage::~ReviewPage()
{
    delete m_stack;
}

int ReviewPage::indexOf(Workspace where) const
{
    for (int i = 0; i < int(m_places.size()); ++i)
        if (m_places[size_t(i)].where == where)
            return i;
    return -1;
}

void ReviewPage::go(Workspace where)
{
    const int index = indexOf(where);
    if (index < 0)
        return;
    if (index == m_rail->current())
        visit(index); // the rail says nothing about where it is already
    else
        m_rail->setCurrent(index);
}

void ReviewPage::goToWord(const QString& word)
{
    for (const Place& place : m_places)
        if (place.word == word)
            return go(place.where);
    go(Workspace::Overview);
}

Workspace ReviewPage::where() const
{
    return m_places[size_t(m_rail->current())].where;
}

Panel* ReviewPage::panel(Workspace where)
{
    const int index = indexOf(where);
    return index < 0 ? nullptr : make(index);
}

Panel* ReviewPage::current() const
{
    return qobject_cast<Panel*>(m_stack->currentWidget());
}

Panel* ReviewPage::make(int index)
{
    Panel*& panel = m_panels[index];
    if (panel)
        return panel;
    panel = m_places[size_t(index)].make(m_context);
    m_stack->addWidget(panel);
    connect(panel, &Panel::go, this, &ReviewPage::go);
    connect(panel, &Panel::showRecords, this, [this](const QString& heading, const QList<RecordId>& records) {
        go(Workspace::Records);
        if (Panel* list = this->panel(Workspace::Records))
            showRecordsIn(*list, heading, records);
    });
    return panel;
}

void ReviewPage::visit(int index)
{
    Panel* panel = make(index);
    m_stack->setCurrentWidget(panel);
    panel->activate();
    Q_EMIT visited(m_places[size_t(index)].word);
}

void ReviewPage::showNumbers(const Standing::Numbers& numbers)
{
    const auto stage = [this](Workspace where, const std::optional<Progressed>& progress) {
        RailItem* item = m_rail->item(indexOf(where));
        if (!item)
            return;
        item->setShare(shareOf(progress));
        item->setWaiting(progress ? unlessZero(progress->left) : std::nullopt);
    };
    stage(Workspace::Screening, numbers.title);
    stage(Workspace::Fulltexts, numbers.fulltext);
    qint64 conflicts = 0;
    if (numbers.status && numbers.settles)
        for (const StageStatus& one : numbers.status->stages)
            conflicts += one.conflicts;
    if (RailItem* item = m_rail->item(indexOf(Workspace::Conflicts)))
        item->setWaiting(unlessZero(conflicts));
}

} // namespace winnow::ui
