// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/DuplicatesPanel.h"

#include "domain/Words.h"
#include "models/RecordsModel.h"
#include "models/SourcesModel.h"
#include "panels/duplicates/PairView.h"
#include "panels/duplicates/Parting.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/KeyCap.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace winnow::ui {

DuplicatesPanel::DuplicatesPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_head(new TextLabel(context.theme, Text::Strong, tr("Duplicates"), this))
    , m_banner(new Banner(context.theme, this))
    , m_found(new TextLabel(context.theme, Text::Body, {}, this))
    , m_count(new QPushButton(tr("Count exact duplicates"), this))
    , m_join(new QPushButton(tr("Join exact duplicates"), this))
    , m_model(new RecordsModel(context.project, this))
    , m_table(new DenseTable(context.theme, this))
    , m_pair(new PairView(context.theme, this))
    , m_state(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_same(new QPushButton(tr("Same"), this))
    , m_different(new QPushButton(tr("Different"), this))
{
    m_empty->setSign(Sign::Duplicates);
    m_empty->setTitle(tr("Nothing to compare yet"));
    m_empty->setSentence(tr("Once records of more than one source are here, Winnow finds those that are the same."));
    m_empty->setStep(tr("Import…"));
    auto* page = new Ground(context.theme, Ground::Kind::Page, this);
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeRules());
    inner->addWidget(new Rule(context.theme, Qt::Horizontal, page));
    inner->addWidget(makeJoined(), 1);
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
            readJoined();
    });
    m_join->setEnabled(false);
}

QWidget* DuplicatesPanel::makeTools()
{
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    setLook(*m_join, Look::Primary);
    tools->addWidget(m_head);
    tools->row()->addWidget(m_banner, 1);
    tools->addWidget(m_count);
    tools->addWidget(m_join);
    connect(m_count, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_join, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_banner, &Banner::actionChosen, this, &DuplicatesPanel::undo);
    return tools;
}

QWidget* DuplicatesPanel::makeRules()
{
    const Theme& theme = m_context.theme;
    auto* home = new Ground(theme, Ground::Kind::Window, this);
    auto* column = new QVBoxLayout(home);
    const int side = theme.px(Theme::margin);
    column->setContentsMargins(side, theme.px(Theme::gap), side, theme.px(Theme::gap));
    column->setSpacing(theme.px(4));
    auto* rules = new TextLabel(
        theme, Text::Body,
        tr("Two records are joined when they have the same PubMed ID, or the same DOI, or the same title with nothing "
           "that "
           "speaks against it. Nothing is deleted: a join is one step that can be undone, every record keeps its text, "
           "and the flow diagram counts it as a duplicate."),
        home);
    rules->setWordWrap(true);
    rules->setDim(true);
    auto* row = new QHBoxLayout;
    row->addWidget(rules, 3);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_found);
    return home;
}

QWidget* DuplicatesPanel::makeJoined()
{
    const Theme& theme = m_context.theme;
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Records that are joined with another one"));
    m_table->hideColumn(RecordsModel::Place);
    m_table->hideColumn(RecordsModel::Journal);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(RecordsModel::Title, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(RecordsModel::Year, theme.px(52));
    m_table->installEventFilter(this);
    auto* right = new QWidget(this);
    auto* bar = new ToolRow(theme, ToolRow::Line::Above, right);
    bar->addWidget(m_state);
    bar->addStretch();
    const auto button = [&](QPushButton* push, Action action) {
        bar->addWidget(new KeyCap(theme, m_context.keys.keyText(action), right));
        bar->addWidget(push);
        push->setFocusPolicy(Qt::TabFocus);
    };
    button(m_different, Action::Different);
    button(m_same, Action::Same);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pair, 1);
    column->addWidget(bar);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(right);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DuplicatesPanel::choose);
    connect(m_same, &QPushButton::clicked, this, [this] { judge(true); });
    connect(m_different, &QPushButton::clicked, this, [this] { judge(false); });
    return split;
}

