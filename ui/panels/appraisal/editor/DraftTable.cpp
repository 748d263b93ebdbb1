// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/DraftTable.h"

#include "panels/appraisal/editor/ColourDelegate.h"
#include "services/Style.h"
#include "services/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

namespace winnow::ui {

DraftTable::DraftTable(const Theme& theme, DraftDesk& desk, const QString& name, std::vector<Column> columns,
                       Access access, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_name(name)
    , m_columns(std::move(columns))
    , m_access(std::move(access))
    , m_table(new QTableWidget(0, int(m_columns.size()), this))
{
    QStringList heads;
    for (const Column& column : m_columns)
        heads << column.head;
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setAccessibleName(name);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(Theme::tableRow));
    m_table->setTabKeyNavigation(false);
    m_table->setIconSize(QSize(theme.px(12), theme.px(12)));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setMinimumSectionSize(theme.px(24));
    for (int i = 0; i < int(m_columns.size()); ++i) {
        const int width = m_columns[std::size_t(i)].width;
        m_table->horizontalHeader()->setSectionResizeMode(i, width ? QHeaderView::Fixed : QHeaderView::Stretch);
        if (width)
            m_table->setColumnWidth(i, theme.px(width));
    }
    m_table->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    column->addWidget(m_table);
    auto* tools = new QHBoxLayout;
    const auto tool = [&](const QString& text, auto act) {
        auto* button = new QPushButton(text, this);
        setLook(*button, Look::Quiet);
        connect(button, &QPushButton::clicked, this, act);
        tools->addWidget(button);
    };
    tool(tr("Add"), [this] { add(); });
    tool(tr("Up"), [this] { moveChosen(-1); });
    tool(tr("Down"), [this] { moveChosen(1); });
    tool(tr("Delete"), [this] { removeChosen(); });
    tools->addStretch();
    column->addLayout(tools);
    connect(m_table, &QTableWidget::cellChanged, this, &DraftTable::write);
}

/// Of two columns of colours the second one is for the colour-blind.
void DraftTable::offerColours(Dialogs& dialogs)
{
    bool second = false;
    for (int i = 0; i < int(m_columns.size()); ++i) {
        if (m_columns[std::size_t(i)].kind == Kind::Colour)
            m_table->setItemDelegateForColumn(i, new ColourDelegate(dialogs, std::exchange(second, true), m_table));
    }
}

bool DraftTable::openColours()
{
    const int column = m_table->currentColumn();
    if (column < 0 || m_columns[std::size_t(column)].kind != Kind::Colour || !m_table->currentItem())
        return false;
    m_table->editItem(m_table->currentItem());
    if (auto* box = m_table->findChild<QComboBox*>())
        box->showPopup();
    return true;
}

void DraftTable::put(int row, int column, const QString& text)
{
    const Kind kind = m_columns[std::size_t(column)].kind;
    QTableWidgetItem* cell = m_table->item(row, column);
    if (!cell) {
        cell = new QTableWidgetItem;
        if (kind == Kind::Tick)
            cell->setFlags((cell->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsEditable);
        m_table->setItem(row, column, cell);
    }
    if (kind == Kind::Tick)
        return cell->setCheckState(text.isEmpty() ? Qt::Unchecked : Qt::Checked);
    cell->setText(text);
    cell->setToolTip(text);
    if (kind == Kind::Colour)
        cell->setData(Qt::DecorationRole, QColor::isValidColor(text) ? QVariant(QColor(text)) : QVariant());
}

void DraftTable::refresh()
{
    const QScopedValueRollback showing(m_showing, true);
    const std::vector<QStringList> rows = m_access.rows(m_desk.draft());
    m_table->setRowCount(int(rows.size()));
    for (int row = 0; row < int(rows.size()); ++row) {
        for (int column = 0; column < int(m_columns.size()); ++column)
            put(row, column, rows[std::size_t(row)].value(column));
    }
    fit();
}

/// As high as its rows: the page scrolls, not the table in it.
void DraftTable::fit()
{
    const int rows = std::max(1, m_table->rowCount()) * m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows + 2 * m_table->frameWidth());
}

void DraftTable::write(int row, int column)
{
    if (m_showing)
        return;
    const Column& what = m_columns[std::size_t(column)];
    const QTableWidgetItem& cell = *m_table->item(row, column);
    const QString text = what.kind != Kind::Tick ? cell.text().simplified()
        : cell.checkState() == Qt::Checked       ? QStringLiteral("yes")
                                                 : QString();
    const QString before = m_access.rows(m_desk.draft())[std::size_t(row)].value(column);
    const bool done = m_desk.change(
        what.head, m_place, [&](appraisal::InstrumentDraft& draft) { return m_access.set(draft, row, column, text); });
    refresh();
    if (!done && text != before)
        Q_EMIT refused(what.head, text);
}

void DraftTable::add()
{
    const int at = m_table->currentRow() < 0 ? m_table->rowCount() : m_table->currentRow() + 1;
    if (!m_desk.change(tr("Add to %1").arg(m_name), m_place,
                       [&](appraisal::InstrumentDraft& draft) { return m_access.add(draft, at); }))
        return;
    refresh();
    m_table->setCurrentCell(at, 0);
    m_table->setFocus();
}

void DraftTable::removeChosen()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    m_desk.change(tr("Delete from %1").arg(m_name), m_place,
                  [&](appraisal::InstrumentDraft& draft) { return m_access.remove(draft, row); });
    refresh();
    m_table->setCurrentCell(std::min(row, m_table->rowCount() - 1), std::max(0, m_table->currentColumn()));
}

void DraftTable::moveChosen(int by)
{
    const int row = m_table->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_table->rowCount())
        return;
    m_desk.change(tr("Move in %1").arg(m_name), m_place,
                  [&](appraisal::InstrumentDraft& draft) { return m_access.move(draft, row, to); });
    refresh();
    m_table->setCurrentCell(to, std::max(0, m_table->currentColumn()));
}

bool DraftTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool alt = key->modifiers() == Qt::AltModifier;
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        moveChosen(key->key() == Qt::Key_Up ? -1 : 1);
    else if (key->key() == Qt::Key_Insert)
        add();
    else if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::ControlModifier)
        removeChosen();
    else if (key->key() == Qt::Key_Space && openColours())
        return true;
    else if (key->matches(QKeySequence::Undo))
        m_desk.steps()->undo();
    else if (key->matches(QKeySequence::Redo))
        m_desk.steps()->redo();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace winnow::ui
