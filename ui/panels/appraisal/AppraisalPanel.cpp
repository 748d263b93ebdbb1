// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/AppraisalPanel.h"

#include "appraisal/Shipped.h"
#include "domain/Words.h"
#include "panels/appraisal/AgreementPage.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/FigurePage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/QuoteList.h"
#include "panels/appraisal/StudyPage.h"
#include "panels/appraisal/VersionPage.h"
#include "panels/appraisal/editor/InstrumentsRoom.h"
#include "project/Instruments.h"
#include "widgets/Banner.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/SearchField.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace winnow::ui {

AppraisalPanel::AppraisalPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_instrument(new QComboBox(this))
    , m_variant(new QComboBox(this))
    , m_sheet(new Segmented(context.theme, this))
    , m_open(new QPushButton(tr("Compare"), this))
    , m_another(new QPushButton(tr("Another result"), this))
    , m_copy(new QPushButton(tr("Copy from…"), this))
    , m_study(new QPushButton(tr("Design and people…"), this))
    , m_keep(new QPushButton(tr("Keep the consensus"), this))
    , m_view(new Segmented(context.theme, this))
    , m_filter(new QComboBox(this))
    , m_search(new SearchField(context.theme, QStringLiteral("/"), this))
    , m_import(new QPushButton(tr("Import…"), this))
    , m_notice(new TextLabel(context.theme, Text::Small, {}, this))
    , m_banner(new Banner(context.theme, this))
    , m_newer(new Banner(context.theme, this))
    , m_instruments(new QPushButton(this))
    , m_rooms(new QStackedWidget(this))
    , m_room(new InstrumentsRoom(context, this))
    , m_whole(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_model(new GridModel(this))
    , m_grid(new GridView(context.theme, *m_model, this))
    , m_pages(new QStackedWidget(this))
    , m_begin(new BeginPage(context.theme, this))
    , m_form(new DomainForm(context.theme, this))
    , m_studyPage(new StudyPage(context.theme, this))
    , m_versionPage(new VersionPage(context.theme, this))
    , m_agreement(new AgreementPage(context.theme, this))
    , m_figures(new FigurePage(context, this))
{
    m_empty->setSign(Sign::RiskOfBias);
    m_empty->setTitle(tr("No study to assess yet"));
    m_empty->setSentence(
        tr("Once a report is included at full text, its study comes here, and its risk of bias is judged with one of "
           "%1 instruments.")
            .arg(appraisal::shippedIds().size()));
    m_empty->setStep(tr("Full texts"));
    m_whole->addWidget(m_empty);
    m_whole->addWidget(makeBody());
    m_whole->addWidget(m_agreement);
    m_whole->addWidget(m_figures);
    auto* assessing = new QWidget(this);
    auto* column = new QVBoxLayout(assessing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    auto* newer = new QVBoxLayout;
    newer->setContentsMargins(context.theme.px(4), 0, context.theme.px(4), 0);
    newer->addWidget(m_newer);
    column->addLayout(newer);
    column->addWidget(m_whole, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(context.theme.px(Theme::gap), 0, context.theme.px(Theme::gap), 0);
    foot->addWidget(m_banner);
    column->addLayout(foot);
    m_banner->setFolding(true);
    m_newer->setFolding(true);
    m_rooms->addWidget(assessing);
    m_rooms->addWidget(m_room);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_rooms);
    connect(m_instruments, &QPushButton::clicked, this, [this] { showInstruments(true); });
    connect(m_room, &InstrumentsRoom::back, this, [this] { showInstruments(false); });
    connect(m_empty, &EmptyState::step, this, [this] { Q_EMIT go(Workspace::Fulltexts); });
    connectForms();
    keepTabOrder();
    connect(&context.project, &Project::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&context.project, &Project::meChanged, this, &AppraisalPanel::activate);
}

/// As they stand: the tools, the grid, what can be done, and behind that the form.
void AppraisalPanel::keepTabOrder()
{
    const std::array<QWidget*, 15> order{
        m_instrument, m_variant, m_instruments, m_import, m_view, m_newer->actionButton(),
        m_filter,     m_search,  m_grid,        m_sheet,  m_keep, m_another,
        m_copy,       m_study,   m_open};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void AppraisalPanel::connectForms()
{
    connect(m_begin, &BeginPage::begin, this, &AppraisalPanel::begin);
    connect(m_form, &DomainForm::said, this, &AppraisalPanel::say);
    connect(m_form, &DomainForm::fileWanted, this, &AppraisalPanel::askFile);
    connect(m_studyPage, &StudyPage::designSaid, this, &AppraisalPanel::sayDesign);
    connect(m_studyPage, &StudyPage::assigned, this, &AppraisalPanel::assign);
    connect(m_studyPage, &StudyPage::left, this, &AppraisalPanel::leaveStudy);
    connect(m_newer, &Banner::actionChosen, this, &AppraisalPanel::showVersions);
    connect(m_versionPage, &VersionPage::chosen, this, &AppraisalPanel::carryOver);
    connect(m_versionPage, &VersionPage::left, this, &AppraisalPanel::leaveVersions);
    connect(m_banner, &Banner::actionChosen, this, [this] { undo(false); });
}

QWidget* AppraisalPanel::makeTools()
{
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    m_instrument->setAccessibleName(tr("Instrument"));
    m_instrument->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_instrument->setMinimumContentsLength(20);
    m_variant->setAccessibleName(tr("Variant"));
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_variant->setMinimumContentsLength(27);
    m_view->setOptions({tr("Assess"), tr("Agreement"), tr("Figures")});
    m_view->setCurrent(Assessing);
    m_view->setAccessibleName(tr("View"));
    m_view->setToolTip(tr("Ctrl+PgDown and Ctrl+PgUp turn them"));
    m_view->setFocusPolicy(Qt::TabFocus);
    m_instruments->setIcon(m_context.icons.icon(Sign::Edit));
    m_instruments->setAccessibleName(tr("Instruments"));
    m_instruments->setToolTip(tr("Instruments: build one, change one, import, export and compare"));
    const std::array<QWidget*, 5> parts{m_instrument, m_variant, m_instruments, m_import, m_view};
    for (QWidget* tool : parts) {
        if (tool == m_view)
            tools->addStretch();
        tools->addWidget(tool);
        if (tool != m_instruments)
            tool->hide(); // until there is something to assess
    }
    connect(m_instrument, &QComboBox::activated, this, [this] {
        m_carrying = false;
        m_grid->setCurrentIndex(
            m_grid->currentIndex().siblingAtColumn(1)); // another instrument begins at its beginning
        chooseInstrument();
    });
    connect(m_variant, &QComboBox::activated, this, &AppraisalPanel::chooseVariant);
    m_import->setToolTip(
        tr("Answers (columns study, item, answer, support, quote, page), or judgements as robvis has them"));
    connect(m_import, &QPushButton::clicked, this, &AppraisalPanel::askImport);
    connect(m_view, &Segmented::changed, this, [this] { showView(); });
    return tools;
}

/// Over the grid: which of the studies it shows.
QWidget* AppraisalPanel::makeList()
{
    m_filter->addItems(
        {tr("All studies"), tr("Not begun"), tr("To do for me"), tr("To be agreed on"), tr("Agreed on")});
    m_filter->setAccessibleName(tr("Filter"));
    m_search->setPlaceholderText(tr("Find a study"));
    m_search->setAccessibleName(tr("Find a study"));
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, list);
    tools->addWidget(m_filter);
    tools->row()->addWidget(m_search, 1, Qt::AlignVCenter);
    column->addWidget(tools);
    column->addWidget(m_grid, 1);
    connect(m_filter, &QComboBox::activated, this, [this] { fillGrid(false); });
    connect(m_search, &SearchField::textChanged, this, [this] { fillGrid(false); });
    connect(m_search, &SearchField::left, m_grid, qOverload<>(&QWidget::setFocus));
    return list;
}

/// Over the form: what can be done with the chosen assessment.
QWidget* AppraisalPanel::makeActs()
{
    auto* acts = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    m_sheet->setOptions({tr("My answers"), tr("Consensus")});
    m_sheet->setCurrent(0);
    m_sheet->setAccessibleName(tr("Sheet"));
    m_sheet->setFocusPolicy(Qt::TabFocus);
    m_another->setToolTip(tr("Assess another result of this study"));
    m_copy->setToolTip(tr("What I have said of another result of this study, where nothing is said yet"));
    m_keep->setToolTip(tr("Somebody has changed an answer; what was agreed on stays all the same"));
    acts->addWidget(m_sheet);
    acts->addStretch();
    for (QPushButton* act : {m_keep, m_another, m_copy, m_study, m_open}) {
        acts->addWidget(act);
        act->hide();
    }
    m_sheet->hide();
    connect(m_sheet, &Segmented::changed, this, [this] { showCurrent(); });
    connect(m_open, &QPushButton::clicked, this, &AppraisalPanel::askOpen);
    connect(m_copy, &QPushButton::clicked, this, &AppraisalPanel::askCopy);
    connect(m_keep, &QPushButton::clicked, this, &AppraisalPanel::keepConsensus);
    connect(m_study, &QPushButton::clicked, this, &AppraisalPanel::showStudy);
    connect(m_another, &QPushButton::clicked, this, [this] {
        m_beginAnother = true;
        showCurrent();
        m_begin->outcome()->setFocus();
    });
    return acts;
}

QWidget* AppraisalPanel::makeBody()
{
    auto* split = new QSplitter(this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    auto* right = new Ground(m_context.theme, Ground::Kind::Page, this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeActs());
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(m_context.theme.px(Theme::margin), m_context.theme.px(8),
                                 m_context.theme.px(Theme::margin), 0);
    m_notice->hide();
    m_pages->addWidget(new Ground(m_context.theme, Ground::Kind::Page, this));
    m_pages->addWidget(m_begin);
    m_pages->addWidget(m_form);
    m_pages->addWidget(m_studyPage);
    m_pages->addWidget(m_versionPage);
    split->addWidget(makeList());
    split->addWidget(right);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_arranging)
            return;
        m_beginAnother = false;
        m_aboutStudy = false;
        m_carrying = false;
        showCurrent();
    });
    connect(m_grid, &GridView::entered, this, [this] {
        if (m_pages->currentIndex() == Filling)
            m_form->focusItem({});
        else if (m_begin->outcome()->isVisible())
            m_begin->outcome()->setFocus();
        else
            m_begin->button()->setFocus();
    });
    return split;
}

