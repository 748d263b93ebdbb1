// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/ScreeningPanel.h"

#include "domain/Words.h"
#include "panels/screening/EntityList.h"
#include "panels/screening/NoteField.h"
#include "panels/screening/PickPopover.h"
#include "panels/screening/QueueList.h"
#include "panels/screening/Reader.h"
#include "panels/screening/ReportBox.h"
#include "panels/screening/ScreeningTools.h"
#include "panels/screening/SidePanel.h"
#include "panels/screening/VoteBar.h"
#include "widgets/Chip.h"
#include "widgets/EmptyState.h"
#include "widgets/SearchField.h"

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int listWidth = 268;
constexpr int sideWidth = 244;

QString layoutScope(Stage stage)
{
    return QStringLiteral("screening-") + words::wordOf(stage);
}

} // namespace

ScreeningPanel::ScreeningPanel(PanelContext& context, Stage stage, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_stage(stage)
    , m_desk(context, stage)
    , m_voting(context, stage, m_desk.model())
    , m_remarking(context, stage)
    , m_ahead(context.project, stage)
    , m_tools(new ScreeningTools(context.theme, context.icons, context.keys, stage, this))
    , m_splitter(new QSplitter(this))
    , m_list(new QueueList(context.theme, m_desk.model(), m_splitter))
    , m_pages(new QStackedWidget(m_splitter))
    , m_reader(new Reader(context.theme, context.keys, m_pages))
    , m_empty(new EmptyState(context.theme, m_pages))
    , m_side(new SidePanel(context.theme, context.keys, stage, m_splitter))
    , m_bar(new VoteBar(context.theme, context.keys, this))
    , m_popover(new PickPopover(context.theme, this))
{
    setAccessibleName(words::name(stage));
    build();
    wireQueue();
    wireVotes();
    wireSide();
    refreshLists();
    showNothing(Nothing::Loading);
}

ScreeningPanel::~ScreeningPanel()
{
    m_side->note()->flush();
    m_desk.keepPlace(m_current);
    // The children go before the desk whose model they show would be missed by them.
    m_list->disconnect(this);
    m_desk.disconnect(this);
    delete m_splitter;
}

void ScreeningPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_bar);
    m_pages->addWidget(m_reader);
    m_pages->addWidget(m_empty);
    m_splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(m_context.theme.px(180));
    m_pages->setMinimumWidth(m_context.theme.px(280));
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    const int list = m_context.theme.px(listWidth);
    const int side = m_context.theme.px(sideWidth);
    m_splitter->setSizes({list, 4 * list, side});
    m_splitter->restoreState(m_context.settings.value(Setting::PanelLayout, layoutScope(m_stage)).toByteArray());
    m_list->setVisible(m_context.settings.flag(Setting::ListShown, layoutScope(m_stage)));
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_context.settings.set(Setting::PanelLayout, m_splitter->saveState(), layoutScope(m_stage)); });
    for (QObject* reading :
         {static_cast<QObject*>(m_list), static_cast<QObject*>(m_reader), static_cast<QObject*>(m_empty->stepButton()),
          static_cast<QObject*>(m_empty->otherButton())})
        reading->installEventFilter(this);
    m_side->setTabPlace(m_reader, m_list);
    setFocusProxy(m_reader);
}

void ScreeningPanel::wireQueue()
{
    connect(&m_desk, &QueueDesk::requestChanged, this, [this] {
        const std::shared_ptr<const Review> review = m_context.project.review();
        m_tools->setRequest(m_desk.request(), review->labels);
        m_tools->setBusy(true);
    });
    connect(&m_desk, &QueueDesk::shown, this, &ScreeningPanel::queueShown);
    connect(&m_desk, &QueueDesk::narrowed, this, &ScreeningPanel::queueNarrowed);
    connect(&m_desk, &QueueDesk::failed, this, [this](const QString& sentence) {
        m_tools->setBusy(false);
        m_bar->warn(sentence);
    });
    connect(m_list, &QueueList::rowChanged, this, &ScreeningPanel::showRow);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) { showRow(index.row()); });
    connect(m_list, &QueueList::chosenChanged, this,
            [this] { m_bar->setCount(m_list->several() ? m_list->chosenCount() : 1); });
    connect(m_tools, &ScreeningTools::orderChosen, &m_desk, &QueueDesk::setOrder);
    connect(m_tools, &ScreeningTools::filterChosen, &m_desk, &QueueDesk::setFilter);
    connect(m_tools, &ScreeningTools::refreshWanted, &m_desk, &QueueDesk::load);
    connect(m_tools, &ScreeningTools::listWanted, this, &ScreeningPanel::toggleList);
    connect(m_tools, &ScreeningTools::setAsideWanted, this, &ScreeningPanel::setAside);
    connect(m_tools, &ScreeningTools::helpWanted, this, &ScreeningPanel::askHelp);
    connect(m_tools, &ScreeningTools::autoAdvanceChosen, this,
            [this](bool on) { m_context.settings.set(Setting::AutoAdvance, on); });
    connect(m_tools->find(), &QLineEdit::textChanged, &m_desk, &QueueDesk::find);
    connect(m_tools->find(), &SearchField::left, this, &ScreeningPanel::leaveField);
    connect(m_empty, &EmptyState::step, this, [this] { stepOn(false); });
    connect(m_empty, &EmptyState::otherStep, this, [this] { stepOn(true); });
    connect(&m_context.project, &Project::changed, this, &ScreeningPanel::projectChanged);
    connect(&m_context.project, &Project::meChanged, this, [this] {
        m_side->note()->flush();
        m_ahead.forgetAll();
        m_bar->forget();
        refreshLists();
        if (!m_desk.loaded())
            return;
        m_desk.clear();
        showNothing(Nothing::Loading);
        m_desk.takeUp();
    });
}

