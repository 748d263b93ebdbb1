// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ChartPage.h"

#include "charts/ChartTableModel.h"
#include "charts/PlotView.h"
#include "charts/SavePlot.h"
#include "domain/Words.h"
#include "services/Dialogs.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace winnow::ui {

namespace {

constexpr int pageNames = 280;
constexpr int leastColumn = 96;
constexpr int mostColumn = 420;
constexpr int plotHeight = 200; ///< at least

} // namespace

ChartPage::ChartPage(const ChartFace& face, Project& project, const Theme& theme, Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_face(face)
    , m_project(project)
    , m_theme(theme)
    , m_dialogs(dialogs)
    , m_back(new QPushButton(tr("Back to the overview"), this))
    , m_banner(new Banner(theme, this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_finding(new TextLabel(theme, Text::Heading, {}, this))
    , m_note(new TextLabel(theme, Text::Body, {}, this))
    , m_plot(new PlotView(theme, this))
    , m_model(new ChartTableModel(face, this))
    , m_table(new DenseTable(theme, this))
{
    for (TextLabel* label : {m_finding, m_note}) {
        label->setWordWrap(true);
        // On the window's side, whatever its letters.
        label->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignTop);
    }
    m_note->setDim(true);
    m_plot->setNameWidth(pageNames);
    m_plot->setMinimumHeight(theme.px(plotHeight));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("%1, as a table").arg(face.name()));
    m_table->horizontalHeader()->setStretchLastSection(false);
    auto* sheet = new Ground(theme, Ground::Kind::Page, this);
    auto* inner = new QVBoxLayout(sheet);
    inner->setContentsMargins(theme.px(24), theme.px(Theme::margin), theme.px(24), theme.px(Theme::margin));
    inner->setSpacing(theme.px(8));
    inner->addWidget(m_finding);
    inner->addWidget(m_note);
    inner->addWidget(m_plot, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(sheet, 3);
    column->addWidget(new Rule(theme, Qt::Horizontal, this));
    column->addWidget(m_table, 2);
    setFocusProxy(m_plot);
    connect(m_plot, &PlotView::opened, this, &ChartPage::opened);
    connect(m_table, &DenseTable::rowOpened, this, [this](const QModelIndex& index) {
        if (const ChartMark* mark = m_model->markAt(index.row()))
            Q_EMIT opened({mark->key}, m_model->rowText(index.row()));
    });
}

QWidget* ChartPage::makeTools()
{
    auto* tools = new ToolRow(m_theme, ToolRow::Line::Below, this);
    setLook(*m_back, Look::Quiet);
    setLook(*m_export, Look::Primary);
    m_back->setToolTip(tr("Esc"));
    m_export->setToolTip(tr("Ctrl+E"));
    tools->addWidget(m_back);
    tools->addWidget(new TextLabel(m_theme, Text::Strong, m_face.name(), tools));
    tools->row()->addWidget(m_banner, 1);
    tools->addWidget(m_export);
    connect(m_back, &QPushButton::clicked, this, &ChartPage::left);
    connect(m_export, &QPushButton::clicked, this, &ChartPage::askExport);
    return tools;
}

void ChartPage::setData(const ChartData& counted)
{
    const bool any = !counted.marks.empty();
    m_finding->setText(any ? m_face.finding(counted) : m_face.nothing());
    m_note->setText(any ? m_face.note(counted) : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_plot->setPlot(any ? m_face.plot(counted) : Plot());
    m_plot->setVisible(any);
    m_plot->setAccessibleName(m_finding->text());
    m_model->setData(counted);
    m_export->setEnabled(any);
    if (!std::exchange(m_fitted, true))
        fitColumns();
}

/// To what stands in them, once: later numbers move nothing.
void ChartPage::fitColumns()
{
    m_table->resizeColumnsToContents();
    QHeaderView* head = m_table->horizontalHeader();
    for (int column = 0; column < m_model->columnCount(); ++column)
        head->resizeSection(column,
                            std::clamp(head->sectionSize(column), m_theme.px(leastColumn), m_theme.px(mostColumn)));
}

void ChartPage::say(const QString& sentence)
{
    m_banner->say(sentence);
}

void ChartPage::askExport()
{
    if (!m_export->isEnabled())
        return;
    const FileQuestion question{
        tr("Export the chart"),
        tr("Vector figure (*.svg);;PDF (*.pdf);;Picture, 300 dpi (*.png);;The table (*.csv)"),
        {},
        QStringLiteral("%1 – %2").arg(QFileInfo(m_project.path()).completeBaseName(), m_face.name()),
        QStringLiteral("svg")};
    m_dialogs.saveFile(question, this, [this](const QString& path) { save(path); });
}

void ChartPage::save(const QString& path)
{
    const auto told = [this, path](const auto& saved) {
        if (saved)
            m_banner->say(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
        else
            m_banner->say(words::sentence(saved.error()), Tone::Exclude);
    };
    const ChartKind* kind = chartKind(QString::fromLatin1(m_face.id()));
    if (QFileInfo(path).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) != 0)
        return told(savePlot({m_plot->plot(), m_finding->text(), m_note->text(), isRightToLeft()}, path));
    m_writing.over(
        this,
        [project = &m_project, kind, path] { return Charts(*project, QTimeZone::systemTimeZone()).save(*kind, path); },
        told);
}

void ChartPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier)
        askExport();
    else
        QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
