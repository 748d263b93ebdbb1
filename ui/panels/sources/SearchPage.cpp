// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/SearchPage.h"

#include "models/SourcesModel.h"
#include "panels/sources/Accesses.h"
#include "panels/sources/BlocksForm.h"
#include "panels/sources/KeysForm.h"
#include "panels/sources/OpenSearches.h"
#include "panels/sources/QueryForm.h"
#include "panels/sources/SearchesModel.h"
#include "panels/sources/SearchesView.h"
#include "panels/sources/TagHelp.h"
#include "panels/sources/TwoLines.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Frames.h"
#include "widgets/Ring.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace winnow::ui {
namespace {

constexpr int databasesWidth = 176;
constexpr int leastState = 60;
constexpr int helpWidth = 240;
constexpr int narrowHelp = 190;
constexpr int narrowPage = 900;

} // namespace

SearchPage::SearchPage(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_known(Searches::databases())
    , m_accesses(new Accesses(context.settings, std::make_unique<SystemVault>(), this))
    , m_job(new SearchJob(context, this))
    , m_tools(new ToolRow(context.theme, ToolRow::Line::Below, this))
    , m_parts(new Segmented(context.theme, this))
    , m_line(new ProgressLine(context.theme, this))
    , m_state(new TextLabel(context.theme, Text::Body, {}, this))
    , m_pause(new QPushButton(tr("Pause  Ctrl+P"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_back(new QPushButton(tr("Back  Esc"), this))
    , m_count(new QPushButton(tr("Count hits  Ctrl+Enter"), this))
    , m_fetch(new QPushButton(tr("Fetch records"), this))
    , m_banner(new Banner(context.theme, this))
    , m_bannerHome(new QWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_databases(new QListWidget(this))
    , m_form(new QueryForm(context.theme, this))
    , m_help(new TagHelp(context.theme, this))
    , m_unfinished(new OpenSearches(context, this))
    , m_found(new TextLabel(context.theme, Text::Body, {}, this))
    , m_credit(new TextLabel(context.theme, Text::Small, {}, this))
    , m_blocks(new BlocksForm(context.theme, this))
    , m_made(new SearchesView(context, this))
    , m_keys(new KeysForm(context, this))
{
    makeTools();
    m_pages->addWidget(makeQueryPart());
    m_pages->addWidget(scrolled(m_blocks));
    m_pages->addWidget(m_made);
    m_pages->addWidget(scrolled(m_keys));
    const int side = context.theme.px(Theme::margin);
    auto* sentence = new QHBoxLayout(m_bannerHome);
    sentence->setContentsMargins(side, context.theme.px(4), side, context.theme.px(4));
    sentence->addWidget(m_banner);
    m_bannerHome->hide();
    m_banner->setWrapping(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_bannerHome);
    column->addWidget(m_pages, 1);
    m_keys->setAccesses(m_accesses);
    wireParts();
    wireMade();
    for (const Searchable& one : m_known)
        m_drafts.insert(one.id, {});
    nameDatabases();
    m_databases->setCurrentRow(0);
    refreshTools();
}

/// The focus leaves the parts as they go, when nothing can be kept any more.
SearchPage::~SearchPage()
{
    qApp->disconnect(this);
}

void SearchPage::makeTools()
{
    m_parts->setOptions({tr("Query"), tr("Blocks"), tr("Searches made"), tr("Keys and terms")});
    m_parts->setCurrent(0);
    m_parts->setToolTip(tr("Ctrl+Page Up and Page Down"));
    m_parts->setAccessibleName(tr("Parts of the search"));
    setLook(*m_count, Look::Primary);
    m_pause->setToolTip(tr("What came is kept, and the search goes on from there when you resume it"));
    m_cancel->setToolTip(tr("Ends the search where it is; what came stays"));
    m_fetch->setToolTip(tr("Ctrl+Shift+Enter"));
    // What it says may be long, and must not make the window wider.
    m_state->setMinimumWidth(m_context.theme.px(leastState));
    m_state->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_tools->addWidget(m_parts);
    m_tools->addStretch();
    for (QWidget* part : {static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_state), static_cast<QWidget*>(m_pause),
                          static_cast<QWidget*>(m_cancel), static_cast<QWidget*>(m_back),
                          static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_fetch)})
        m_tools->addWidget(part);
    connect(m_pause, &QPushButton::clicked, m_job, &SearchJob::pause);
    connect(m_cancel, &QPushButton::clicked, m_job, &SearchJob::cancel);
    connect(m_back, &QPushButton::clicked, this, &SearchPage::closed);
    connect(m_count, &QPushButton::clicked, this, &SearchPage::count);
    connect(m_fetch, &QPushButton::clicked, this, &SearchPage::fetch);
    connect(m_banner, &Banner::actionChosen, this, &SearchPage::mend);
}

QWidget* SearchPage::scrolled(QWidget* content)
{
    const Theme& theme = m_context.theme;
    auto* scroll = new QScrollArea(this);
    auto* ground = new Ground(theme, Ground::Kind::Window, scroll);
    auto* column = new QVBoxLayout(ground);
    const int side = theme.px(Theme::margin);
    column->setContentsMargins(side, side, side, side);
    column->addWidget(content, 1);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget* SearchPage::makeQueryPart()
{
    const Theme& theme = m_context.theme;
    m_databases->setFixedWidth(theme.px(databasesWidth));
    m_databases->setFrameShape(QFrame::NoFrame);
    m_databases->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_databases->setItemDelegate(new TwoLines(theme, this));
    m_databases->setAccessibleName(tr("Databases and registers"));
    m_help->setFixedWidth(theme.px(helpWidth));
    m_credit->setDim(true);
    for (QLabel* label : {m_found, static_cast<QLabel*>(m_credit)}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Theme::gap));
    column->addWidget(m_unfinished);
    column->addWidget(m_form);
    column->addWidget(m_found);
    column->addStretch(1);
    column->addWidget(m_credit);
    auto* page = new Ground(theme, Ground::Kind::Window, this);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_databases);
    row->addWidget(new Rule(theme, Qt::Vertical, page));
    row->addWidget(scrolled(middle), 1);
    row->addWidget(new Rule(theme, Qt::Vertical, page));
    auto* side = new QVBoxLayout;
    const int margin = theme.px(Theme::gap);
    side->setContentsMargins(margin, margin, margin, margin);
    side->addWidget(m_help);
    row->addLayout(side);
    return page;
}

void SearchPage::wireParts()
{
    connect(m_parts, &Segmented::changed, this, [this](int part) { showPart(Part(part)); });
    connect(m_databases, &QListWidget::currentRowChanged, this, &SearchPage::chooseDatabase);
    connect(m_help, &TagHelp::chosen, m_form, &QueryForm::insertTag);
    connect(m_form, &QueryForm::edited, this, [this] {
        m_drafts[m_shown] = m_form->query();
        m_found->clear();
        if (m_hits.remove(m_shown))
            nameDatabases();
    });
    // What was typed is kept when the form is left.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget* old, const QWidget* now) {
        if (old && m_form->isAncestorOf(old) && !(now && m_form->isAncestorOf(now)))
            keepQuery();
    });
    connect(m_blocks, &BlocksForm::committed, this, &SearchPage::keepBlocks);
    connect(m_blocks, &BlocksForm::writeRequested, this, &SearchPage::writeQueries);
    connect(m_keys, &KeysForm::licenceChosen, this, [this](bool licensed) {
        keep([project = &m_context.project, licensed] {
            return SearchPlans(*project).setLicensed(QStringLiteral("scopus"), licensed);
        });
    });
    connect(m_job, &SearchJob::began, this, &SearchPage::refreshTools);
    connect(m_job, &SearchJob::progressed, this, &SearchPage::onProgress);
    connect(m_job, &SearchJob::ended, this, &SearchPage::onEnded);
    connect(&m_context.project, &Project::changed, this, [this](const QList<qint64>&, bool lists) {
        if (lists && isVisible())
            readPlan();
    });
    connect(&m_context.project, &Project::meChanged, this, &SearchPage::refreshTools);
}

