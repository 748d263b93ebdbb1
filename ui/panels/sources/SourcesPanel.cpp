// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/SourcesPanel.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/Accesses.h"
#include "panels/sources/FoundPage.h"
#include "panels/sources/ImportPage.h"
#include "panels/sources/SearchPage.h"
#include "panels/sources/SourcesSide.h"
#include "panels/sources/UnreadablePage.h"
#include "project/Flow.h"
#include "project/Records.h"
#include "project/Setup.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>

#include <array>

namespace winnow::ui {

SourcesPanel::SourcesPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_import(new ImportPage(context, this))
    , m_search(new SearchPage(context, this))
    , m_unreadable(new UnreadablePage(context.theme, this))
    , m_found(new FoundPage(context, this))
    , m_model(new SourcesModel(context.project, context.theme, this))
    , m_table(new DenseTable(context.theme, this))
    , m_side(new SourcesSide(context, this))
    , m_head(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_banner(new Banner(context.theme, this))
    , m_importButton(new QPushButton(tr("Import…  Ctrl+I"), this))
    , m_searchButton(new QPushButton(tr("Search…  Ctrl+Shift+F"), this))
    , m_moreButton(new QPushButton(tr("Find more…"), this))
{
    m_empty->setSign(Sign::Sources);
    m_empty->setTitle(tr("No records yet"));
    m_empty->setSentence(tr("Import what your searches gave: RIS, PubMed, EndNote XML or CSV files, one for each "
                            "database. You can also drop them here, or add single records by DOI, PubMed "
                            "ID or title (Ctrl+Shift+M)."));
    m_empty->setStep(tr("Import…  Ctrl+I"));
    m_empty->setOtherStep(tr("Search a database…"));
    m_tablePage = makeTablePage();
    for (QWidget* page :
         {static_cast<QWidget*>(m_empty), m_tablePage, static_cast<QWidget*>(m_import), static_cast<QWidget*>(m_search),
          static_cast<QWidget*>(m_unreadable), static_cast<QWidget*>(m_found)})
        m_pages->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    setAcceptDrops(true);
    m_found->setAccesses([this] { return m_search->accesses(); });
    connect(m_moreButton, &QPushButton::clicked, this, &SourcesPanel::findMore);
    connect(m_found, &FoundPage::closed, this, &SourcesPanel::activate);
    connect(m_found, &FoundPage::recordsRequested, this, &Panel::showRecords);
    connect(m_empty, &EmptyState::step, this, &SourcesPanel::askForFiles);
    connect(m_import, &ImportPage::closed, this, &SourcesPanel::activate);
    connect(m_import, &ImportPage::go, this, &Panel::go);
    connect(m_import, &ImportPage::unreadableRequested, this, &SourcesPanel::showUnreadable);
    wireSearch();
    wireUnreadable();
    connect(&context.project, &Project::changed, this, [this](const QList<qint64>&, bool lists) {
        if (lists)
            refresh();
    });
    connect(&context.project, &Project::meChanged, this, &SourcesPanel::allowByRole);
    wireSide();
    refresh();
    m_pages->setCurrentWidget(m_model->rowCount() ? m_tablePage : m_empty);
}

QWidget* SourcesPanel::makeTablePage()
{
    auto* page = new Ground(m_context.theme, Ground::Kind::Page, this);
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, page);
    setLook(*m_importButton, Look::Primary);
    tools->addWidget(m_head);
    tools->row()->addWidget(m_banner, 1);
    m_moreButton->setToolTip(tr("Add records, follow citations, fill what is missing (Ctrl+Shift+M)"));
    tools->addWidget(m_moreButton);
    tools->addWidget(m_searchButton);
    tools->addWidget(m_importButton);
    makeTable();
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_table, 1);
    row->addWidget(m_side);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addLayout(row, 1);
    connect(m_importButton, &QPushButton::clicked, this, &SourcesPanel::askForFiles);
    connect(m_banner, &Banner::actionChosen, this, [this] { takeBack(m_toRestore, true); });
    return page;
}

void SourcesPanel::makeTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Imports"));
    constexpr std::array widths{130, 116, 84, 96, 92, 92, 98, 106, 54};
    for (size_t i = 0; i < widths.size(); ++i)
        m_table->horizontalHeader()->resizeSection(int(i), m_context.theme.px(widths[i]));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(SourcesModel::File, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourcesPanel::chooseRow);
    connect(m_table, &DenseTable::rowOpened, this, [this](const QModelIndex& index) {
        if (const Run* run = m_model->runAt(index.row()))
            openRun(run->id);
    });
}

void SourcesPanel::wireSide()
{
    connect(m_side, &SourcesSide::kindChosen, this, [this](SourceId source, SourceKind kind) {
        change([project = &m_context.project, source, kind] { return Setup(*project).setSourceKind(source, kind); });
    });
    connect(m_side, &SourcesSide::detailsChanged, this, [this](RunId run, const RunDetails& details) {
        change([project = &m_context.project, run, details] { return Imports(*project).setDetails(run, details); },
               [this] { m_banner->say(tr("Details saved.")); });
    });
    connect(m_side, &SourcesSide::takeBackRequested, this, &SourcesPanel::takeBack);
    connect(m_side, &SourcesSide::unreadableRequested, this, &SourcesPanel::showUnreadable);
    connect(m_side, &SourcesSide::recordsRequested, this, &SourcesPanel::openRun);
    connect(m_side, &SourcesSide::sourceRequested, this, [this](SourceId source, const QString& name) {
        openRecords(tr("From %1").arg(name),
                    [project = &m_context.project, source] { return Records(*project).ofSource(source); });
    });
}

