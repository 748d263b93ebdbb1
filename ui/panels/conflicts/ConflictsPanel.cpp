// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/conflicts/ConflictsPanel.h"

#include "domain/Words.h"
#include "models/ConflictsModel.h"
#include "models/SourcesModel.h"
#include "panels/conflicts/AgreementView.h"
#include "panels/conflicts/ConflictDelegate.h"
#include "panels/conflicts/ConflictReader.h"
#include "panels/conflicts/OpeningPage.h"
#include "panels/conflicts/ResolveBar.h"
#include "panels/conflicts/VoteCardView.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"
#include "widgets/VoteButton.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace winnow::ui {

namespace {

constexpr int listWidth = 300;

} // namespace

ConflictsPanel::ConflictsPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_stages(new Segmented(context.theme, this))
    , m_head(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_howLabel(new TextLabel(context.theme, Text::Body, {}, this))
    , m_agreementButton(new QPushButton(tr("Agreement"), this))
    , m_opening(new OpeningPage(context.theme, this))
    , m_more(new Banner(context.theme, this))
    , m_list(new QListView(this))
    , m_model(new ConflictsModel(context.project, this))
    , m_reader(new ConflictReader(context.theme, this))
    , m_cardRow(new QWidget(this))
    , m_bar(new ResolveBar(context, this))
    , m_agreement(new AgreementView(context, this))
{
    m_empty->setSign(Sign::Conflicts);
    m_empty->setTitle(tr("Counting votes"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_opening);
    m_pages->addWidget(makeOpened());
    m_pages->addWidget(m_agreement);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_pages, 1);
    connect(m_empty, &EmptyState::step, this, [this] { Q_EMIT go(Workspace::Screening); });
    connect(m_opening->button(), &QPushButton::clicked, this, &ConflictsPanel::askOpen);
    connect(m_bar, &ResolveBar::resolved, this, &ConflictsPanel::resolve);
    connect(m_bar, &ResolveBar::undoRequested, this, &ConflictsPanel::undo);
    connect(m_bar, &ResolveBar::reasonsClosed, m_list, qOverload<>(&QWidget::setFocus));
    connect(&context.project, &Project::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&context.project, &Project::meChanged, this, &ConflictsPanel::activate);
}

QWidget* ConflictsPanel::makeTools()
{
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    m_stages->setOptions({words::name(Stage::Title), words::name(Stage::Fulltext)});
    m_stages->setCurrent(0);
    m_stages->setAccessibleName(tr("Stage"));
    m_stages->setFocusPolicy(Qt::TabFocus);
    m_agreementButton->setCheckable(true);
    tools->addWidget(m_stages);
    tools->addWidget(m_head);
    tools->addStretch();
    m_howLabel->setText(tr("Settled by"));
    static_cast<TextLabel*>(m_howLabel)->setDim(true);
    tools->addWidget(m_howLabel);
    tools->addWidget(m_bar->howChoice());
    tools->addWidget(m_agreementButton);
    connect(m_stages, &Segmented::changed, this, [this](int i) { setStage(i == 0 ? Stage::Title : Stage::Fulltext); });
    connect(m_agreementButton, &QPushButton::toggled, this, [this](bool on) {
        m_numbers = on;
        take(m_state);
    });
    return tools;
}

QWidget* ConflictsPanel::makeOpened()
{
    const Theme& theme = m_context.theme;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ConflictDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(theme.px(listWidth));
    m_list->setAccessibleName(tr("Conflicts"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->installEventFilter(this);
    auto* cards = new QHBoxLayout(m_cardRow);
    cards->setContentsMargins(theme.px(Theme::margin), theme.px(8), theme.px(Theme::margin), theme.px(8));
    cards->setSpacing(theme.px(Theme::gap));
    auto* page = new Ground(theme, Ground::Kind::Page, this);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_more);
    right->addWidget(m_reader, 1);
    right->addWidget(m_cardRow);
    right->addWidget(m_bar);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(new Rule(theme, Qt::Vertical, page));
    row->addLayout(right, 1);
    m_more->hide();
    connect(m_more, &Banner::actionChosen, this, &ConflictsPanel::askOpen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        const Conflict* conflict = m_model->conflictAt(now.row());
        show(conflict ? conflict->report : RecordId());
    });
    return page;
}

void ConflictsPanel::activate()
{
    m_model->setConflicts({}); // what was settled earlier leaves the list now
    m_current = {};
    m_arriving = true;
    refresh();
}

void ConflictsPanel::setStage(Stage stage)
{
    m_stage = stage;
    m_stages->setCurrent(stage == Stage::Title ? 0 : 1);
    m_bar->setStage(stage);
    m_bar->banner()->clear();
    activate();
    m_arriving = false; // this stage was asked for
}

void ConflictsPanel::refresh()
{
    m_reading.over(
        this,
        [project = &m_context.project, stage = m_stage]() -> Result<State> {
            State state;
            auto conflicts = Conflicts(*project, stage).list();
            auto agreement = Conflicts(*project, stage).agreement();
            auto status = statusOf(*project);
            if (!conflicts || !agreement || !status)
                return Failure(!conflicts ? conflicts.error() : !agreement ? agreement.error() : status.error());
            state.conflicts = std::move(*conflicts);
            state.withheld = Conflicts(*project, stage).withheld().value_or(0);
            state.needed = Sharing(*project).stillNeeded(stage).value_or(StillNeeded());
            state.agreement = std::move(*agreement);
            const auto review = project->review();
            for (const PilotRound& round : review->pilots) {
                const auto piloted = round.stage == stage ? Conflicts(*project, stage).agreement(round.number)
                                                          : Result<std::vector<PairAgreement>>();
                if (piloted)
                    state.agreement.insert(state.agreement.end(), piloted->begin(), piloted->end());
            }
            for (const StageStatus& s : status->stages) {
                if (s.stage == stage)
                    state.status = s;
                else
                    state.elsewhere = s.conflicts;
            }
            return state;
        },
        [this, stage = m_stage, settlings = m_settlings](const Result<State>& state) {
            if (stage != m_stage)
                return;
            // Undone elsewhere in the window: a conflict again.
            for (const Conflict& conflict :
                 state&& settlings == m_settlings ? state->conflicts : std::vector<Conflict>())
                m_model->setSettled(conflict.report, Verdict::None);
            if (!state)
                return m_bar->banner()->say(words::sentence(state.error()), Tone::Exclude);
            take(*state);
        });
}

void ConflictsPanel::take(State state)
{
    m_state = std::move(state);
    std::vector<Conflict> opened;
    for (const Conflict& conflict : m_state.conflicts) {
        if (conflict.opened)
            opened.push_back(conflict);
    }
    const qint64 closed = qint64(m_state.conflicts.size() - opened.size()) + m_state.withheld;
    if (std::exchange(m_arriving, false) && m_state.conflicts.empty() && closed == 0 && m_state.elsewhere > 0)
        return setStage(m_stage == Stage::Title ? Stage::Fulltext : Stage::Title);
    // New ones join at once; what is on screen stays in its place, with its marks.
    const bool added
        = std::any_of(opened.begin(), opened.end(), [this](const Conflict& c) { return m_model->rowOf(c.report) < 0; });
    if (added) {
        const RecordId keep = m_current;
        m_model->setConflicts(opened);
        m_list->setCurrentIndex(m_model->index(std::max(m_model->rowOf(keep), 0)));
    } else {
        m_model->refresh();
    }
    m_head->setText(tr("Open: %1 · waiting: %2").arg(numberText(qint64(opened.size())), numberText(closed)));
    m_agreement->setPairs(m_state.agreement, m_stage);
    sayClosed(closed);
    m_opening->setWritable(m_context.whyNot(Right::Settle));
    m_bar->leaveTo(settlerOf(m_current), m_context.whyNotSettle(m_stage));
    if (m_numbers)
        showPage(Numbers);
    else if (m_model->rowCount())
        showPage(Opened);
    else
        showPage(closed ? Closed : Nothing);
}

void ConflictsPanel::sayClosed(qint64 waiting)
{
    const auto review = m_context.project.review();
    QStringList people;
    for (const auto& [id, votes] : m_state.status.votes) {
        const Reviewer* person = review->reviewer(id);
        if (person && person->mayVote())
            people << tr("%1: %2 of %3").arg(person->name, numberText(votes), numberText(m_state.status.reports));
    }
    const QString given = people.join(QStringLiteral("; "));
    const QString needed = neededLine(m_state.needed, *review, m_context.project.me());
    m_opening->setWaiting(waiting, given, needed);
    m_more->setVisible(waiting > 0 && m_model->rowCount() > 0);
    if (m_more->isVisibleTo(this)) {
        m_more->say(waiting == 1 ? tr("1 more conflict waits to be opened.")
                                 : tr("%Ln more conflicts wait to be opened.", nullptr, int(waiting)),
                    Tone::Accent);
        m_more->offer(tr("Open conflicts"));
        allow(*m_more->actionButton(), m_context.whyNot(Right::Settle));
    }
    m_empty->setTitle(tr("No conflicts"));
    m_empty->setSentence(
        tr("Reports about which two reviewers decided differently come here. Votes given so far — %1").arg(given)
        + (needed.isEmpty() ? QString() : QLatin1Char('\n') + needed));
    m_empty->setStep(tr("Screen"));
}

QPushButton* ConflictsPanel::openButton() const
{
    return m_opening->button();
}

QString ConflictsPanel::invitation() const
{
    return m_opening->text();
}

void ConflictsPanel::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_howLabel->setVisible(page == Opened);
    m_bar->howChoice()->setVisible(page == Opened);
    if (!isVisible())
        return; // read in the background, when somebody else sits down: the focus is another workspace's
    if (isAncestorOf(QApplication::focusWidget()) && m_pages->isAncestorOf(QApplication::focusWidget())
        && QApplication::focusWidget()->isVisible())
        return;
    if (page == Opened)
        m_list->setFocus();
    else if (page == Closed)
        m_opening->button()->setFocus();
    else
        m_stages->setFocus();
}

