// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/overview/OverviewPanel.h"

#include "panels/overview/StageSummary.h"
#include "services/Style.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int overviewWidth = 860;

template <class T> std::optional<T> valueOf(Result<T> result)
{
    return result ? std::optional<T>(std::move(*result)) : std::nullopt;
}

QWidget* freshRows(QWidget* old, Card* card, const Theme& theme)
{
    delete old;
    auto* rows = new QWidget(card);
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(theme.px(8));
    grid->setColumnStretch(0, 1);
    card->column()->addWidget(rows);
    return rows;
}

} // namespace

OverviewPanel::OverviewPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_title(new TextLabel(context.theme, Text::Heading, {}, this))
    , m_question(new TextLabel(context.theme, Text::Body, {}, this))
    , m_waitingCard(new Card(context.theme, tr("What waits for you"), this))
    , m_titleStage(new StageSummary(context.theme, Stage::Title, this))
    , m_fulltextStage(new StageSummary(context.theme, Stage::Fulltext, this))
    , m_sourcesCard(new Card(context.theme, tr("Sources"), this))
{
    const Theme& theme = context.theme;
    for (TextLabel* one : {m_title, m_question})
        one->setWordWrap(true);
    m_question->setDim(true);
    auto* area = new QScrollArea(this);
    auto* page = new Ground(theme, Ground::Kind::Window, area);
    auto* middle = new QWidget(page);
    middle->setMaximumWidth(theme.px(overviewWidth));
    auto* sides = new QHBoxLayout(page);
    sides->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    sides->addStretch(1);
    sides->addWidget(middle, 100);
    sides->addStretch(1);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Theme::gap));
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_question, m_waitingCard, m_titleStage,
                                                         m_fulltextStage, m_sourcesCard})
        column->addWidget(part);
    column->addStretch(1);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    connect(&context.project, &Project::changed, this, &OverviewPanel::refresh);
    connect(&context.project, &Project::meChanged, this, &OverviewPanel::refresh);
    display({});
    refresh();
}

void OverviewPanel::refresh()
{
    m_again = m_reading;
    if (!m_reading)
        read();
}

void OverviewPanel::read()
{
    m_reading = true;
    m_again = false;
    m_hands.over(
        this,
        [&project = m_context.project, mine = bool(m_context.project.me())] {
            Numbers numbers;
            numbers.status = valueOf(statusOf(project));
            if (mine) {
                numbers.title = valueOf(Screening(project, Stage::Title).progress());
                numbers.fulltext = valueOf(Screening(project, Stage::Fulltext).progress());
            }
            return numbers;
        },
        [this](const Numbers& numbers) {
            m_reading = false;
            display(numbers);
            if (m_again)
                read();
        });
}

void OverviewPanel::display(const Numbers& numbers)
{
    const auto review = m_context.project.review();
    m_title->setText(review->settings.title);
    m_question->setText(review->settings.question);
    m_question->setVisible(!review->settings.question.isEmpty());
    if (!numbers.status)
        return;
    for (const StageStatus& stage : numbers.status->stages)
        (stage.stage == Stage::Title ? m_titleStage : m_fulltextStage)->display(stage, *review);
    displayWaiting(numbers);
    displaySources(*numbers.status);
}

std::vector<OverviewPanel::Waiting> OverviewPanel::waiting(const Numbers& numbers) const
{
    const auto number = [this](qint64 n) { return locale().toString(n); };
    std::vector<Waiting> list;
    if (numbers.status->records == 0)
        list.push_back({tr("No records yet: import what your searches found."), tr("Import…"), Workspace::Sources});
    if (numbers.title && numbers.title->left > 0)
        list.push_back({tr("%1 titles and abstracts to screen").arg(number(numbers.title->left)), tr("Screen"),
                        Workspace::Screening});
    if (numbers.fulltext && numbers.fulltext->left > 0)
        list.push_back(
            {tr("%1 full texts to assess").arg(number(numbers.fulltext->left)), tr("Assess"), Workspace::Fulltexts});
    qint64 conflicts = 0;
    for (const StageStatus& stage : numbers.status->stages)
        conflicts += stage.conflicts;
    if (conflicts > 0)
        list.push_back({tr("%1 conflicts to settle").arg(number(conflicts)), tr("Settle"), Workspace::Conflicts});
    return list;
}

void OverviewPanel::displayWaiting(const Numbers& numbers)
{
    const std::vector<Waiting> list = waiting(numbers);
    if (m_waitingRows && list == m_waiting)
        return; // a button that has the focus keeps it
    m_waiting = list;
    m_waitingRows = freshRows(m_waitingRows, m_waitingCard, m_context.theme);
    auto* grid = static_cast<QGridLayout*>(m_waitingRows->layout());
    for (int row = 0; row < int(list.size()); ++row) {
        const Waiting& one = list[size_t(row)];
        auto* button = new QPushButton(one.verb, m_waitingRows);
        button->setAutoDefault(true); // Enter presses it, as Space does
        setLook(*button, row == 0 ? Look::Primary : Look::Plain);
        button->setAccessibleDescription(one.sentence);
        grid->addWidget(new TextLabel(m_context.theme, Text::Body, one.sentence, m_waitingRows), row, 0);
        grid->addWidget(button, row, 1);
        connect(button, &QPushButton::clicked, this, [this, where = one.where] { Q_EMIT go(where); });
    }
    if (list.empty())
        grid->addWidget(new TextLabel(m_context.theme, Text::Body, tr("Nothing waits for you."), m_waitingRows), 0, 0);
}

void OverviewPanel::displaySources(const Status& status)
{
    m_sourceRows = freshRows(m_sourceRows, m_sourcesCard, m_context.theme);
    auto* grid = static_cast<QGridLayout*>(m_sourceRows->layout());
    int row = 0;
    for (const NamedCount& source : status.sources) {
        auto* count = new TextLabel(m_context.theme, Text::Body, locale().toString(source.n), m_sourceRows);
        count->setDim(true);
        grid->addWidget(new TextLabel(m_context.theme, Text::Body, source.name, m_sourceRows), row, 0);
        grid->addWidget(count, row++, 1, Qt::AlignTrailing);
    }
    m_sourcesCard->setVisible(row > 0);
}

void OverviewPanel::activate()
{
    refresh();
}

} // namespace winnow::ui
