// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SourcesModel.h"

#include "domain/Words.h"
#include "services/Theme.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace winnow::ui {

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

SourcesModel::SourcesModel(Project& project, const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent)
    , m_project(project)
    , m_theme(theme)
    , m_review(project.review())
{
}

void SourcesModel::refresh()
{
    const auto next = m_project.review();
    const auto sameRun = [](const Run& a, const Run& b) { return a.id == b.id; };
    const auto& before = m_review->runs;
    const bool grown
        = next->runs.size() >= before.size() && std::equal(before.begin(), before.end(), next->runs.begin(), sameRun);
    if (!grown) {
        beginResetModel();
        m_review = next;
        endResetModel();
        return;
    }
    const int old = rowCount();
    if (int(next->runs.size()) > old) {
        beginInsertRows({}, old, int(next->runs.size()) - 1);
        m_review = next;
        endInsertRows();
    } else {
        m_review = next;
    }
    if (old > 0)
        Q_EMIT dataChanged(index(0, 0), index(old - 1, columns - 1));
}

const Run* SourcesModel::runAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_review->runs[size_t(row)] : nullptr;
}

int SourcesModel::rowOf(RunId run) const
{
    const auto& runs = m_review->runs;
    const auto found = std::find_if(runs.begin(), runs.end(), [run](const Run& r) { return r.id == run; });
    return found == runs.end() ? -1 : int(found - runs.begin());
}

int SourcesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_review->runs.size());
}

int SourcesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QString SourcesModel::sourcesOf(const Run& run, bool kinds) const
{
    QStringList names;
    for (const SourceId id : run.sources) {
        if (const winnow::Source* source = m_review->source(id))
            names << (kinds ? words::name(source->kind) : source->name);
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QString SourcesModel::textAt(const Run& run, Column column) const
{
    const QLocale locale;
    switch (column) {
    case File: return run.live ? run.fileName : tr("%1 (taken back)").arg(run.fileName);
    case Source: return sourcesOf(run, false);
    case Kind: return sourcesOf(run, true);
    case Platform: return run.details.platform;
    case Searched:
        return run.details.searched.isValid() ? locale.toString(run.details.searched, QLocale::ShortFormat) : QString();
    case Records: return numberText(run.records);
    case Unreadable: return run.unreadable ? numberText(run.unreadable) : QString();
    case When: return locale.toString(QDateTime::fromMSecsSinceEpoch(run.at).date(), QLocale::ShortFormat);
    case By: {
        const Reviewer* person = m_review->reviewer(run.by);
        return person ? person->name : QString();
    }
    case columns: break;
    }
    return {};
}

QVariant SourcesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Run& run = m_review->runs[size_t(index.row())];
    const auto column = Column(index.column());
    if (role == Qt::ToolTipRole && column == When)
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(run.at), QLocale::LongFormat);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textAt(run, column);
    if (role == Qt::ForegroundRole && !run.live)
        return m_theme.colours().dim;
    if (role == Qt::TextAlignmentRole && (column == Records || column == Unreadable))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Records || section == Unreadable))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, columns> heads{tr("File"),       tr("Source"),   tr("Kind"),
                                             tr("Platform"),   tr("Searched"), tr("Records"),
                                             tr("Unreadable"), tr("Imported"), tr("By")};
    return heads[size_t(section)];
}

} // namespace winnow::ui