void AppraisalPanel::activate()
{
    m_banner->clear();
    refresh();
    if (m_rooms->currentIndex() == 1)
        m_room->activate();
}

void AppraisalPanel::showInstruments(bool on)
{
    m_rooms->setCurrentIndex(on ? 1 : 0);
    if (on)
        return m_room->activate();
    refresh();
    m_instruments->setFocus();
}

void AppraisalPanel::showView()
{
    const bool any = !m_state.studies.empty();
    m_instruments->setText(any ? QString() : tr("Instruments…")); // alone in its row it has room for its name
    const bool assessing = any && m_view->current() == Assessing;
    showNewer();
    m_import->setVisible(assessing);
    m_import->setEnabled(m_context.whyNot(Right::Vote).isEmpty());
    if (!any)
        m_whole->setCurrentIndex(Empty);
    else if (assessing)
        m_whole->setCurrentIndex(Body);
    else if (m_view->current() == Agreement)
        showAgreement();
    else
        showFigures();
}

/// As tabs are turned; the focus goes along, so that the keys of the view hold.
void AppraisalPanel::turnView(int by)
{
    constexpr int views = Figures + 1;
    m_view->setCurrent((m_view->current() + by + views) % views);
    showView();
    if (m_view->current() == Assessing)
        m_grid->setFocus();
    else if (m_view->current() == Figures)
        m_figures->kinds()->setFocus();
    else
        m_view->setFocus();
}

