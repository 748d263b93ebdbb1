// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/UnreadablePage.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
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
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("The entry as it stands in the file"));
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_table);
    split->addWidget(m_text);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(split, 1);
    connect(m_back, &QPushButton::clicked, this, &UnreadablePage::closed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        const Unreadable* entry = m_model->entryAt(now.row());
        m_text->setPlainText(entry ? textOf(*entry) : QString());
    });
}

void UnreadablePage::show(const QString& file, std::vector<Unreadable> entries)
{
    m_head->setText(
        tr("Could not be read in %1: %2").arg(QFileInfo(file).fileName(), numberText(qint64(entries.size()))));
    m_model->setEntries(std::move(entries));
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

void UnreadablePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return m_back->click();
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