void DuplicatesPanel::activate()
{
    m_parted.clear();
    readJoined();
    (m_join->isEnabled() ? static_cast<QWidget*>(m_join) : m_count)->setFocus();
}

QString DuplicatesPanel::found() const
{
    return m_found->text();
}

QString DuplicatesPanel::byRule(const DedupeReport& report)
{
    return tr("by PubMed ID %1, by DOI %2, by title %3")
        .arg(numberText(report.byPmid), numberText(report.byDoi), numberText(report.byTitle));
}

void DuplicatesPanel::run(bool dryRun)
{
    if (running())
        return;
    m_dryRun = dryRun;
    m_result = std::make_shared<std::optional<DedupeReport>>();
    m_job = m_context.jobs.start(
        dryRun ? tr("counting duplicates") : tr("joining duplicates"),
        [project = &m_context.project, dryRun, result = m_result](const JobContext& job) -> Result<void> {
            auto report = Duplicates(*project).joinExact(job, dryRun);
            if (!report)
                return Failure(report.error());
            *result = *report;
            return {};
        });
    m_count->setEnabled(false);
    m_join->setEnabled(false);
    m_found->setText(dryRun ? tr("Counting …") : tr("Joining …"));
}

void DuplicatesPanel::onEnded(int job, Outcome outcome, const Error& error)
{
    if (!m_job || job != m_job)
        return;
    m_job = 0;
    m_count->setEnabled(true);
    m_found->clear();
    if (outcome == Outcome::Cancelled)
        m_found->setText(tr("Cancelled; nothing was joined."));
    else if (outcome == Outcome::Failed)
        m_banner->say(words::sentence(error), Tone::Exclude);
    else if (*m_result)
        tell(**m_result, m_dryRun);
}

void DuplicatesPanel::tell(const DedupeReport& report, bool dryRun)
{
    if (report.joined == 0) {
        m_found->setText(tr("No exact duplicates among %1 records.").arg(numberText(report.records)));
        return;
    }
    const QString parts = byRule(report);
    if (dryRun) {
        m_found->setText(
            tr("%1 of %2 records are exact duplicates of another one (%3). Joined, they make %4 reports.")
                .arg(numberText(report.joined), numberText(report.records), parts, numberText(report.reports)));
        m_join->setEnabled(!m_context.project.readOnly());
        m_join->setFocus();
        return;
    }
    m_found->setText(
        tr("Joined %1 (%2): %3 reports of %4 records.")
            .arg(numberText(report.joined), parts, numberText(report.reports), numberText(report.records)));
    m_steps = 1;
    m_banner->say(tr("Joined %1.").arg(numberText(report.joined)));
    m_banner->offer(tr("undo"), m_context.keys.keyText(Action::Undo));
    m_table->setFocus();
    readJoined();
}

void DuplicatesPanel::readJoined()
{
    m_reading.over(
        this, [project = &m_context.project] { return joinedRecords(*project); },
        [this](const Result<std::vector<RecordId>>& joined) {
            if (!joined)
                return m_banner->say(words::sentence(joined.error()), Tone::Exclude);
            QList<RecordId> records(joined->begin(), joined->end());
            // What was parted on this visit stays in the list, so that a slip is one key away from being mended.
            for (const auto& [record, _] : m_parted) {
                if (!records.contains(record))
                    records.push_back(record);
            }
            std::sort(records.begin(), records.end());
            if (records != m_model->records()) {
                const RecordId current = m_model->recordAt(m_table->currentIndex().row());
                const int scrolled = m_table->verticalScrollBar()->value();
                m_model->setRecords(records);
                m_table->setCurrentIndex(m_model->index(std::max(m_model->rowOf(current), 0), 0));
                m_table->verticalScrollBar()->setValue(scrolled);
            }
            choose();
            say();
        });
}

void DuplicatesPanel::say()
{
    const auto review = m_context.project.review();
    const bool any = std::any_of(review->runs.begin(), review->runs.end(), [](const Run& run) { return run.live; });
    m_head->setText(tr("Duplicates — %1 joined").arg(numberText(m_model->rowCount() - qint64(m_parted.size()))));
    m_pages->setCurrentIndex(any ? 0 : 1);
    m_count->setVisible(any);
    m_join->setVisible(any);
}

