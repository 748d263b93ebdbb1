// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/AppraisalPanel.h"

#include "appraisal/Shipped.h"
#include "domain/Words.h"
#include "panels/appraisal/BeginPage.h"
#include "panels/appraisal/GridView.h"
#include "panels/appraisal/editor/InstrumentsRoom.h"
#include "project/Instruments.h"
#include "widgets/Banner.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/Segmented.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace winnow::ui {

AppraisalPanel::AppraisalPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_instrument(new QComboBox(this))
    , m_variant(new QComboBox(this))
    , m_sheet(new Segmented(context.theme, this))
    , m_open(new QPushButton(tr("Compare"), this))
    , m_another(new QPushButton(tr("Another result"), this))
    , m_banner(new Banner(context.theme, this))
    , m_instruments(new QPushButton(tr("Instruments…"), this))
    , m_rooms(new QStackedWidget(this))
    , m_room(new InstrumentsRoom(context, this))
    , m_whole(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_model(new GridModel(this))
    , m_grid(new GridView(context.theme, *m_model, this))
    , m_pages(new QStackedWidget(this))
    , m_begin(new BeginPage(context.theme, this))
    , m_form(new DomainForm(context.theme, this))
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
    auto* assessing = new QWidget(this);
    auto* column = new QVBoxLayout(assessing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_whole, 1);
    column->addWidget(m_banner);
    m_rooms->addWidget(assessing);
    m_rooms->addWidget(m_room);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_rooms);
    connect(m_instruments, &QPushButton::clicked, this, [this] { showInstruments(true); });
    connect(m_room, &InstrumentsRoom::back, this, [this] { showInstruments(false); });
    connect(m_empty, &EmptyState::step, this, [this] { Q_EMIT go(Workspace::Fulltexts); });
    connect(m_begin, &BeginPage::begin, this, &AppraisalPanel::begin);
    connect(m_form, &DomainForm::said, this, &AppraisalPanel::say);
    connect(m_banner, &Banner::actionChosen, this, [this] { undo(false); });
    connect(&context.project, &Project::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&context.project, &Project::meChanged, this, &AppraisalPanel::activate);
}

QWidget* AppraisalPanel::makeTools()
{
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    m_instrument->setAccessibleName(tr("Instrument"));
    m_instrument->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_instrument->setMinimumContentsLength(26);
    m_variant->setAccessibleName(tr("Variant"));
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_sheet->setOptions({tr("My answers"), tr("Consensus")});
    m_sheet->setCurrent(0);
    m_sheet->setAccessibleName(tr("Sheet"));
    m_sheet->setFocusPolicy(Qt::TabFocus);
    m_another->setToolTip(tr("Assess another result of this study"));
    for (QWidget* tool : {static_cast<QWidget*>(m_instrument), static_cast<QWidget*>(m_variant)})
        tools->addWidget(tool);
    m_instruments->setToolTip(tr("Build an instrument, change one, import, export and compare"));
    tools->addWidget(m_instruments);
    tools->addStretch();
    for (QWidget* tool :
         {static_cast<QWidget*>(m_sheet), static_cast<QWidget*>(m_another), static_cast<QWidget*>(m_open)})
        tools->addWidget(tool);
    for (QWidget* tool :
         {static_cast<QWidget*>(m_instrument), static_cast<QWidget*>(m_variant), static_cast<QWidget*>(m_sheet),
          static_cast<QWidget*>(m_another), static_cast<QWidget*>(m_open)})
        tool->hide(); // until there is something to assess
    connect(m_instrument, &QComboBox::activated, this, &AppraisalPanel::chooseInstrument);
    connect(m_variant, &QComboBox::activated, this, &AppraisalPanel::chooseVariant);
    connect(m_sheet, &Segmented::changed, this, [this] { showCurrent(); });
    connect(m_open, &QPushButton::clicked, this, &AppraisalPanel::askOpen);
    connect(m_another, &QPushButton::clicked, this, [this] {
        m_beginAnother = true;
        showCurrent();
        m_begin->outcome()->setFocus();
    });
    return tools;
}

