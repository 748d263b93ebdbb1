// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/DuplicatesPanel.h"

#include "domain/Words.h"
#include "models/RecordsModel.h"
#include "models/SourcesModel.h"
#include "panels/duplicates/AcceptRow.h"
#include "panels/duplicates/FoundWords.h"
#include "panels/duplicates/PairSide.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace winnow::ui {

namespace {

constexpr int listWidth = 400; ///< at first: titles can be told apart in it

} // namespace

DuplicatesPanel::DuplicatesPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_banner(new Banner(context.theme, this))
    , m_found(new TextLabel(context.theme, Text::Body, {}, this))
    , m_find(new QPushButton(tr("Find duplicates"), this))
    , m_segments(new Segmented(context.theme, this))
    , m_accept(new AcceptRow(context.theme, this))
    , m_model(new RecordsModel(context.project, this))
    , m_table(new DenseTable(context.theme, this))
    , m_sides(new QStackedWidget(this))
    , m_nothing(new EmptyState(context.theme, this))
    , m_side(new PairSide(context, this))
{
    m_empty->setSign(Sign::Duplicates);
    m_empty->setTitle(tr("Nothing to compare yet"));
    m_empty->setSentence(tr("Once records of more than one source are here, Winnow finds those that are the same."));
    m_empty->setStep(tr("Import…"));
    auto* page = new Ground(context.theme, Ground::Kind::Page, this);
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeHead());
    inner->addWidget(new Rule(context.theme, Qt::Horizontal, page));
    inner->addWidget(makePairs(), 1);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_pages, 1);
    connect(m_empty, &EmptyState::step, this, [this] { Q_EMIT go(Workspace::Sources); });
    connect(&context.jobs, &Jobs::ended, this, &DuplicatesPanel::onEnded);
    connect(&context.project, &Project::changed, this, [this] {
        if (isVisible())
            readLists();
    });
    sayCounts();
}

QWidget* DuplicatesPanel::makeTools()
{
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    setLook(*m_find, Look::Primary);
    m_segments->setAccessibleName(tr("Lists of pairs"));
    tools->addWidget(m_segments);
    tools->row()->addWidget(m_banner, 1);
    tools->addWidget(m_find);
    connect(m_segments, &Segmented::changed, this, [this](int index) { open(PairList(index)); });
    connect(m_find, &QPushButton::clicked, this, &DuplicatesPanel::lookForDuplicates);
    connect(m_banner, &Banner::actionChosen, this, &DuplicatesPanel::undo);
    return tools;
}

QWidget* DuplicatesPanel::makeHead()
{
    const Theme& theme = m_context.theme;
    auto* home = new Ground(theme, Ground::Kind::Window, this);
    auto* column = new QVBoxLayout(home);
    const int side = theme.px(Theme::margin);
    column->setContentsMargins(side, theme.px(Theme::gap), side, theme.px(Theme::gap));
    column->setSpacing(theme.px(8));
    auto* rules = new TextLabel(
        theme, Text::Body,
        tr("Winnow joins what is certain and asks about the rest. Nothing is deleted: every join can be undone, each "
           "record keeps its text, and the flow diagram counts it as a duplicate."),
        home);
    rules->setWordWrap(true);
    rules->setDim(true);
    m_found->setWordWrap(true);
    m_found->hide();
    column->addWidget(rules);
    column->addWidget(m_found);
    column->addWidget(m_accept);
    connect(m_accept, &AcceptRow::accepted, this, &DuplicatesPanel::acceptAbove);
    return home;
}

QWidget* DuplicatesPanel::makePairs()
{
    const Theme& theme = m_context.theme;
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Pairs of records"));
    m_table->hideColumn(RecordsModel::Place);
    m_table->hideColumn(RecordsModel::Journal);
    m_table->hideColumn(RecordsModel::Source); // of both records, it stands above the pair
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(RecordsModel::Title, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(RecordsModel::Year, theme.px(52));
    m_table->installEventFilter(this);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_side);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 2);
    split->setSizes({theme.px(listWidth), theme.px(listWidth) * 2});
    m_nothing->setSign(Sign::Duplicates);
    m_sides->addWidget(split);
    m_sides->addWidget(m_nothing);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DuplicatesPanel::choose);
    connect(m_side, &PairSide::judged, this, &DuplicatesPanel::judge);
    connect(m_side, &PairSide::linked, this, &DuplicatesPanel::link);
    return m_sides;
}

void DuplicatesPanel::activate()
{
    m_parted.clear();
    readLists();
    m_find->setFocus();
}

/// An empty line would be a hole.
void DuplicatesPanel::sayFound(const QString& sentence)
{
    m_found->setText(sentence);
    m_found->setVisible(!sentence.isEmpty());
}

QString DuplicatesPanel::why() const
{
    return m_side->why();
}

PairView* DuplicatesPanel::pair() const
{
    return m_side->view();
}

QString DuplicatesPanel::found() const
{
    return m_found->text();
}

void DuplicatesPanel::lookForDuplicates()
{
    if (running())
        return;
    m_result = std::make_shared<std::optional<DedupeReport>>();
    m_job = m_context.jobs.start(
        tr("finding duplicates"),
        [project = &m_context.project, result = m_result](const JobContext& job) -> Result<void> {
            auto report = Duplicates(*project).find(job);
            if (!report)
                return Failure(report.error());
            *result = *report;
            return {};
        });
    m_find->setEnabled(false);
    sayFound(tr("Comparing …"));
}