void SourcesPanel::wireSearch()
{
    connect(m_searchButton, &QPushButton::clicked, this, &SourcesPanel::openSearch);
    connect(m_empty, &EmptyState::otherStep, this, &SourcesPanel::openSearch);
    connect(m_search, &SearchPage::closed, this, &SourcesPanel::leaveSearch);
    connect(m_search, &SearchPage::recordsRequested, this, [this](const QString& heading, const QString& search) {
        openRecords(heading, [project = &m_context.project, search] { return Searches::recordsOf(*project, search); });
    });
}

void SourcesPanel::openSearch()
{
    m_pages->setCurrentWidget(m_search);
    m_search->open();
}

void SourcesPanel::leaveSearch()
{
    m_pages->setCurrentWidget(m_model->rowCount() ? m_tablePage : m_empty);
    activate();
}

void SourcesPanel::activate()
{
    if (m_pages->currentWidget() == m_search) {
        refresh();
        return m_search->open();
    }
    if (m_pages->currentWidget() == m_import && !m_import->cards().empty()) {
        refresh();
        return;
    }
    m_pages->setCurrentWidget(m_model->rowCount() ? m_tablePage : m_empty);
    refresh();
    (m_model->rowCount() ? static_cast<QWidget*>(m_table) : m_empty)->setFocus();
}

void SourcesPanel::refresh()
{
    m_model->refresh();
    if (!m_table->currentIndex().isValid() && m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(0, 0));
    const QWidget* page = m_pages->currentWidget();
    if (page == m_empty || page == m_tablePage)
        m_pages->setCurrentWidget(m_model->rowCount() ? m_tablePage : m_empty);
    allowByRole();
    chooseRow();
    readTotals();
}

void SourcesPanel::readTotals()
{
    m_reading.over(
        this, [project = &m_context.project] { return statusOf(*project); },
        [this](const Result<Status>& status) {
            if (!status)
                return m_banner->say(words::sentence(status.error()), Tone::Exclude);
            m_side->setTotals(status->sources);
            m_head->setText(
                tr("Sources: %1  ·  records: %2")
                    .arg(numberText(qint64(m_context.project.review()->sources.size())), numberText(status->records)));
        });
}

const Run* SourcesPanel::chosen() const
{
    return m_model->runAt(m_table->currentIndex().row());
}

void SourcesPanel::chooseRow()
{
    m_side->setRun(chosen());
}

void SourcesPanel::allowByRole()
{
    const QString whyNot = m_context.whyNot(Right::Extend);
    allow(*m_importButton, whyNot);
    allow(*m_empty->stepButton(), whyNot);
    m_side->setWritable(whyNot);
}

void SourcesPanel::wireUnreadable()
{
    connect(m_unreadable, &UnreadablePage::closed, this, [this] { m_pages->setCurrentWidget(m_cameFrom); });
    connect(m_unreadable, &UnreadablePage::mendRequested, this, &SourcesPanel::mend);
    connect(m_unreadable, &UnreadablePage::entryChosen, this, [this](qint64 line) {
        m_reading.over(
            this,
            [project = &m_context.project, run = m_toMend, line] { return Imports(*project).entryText(run, line); },
            [this, line](const Result<std::string>& text) {
                if (text)
                    m_unreadable->setEntryText(line, QString::fromStdString(*text));
            });
    });
}

void SourcesPanel::openRecords(const QString& heading, std::function<Result<std::vector<RecordId>>()> read)
{
    m_reading.over(this, std::move(read), [this, heading](const Result<std::vector<RecordId>>& records) {
        if (records)
            Q_EMIT showRecords(heading, QList<RecordId>(records->begin(), records->end()));
        else
            m_banner->say(words::sentence(records.error()), Tone::Exclude);
    });
}

void SourcesPanel::openRun(RunId run)
{
    const Run* entry = m_model->runAt(m_model->rowOf(run));
    if (entry && entry->live)
        openRecords(tr("Imported from %1").arg(entry->fileName),
                    [project = &m_context.project, run] { return Records(*project).ofRun(run); });
}

void SourcesPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_I && event->modifiers() == Qt::ControlModifier)
        return askForFiles();
    if (event->key() == Qt::Key_F && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return openSearch();
    if (event->key() == Qt::Key_M && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return findMore();
    const bool inTable = m_pages->currentWidget() == m_tablePage && m_table->hasFocus();
    if (event->key() == Qt::Key_Delete && inTable && chosen() && chosen()->live)
        return takeBack(chosen()->id, false);
    Panel::keyPressEvent(event);
}

QStringList SourcesPanel::filesOf(const QMimeData* mime)
{
    QStringList files;
    for (const QUrl& url : mime->urls()) {
        const QString file = url.toLocalFile();
        if (!file.isEmpty() && QFileInfo(file).isFile())
            files << file;
    }
    return files;
}

void SourcesPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_context.whyNot(Right::Extend).isEmpty() && !filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SourcesPanel::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    importFiles(filesOf(event->mimeData()));
}

} // namespace winnow::ui