QWidget* AppraisalPanel::makeBody()
{
    auto* split = new QSplitter(this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    auto* right = new Ground(m_context.theme, Ground::Kind::Page, this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(new Ground(m_context.theme, Ground::Kind::Page, this));
    m_pages->addWidget(m_begin);
    m_pages->addWidget(m_form);
    split->addWidget(m_grid);
    split->addWidget(right);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_arranging)
            return;
        m_beginAnother = false;
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

void AppraisalPanel::refresh()
{
    m_reading.over(
        this,
        [project = &m_context.project]() -> Result<State> {
            const Appraisals appraisals(*project);
            auto studies = studiesToAppraise(*project);
            auto views = appraisals.views();
            auto kept = appraisals.instruments();
            if (!studies || !views || !kept)
                return Failure(!studies ? studies.error() : !views ? views.error() : kept.error());
            auto own = ownInstruments(*project);
            if (!own)
                return Failure(own.error());
            State state{std::move(*studies), std::move(*views), std::move(*kept), std::move(*own)};
            return state;
        },
        [this, sent = m_sent](const Result<State>& state) {
            if (!state)
                return m_banner->say(words::sentence(state.error()), Tone::Exclude);
            if (sent == m_sent) // else what was said since will be read in its turn
                take(*state);
        });
}

void AppraisalPanel::take(State state)
{
    m_state = std::move(state);
    const bool any = !m_state.studies.empty();
    m_whole->setCurrentIndex(any ? 1 : 0);
    m_instrument->setVisible(any);
    listInstruments();
    fillGrid();
    if (any && isVisible() && !isAncestorOf(QApplication::focusWidget()))
        m_grid->setFocus();
}

/// Those that come with Winnow, then the project's own; what was chosen stays chosen.
void AppraisalPanel::listInstruments()
{
    std::vector<appraisal::Instrument> offered;
    for (const QString& id : appraisal::shippedIds())
        offered.push_back(*appraisal::findShipped(id));
    offered.insert(offered.end(), m_state.own.begin(), m_state.own.end());
    const bool first = m_offered.empty();
    if (offered == m_offered)
        return;
    m_offered = std::move(offered);
    const int before = std::max(0, m_instrument->currentIndex());
    m_instrument->clear();
    for (const appraisal::Instrument& one : m_offered) {
        const bool versions = std::count_if(m_offered.begin(), m_offered.end(),
                                            [&one](const auto& other) { return other.name == one.name; })
            > 1;
        const QString name = versions ? tr("%1, version %2").arg(one.name, one.version) : one.name;
        m_instrument->addItem(one.draft ? tr("%1 (draft)").arg(name) : name);
    }
    m_instrument->setCurrentIndex(before);
    if (!first)
        return chooseInstrument();
    // At first: the one that assessments were begun with.
    for (std::size_t i = 0; i < m_offered.size() && !m_state.views.empty(); ++i) {
        const auto used = std::find_if(m_state.kept.begin(), m_state.kept.end(), [&](const KeptInstrument& kept) {
            return kept.id == m_state.views.front().appraisal.instrument;
        });
        if (used != m_state.kept.end() && used->instrument == m_offered[i].id && used->version == m_offered[i].version)
            m_instrument->setCurrentIndex(int(i));
    }
    chooseInstrument();
}

void AppraisalPanel::chooseInstrument()
{
    const appraisal::Instrument& chosen = m_offered[std::size_t(std::max(0, m_instrument->currentIndex()))];
    m_variant->clear();
    for (const appraisal::Variant& variant : chosen.variants)
        m_variant->addItem(variant.label.isEmpty() ? variant.id : variant.label, variant.id);
    m_variant->setVisible(chosen.variants.size() > 1 && !m_state.studies.empty());
    m_begin->setInstrument(chosen);
    chooseVariant();
}

void AppraisalPanel::chooseVariant()
{
    const appraisal::Instrument& chosen = m_offered[std::size_t(std::max(0, m_instrument->currentIndex()))];
    const QString variant
        = m_variant->currentIndex() < 0 ? appraisal::variantIds(chosen).value(0) : m_variant->currentData().toString();
    m_judge = std::make_shared<const appraisal::Judge>(chosen, variant);
    fillGrid();
}

void AppraisalPanel::fillGrid()
{
    if (!m_judge)
        return;
    const GridRow* before = currentRow();
    const RecordId study = before ? before->study.record : RecordId();
    const AppraisalId wanted
        = m_wanted ? m_wanted : (before && before->view ? before->view->appraisal.id : AppraisalId());
    const int column = std::max(1, m_grid->currentIndex().column());
    const auto kept = std::find_if(m_state.kept.begin(), m_state.kept.end(), [this](const KeptInstrument& one) {
        return one.instrument == m_judge->instrument().id && one.version == m_judge->instrument().version;
    });
    std::vector<GridRow> rows;
    for (const AppraisedStudy& one : m_state.studies) {
        const std::size_t first = rows.size();
        for (const AppraisalView& view : m_state.views) {
            const bool its
                = std::find(one.appraisals.begin(), one.appraisals.end(), view.appraisal.id) != one.appraisals.end();
            if (its && kept != m_state.kept.end() && view.appraisal.instrument == kept->id
                && view.appraisal.variant == m_judge->variant())
                rows.push_back({one, view});
        }
        if (rows.size() == first)
            rows.push_back({one, std::nullopt});
    }
    const QScopedValueRollback arranging(m_arranging, true);
    m_model->setRows(m_judge, std::move(rows));
    int row = wanted ? m_model->rowOf(wanted) : -1;
    for (int i = 0; row < 0 && i < m_model->rowCount(); ++i) {
        if (m_model->row(i)->study.record == study)
            row = i;
    }
    m_wanted = {};
    m_grid->setCurrentIndex(m_model->index(std::max(row, 0), std::min(column, m_model->columnCount() - 1)));
    showCurrent();
}

QString AppraisalPanel::currentDomain() const
{
    const appraisal::Domain* domain = m_model->domainAt(std::max(1, m_grid->currentIndex().column()));
    return domain ? domain->id : QString();
}

const GridRow* AppraisalPanel::currentRow() const
{
    return m_model->row(m_grid->currentIndex().row());
}

SheetKind AppraisalPanel::sheetKind() const
{
    return m_sheet->current() == 1 && m_sheet->isVisibleTo(this) ? SheetKind::Agreed : SheetKind::Mine;
}

void AppraisalPanel::showCurrent()
{
    const GridRow* row = currentRow();
    m_variant->setVisible(row && m_variant->count() > 1);
    const bool filling = row && row->view && !m_beginAnother;
    const bool blind = !filling || row->view->state == AppraisalState::Blind;
    m_sheet->setVisible(filling && !blind);
    m_open->setVisible(filling && blind);
    m_another->setVisible(filling && m_judge && m_judge->instrument().judges == appraisal::Judges::Result);
    if (!row)
        return m_pages->setCurrentIndex(Nothing);
    if (filling)
        return showForm(*row);
    m_begin->setStudy(row->study.name);
    m_pages->setCurrentIndex(Begin);
}

void AppraisalPanel::showForm(const GridRow& row)
{
    std::map<ReviewerId, QString> names;
    const auto review = m_context.project.review();
    for (const Reviewer& person : review->reviewers)
        names[person.id] = person.name;
    m_form->setDomain(m_judge, currentDomain());
    m_form->show(*row.view, sheetKind(), names);
    m_pages->setCurrentIndex(Filling);
}

} // namespace winnow::ui
