// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordsModel.h"

#include "domain/Notice.h"
#include "models/RecordsText.h"

#include <algorithm>
#include <array>

namespace winnow::ui {

RecordsModel::RecordsModel(Project& project, QObject* parent) : QAbstractTableModel(parent), m_project(project) { }

void RecordsModel::setRecords(const QList<RecordId>& records)
{
    beginResetModel();
    m_pages.clear();
    m_records = records;
    endResetModel();
}

RecordId RecordsModel::recordAt(int row) const
{
    return row >= 0 && row < m_records.size() ? m_records.at(row) : RecordId();
}

int RecordsModel::rowOf(RecordId record) const
{
    return int(m_records.indexOf(record));
}

void RecordsModel::refresh()
{
    m_pages.clear();
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int RecordsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int RecordsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

const RecordBrief* RecordsModel::brief(int row) const
{
    const int number = row / pageRows;
    Page* page = m_pages.object(number);
    if (!page) {
        const qsizetype from = qsizetype(number) * pageRows;
        const auto ids = std::span<const RecordId>(m_records.constData() + from,
                                                   size_t(std::min<qsizetype>(pageRows, m_records.size() - from)));
        auto read = Records(m_project).briefs(ids);
        page = new Page(read ? std::move(*read) : Page());
        m_pages.insert(number, page);
    }
    // Asked for by id, not by place: a record that has gone meanwhile leaves its row empty, not the next one wrong.
    const auto found = std::find_if(page->begin(), page->end(),
                                    [this, row](const RecordBrief& b) { return b.id == m_records.at(row); });
    return found == page->end() ? nullptr : &*found;
}

QString RecordsModel::textAt(int row, Column column) const
{
    const RecordBrief* known = brief(row);
    if (!known)
        return {};
    const auto review = m_project.review();
    switch (column) {
    case Title: {
        const QString title = recordsText::title(known->title);
        return known->notice ? tr("\u26A0 %1 · %2", "retracted · title").arg(words::wordOf(*known->notice), title)
                             : title;
    }
    case Authors: return recordsText::authors(*known);
    case Year: return known->year ? QString::number(known->year) : QString();
    case Journal: return recordsText::text(known->journal);
    case Source: {
        const winnow::Source* source = review->source(known->source);
        return source ? source->name : QString();
    }
    case Place: return recordsText::place(known->place, known->reason, *review);
    case columns: break;
    }
    return {};
}

QVariant RecordsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return textAt(index.row(), Column(index.column()));
    return {};
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    const std::array<QString, columns> heads{tr("Title"),   tr("Authors"), tr("Year"),
                                             tr("Journal"), tr("Source"),  tr("Where it stands")};
    return heads[size_t(section)];
}

} // namespace winnow::ui