void ConflictsPanel::askOpen()
{
    const Confirmation question{tr("Open the conflicts of this stage?"),
                                tr("All votes given so far are frozen for agreement and may be seen from now on. This "
                                   "cannot be undone."),
                                tr("Open conflicts")};
    m_context.dialogs.confirm(question, this, [this] { openBatch(); });
}

void ConflictsPanel::openBatch()
{
    m_context.hands.over(
        this, [project = &m_context.project, stage = m_stage] { return Conflicts(*project, stage).openBatch(); },
        [this](const Result<OpenOutcome>& outcome) {
            if (!outcome)
                return m_context.dialogs.report(outcome.error());
            m_bar->banner()->say(tr("Votes frozen on %1 reports.").arg(numberText(outcome->frozen)));
            refresh();
        });
}

void ConflictsPanel::show(RecordId report)
{
    m_current = report;
    m_bar->leaveTo(settlerOf(report), m_context.whyNotSettle(m_stage));
    for (VoteCardView* card : m_cards)
        card->deleteLater();
    m_cards.clear();
    const auto view
        = report ? Records(m_context.project).record(report) : Result<RecordView>(fail(ErrorCode::UnknownRecord));
    m_reader->setRecord(view ? std::optional(*view) : std::nullopt);
    const auto cards = Conflicts(m_context.project, m_stage).cards(report);
    if (!view || !cards)
        return;
    for (size_t i = 0; i < cards->size(); ++i) {
        auto* card = new VoteCardView(m_context.theme, int(i) + 1, m_cardRow);
        m_cardRow->layout()->addWidget(card);
        m_cards.push_back(card);
        card->installEventFilter(this);
        connect(card, &VoteCardView::clicked, this, [this, i] { openCard(i); });
    }
}

QString ConflictsPanel::settlerOf(RecordId report) const
{
    const auto found = std::find_if(m_state.conflicts.begin(), m_state.conflicts.end(),
                                    [report](const Conflict& c) { return c.report == report; });
    if (found == m_state.conflicts.end() || !found->referredTo || found->referredTo == m_context.project.me())
        return {};
    const auto review = m_context.project.review();
    const Reviewer* settler = review->reviewer(found->referredTo);
    return settler ? settler->name : tr("Another person");
}

void ConflictsPanel::openCard(size_t number)
{
    if (number >= m_cards.size())
        return;
    if (m_cards[number]->isOpen())
        return m_cards[number]->close();
    const auto cards = Conflicts(m_context.project, m_stage).cards(m_current);
    if (!cards || number >= cards->size())
        return;
    const VoteCard& vote = (*cards)[number];
    const auto review = m_context.project.review();
    const Reason* reason = review->reason(vote.reason);
    m_cards[number]->open(
        {vote.verdict, reason ? reason->text : QString(), vote.note, vote.by == m_context.project.me()});
}

} // namespace winnow::ui
