// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ChartCard.h"

#include "charts/PlotView.h"
#include "services/StyleParts.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int cardHeight = 312;
constexpr int cardNames = 170; ///< room for the names of bars
constexpr int findingLines = 2;

} // namespace

ChartCard::ChartCard(const ChartFace& face, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_face(face)
    , m_theme(theme)
    , m_name(new TextLabel(theme, Text::Small, face.name(), this))
    , m_finding(new TextLabel(theme, Text::Strong, {}, this))
    , m_middle(new QStackedWidget(this))
    , m_plot(new PlotView(theme, this))
    , m_sentence(new TextLabel(theme, Text::Body, tr("Counting…"), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setFixedHeight(theme.px(cardHeight));
    m_name->setDim(true);
    m_finding->setWordWrap(true);
    m_finding->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignTop);
    m_finding->setMaximumHeight(findingLines * m_finding->fontMetrics().lineSpacing());
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNameWidth(cardNames);
    m_sentence->setDim(true);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_middle->addWidget(m_sentence);
    m_middle->addWidget(m_plot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::gap), theme.px(Theme::margin),
                               theme.px(Theme::gap));
    column->setSpacing(theme.px(4));
    column->addWidget(m_name);
    column->addWidget(m_finding);
    column->addSpacing(theme.px(4));
    column->addWidget(m_middle, 1);
    setAccessibleName(face.name());
    connect(m_plot, &PlotView::opened, this, &ChartCard::opened);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChartCard::setData(const ChartData& counted)
{
    if (counted.marks.empty())
        return say(m_face.nothing());
    const QString finding = m_face.finding(counted);
    m_finding->setText(finding);
    m_finding->setToolTip(finding);
    m_plot->setPlot(m_face.plot(counted));
    m_plot->setAccessibleName(finding);
    m_middle->setCurrentWidget(m_plot);
    setAccessibleDescription(tr("%1. Enter opens the chart and its table.").arg(finding));
}

void ChartCard::say(const QString& sentence)
{
    m_finding->clear();
    m_sentence->setText(sentence);
    m_middle->setCurrentWidget(m_sentence);
    setAccessibleDescription(sentence);
}

QString ChartCard::title() const
{
    return m_finding->text();
}

QString ChartCard::sentence() const
{
    return m_middle->currentWidget() == m_sentence ? m_sentence->text() : QString();
}

void ChartCard::paintEvent(QPaintEvent*)
{
    const Colours& c = m_theme.colours();
    QPainter painter(this);
    styleParts::box(painter, rect(), m_theme.px(8), c.page, hasFocus() ? c.accent : c.line, hasFocus() ? 2 : 1);
}

void ChartCard::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        Q_EMIT large();
    else
        QWidget::keyPressEvent(event);
}

void ChartCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT large();
}

void ChartCard::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ChartCard::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace winnow::ui
