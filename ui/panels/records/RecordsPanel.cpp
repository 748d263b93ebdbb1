// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/records/RecordsPanel.h"

#include "domain/Words.h"
#include "models/RecordsModel.h"
#include "models/SourcesModel.h"
#include "panels/records/AssignBar.h"
#include "panels/records/RecordDetail.h"
#include "panels/records/RecordFields.h"
#include "project/Allocations.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/KeyCap.h"
#include "widgets/SearchField.h"
#include "widgets/SectionLabel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

/// More than anybody reads through; the heading says that there are more.
constexpr qint64 mostFound = 100'000;

const QKeySequence assignKey(Qt::CTRL | Qt::Key_G); // G: give

QList<RecordId> listOf(const std::vector<RecordId>& records)
{
    return {records.begin(), records.end()};
}

QString nameList(const Review& review, const std::vector<ReviewerId>& people)
{
    QStringList names;
    for (const ReviewerId who : people)
        names << review.reviewer(who)->name;
    return names.join(QStringLiteral(", "));
}

} // namespace

RecordsPanel::RecordsPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_name(tr("All records"))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_head(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_find(new SearchField(context.theme, context.keys.keyText(Action::Find), this))
    , m_showAll(new QPushButton(tr("Show all records"), this))
    , m_toAssign(new QPushButton(tr("Assign…"), this))
    , m_assign(new AssignBar(context.theme, this))
    , m_banner(new Banner(context.theme, this))
    , m_tools(new ToolRow(context.theme, ToolRow::Line::Below, this))
    , m_model(new RecordsModel(context.project, this))
    , m_table(new DenseTable(context.theme, this))
    , m_detail(new RecordDetail(context, this))
{
    makeTools();
    makeTable();
    m_empty->setSign(Sign::List);
    m_empty->setTitle(tr("No records yet"));
    m_empty->setSentence(tr("Every record of the review stands here once something is imported."));
    m_empty->setStep(tr("Import…"));
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 5);
    split->setStretchFactor(1, 4);
    split->setSizes({context.theme.px(720), context.theme.px(460)});
    m_detail->setMinimumWidth(context.theme.px(320));
    m_pages->addWidget(split);
    m_pages->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_assign);
    column->addWidget(m_pages, 1);
    connect(m_empty, &EmptyState::step, this, [this] { Q_EMIT go(Workspace::Sources); });
    connect(m_detail, &RecordDetail::recordRequested, m_detail, &RecordDetail::setRecord);
    connect(&context.project, &Project::changed, this, [this](const QList<qint64>&, bool lists) { onChanged(lists); });
    connect(&context.project, &Project::meChanged, this, [this] { onChanged(true); });
}

void RecordsPanel::makeTools()
{
    setLook(*m_showAll, Look::Link);
    m_find->setPlaceholderText(tr("Find in this list"));
    m_find->setAccessibleName(tr("Find in this list: words, DOI, PubMed or trial number, #1204"));
    m_head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tools->row()->addWidget(m_head, 1);
    setLook(*m_toAssign, Look::Quiet);
    const QString key = assignKey.toString(QKeySequence::NativeText);
    m_toAssign->setToolTip(tr("Say who is to screen the chosen records (%1)").arg(key));
    allowByRole();
    connect(&m_context.project, &Project::meChanged, this, &RecordsPanel::allowByRole);
    m_banner->hide(); // the heading has its place until there is something to say
    m_tools->row()->addWidget(m_banner, 1);
    m_tools->addWidget(m_showAll);
    m_tools->addWidget(m_toAssign);
    m_tools->addWidget(new KeyCap(m_context.theme, key, this));
    m_tools->addWidget(m_find);
    connect(m_showAll, &QPushButton::clicked, this, &RecordsPanel::showAll);
    connect(m_toAssign, &QPushButton::clicked, this, &RecordsPanel::openAssign);
    connect(m_assign, &AssignBar::assign, this, &RecordsPanel::assign);
    connect(m_banner, &Banner::actionChosen, this, &RecordsPanel::undo);
    connect(m_assign, &AssignBar::left, this, &RecordsPanel::leaveAssign);
    connect(m_find, &QLineEdit::textChanged, this, &RecordsPanel::search);
    connect(m_find, &SearchField::left, this, [this] { m_table->setFocus(); });
}

void RecordsPanel::makeTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("Records"));
    QHeaderView* head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    constexpr std::array widths{250, 84, 54, 96, 80, 136};
    for (int i = 0; i < RecordsModel::columns; ++i)
        head->resizeSection(i, m_context.theme.px(widths[size_t(i)]));
    head->setSectionResizeMode(RecordsModel::Title, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { m_detail->setRecord(m_model->recordAt(now.row())); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_assign->isVisible())
            m_assign->setCount(qint64(chosen().size()));
    });
    connect(m_table, &DenseTable::rowOpened, this, [this] {
        m_detail->setTab(RecordDetail::Fields);
        m_detail->fields()->takeFocus();
    });
}

/// In the order of the list. Ranges, since all of a million rows may be chosen.
std::vector<RecordId> RecordsPanel::chosen() const
{
    std::vector<RecordId> records;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            records.push_back(m_model->recordAt(row));
    }
    return records;
}

void RecordsPanel::allowByRole()
{
    allow(*m_toAssign, m_context.whyNot(Right::Lead));
}