void SearchPage::wireMade()
{
    connect(m_unfinished, &OpenSearches::resumeRequested, this, &SearchPage::resume);
    connect(m_unfinished, &OpenSearches::giveUpRequested, this,
            [this](const UnfinishedSearch& one) { giveUp(one.fetch); });
    connect(m_made, &SearchesView::againRequested, this, &SearchPage::again);
    connect(m_made, &SearchesView::recordsRequested, this,
            [this](const SearchRecord& one) { Q_EMIT recordsRequested(tr("Found in %1").arg(one.source), one.name); });
    connect(m_made, &SearchesView::appendixRequested, this, &SearchPage::saveAppendix);
    connect(m_made, &SearchesView::exportRequested, this, &SearchPage::saveSearches);
    connect(m_made, &SearchesView::repeatRequested, this, [this] {
        const FileQuestion question{tr("Repeat a coauthor's searches"), tr("Searches (*.json)"), {}, {}, {}};
        m_context.dialogs.openFile(question, this, [this](const QString& path) { repeatFile(path); });
    });
}

void SearchPage::setVault(std::unique_ptr<Vault> vault)
{
    delete std::exchange(m_accesses, new Accesses(m_context.settings, std::move(vault), this));
    m_keys->setAccesses(m_accesses);
}

void SearchPage::open()
{
    if (!m_job->online())
        m_job->setOnline(std::make_shared<Online>(m_context.project.clock()));
    readPlan();
    readSearches();
    m_keys->refresh();
    showPart(Part(m_pages->currentIndex()));
}

