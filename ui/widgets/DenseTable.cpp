// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/DenseTable.h"

#include "services/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace winnow::ui {

namespace {

/// One rule under each row, no focus box around single cells.
class RowDelegate final : public QStyledItemDelegate {
public:
    RowDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem plain = option;
        plain.state &= ~QStyle::State_HasFocus;
        QStyledItemDelegate::paint(painter, plain, index);
        const QRect& r = option.rect;
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), m_theme.colours().line);
    }

private:
    const Theme& m_theme;
};

} // namespace

DenseTable::DenseTable(const Theme& theme, QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new RowDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(theme.px(Theme::tableRow));
    verticalHeader()->setDefaultSectionSize(theme.px(Theme::tableRow));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setFont(theme.font(Text::Section));
    connect(this, &QTableView::doubleClicked, this, &DenseTable::rowOpened);
}

void DenseTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && state() != QAbstractItemView::EditingState && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        // Whole rows are chosen here, so that the ends meant are those of the list, not of the row.
        QKeyEvent ends(event->type(), event->key(), event->modifiers() | Qt::ControlModifier);
        QTableView::keyPressEvent(&ends);
        return;
    }
    // What types a character would be taken for type-ahead and swallowed: it is a key of the panel's.
    const bool plain = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    const bool types
        = plain && !event->text().isEmpty() && event->text().front().isPrint() && event->key() != Qt::Key_Space;
    if (types && state() != QAbstractItemView::EditingState)
        return event->ignore();
    QTableView::keyPressEvent(event);
}

} // namespace winnow::ui