void RecordsPanel::openAssign()
{
    if (const QString whyNot = m_context.whyNot(Right::Lead); !whyNot.isEmpty()) {
        m_banner->show();
        return m_banner->say(whyNot, Tone::Exclude);
    }
    if (m_model->rowCount())
        m_assign->open(*m_context.project.review(), qint64(chosen().size()));
}

void RecordsPanel::leaveAssign()
{
    m_assign->hide();
    m_table->setFocus();
}

void RecordsPanel::assign()
{
    const auto people = m_assign->people();
    const QString names = nameList(*m_context.project.review(), people);
    leaveAssign();
    m_context.hands.over(
        this,
        [project = &m_context.project, stage = m_assign->stage(), records = chosen(), people] {
            return Allocations(*project, stage).assign(records, people);
        },
        [this, names](const Result<Screening::BulkOutcome>& outcome) {
            m_banner->show();
            if (!outcome)
                return m_banner->say(words::sentence(outcome.error()), Tone::Exclude);
            const auto n = int(outcome->applied);
            const QString records = n == 1 ? tr("1 record") : tr("%Ln records", nullptr, n);
            m_banner->say(names.isEmpty() ? tr("The rule decides again: %1.").arg(records)
                                          : tr("Assigned to %1: %2.").arg(names, records));
            m_banner->offer(tr("Undo"), QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
        });
}

void RecordsPanel::undo()
{
    m_banner->clear();
    m_banner->hide();
    m_detail->undo();
}

void RecordsPanel::activate()
{
    if (m_all)
        readAll();
    m_table->setFocus();
}

void RecordsPanel::find()
{
    m_find->setFocus();
    m_find->selectAll();
}

QString RecordsPanel::heading() const
{
    return m_head->text();
}

void RecordsPanel::show(const QString& heading, const QList<RecordId>& records)
{
    m_all = false;
    m_name = heading;
    m_listed = records;
    m_searched.clear();
    {
        const QSignalBlocker quiet(m_find);
        m_find->clear();
    }
    set(records);
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->scrollToTop();
    m_table->setFocus();
}

void RecordsPanel::showAll()
{
    m_all = true;
    m_name = tr("All records");
    readAll();
    m_table->setFocus();
}

void RecordsPanel::readAll()
{
    m_reading.over(
        this, [project = &m_context.project] { return Records(*project).all(); },
        [this](const Result<std::vector<RecordId>>& all) {
            if (!m_all)
                return; // another list was asked for meanwhile
            if (!all)
                return m_detail->banner()->say(words::sentence(all.error()), Tone::Exclude);
            m_listed = listOf(*all);
            if (m_find->text().trimmed().isEmpty())
                set(m_listed);
            else
                search();
        });
}

void RecordsPanel::set(const QList<RecordId>& records)
{
    if (records == m_model->records()) {
        m_model->refresh();
        m_detail->reload();
        return say();
    }
    const RecordId current = m_model->recordAt(m_table->currentIndex().row());
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setRecords(records);
    const int row = current ? m_model->rowOf(current) : -1;
    if (row >= 0 || m_model->rowCount()) {
        m_table->verticalScrollBar()->setValue(row >= 0 ? scrolled : 0);
        m_table->setCurrentIndex(m_model->index(std::max(row, 0), 0));
    } else {
        m_detail->setRecord({});
    }
    say();
}

void RecordsPanel::say()
{
    const QString number = m_model->rowCount() == 1 ? tr("1 record") : tr("%Ln records", nullptr, m_model->rowCount());
    const bool found = !m_searched.isEmpty();
    const bool cut = found && m_model->rowCount() >= mostFound;
    const QString within = cut ? tr("%1 — the first %2 of more, among %3, with “%4”") : tr("%1 — %2 of %3 with “%4”");
    m_head->setText(found ? within.arg(m_name, numberText(m_model->rowCount()), numberText(m_listed.size()), m_searched)
                          : tr("%1 — %2").arg(m_name, number));
    m_head->setToolTip(m_head->text());
    m_showAll->setVisible(!m_all);
    m_pages->setCurrentIndex(m_all && m_listed.isEmpty() && !found ? 1 : 0);
}

void RecordsPanel::search()
{
    if (m_searching)
        return; // the one under way looks at the field again when it is back
    const QString words = m_find->text().trimmed();
    m_searched = words;
    if (words.isEmpty())
        return set(m_listed);
    m_searching = true;
    // All records stand in the order of import anyway: no need to hand them over.
    const QList<RecordId> within = m_all ? QList<RecordId>() : m_listed;
    m_reading.over(
        this,
        [project = &m_context.project, words, within] {
            return Records(*project).find(words, std::span<const RecordId>(within.constData(), size_t(within.size())),
                                          mostFound);
        },
        [this](const Result<std::vector<RecordId>>& found) {
            m_searching = false;
            if (m_find->text().trimmed() != m_searched)
                return search();
            if (!found)
                return m_detail->banner()->say(winnow::words::sentence(found.error()), Tone::Exclude);
            set(listOf(*found));
        });
}

void RecordsPanel::onChanged(bool lists)
{
    allowByRole();
    if (lists && m_all && isVisible())
        return readAll();
    m_model->refresh();
    m_detail->reload();
}

void RecordsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        return undo();
    if (QKeySequence(event->keyCombination()) == assignKey)
        return openAssign();
    if (event->key() == Qt::Key_Slash || event->matches(QKeySequence::Find))
        return find();
    if (event->key() == Qt::Key_Escape && !m_table->hasFocus())
        return m_table->setFocus();
    Panel::keyPressEvent(event);
}

} // namespace winnow::ui
