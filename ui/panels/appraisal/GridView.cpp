// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/GridView.h"

#include "panels/appraisal/GridModel.h"
#include "panels/appraisal/RiskColours.h"
#include "services/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace winnow::ui {

namespace {

constexpr int gridRow = 44;
constexpr int leastColumn = 34;

} // namespace

GridDelegate::GridDelegate(const Theme& theme, const GridModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{
}

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = m_theme.colours();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, chosen ? c.selection : c.window);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    const QString score = index.data().toString();
    if (index.column() == 0) {
        paintName(*painter, option, index);
    } else if (!score.isEmpty()) {
        painter->setFont(m_theme.font(Text::Strong));
        painter->setPen(chosen ? c.selectionText : c.ink);
        painter->drawText(option.rect, Qt::AlignCenter, score);
    } else {
        paintDisc(*painter, option.rect, m_model.levelAt(index), m_theme);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && index.column() > 0) {
        painter->setPen(QPen(c.accent, m_theme.px(2)));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -3));
    }
    painter->restore();
}

void GridDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = m_theme.colours();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const QRect area = option.rect.adjusted(m_theme.px(14), m_theme.px(4), -m_theme.px(6), -m_theme.px(5));
    painter.setFont(m_theme.font(Text::Body));
    painter.setPen(chosen ? c.selectionText : c.ink);
    painter.drawText(area, int(Qt::AlignLeading | Qt::AlignTop),
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
    painter.setFont(m_theme.font(Text::Small));
    painter.setPen(chosen ? c.selectionDim : c.dim);
    const QString state = index.data(GridModel::StateRole).toString();
    painter.drawText(area, int(Qt::AlignLeading | Qt::AlignBottom),
                     painter.fontMetrics().elidedText(state, Qt::ElideRight, area.width()));
}

GridView::GridView(const Theme& theme, GridModel& model, QWidget* parent) : QTableView(parent), m_theme(theme)
{
    setModel(&model);
    setItemDelegate(new GridDelegate(theme, model, this));
    setAccessibleName(tr("Studies and domains"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme.px(gridRow));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(theme.px(leastColumn));
    viewport()->setBackgroundRole(QPalette::Window);
    connect(&model, &QAbstractItemModel::modelReset, this, &GridView::fitColumns);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() > 0)
            Q_EMIT entered();
    });
}

void GridView::fitColumns()
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        horizontalHeader()->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        const QString head = model()->headerData(column, Qt::Horizontal).toString();
        const int width = horizontalHeader()->fontMetrics().horizontalAdvance(head) + m_theme.px(14);
        if (column > 0)
            setColumnWidth(column, std::max(m_theme.px(leastColumn), width));
    }
}

void GridView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT entered();
        return;
    }
    const bool pages = event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp;
    if (pages && event->modifiers() == Qt::ControlModifier)
        return event->ignore(); // turns the views of the panel
    if (event->text().isEmpty() || !event->text().at(0).isPrint())
        return QTableView::keyPressEvent(event);
    event->ignore(); // no type-ahead: letters are the panel's
}

} // namespace winnow::ui
