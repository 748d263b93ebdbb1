// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordsLogModel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <iterator>

namespace winnow::ui {

namespace {

constexpr qint64 pageRows = 256;

struct KindWords {
    const char* kind;
    const char* words;
};

constexpr std::array kinds{
    KindWords{"setting", QT_TRANSLATE_NOOP("RecordsLog", "Changed a setting")},
    KindWords{"reviewer", QT_TRANSLATE_NOOP("RecordsLog", "Changed a person")},
    KindWords{"criterion", QT_TRANSLATE_NOOP("RecordsLog", "Changed a criterion")},
    KindWords{"reason", QT_TRANSLATE_NOOP("RecordsLog", "Changed an exclusion reason")},
    KindWords{"label", QT_TRANSLATE_NOOP("RecordsLog", "Changed a label")},
    KindWords{"source", QT_TRANSLATE_NOOP("RecordsLog", "Changed a source")},
    KindWords{"import", QT_TRANSLATE_NOOP("RecordsLog", "Changed an import")},
    KindWords{"field", QT_TRANSLATE_NOOP("RecordsLog", "Edited a field")},
    KindWords{"join", QT_TRANSLATE_NOOP("RecordsLog", "Joined exact duplicates")},
    KindWords{"judgement", QT_TRANSLATE_NOOP("RecordsLog", "Judged two records")},
    KindWords{"vote", QT_TRANSLATE_NOOP("RecordsLog", "Voted")},
    KindWords{"note", QT_TRANSLATE_NOOP("RecordsLog", "Wrote a note")},
    KindWords{"labelled", QT_TRANSLATE_NOOP("RecordsLog", "Set a label")},
    KindWords{"tick", QT_TRANSLATE_NOOP("RecordsLog", "Answered a criterion")},
    KindWords{"opened", QT_TRANSLATE_NOOP("RecordsLog", "Opened the votes")},
    KindWords{"resolution", QT_TRANSLATE_NOOP("RecordsLog", "Settled a conflict")},
    KindWords{"retrieval", QT_TRANSLATE_NOOP("RecordsLog", "Full text")},
    KindWords{"set aside", QT_TRANSLATE_NOOP("RecordsLog", "Removed before screening")},
    KindWords{"classified", QT_TRANSLATE_NOOP("RecordsLog", "Classified")},
    KindWords{"study", QT_TRANSLATE_NOOP("RecordsLog", "Grouped into a study")},
    KindWords{"study name", QT_TRANSLATE_NOOP("RecordsLog", "Named a study")},
    KindWords{"declared", QT_TRANSLATE_NOOP("RecordsLog", "Declared a number")},
    KindWords{"assigned", QT_TRANSLATE_NOOP("RecordsLog", "Assigned by hand")},
    KindWords{"pilot record", QT_TRANSLATE_NOOP("RecordsLog", "Drawn for a pilot")},
    KindWords{"screened again", QT_TRANSLATE_NOOP("RecordsLog", "To be screened again")},
};

} // namespace

RecordsLogModel::RecordsLogModel(Project& project, QObject* parent)
    : QAbstractTableModel(parent)
    , m_project(project) { }

void RecordsLogModel::setEntries(std::vector<LogEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_more = false;
    endResetModel();
}

void RecordsLogModel::readTrail()
{
    setEntries({});
    m_more = true;
    fetchMore({});
}

bool RecordsLogModel::canFetchMore(const QModelIndex& parent) const
{
    return m_more && !parent.isValid();
}

void RecordsLogModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    const qint64 last = m_entries.empty() ? 0 : m_entries.back().arrival;
    auto page = History(m_project).entriesAfter(last, 0, pageRows);
    m_more = page && qint64(page->size()) == pageRows;
    if (!page || page->empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(page->size()) - 1);
    std::move(page->begin(), page->end(), std::back_inserter(m_entries));
    endInsertRows();
}

const LogEntry* RecordsLogModel::entryAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[size_t(row)] : nullptr;
}

int RecordsLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int RecordsLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QString RecordsLogModel::what(const LogEntry& entry)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&entry](const KindWords& k) { return entry.kind == QLatin1String(k.kind); });
    const QString words = found == kinds.end() ? entry.kind : QCoreApplication::translate("RecordsLog", found->words);
    return entry.undo ? QCoreApplication::translate("RecordsLog", "%1 (undone)").arg(words) : words;
}

QString RecordsLogModel::textAt(const LogEntry& entry, Column column) const
{
    switch (column) {
    case When: return QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.at), QLocale::ShortFormat);
    case Who: {
        const auto review = m_project.review();
        const Reviewer* person = review->reviewer(entry.by);
        return person ? person->name : tr("Winnow");
    }
    case What: return what(entry);
    case Subject: return entry.subject;
    case Value: return entry.value;
    case columns: break;
    }
    return {};
}

QVariant RecordsLogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textAt(m_entries[size_t(index.row())], Column(index.column()));
    return {};
}

QVariant RecordsLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    const std::array<QString, columns> heads{tr("When"), tr("Who"), tr("What"), tr("Of what"), tr("To what")};
    return heads[size_t(section)];
}

} // namespace winnow::ui