void DuplicatesPanel::choose()
{
    const RecordId record = m_model->recordAt(m_table->currentIndex().row());
    const auto right
        = record ? Records(m_context.project).record(record) : Result<RecordView>(fail(ErrorCode::UnknownRecord));
    const auto parted = m_parted.find(record);
    m_partner = !right ? RecordId() : parted != m_parted.end() ? parted->second : right->report;
    const auto left
        = m_partner ? Records(m_context.project).record(m_partner) : Result<RecordView>(fail(ErrorCode::UnknownRecord));
    const bool both = left && right;
    m_pair->setPair(both ? std::optional(*left) : std::nullopt, both ? std::optional(*right) : std::nullopt,
                    *m_context.project.review());
    const bool joined = both && left->report == right->report;
    m_state->setText(!both        ? tr("Nothing is joined yet")
                         : joined ? tr("Joined: one report")
                                  : tr("Parted: two reports"));
    m_same->setEnabled(both && !joined && !m_context.project.readOnly());
    m_different->setEnabled(both && joined && !m_context.project.readOnly());
}

void DuplicatesPanel::judge(bool same)
{
    const RecordId record = m_model->recordAt(m_table->currentIndex().row());
    const RecordId partner = m_partner;
    if (!record || !partner || record == partner || !(same ? m_same : m_different)->isEnabled())
        return;
    m_context.hands.over(
        this,
        [project = &m_context.project, record, partner, same]() -> Result<int> {
            if (!same)
                return partFromReport(*project, record);
            const auto judged = Duplicates(*project).judge(partner, record, true);
            return judged ? Result<int>(1) : Result<int>(Failure(judged.error()));
        },
        [this, record, partner, same](const Result<int>& steps) {
            if (!steps)
                return m_banner->say(words::sentence(steps.error()), Tone::Exclude);
            m_steps = *steps;
            if (same)
                m_parted.erase(record);
            else
                m_parted[record] = partner;
            m_banner->say(same ? tr("Joined again.") : tr("Parted: two records, two reports."));
            m_banner->offer(tr("undo"), m_context.keys.keyText(Action::Undo));
            readJoined();
        });
}

void DuplicatesPanel::undo()
{
    m_context.hands.over(
        this,
        [project = &m_context.project, steps = std::exchange(m_steps, 1)] {
            const auto ofPairs = [](const History::Step& step) {
                return step.kind == QLatin1String("join") || step.kind == QLatin1String("judgement");
            };
            auto undone = History(*project).undo(ofPairs);
            for (int step = 1; step < steps && undone; ++step)
                undone = History(*project).undo(ofPairs);
            return undone;
        },
        [this](const Result<History::Step>& undone) {
            if (!undone)
                return m_banner->say(words::sentence(undone.error()), Tone::Exclude);
            m_parted.clear();
            m_found->clear();
            m_banner->say(tr("Undone."));
            readJoined();
        });
}

bool DuplicatesPanel::act(QKeyEvent* event)
{
    const auto action = m_context.keys.actionFor(*event, Keys::Room::Pairs);
    if (!action || m_pages->currentIndex() != 0)
        return false;
    const int row = m_table->currentIndex().row();
    const auto go = [this](int to) {
        if (to >= 0 && to < m_model->rowCount())
            m_table->setCurrentIndex(m_model->index(to, 0));
    };
    switch (*action) {
    case Action::Same: judge(true); return true;
    case Action::Different: judge(false); return true;
    case Action::Undo: undo(); return true;
    case Action::Skip:
    case Action::Next: go(row + 1); return true;
    case Action::Previous: go(row - 1); return true;
    default: return false;
    }
}

bool DuplicatesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && act(static_cast<QKeyEvent*>(event)))
        return true;
    return Panel::eventFilter(watched, event);
}

void DuplicatesPanel::keyPressEvent(QKeyEvent* event)
{
    if (!act(event))
        Panel::keyPressEvent(event);
}

} // namespace winnow::ui
