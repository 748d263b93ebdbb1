// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/report/ReportPanel.h"

#include "charts/FigureView.h"
#include "domain/Words.h"
#include "models/RecordsLogModel.h"
#include "models/RecordsModel.h"
#include "panels/report/DeclaredForm.h"
#include "panels/report/ReportSide.h"
#include "project/Flow.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <array>

namespace winnow::ui {

namespace {

constexpr int listWidth = 196;
constexpr int clipboardDpi = 300;

/// Products stand far apart, with a rule under each, as in a table of contents.
class ProductDelegate final : public QStyledItemDelegate {
public:
    ProductDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {0, m_theme.px(Theme::toolRow)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = m_theme.colours();
        const QRect r = option.rect;
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(r, chosen ? c.selection : c.window);
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), c.line);
        painter->setPen(chosen ? c.selectionText : c.ink);
        painter->setFont(m_theme.font(Text::Body));
        const int side = m_theme.px(14);
        painter->drawText(r.adjusted(side, 0, -side, 0), int(Qt::AlignVCenter | Qt::AlignLeading),
                          index.data().toString());
        if (option.state.testFlag(QStyle::State_HasFocus) && chosen)
            painter->fillRect(
                QRect(option.direction == Qt::RightToLeft ? r.right() - 2 : r.left(), r.top(), 3, r.height()),
                c.accent);
    }

private:
    const Theme& m_theme;
};

} // namespace

