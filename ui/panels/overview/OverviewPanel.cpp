// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/overview/OverviewPanel.h"

#include "charts/ChartCard.h"
#include "charts/ChartPage.h"
#include "domain/Words.h"
#include "models/StandingWords.h"
#include "panels/overview/StageSummary.h"
#include "services/Style.h"
#include "widgets/CardGrid.h"
#include "widgets/Frames.h"
#include "widgets/ScrolledColumn.h"
#include "widgets/SectionLabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr int overviewWidth = 1160;
constexpr int cardWidth = 420; ///< at least; else cards stand below one another

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
    , m_faces(chartFaces())
    , m_data(m_faces.size())
    , m_pages(new QStackedWidget(this))
{
    m_pages->addWidget(makeHome());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    connect(&context.project, &Project::changed, this, &OverviewPanel::refresh);
    connect(&context.project, &Project::meChanged, this, &OverviewPanel::refresh);
    display({});
    refresh();
}

QWidget* OverviewPanel::makeHome()
{
    const Theme& theme = m_context.theme;
    for (TextLabel* one : {m_title, m_question})
        one->setWordWrap(true);
    m_question->setDim(true);
    auto* area = new QScrollArea(this);
    QVBoxLayout* column = scrolledColumn(theme, area, overviewWidth);
    auto* stages = new CardGrid(theme, cardWidth, 2, this);
    stages->add(m_titleStage);
    stages->add(m_fulltextStage);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_question, m_waitingCard, stages})
        column->addWidget(part);
    makeCards(*column);
    column->addStretch(1);
    return area;
}

void OverviewPanel::makeCards(QVBoxLayout& column)
{
    auto* grid = new CardGrid(m_context.theme, cardWidth, 2, this);
    for (size_t chart = 0; chart < m_faces.size(); ++chart) {
        auto* card = new ChartCard(*m_faces[chart], m_context.theme, grid);
        grid->add(card);
        m_cards.push_back(card);
        connect(card, &ChartCard::large, this, [this, chart] { openLarge(chart); });
        connect(card, &ChartCard::opened, this,
                [this, chart](const QStringList& keys, const QString& what) { openRecords(chart, keys, what); });
    }
    column.addWidget(grid);
}

void OverviewPanel::refresh()
{
    m_again = m_reading;
    if (!m_reading)
        read();
    if (isVisible())
        countCharts();
}

