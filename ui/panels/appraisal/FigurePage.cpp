// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/FigurePage.h"

#include "charts/FigureView.h"
#include "domain/Words.h"
#include "figures/registry.h"
#include "panels/appraisal/GridModel.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

constexpr int figureSide = 236;
constexpr std::array plotKinds{"traffic-light", "rob-summary", "rob-table"};

} // namespace

FigurePage::FigurePage(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_kind(new Segmented(context.theme, this))
    , m_previous(new QPushButton(tr("Previous page"), this))
    , m_pageText(new TextLabel(context.theme, Text::Small, {}, this))
    , m_next(new QPushButton(tr("Next page"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_stack(new QStackedWidget(this))
    , m_sentence(new TextLabel(context.theme, Text::Body, {}, this))
    , m_scroll(new QScrollArea(this))
    , m_figure(new FigureView(context.theme))
    , m_result(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_palette(new QComboBox(this))
    , m_groups(new QComboBox(this))
    , m_table(new QPushButton(tr("Weights and groups…"), this))
    , m_tableText(new TextLabel(context.theme, Text::Small, {}, this))
    , m_weighted(new QCheckBox(tr("Summary by weight"), this))
    , m_applicability(new QCheckBox(tr("Applicability"), this))
    , m_banner(new Banner(context.theme, this))
{
    auto* desk = new Ground(context.theme, Ground::Kind::Desk, this);
    auto* over = new QVBoxLayout(desk);
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(m_scroll);
    m_scroll->setWidget(m_figure);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setDim(true);
    m_stack->addWidget(desk);
    m_stack->addWidget(m_sentence);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_stack, 1);
    row->addWidget(new Rule(context.theme, Qt::Vertical, this));
    row->addWidget(makeSide());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addLayout(row, 1);
}

QWidget* FigurePage::makeTools()
{
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    m_kind->setOptions({tr("Traffic light"), tr("Summary"), tr("Support")});
    m_kind->setCurrent(0);
    m_kind->setAccessibleName(tr("Figure"));
    m_kind->setFocusPolicy(Qt::StrongFocus);
    setLook(*m_export, Look::Primary);
    m_export->setToolTip(tr("Ctrl+P"));
    tools->addWidget(m_kind);
    tools->row()->addWidget(m_banner, 1);
    for (QWidget* tool : {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_pageText),
                          static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_export)})
        tools->addWidget(tool);
    connect(m_kind, &Segmented::changed, this, &FigurePage::draw);
    connect(m_previous, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turn(1); });
    connect(m_export, &QPushButton::clicked, this, &FigurePage::askExport);
    // A choice that has the focus would take the key for a search.
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_P), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &FigurePage::askExport);
    return tools;
}

void FigurePage::addChoice(QVBoxLayout* column, const QString& label, QComboBox* choice)
{
    choice->setAccessibleName(label);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(new SectionLabel(m_context.theme, label, SectionLabel::Case::AsWritten, this));
    column->addWidget(choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &FigurePage::refresh);
}

QWidget* FigurePage::makeSide()
{
    auto* side = new Ground(m_context.theme, Ground::Kind::Window, this);
    side->setFixedWidth(m_context.theme.px(figureSide));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(m_context.theme.px(14), m_context.theme.px(Theme::gap), m_context.theme.px(14),
                               m_context.theme.px(Theme::gap));
    column->setSpacing(m_context.theme.px(6));
    m_order->addItems({tr("By study"), tr("By year"), tr("Highest risk first")});
    m_palette->addItems({tr("Cochrane"), tr("Colour-blind")});
    m_groups->addItems({tr("By result"), tr("By design of the study")});
    m_result->addItem(tr("All results"));
    addChoice(column, tr("Result"), m_result);
    addChoice(column, tr("Order"), m_order);
    addChoice(column, tr("Colours"), m_palette);
    addChoice(column, tr("Subgroups"), m_groups);
    m_table->setToolTip(tr("A table with the columns study, weight, group: weights come from the meta-analysis of the "
                           "result"));
    m_tableText->setWordWrap(true);
    m_tableText->setDim(true);
    column->addWidget(m_table, 0, Qt::AlignLeading);
    column->addWidget(m_tableText);
    column->addWidget(m_weighted);
    column->addWidget(m_applicability);
    column->addStretch(1);
    m_weighted->setEnabled(false);
    m_weighted->setToolTip(tr("Needs the weight of every study"));
    connect(m_table, &QPushButton::clicked, this, &FigurePage::askTable);
    connect(m_weighted, &QCheckBox::toggled, this, &FigurePage::refresh);
    connect(m_applicability, &QCheckBox::toggled, this, &FigurePage::refresh);
    return side;
}

void FigurePage::setInstrument(const appraisal::Instrument& instrument, const QString& variant,
                               const std::vector<ResultOf>& results)
{
    const bool same = m_instrument == instrument.id && m_variant == variant && m_results == results;
    m_instrument = instrument.id;
    m_name = instrument.name;
    m_variant = variant;
    m_results = results;
    if (same)
        return;
    const QSignalBlocker quiet(m_result);
    m_result->clear();
    m_result->addItem(tr("All results"));
    for (const ResultOf& result : results)
        m_result->addItem(resultText(result));
    m_result->setEnabled(!results.empty());
    const auto domains = appraisal::domainsOf(instrument, variant);
    const bool applicable = std::any_of(domains.begin(), domains.end(),
                                        [](const appraisal::Domain* domain) { return domain->applicability; });
    const QSignalBlocker quieter(m_applicability);
    m_applicability->setVisible(applicable);
    if (!applicable)
        m_applicability->setChecked(false);
}