void DuplicatesPanel::onEnded(int job, Outcome outcome, const Error& error)
{
    if (!m_job || job != m_job)
        return;
    m_job = 0;
    m_find->setEnabled(true);
    sayFound({});
    if (outcome == Outcome::Cancelled)
        sayFound(m_result ? tr("Cancelled; nothing was joined.") : tr("Cancelled; nothing was undone."));
    else if (outcome == Outcome::Failed)
        m_banner->say(words::sentence(error), Tone::Exclude);
    else if (!m_result)
        sayUndone();
    else if (*m_result)
        tell(**m_result);
}

void DuplicatesPanel::tell(const DedupeReport& report)
{
    sayFound(foundSentence(report));
    if (report.joined > 0) {
        m_steps = 1;
        m_banner->say(tr("Joined %1.").arg(numberText(report.joined)));
        m_banner->offer(tr("undo"), m_context.keys.keyText(Action::Undo));
    }
    m_focusList = true;
    readLists();
}

void DuplicatesPanel::readLists()
{
    m_reading.over(
        this, [project = &m_context.project] { return readPairs(*project); },
        [this](const Result<PairLists>& lists) {
            if (!lists)
                return m_banner->say(words::sentence(lists.error()), Tone::Exclude);
            take(*lists);
        });
}

void DuplicatesPanel::take(PairLists lists)
{
    // What was parted on this visit stays in the list, so that a slip is one key away from being mended.
    for (const auto& [record, partner] : m_parted) {
        const auto same = [r = record](const ShownPair& pair) { return pair.record == r; };
        if (std::none_of(lists.joined.begin(), lists.joined.end(), same))
            lists.joined.push_back({record, partner, 0, PairDoubt::None});
    }
    std::sort(lists.joined.begin(), lists.joined.end(),
              [](const ShownPair& x, const ShownPair& y) { return x.record < y.record; });
    m_lists = std::move(lists);
    sayCounts();
    showList();
}

void DuplicatesPanel::sayCounts()
{
    const auto review = m_context.project.review();
    const bool any = std::any_of(review->runs.begin(), review->runs.end(), [](const Run& run) { return run.live; });
    const auto counted = [](const QString& text, qint64 n) { return text.arg(numberText(n)); };
    m_segments->setOptions({counted(tr("Doubtful %1"), qint64(m_lists.doubtful.size())),
                            counted(tr("Joined %1"), qint64(m_lists.joined.size()) - qint64(m_parted.size())),
                            counted(tr("Contradictions %1"), qint64(m_lists.contradictions.size()))});
    m_segments->setCurrent(int(m_list));
    m_pages->setCurrentIndex(any ? 0 : 1);
    m_segments->setVisible(any);
    m_find->setVisible(any);
    const QString whyNot = m_context.whyNot(Right::Work);
    allow(*m_find, whyNot, !running());
    std::vector<double> scores;
    for (const ShownPair& pair : m_lists.doubtful)
        scores.push_back(pair.score);
    m_accept->setScores(scores);
    m_accept->setWritable(whyNot);
    m_accept->setVisible(m_list == PairList::Doubtful && !scores.empty());
}

void DuplicatesPanel::open(PairList list)
{
    m_list = list;
    sayCounts();
    showList();
}

void DuplicatesPanel::showList()
{
    QList<RecordId> records;
    for (const ShownPair& pair : m_lists.of(m_list))
        records.push_back(pair.record);
    const int row = std::max(m_table->currentIndex().row(), 0);
    if (records != m_model->records()) {
        m_model->setRecords(records);
        m_table->setCurrentIndex(m_model->index(std::min(row, int(records.size()) - 1), 0));
    }
    const bool looked = !m_lists.joined.empty() || !m_lists.doubtful.empty();
    const EmptyList words = emptyList(m_list, looked);
    m_nothing->setTitle(words.title);
    m_nothing->setSentence(words.sentence);
    const bool hadFocus = m_table->hasFocus();
    m_sides->setCurrentIndex(records.isEmpty() ? 1 : 0);
    if (std::exchange(m_focusList, false) && !records.isEmpty())
        m_table->setFocus();
    else if (hadFocus && records.isEmpty())
        m_segments->setFocus(); // keys, undo among them, go on working
    choose();
}

/// With its partner: of a joined record the one that stands for it; of one that was just parted the one it was parted
/// from, whether the lists have been read again or not, so that the next key undoes a slip.
ShownPair DuplicatesPanel::current() const
{
    const auto& list = m_lists.of(m_list);
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= int(list.size()))
        return {};
    ShownPair pair = list[std::size_t(row)];
    if (pair.partner)
        return pair;
    const auto parted = m_parted.find(pair.record);
    if (parted != m_parted.end()) {
        pair.partner = parted->second;
    } else if (const auto view = Records(m_context.project).record(pair.record)) {
        pair.partner = view->report;
    }
    return pair;
}

void DuplicatesPanel::choose()
{
    m_side->setPair(current(), m_list);
}

} // namespace winnow::ui