void SearchPage::showPart(Part part)
{
    keepQuery();
    m_pages->setCurrentIndex(int(part));
    m_parts->setCurrent(int(part));
    if (part == Part::Keys)
        m_accesses->whenRead(this, [this] { m_keys->refresh(); });
    // Where there is no search yet, a coauthor's can be repeated.
    QWidget* const made = m_made->model()->rowCount() > 0 ? static_cast<QWidget*>(m_made->table())
        : m_made->repeatButton()->isEnabled()             ? static_cast<QWidget*>(m_made->repeatButton())
                                                          : m_parts;
    QWidget* const first[] = {m_form->text(), m_blocks->terms(0), made, m_keys->email()};
    first[size_t(part)]->setFocus();
    refreshTools();
}

QString SearchPage::database() const
{
    return m_known[size_t(std::max(0, m_databases->currentRow()))].id;
}

QString SearchPage::databaseName(const QString& id) const
{
    for (const Searchable& one : m_known) {
        if (one.id == id)
            return one.name;
    }
    return id;
}

void SearchPage::chooseDatabase()
{
    if (m_databases->currentRow() < 0 || database() == m_shown)
        return;
    keepQuery();
    m_shown = database();
    const Searchable& chosen = m_known[size_t(m_databases->currentRow())];
    m_form->setDatabase(chosen);
    m_form->setQuery(m_drafts.value(m_shown));
    m_help->setDatabase(m_shown);
    m_blocks->setDatabase(chosen.id, chosen.name);
    m_credit->setText(chosen.credit);
    m_found->clear();
    nameDatabases();
    refreshTools();
}

/// Each with what is known of it: its hits, or that it waits for a query or a key.
void SearchPage::nameDatabases()
{
    for (size_t i = 0; i < m_known.size(); ++i) {
        const Searchable& one = m_known[i];
        const bool locked = one.needsKey && m_accesses->way()(*sources::findService(one.id)).key.isEmpty();
        const QString known = m_hits.contains(one.id)         ? tr("hits: %1").arg(numberText(m_hits.value(one.id)))
            : locked                                          ? tr("needs your own key")
            : m_drafts.value(one.id).text.trimmed().isEmpty() ? tr("no query yet")
                                                              : tr("query written");
        const QString text = one.name + QLatin1Char('\n') + known;
        if (int(i) < m_databases->count())
            m_databases->item(int(i))->setText(text);
        else
            m_databases->addItem(text);
    }
}

void SearchPage::refreshTools()
{
    const bool run = running();
    const bool counting = m_job->kind() == SearchJob::Kind::Count;
    const bool query = m_pages->currentIndex() == int(Part::Query);
    const QString whyNot = m_context.whyNot(Right::Extend);
    const QWidget* held = focusWidget();
    m_line->setVisible(run && !counting);
    m_state->setVisible(run);
    m_pause->setVisible(run && !counting);
    m_cancel->setVisible(run);
    m_count->setVisible(!run && query);
    m_fetch->setVisible(!run && query);
    allow(*m_fetch, whyNot);
    m_unfinished->setEnabled(!run);
    m_blocks->setWritable(whyNot);
    m_made->setRunning(run);
    if (!run)
        m_state->clear();
    // A button that goes does not hand the keys on to a neighbour.
    if (held && held->isHidden() && held->parentWidget() == m_tools && query)
        m_form->text()->setFocus();
    else if (held && !held->isEnabled() && m_made->isAncestorOf(held) && m_made->isVisible())
        (m_made->table()->isVisible() ? static_cast<QWidget*>(m_made->table()) : m_parts)->setFocus();
}

/// The window closes, or another page comes: nothing that was typed is lost.
void SearchPage::hideEvent(QHideEvent* event)
{
    keepQuery();
    QWidget::hideEvent(event);
}

/// In a narrow window the help gives way to the query.
void SearchPage::resizeEvent(QResizeEvent* event)
{
    const Theme& theme = m_context.theme;
    m_help->setFixedWidth(theme.px(width() < theme.px(narrowPage) ? narrowHelp : helpWidth));
    QWidget::resizeEvent(event);
}

void SearchPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int step = event->key() == Qt::Key_PageDown ? 1 : event->key() == Qt::Key_PageUp ? -1 : 0;
    if (enter && control && m_pages->currentIndex() == int(Part::Query))
        return event->modifiers().testFlag(Qt::ShiftModifier) ? fetch() : count();
    if (enter && control && m_pages->currentIndex() == int(Part::Blocks))
        return m_blocks->writeButton()->click();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (control && !shift && event->key() == Qt::Key_R)
        return resumeOpen();
    if (control && !shift && event->key() == Qt::Key_P && running() && m_job->kind() == SearchJob::Kind::Fetch)
        return m_job->pause();
    if (control && shift && event->key() == Qt::Key_K)
        return openKeys(m_shown);
    if (step != 0 && control)
        return showPart(Part((m_pages->currentIndex() + step + m_pages->count()) % m_pages->count()));
    if (event->key() == Qt::Key_Escape)
        return closed();
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