void AppraisalPanel::showAgreement()
{
    if (!m_judge)
        return;
    std::vector<AppraisalView> views = m_state.views;
    std::erase_if(views, [this, kept = keptId()](const AppraisalView& view) {
        return view.appraisal.instrument != kept || view.appraisal.variant != m_judge->variant();
    });
    m_agreement->show(appraisalAgreement(views, *m_judge), *m_judge, names());
    m_whole->setCurrentIndex(AgreementTable);
}

void AppraisalPanel::showFigures()
{
    if (!m_judge)
        return;
    std::vector<ResultOf> results;
    for (const AppraisalView& view : m_state.views) {
        const bool its = view.appraisal.instrument == keptId() && view.appraisal.variant == m_judge->variant();
        const bool named = view.appraisal.result != ResultOf();
        if (its && named && std::find(results.begin(), results.end(), view.appraisal.result) == results.end())
            results.push_back(view.appraisal.result);
    }
    m_whole->setCurrentIndex(FigureSheet);
    m_figures->setInstrument(m_judge->instrument(), m_judge->variant(), results);
    m_figures->refresh();
}

void AppraisalPanel::find()
{
    if (m_search->isVisible())
        m_search->setFocus();
}

QString AppraisalPanel::notice() const
{
    return m_notice->isVisibleTo(this) ? m_notice->text() : QString();
}

} // namespace winnow::ui