RiskPlotRequest FigurePage::request() const
{
    using figures::RiskOrder;
    constexpr std::array orders{RiskOrder::Study, RiskOrder::Year, RiskOrder::WorstFirst};
    RiskPlotRequest request;
    request.instrument = m_instrument;
    request.variant = m_variant;
    if (const int chosen = m_result->currentIndex(); chosen > 0)
        request.result = m_results[std::size_t(chosen) - 1];
    request.applicability = m_applicability->isChecked();
    request.palette = m_palette->currentIndex() == 1 ? RiskPalette::ColourBlind : RiskPalette::Cochrane;
    request.order = orders[std::size_t(std::max(0, m_order->currentIndex()))];
    request.groups = m_groups->currentIndex() == 1 ? RiskGroups::Design : RiskGroups::Named;
    request.weighted = m_weighted->isChecked();
    request.studies = m_studies;
    return request;
}

QString FigurePage::kind() const
{
    return QLatin1String(plotKinds[std::size_t(std::max(0, m_kind->current()))]);
}

QString FigurePage::pageText() const
{
    return m_pageText->text();
}

QString FigurePage::sentence() const
{
    return m_stack->currentIndex() == 1 ? m_sentence->text() : QString();
}

void FigurePage::refresh()
{
    if (m_instrument.isEmpty() || !isVisible())
        return;
    m_reading.over(
        this, [project = &m_context.project, asked = request()] { return RiskPlots(*project).table(asked); },
        [this](const Result<figures::RiskTable>& table) { take(table); });
}

void FigurePage::take(const Result<figures::RiskTable>& table)
{
    m_export->setEnabled(bool(table));
    if (!table) {
        m_pages.clear();
        // Of an instrument that was only chosen there is nothing to draw, which is no mistake here.
        m_sentence->setText(
            table.error().code == ErrorCode::BadInput && table.error().context == m_instrument
                ? tr("Nothing was judged with %1 yet. Its figures are drawn here as soon as there is.").arg(m_name)
                : words::sentence(table.error()));
        m_stack->setCurrentIndex(1);
        return show(0);
    }
    m_judged = *table;
    m_stack->setCurrentIndex(0);
    draw();
}

void FigurePage::draw()
{
    const figures::FigureKind* figure = figures::figureKind(kind());
    if (!figure || m_stack->currentIndex() == 1)
        return;
    figures::FigureInput input;
    input.risk = m_judged;
    input.weighted = m_weighted->isChecked();
    m_pages = figure->pages(input);
    for (figures::Figure& page : m_pages)
        page.regions.clear(); // nothing opens here
    show(std::min(m_page, int(m_pages.size()) - 1));
}

void FigurePage::turn(int pages)
{
    show(std::clamp(m_page + pages, 0, std::max(0, int(m_pages.size()) - 1)));
}

void FigurePage::show(int page)
{
    const int count = int(m_pages.size());
    m_page = std::max(0, page);
    for (QWidget* part :
         {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_pageText), static_cast<QWidget*>(m_next)})
        part->setVisible(count > 1);
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < count);
    m_pageText->setText(tr("%1 of %2").arg(m_page + 1).arg(count));
    if (m_page < count)
        m_figure->setFigure(m_pages[std::size_t(m_page)]);
}

void FigurePage::askTable()
{
    const FileQuestion question{
        tr("Weights and groups of the studies"), tr("Tables (*.csv *.tsv *.txt);;All files (*)"), {}, {}, {}};
    m_context.dialogs.openFile(question, this, [this](const QString& path) {
        auto studies = readPlotStudies(path);
        if (!studies)
            return m_banner->say(words::sentence(studies.error()), Tone::Exclude);
        m_studies = std::move(*studies);
        const bool weighted
            = std::any_of(m_studies.begin(), m_studies.end(), [](const auto& one) { return one.second.weight > 0; });
        m_weighted->setEnabled(weighted);
        if (!weighted)
            m_weighted->setChecked(false);
        m_tableText->setText(tr("%1: %2 studies").arg(QFileInfo(path).fileName()).arg(m_studies.size()));
        m_groups->setItemText(0, tr("By the table, else by result"));
        refresh();
    });
}

void FigurePage::askExport()
{
    if (!m_export->isEnabled())
        return;
    const QString title = QFileInfo(m_context.project.path()).completeBaseName();
    const FileQuestion question{tr("Export the figure"),
                                tr("Vector figure (*.svg);;PDF (*.pdf);;Picture, 300 dpi (*.png);;Table, as robvis "
                                   "reads it (*.csv);;Word (*.docx)"),
                                {},
                                QStringLiteral("%1 – %2").arg(title, kind()),
                                QStringLiteral("svg")};
    m_context.dialogs.saveFile(question, this, [this](const QString& path) { save(path); });
}

void FigurePage::save(const QString& path)
{
    m_reading.over(
        this,
        [project = &m_context.project, path, which = kind(), asked = request()] {
            return RiskPlots(*project).save(which, asked, path);
        },
        [this](const Result<QStringList>& files) {
            if (!files)
                return m_banner->say(words::sentence(files.error()), Tone::Exclude);
            m_banner->say(files->size() == 1 ? tr("Saved as %1.").arg(QFileInfo(files->front()).fileName())
                                             : tr("Saved as %1 files, the first is %2.")
                                                   .arg(files->size())
                                                   .arg(QFileInfo(files->front()).fileName()));
        });
}

bool FigurePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        m_figure->setRoom(m_scroll->viewport()->width());
    return QWidget::eventFilter(watched, event);
}

void FigurePage::keyPressEvent(QKeyEvent* event)
{
    const bool pages = event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp;
    if (pages && event->modifiers() == Qt::NoModifier)
        return turn(event->key() == Qt::Key_PageDown ? 1 : -1);
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