void OverviewPanel::read()
{
    m_reading = true;
    m_again = false;
    m_hands.over(
        this,
        [&project = m_context.project, me = m_context.project.me()] {
            const auto review = project.review();
            const Reviewer* person = review->reviewer(me);
            Numbers numbers;
            numbers.status = valueOf(statusOf(project));
            numbers.settles = !person || person->mayResolve();
            if (person && person->screens()) {
                numbers.title = valueOf(Screening(project, Stage::Title).progress());
                numbers.fulltext = valueOf(Screening(project, Stage::Fulltext).progress());
            }
            if (person && review->reviewers.size() > 1) {
                const Sharing sharing(project);
                numbers.toSend = valueOf(sharing.workToSend());
                numbers.neededTitle = sharing.stillNeeded(Stage::Title).value_or(StillNeeded());
                numbers.neededFulltext = sharing.stillNeeded(Stage::Fulltext).value_or(StillNeeded());
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
        conflicts += numbers.settles ? stage.conflicts : 0;
    if (conflicts > 0)
        list.push_back({tr("%1 conflicts to settle").arg(number(conflicts)), tr("Settle"), Workspace::Conflicts});
    if (list.empty())
        list.push_back({tr("Nothing waits for you."), {}, Workspace::Overview});
    return list;
}

/// What goes to the others and what should come from them (rules.md E4, E8). What I lack myself is said as work.
std::vector<OverviewPanel::Waiting> OverviewPanel::exchange(const Numbers& numbers) const
{
    std::vector<Waiting> list;
    if (numbers.toSend && (numbers.toSend->waiting > 0 || numbers.toSend->lastSent)) {
        const QString verb = numbers.toSend->waiting > 0 ? tr("Send…") : QString();
        list.push_back({sendingWords(*numbers.toSend), verb, Workspace::Sharing});
    }
    const auto review = m_context.project.review();
    const ReviewerId me = m_context.project.me();
    for (const auto& [stage, all] :
         {std::pair(Stage::Title, &numbers.neededTitle), std::pair(Stage::Fulltext, &numbers.neededFulltext)}) {
        StillNeeded ofOthers = *all;
        std::erase_if(ofOthers.people, [me](const StillNeeded::Person& person) { return person.id == me; });
        for (const QString& line : neededWords(ofOthers, *review, me))
            list.push_back(
                {tr("%1 – %2", "stage, what of whom").arg(words::name(stage), line), {}, Workspace::Sharing});
    }
    return list;
}

QStringList OverviewPanel::waitingSentences() const
{
    QStringList sentences;
    for (const Waiting& one : m_waiting)
        sentences << one.sentence;
    return sentences;
}

void OverviewPanel::displayWaiting(const Numbers& numbers)
{
    std::vector<Waiting> list = waiting(numbers);
    if (numbers.status->records > 0) {
        for (Waiting& one : exchange(numbers))
            list.push_back(std::move(one));
    }
    if (m_waitingRows && list == m_waiting)
        return; // a button that has the focus keeps it
    m_waiting = std::move(list);
    m_waitingRows = freshRows(m_waitingRows, m_waitingCard, m_context.theme);
    auto* grid = static_cast<QGridLayout*>(m_waitingRows->layout());
    for (const Waiting& one : m_waiting)
        addWaiting(*grid, one, &one == &m_waiting.front());
    m_waitingRows->show(); // else the layout shows them a moment later, and a button pressed by key till then is deaf
}

void OverviewPanel::addWaiting(QGridLayout& grid, const Waiting& one, bool first)
{
    const int row = grid.rowCount();
    auto* sentence = new TextLabel(m_context.theme, Text::Body, one.sentence, m_waitingRows);
    sentence->setWordWrap(true);
    sentence->setDim(one.verb.isEmpty() && !first);
    grid.addWidget(sentence, row, 0);
    if (one.verb.isEmpty())
        return;
    auto* button = new QPushButton(one.verb, m_waitingRows);
    setLook(*button, first ? Look::Primary : Look::Plain);
    button->setAccessibleDescription(one.sentence);
    grid.addWidget(button, row, 1);
    connect(button, &QPushButton::clicked, this, [this, where = one.where] { Q_EMIT go(where); });
}

/// One after another, each shown as soon as it is counted; what changes meanwhile is counted when they are through.
void OverviewPanel::countCharts()
{
    m_chartsAgain = m_chartsLeft > 0;
    if (m_chartsLeft > 0)
        return;
    m_chartsLeft = int(m_faces.size());
    for (size_t chart = 0; chart < m_faces.size(); ++chart) {
        const ChartKind* kind = chartKind(QString::fromLatin1(m_faces[chart]->id()));
        m_hands.over(
            this,
            [project = &m_context.project, kind] { return Charts(*project, QTimeZone::systemTimeZone()).data(*kind); },
            [this, chart](const Result<ChartData>& counted) {
                displayChart(chart, counted);
                if (--m_chartsLeft == 0 && m_chartsAgain)
                    countCharts();
            });
    }
}

void OverviewPanel::displayChart(size_t chart, const Result<ChartData>& counted)
{
    if (!counted)
        return m_cards[chart]->say(words::sentence(counted.error()));
    if (m_data[chart] == *counted)
        return;
    m_data[chart] = *counted;
    m_cards[chart]->setData(*counted);
    if (m_page && m_open == chart)
        m_page->setData(*counted);
}

void OverviewPanel::openLarge(size_t chart)
{
    if (!m_data[chart])
        return; // still counting
    delete m_page;
    m_open = chart;
    m_page = new ChartPage(*m_faces[chart], m_context.project, m_context.theme, m_context.dialogs, m_pages);
    m_page->setData(*m_data[chart]);
    m_pages->addWidget(m_page);
    m_pages->setCurrentWidget(m_page);
    m_page->setFocus();
    connect(m_page, &ChartPage::left, this, &OverviewPanel::backHome);
    connect(m_page, &ChartPage::opened, this,
            [this, chart](const QStringList& keys, const QString& what) { openRecords(chart, keys, what); });
}

/// There is room for a sentence on the page of a chart, not on its card.
void OverviewPanel::sayLarge(size_t chart, const QString& sentence)
{
    if (!m_page)
        openLarge(chart);
    if (m_page)
        m_page->say(sentence);
}

void OverviewPanel::backHome()
{
    m_pages->setCurrentIndex(0);
    m_cards[m_open]->setFocus();
    m_page->deleteLater();
    m_page = nullptr;
}

void OverviewPanel::openRecords(size_t chart, const QStringList& keys, const QString& what)
{
    const ChartKind* kind = chartKind(QString::fromLatin1(m_faces[chart]->id()));
    m_hands.over(
        this,
        [project = &m_context.project, kind, keys]() -> Result<ChartRecords> {
            ChartRecords all;
            const Charts charts(*project, QTimeZone::systemTimeZone());
            for (const QString& key : keys) {
                auto some = charts.records(*kind, key);
                if (!some)
                    return some;
                all.ids.insert(all.ids.end(), some->ids.begin(), some->ids.end());
                all.hidden += some->hidden;
            }
            std::sort(all.ids.begin(), all.ids.end());
            all.ids.erase(std::unique(all.ids.begin(), all.ids.end()), all.ids.end());
            return all;
        },
        [this, chart, what](const Result<ChartRecords>& records) {
            if (records)
                return showRecordsOf(chart, what, *records);
            sayLarge(chart, words::sentence(records.error()));
        });
}

void OverviewPanel::showRecordsOf(size_t chart, const QString& what, const ChartRecords& records)
{
    if (records.ids.empty()) {
        return sayLarge(chart,
                        records.hidden > 0
                            ? tr("Which ones stays hidden until you have voted on them or conflicts are opened.")
                            : tr("No record stands behind it any more."));
    }
    QString heading = tr("%1 — %2", "chart, bar").arg(m_faces[chart]->name(), what);
    if (records.hidden > 0)
        heading += tr(" (%1 more are still hidden from you)").arg(locale().toString(records.hidden));
    Q_EMIT showRecords(heading, QList<RecordId>(records.ids.begin(), records.ids.end()));
}

void OverviewPanel::activate()
{
    refresh();
}

} // namespace winnow::ui