void ScreeningPanel::wireVotes()
{
    connect(m_bar, &VoteBar::voted, this, [this](Verdict verdict) { vote(verdict); });
    connect(m_bar, &VoteBar::reasonsWanted, this, &ScreeningPanel::openReasons);
    connect(m_bar, &VoteBar::undoWanted, this, [this] { m_voting.undo(); });
    connect(&m_voting, &Voting::said, m_bar, &VoteBar::say);
    connect(&m_voting, &Voting::failed, m_bar, &VoteBar::warn);
    connect(&m_voting, &Voting::jumped, this, &ScreeningPanel::jump);
    connect(&m_voting, &Voting::votesChanged, this, &ScreeningPanel::refreshVerdict);
    connect(&m_voting, &Voting::progressed, this, [this](const Progressed& progress) {
        m_progress = progress;
        m_tools->setProgress(progress);
        if (m_nothing == Nothing::Done && !m_current)
            sayDone(); // it was shown before the last vote was counted
    });
    connect(&m_remarking, &Remarking::said, m_bar, &VoteBar::say);
    connect(&m_remarking, &Remarking::failed, m_bar, &VoteBar::warn);
    connect(&m_remarking, &Remarking::changed, this, &ScreeningPanel::readAgain);
    connect(&m_remarking, &Remarking::left, this, [this](const std::vector<RecordId>& gone) {
        const int row = m_list->row();
        m_desk.model().remove({gone.begin(), gone.end()});
        m_voting.readVotes();
        goTo(std::min(row, m_desk.model().rowCount() - 1));
    });
}

void ScreeningPanel::wireSide()
{
    connect(m_reader, &Reader::linkChosen, this, &ScreeningPanel::openUrl);
    connect(m_side->entities(), &EntityList::linkChosen, this, &ScreeningPanel::openUrl);
    connect(m_reader, &Reader::actionChosen, this, &ScreeningPanel::openLink);
    connect(m_popover, &PickPopover::closed, this, [this] { m_reader->setFocus(); });
    connect(m_popover, &PickPopover::picked, this, [this](qint64 id) {
        if (!m_pickingLabels)
            return vote(Verdict::Exclude, ReasonId(id));
        const std::vector<RecordId> reports = target();
        const bool on = reports.size() > 1 || !m_side->labels()->texts().contains([&] {
            const std::shared_ptr<const Review> review = m_context.project.review();
            const Label* label = review->label(LabelId(id));
            return label ? label->name : QString();
        }());
        m_remarking.label(reports, LabelId(id), on);
    });
    connect(m_popover, &PickPopover::added, this,
            [this](const QString& name) { m_remarking.labelNamed(target(), name); });
    connect(m_side, &SidePanel::labelWanted, this, &ScreeningPanel::openLabels);
    connect(m_side, &SidePanel::labelTakenOff, this,
            [this](LabelId label) { m_remarking.label({m_current}, label, false); });
    connect(m_side, &SidePanel::ticked, this,
            [this](CriterionId criterion, Tick tick) { m_remarking.tick(m_current, criterion, tick); });
    connect(m_side->note(), &NoteField::written, &m_remarking, &Remarking::note);
    connect(m_side->note(), &NoteField::left, this, &ScreeningPanel::leaveField);
    if (const ReportBox* box = m_side->report()) {
        connect(box, &ReportBox::linkChosen, this, &ScreeningPanel::openUrl);
        connect(box, &ReportBox::retrieved, &m_remarking,
                [this](RecordId report, const RetrievalState& state) { m_remarking.retrieve({report}, state); });
        connect(box, &ReportBox::classified, &m_remarking,
                [this](RecordId report, Classification one) { m_remarking.classify({report}, one); });
        connect(box, &ReportBox::grouped, &m_remarking,
                [this](RecordId report, const QString& study) { m_remarking.group({report}, study); });
        connect(box, &ReportBox::left, this, &ScreeningPanel::leaveField);
    }
}

void ScreeningPanel::activate()
{
    readEntities();
    m_tools->setAutoAdvance(m_context.settings.flag(Setting::AutoAdvance));
    if (!m_desk.loaded() && m_desk.settled())
        m_desk.takeUp();
    else if (m_stale)
        m_desk.load();
    if (!m_list->hasFocus())
        leaveField();
}

/// To filter by; counted beside the window, since there may be millions of mentions.
void ScreeningPanel::readEntities()
{
    m_counting.over(
        this, [project = &m_context.project] { return Entities(*project).tallies(); },
        [this](const Result<std::vector<EntityTally>>& tallies) {
            if (tallies)
                m_tools->setEntities(*tallies);
        });
}

void ScreeningPanel::find()
{
    m_tools->find()->setFocus(Qt::ShortcutFocusReason);
    m_tools->find()->selectAll();
}

bool ScreeningPanel::settled() const
{
    return m_desk.settled() && m_voting.settled() && m_remarking.settled();
}

void ScreeningPanel::hideEvent(QHideEvent* event)
{
    m_desk.keepPlace(m_current);
    Panel::hideEvent(event);
}

} // namespace winnow::ui