ReportPanel::ReportPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_head(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_template(new QComboBox(this))
    , m_banner(new Banner(context.theme, this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_products(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_figure(new FigureView(context.theme))
    , m_side(new ReportSide(context, this))
    , m_excluded(new RecordsModel(context.project, this))
    , m_excludedTable(new DenseTable(context.theme, this))
    , m_trail(new RecordsLogModel(context.project, this))
    , m_trailTable(new DenseTable(context.theme, this))
{
    makeProducts();
    makePages();
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_products);
    row->addWidget(new Rule(context.theme, Qt::Vertical, this));
    row->addWidget(m_pages, 1);
    row->addWidget(m_side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addLayout(row, 1);
    connect(m_figure, &FigureView::opened, this,
            [this](const QString& key) { openBox(key, m_figure->textOf(key).section(QStringLiteral(" (n"), 0, 0)); });
    connect(m_figure, &FigureView::shownAt, this, [this](const QRect& place) {
        m_scroll->ensureVisible(place.center().x(), place.center().y(), place.width() / 2, place.height() + 20);
    });
    connect(m_side, &ReportSide::optionsChanged, this, &ReportPanel::draw);
    connect(m_side, &ReportSide::boxRequested, this, &ReportPanel::openBox);
    connect(m_side->declared(), &DeclaredForm::declared, this, &ReportPanel::declare);
    connect(m_products, &QListWidget::currentRowChanged, this, &ReportPanel::choose);
    connect(&context.project, &Project::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&context.project, &Project::meChanged, this, [this] { refresh(); });
    m_products->setCurrentRow(FlowDiagram);
}

QWidget* ReportPanel::makeTools()
{
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    m_template->addItems({tr("New review, databases and registers"), tr("New review, with other methods")});
    m_template->setAccessibleName(tr("Template"));
    setLook(*m_export, Look::Primary);
    m_copy->setToolTip(tr("Ctrl+C"));
    m_export->setToolTip(tr("Ctrl+P"));
    tools->addWidget(m_head);
    tools->addWidget(m_template);
    tools->row()->addWidget(m_banner, 1);
    tools->addWidget(m_copy);
    tools->addWidget(m_export);
    connect(m_template, &QComboBox::currentIndexChanged, this, &ReportPanel::draw);
    connect(m_copy, &QPushButton::clicked, this, &ReportPanel::copy);
    connect(m_export, &QPushButton::clicked, this, &ReportPanel::askExport);
    return tools;
}

void ReportPanel::makeProducts()
{
    m_products->addItems({tr("Flow diagram"), tr("Excluded with reasons"), tr("Audit trail")});
    m_products->setItemDelegate(new ProductDelegate(m_context.theme, m_products));
    m_products->setFrameShape(QFrame::NoFrame);
    m_products->setFixedWidth(m_context.theme.px(listWidth));
    m_products->setAccessibleName(tr("Products"));
    m_products->setBackgroundRole(QPalette::Window);
    m_products->viewport()->setBackgroundRole(QPalette::Window);
}

void ReportPanel::makePages()
{
    m_scroll->setWidget(m_figure);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    auto* desk = new Ground(m_context.theme, Ground::Kind::Desk, this);
    auto* over = new QVBoxLayout(desk);
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(m_scroll);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_excludedTable->setModel(m_excluded);
    m_excludedTable->setAccessibleName(tr("Excluded with reasons"));
    m_excludedTable->horizontalHeader()->resizeSection(RecordsModel::Title, m_context.theme.px(340));
    m_trailTable->setModel(m_trail);
    m_trailTable->setAccessibleName(tr("Audit trail"));
    constexpr std::array widths{160, 100, 190, 170};
    for (size_t i = 0; i < widths.size(); ++i)
        m_trailTable->horizontalHeader()->resizeSection(int(i), m_context.theme.px(widths[i]));
    for (QWidget* page :
         {static_cast<QWidget*>(desk), static_cast<QWidget*>(m_excludedTable), static_cast<QWidget*>(m_trailTable)})
        m_pages->addWidget(page);
    connect(m_excludedTable, &DenseTable::rowOpened, this, [this](const QModelIndex& index) {
        Q_EMIT showRecords(index.siblingAtColumn(RecordsModel::Place).data().toString(),
                           {m_excluded->recordAt(index.row())});
    });
    connect(m_trailTable, &DenseTable::rowOpened, this, [this](const QModelIndex& index) {
        const LogEntry* entry = m_trail->entryAt(index.row());
        if (entry && entry->record)
            Q_EMIT showRecords(RecordsLogModel::what(*entry), {entry->record});
    });
}

bool ReportPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        m_figure->setRoom(m_scroll->viewport()->width());
    return Panel::eventFilter(watched, event);
}

void ReportPanel::activate()
{
    refresh();
    const std::array<QWidget*, 3> first{m_figure, m_excludedTable, m_trailTable};
    first[size_t(m_pages->currentIndex())]->setFocus();
}

void ReportPanel::choose(int product)
{
    const bool flow = product == FlowDiagram;
    m_pages->setCurrentIndex(product);
    m_head->setText(flow ? tr("PRISMA 2020 flow diagram") : m_products->item(product)->text());
    for (QWidget* part : {static_cast<QWidget*>(m_template), static_cast<QWidget*>(m_copy),
                          static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_side)})
        part->setVisible(flow);
    refresh();
}

void ReportPanel::refresh()
{
    if (m_pages->currentIndex() == AuditTrail)
        return m_trail->readTrail();
    if (m_pages->currentIndex() == Excluded)
        return readExcluded();
    m_reading.over(
        this, [project = &m_context.project] { return Flow(*project).counts(); },
        [this](const Result<FlowCounts>& counts) {
            if (!counts)
                return m_banner->say(words::sentence(counts.error()), Tone::Exclude);
            if (m_known && *counts == m_counts)
                return;
            m_known = true;
            m_counts = *counts;
            m_side->setCounts(m_counts);
            draw();
        });
}

figures::FlowOptions ReportPanel::options() const
{
    figures::FlowOptions options;
    options.otherMethods = m_template->currentIndex() == 1;
    options.perSource = m_side->perSource();
    options.reasonsByFrequency = m_side->reasonsByFrequency();
    return options;
}

void ReportPanel::draw()
{
    if (m_known)
        m_figure->setFigure(figures::flowFigure(m_counts, options()));
}

void ReportPanel::readExcluded()
{
    m_reading.over(
        this,
        [project = &m_context.project]() -> Result<std::vector<RecordId>> {
            auto reports = Records(*project).ofBox(QStringLiteral("dbr_excluded"));
            const auto other = Records(*project).ofBox(QStringLiteral("other_excluded"));
            if (reports && other)
                reports->insert(reports->end(), other->begin(), other->end());
            return reports;
        },
        [this](const Result<std::vector<RecordId>>& reports) {
            if (!reports)
                return m_banner->say(words::sentence(reports.error()), Tone::Exclude);
            m_excluded->setRecords(QList<RecordId>(reports->begin(), reports->end()));
            m_head->setText(tr("Excluded with reasons — %1").arg(m_excluded->rowCount()));
        });
}

void ReportPanel::openBox(const QString& key, const QString& heading)
{
    m_reading.over(
        this,
        [project = &m_context.project, key] {
            const Records records(*project);
            return std::pair(records.ofBox(key), records.withheldFrom(key).value_or(0));
        },
        [this, heading](const std::pair<Result<std::vector<RecordId>>, qint64>& box) {
            const auto& [records, withheld] = box;
            if (!records)
                return m_banner->say(words::sentence(records.error()), Tone::Exclude);
            const QString more = withheld == 0
                ? QString()
                : tr(" · %1 more once you have voted on them").arg(QLocale().toString(withheld));
            Q_EMIT showRecords(heading + more, QList<RecordId>(records->begin(), records->end()));
        });
}

void ReportPanel::askExport()
{
    const QString title = QFileInfo(m_context.project.path()).completeBaseName();
    const FileQuestion question{
        tr("Export the flow diagram"),
        tr("Vector figure (*.svg);;PDF (*.pdf);;Picture, 300 dpi (*.png);;Numbers for the PRISMA2020 "
           "R package (*.csv)"),
        {},
        tr("%1 – PRISMA").arg(title),
        QStringLiteral("svg")};
    m_context.dialogs.saveFile(question, this, [this](const QString& path) { save(path); });
}

void ReportPanel::save(const QString& path)
{
    m_reading.over(
        this, [project = &m_context.project, path, chosen = options()] { return Flow(*project).save(path, chosen); },
        [this, path](const Result<void>& saved) {
            if (saved)
                m_banner->say(m_counts.interim() ? tr("Saved as %1, stamped interim.").arg(QFileInfo(path).fileName())
                                                 : tr("Saved as %1.").arg(QFileInfo(path).fileName()));
            else
                m_banner->say(words::sentence(saved.error()), Tone::Exclude);
        });
}

void ReportPanel::copy()
{
    auto* both = new QMimeData;
    both->setImageData(m_figure->image(clipboardDpi));
    both->setText(m_figure->figure().description);
    QGuiApplication::clipboard()->setMimeData(both);
    m_banner->say(tr("Copied as a picture and as text."));
}

void ReportPanel::declare(const QString& box, qint64 number, const QString& why)
{
    m_context.hands.over(
        this, [project = &m_context.project, box, number, why] { return Flow(*project).declare(box, number, why); },
        [this, box](const Result<void>& done) {
            if (!done)
                return m_banner->say(words::sentence(done.error()), Tone::Exclude);
            m_banner->say(tr("Declared: %1.").arg(DeclaredForm::nameOf(box)));
            refresh();
        });
}

void ReportPanel::keyPressEvent(QKeyEvent* event)
{
    const bool flow = m_pages->currentIndex() == FlowDiagram;
    const auto action = m_context.keys.actionFor(*event);
    if (flow && event->matches(QKeySequence::Copy))
        return copy();
    if (flow && event->key() == Qt::Key_P && event->modifiers() == Qt::ControlModifier)
        return askExport();
    if (flow && action == Action::ZoomIn)
        return m_figure->zoom(1);
    if (flow && action == Action::ZoomOut)
        return m_figure->zoom(-1);
    if (flow && action == Action::ZoomReset)
        return m_figure->zoom(0);
    Panel::keyPressEvent(event);
}

} // namespace winnow::ui
