// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/QueueList.h"

#include "models/QueueModel.h"
#include "panels/screening/QueueDelegate.h"

#include <QHeaderView>
#include <QInputEvent>
#include <QScrollBar>

#include <algorithm>

namespace winnow::ui {

QueueList::QueueList(const Theme& theme, QueueModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new QueueDelegate(theme, this))
{
    setAccessibleName(tr("Records to screen"));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(false);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    // The same height for all, set before the model: nothing is ever measured, however many rows there are.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme.px(Theme::listRow));
    verticalHeader()->setDefaultSectionSize(theme.px(Theme::listRow));
    verticalScrollBar()->setSingleStep(theme.px(Theme::listRow) / 2);
    setModel(&model);
    const auto dress = [this, &theme] {
        QPalette colours;
        colours.setColor(QPalette::Base, theme.colours().window);
        setPalette(colours);
    };
    connect(&theme, &Theme::changed, this, dress);
    dress();
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_marking = false; });
}

void QueueList::setRow(int row)
{
    const QModelIndex index = m_model.index(row);
    if (!index.isValid())
        return;
    selectionModel()->setCurrentIndex(index,
                                      m_marking ? QItemSelectionModel::NoUpdate : QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void QueueList::toggleMark()
{
    if (!currentIndex().isValid())
        return;
    // The first mark keeps what is chosen already: the current row.
    if (!m_marking && selectionModel()->isSelected(currentIndex())) {
        m_marking = true;
        return Q_EMIT chosenChanged();
    }
    m_marking = true;
    selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle);
}

void QueueList::clearMarks()
{
    m_marking = false;
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    Q_EMIT chosenChanged();
}

bool QueueList::several() const
{
    return m_marking ? chosenCount() > 0 : chosenCount() > 1;
}

int QueueList::chosenCount() const
{
    int n = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        n += range.height();
    return n;
}

std::vector<RecordId> QueueList::chosen() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    std::vector<RecordId> reports;
    for (const auto& [top, bottom] : ranges) {
        for (int row = top; row <= bottom; ++row)
            reports.push_back(m_model.record(row));
    }
    return reports;
}

void QueueList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT rowChanged(current.row());
}

void QueueList::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_delegate->setSeveral(several());
    Q_EMIT chosenChanged();
}

// Qt would choose the first row when the list gets the focus by Tab, and repaint all rows: neither is wanted.
void QueueList::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void QueueList::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

QItemSelectionModel::SelectionFlags QueueList::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    if (m_marking && event && event->type() == QEvent::KeyPress
        && !static_cast<const QInputEvent*>(event)->modifiers().testFlag(Qt::ShiftModifier))
        return QItemSelectionModel::NoUpdate;
    return QTableView::selectionCommand(index, event);
}

} // namespace winnow::ui
