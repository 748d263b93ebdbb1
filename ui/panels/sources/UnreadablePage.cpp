// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/UnreadablePage.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/DenseTable.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QFileInfo>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

QString textOf(const Unreadable& entry)
{
    return QString::fromUtf8(entry.text.data(), qsizetype(entry.text.size()));
}

} // namespace

void UnreadableModel::setEntries(std::vector<Unreadable> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Unreadable& a, const Unreadable& b) { return a.line < b.line; });
    endResetModel();
}

int UnreadableModel::rowOf(qint64 line) const
{
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [line](const Unreadable& e) { return e.line == line; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

void UnreadableModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void UnreadableModel::setWhy(int row, Unreadable::Why why)
{
    if (row < 0 || row >= rowCount())
        return;
    m_entries[size_t(row)].why = why;
    Q_EMIT dataChanged(index(row, Why), index(row, Why));
}

const Unreadable* UnreadableModel::entryAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[size_t(row)] : nullptr;
}

int UnreadableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int UnreadableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant UnreadableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Unreadable& entry = m_entries[size_t(index.row())];
    switch (index.column()) {
    case Line: return numberText(entry.line);
    case Why: return words::name(entry.why);
    case Begins: return textOf(entry).left(200).simplified();
    default: return {};
    }
}

QVariant UnreadableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    const std::array<QString, columns> heads{tr("Line"), tr("Why"), tr("How it begins")};
    return heads[size_t(section)];
}

UnreadablePage::UnreadablePage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_model(new UnreadableModel(this))
    , m_head(new TextLabel(theme, Text::Strong, {}, this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_table(new DenseTable(theme, this))
    , m_text(new QPlainTextEdit(this))
    , m_sentence(new TextLabel(theme, Text::Body, {}, this))
    , m_read(new QPushButton(tr("Read again"), this))
{
    auto* tools = new ToolRow(theme, ToolRow::Line::Below, this);
    tools->addWidget(m_head);
    tools->addStretch();
    tools->addWidget(m_back);
    m_back->setToolTip(tr("Esc"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Entries that could not be read"));
    m_table->horizontalHeader()->resizeSection(UnreadableModel::Line, theme.px(80));
    m_table->horizontalHeader()->resizeSection(UnreadableModel::Why, theme.px(300));
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_table);
    split->addWidget(makeEditor(theme));
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(split, 1);
    connect(m_back, &QPushButton::clicked, this, &UnreadablePage::closed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &UnreadablePage::choose);
    connect(m_table, &DenseTable::rowOpened, this, [this] { m_text->setFocus(); });
    connect(m_text, &QPlainTextEdit::textChanged, this, &UnreadablePage::keepDraft);
    connect(m_read, &QPushButton::clicked, this, [this] {
        if (const Unreadable* entry = chosen())
            Q_EMIT mendRequested(entry->line, m_text->toPlainText());
    });
}

QWidget* UnreadablePage::makeEditor(const Theme& theme)
{
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("The entry as it stands in the file"));
    setLook(*m_read, Look::Primary);
    m_read->setToolTip(tr("Read the mended entry again (Ctrl+Enter)"));
    m_sentence->setWordWrap(true);
    auto* editor = new QWidget(this);
    auto* tools = new ToolRow(theme, ToolRow::Line::Above, editor);
    tools->row()->addWidget(m_sentence, 1);
    tools->addWidget(m_read);
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addWidget(tools);
    return editor;
}

const Unreadable* UnreadablePage::chosen() const
{
    return m_model->entryAt(m_table->currentIndex().row());
}

QString UnreadablePage::sentence() const
{
    return m_sentence->text();
}

void UnreadablePage::show(const QString& file, std::vector<Unreadable> entries, const QString& whyNot)
{
    const bool mayMend = whyNot.isEmpty();
    m_file = file;
    m_drafts.clear();
    m_whole.clear();
    m_model->setEntries(std::move(entries));
    m_text->setReadOnly(!mayMend);
    m_read->setVisible(mayMend);
    m_sentence->setText(mayMend ? tr("Mend the text and read it again: the entry comes in with the others of its file.")
                                : whyNot);
    head();
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

void UnreadablePage::head()
{
    m_head->setText(
        tr("Could not be read in %1: %2").arg(QFileInfo(m_file).fileName(), numberText(m_model->rowCount())));
    m_read->setEnabled(chosen() != nullptr);
}

void UnreadablePage::choose()
{
    const Unreadable* entry = chosen();
    m_read->setEnabled(entry != nullptr);
    m_filling = true;
    if (!entry)
        m_text->clear();
    else if (const auto draft = m_drafts.find(entry->line); draft != m_drafts.end())
        m_text->setPlainText(draft->second);
    else if (const auto whole = m_whole.find(entry->line); whole != m_whole.end())
        m_text->setPlainText(whole->second);
    else
        m_text->setPlainText(textOf(*entry));
    m_filling = false;
    if (entry && !m_whole.contains(entry->line))
        Q_EMIT entryChosen(entry->line);
}

void UnreadablePage::keepDraft()
{
    const Unreadable* entry = chosen();
    if (entry && !m_filling)
        m_drafts[entry->line] = m_text->toPlainText();
}

void UnreadablePage::setEntryText(qint64 line, const QString& text)
{
    m_whole[line] = text;
    const Unreadable* entry = chosen();
    if (entry && entry->line == line && !m_drafts.contains(line))
        choose();
}

void UnreadablePage::setMended(qint64 line, qint64 records)
{
    m_drafts.erase(line);
    m_model->remove(m_model->rowOf(line));
    m_sentence->setText(records == 1 ? tr("The entry is in the review.")
                                     : tr("%Ln records came in.", nullptr, int(records)));
    choose();
    head();
    m_table->setFocus();
    if (m_model->rowCount() == 0)
        m_back->setFocus();
}

void UnreadablePage::setStillUnreadable(qint64 line, Unreadable::Why why)
{
    m_model->setWhy(m_model->rowOf(line), why);
    m_sentence->setText(tr("It could not be read: %1. Nothing was changed.").arg(words::name(why)));
}

void UnreadablePage::setFailure(const Error& error)
{
    m_sentence->setText(words::sentence(error));
}

void UnreadablePage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_read->isVisible() && m_read->isEnabled())
        return m_read->click();
    if (event->key() == Qt::Key_Escape)
        return m_text->hasFocus() ? m_table->setFocus() : m_back->click(); // out of the text first; it is kept
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
