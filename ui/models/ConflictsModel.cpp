// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConflictsModel.h"

#include "domain/Words.h"
#include "models/RecordsText.h"
#include "project/Records.h"

#include <algorithm>

namespace winnow::ui {

ConflictsModel::ConflictsModel(Project& project, QObject* parent) : QAbstractListModel(parent), m_project(project) { }

void ConflictsModel::setConflicts(std::vector<Conflict> conflicts)
{
    beginResetModel();
    m_titles.clear();
    m_settled.clear();
    m_conflicts = std::move(conflicts);
    endResetModel();
}

const Conflict* ConflictsModel::conflictAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_conflicts[size_t(row)] : nullptr;
}

int ConflictsModel::rowOf(RecordId report) const
{
    const auto found = std::find_if(m_conflicts.begin(), m_conflicts.end(),
                                    [report](const Conflict& c) { return c.report == report; });
    return found == m_conflicts.end() ? -1 : int(found - m_conflicts.begin());
}

void ConflictsModel::setSettled(RecordId report, Verdict verdict)
{
    const int row = rowOf(report);
    if (row < 0)
        return;
    if (verdict == Verdict::None)
        m_settled.erase(report);
    else
        m_settled[report] = verdict;
    Q_EMIT dataChanged(index(row), index(row));
}

Verdict ConflictsModel::settled(RecordId report) const
{
    const auto found = m_settled.find(report);
    return found == m_settled.end() ? Verdict::None : found->second;
}

int ConflictsModel::nextUnsettled(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int at = (row + step) % count;
        if (settled(m_conflicts[size_t(at)].report) == Verdict::None)
            return at;
    }
    return -1;
}

void ConflictsModel::refresh()
{
    m_titles.clear();
    if (rowCount())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ConflictsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_conflicts.size());
}

QString ConflictsModel::nameOf(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::Votes: return tr("Include against exclude");
    case ConflictKind::ReasonsDiffer: return tr("Reasons differ");
    case ConflictKind::DecidedTwice: return tr("Decided twice");
    }
    return {};
}

QString ConflictsModel::title(RecordId report) const
{
    if (const QString* known = m_titles.object(report.value))
        return *known;
    const auto briefs = Records(m_project).briefs(std::span<const RecordId>(&report, 1));
    const QString read = briefs && !briefs->empty() ? recordsText::title(briefs->front().title) : QString();
    m_titles.insert(report.value, new QString(read));
    return read;
}

QVariant ConflictsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Conflict& conflict = m_conflicts[size_t(index.row())];
    const Verdict verdict = settled(conflict.report);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return title(conflict.report);
    case KindRole: return nameOf(conflict.kind);
    case SettledRole: return int(verdict);
    case Qt::AccessibleTextRole:
        return verdict == Verdict::None ? tr("%1. %2").arg(title(conflict.report), nameOf(conflict.kind))
                                        : tr("%1. Settled: %2").arg(title(conflict.report), words::name(verdict));
    default: return {};
    }
}

} // namespace winnow::ui
