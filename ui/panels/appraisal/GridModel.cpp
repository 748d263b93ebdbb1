// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/GridModel.h"

#include <QCoreApplication>

#include <algorithm>

namespace winnow::ui {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("winnow::ui::GridModel", text);
}

} // namespace

QString resultText(const ResultOf& result)
{
    QStringList parts{result.comparison, result.outcome, result.measure, result.time};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString stateText(AppraisalState state, bool complete)
{
    switch (state) {
    case AppraisalState::Blind:
        return complete ? said(QT_TRANSLATE_NOOP("winnow::ui::GridModel", "all answered"))
                        : said(QT_TRANSLATE_NOOP("winnow::ui::GridModel", "in work"));
    case AppraisalState::Opened: return said(QT_TRANSLATE_NOOP("winnow::ui::GridModel", "opened, no consensus yet"));
    case AppraisalState::Settled:
        return complete ? said(QT_TRANSLATE_NOOP("winnow::ui::GridModel", "consensus"))
                        : said(QT_TRANSLATE_NOOP("winnow::ui::GridModel", "consensus begun"));
    case AppraisalState::Reopened:
        return said(QT_TRANSLATE_NOOP("winnow::ui::GridModel", "changed since the consensus"));
    case AppraisalState::DecidedTwice: return said(QT_TRANSLATE_NOOP("winnow::ui::GridModel", "decided twice"));
    }
    return {};
}

void GridModel::setRows(std::shared_ptr<const appraisal::Judge> judge, std::vector<GridRow> rows)
{
    beginResetModel();
    m_judge = std::move(judge);
    m_domains.clear();
    if (m_judge) {
        for (const appraisal::Domain* domain : appraisal::domainsOf(m_judge->instrument(), m_judge->variant()))
            m_domains.push_back(domain);
    }
    m_rows = std::move(rows);
    m_judged.assign(m_rows.size(), {});
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        judgeRow(i);
    endResetModel();
}

void GridModel::setView(int row, AppraisalView view)
{
    m_rows[std::size_t(row)].view = std::move(view);
    judgeRow(std::size_t(row));
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void GridModel::judgeRow(std::size_t row)
{
    if (m_judge && m_rows[row].view)
        m_judged[row] = outcomeOf(*m_rows[row].view, *m_judge).judged;
}

const GridRow* GridModel::row(int index) const
{
    return index < 0 || std::size_t(index) >= m_rows.size() ? nullptr : &m_rows[std::size_t(index)];
}

int GridModel::rowOf(AppraisalId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [id](const GridRow& row) { return row.view && row.view->appraisal.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

const appraisal::Domain* GridModel::domainAt(int column) const
{
    return column < 1 || std::size_t(column) > m_domains.size() ? nullptr : m_domains[std::size_t(column) - 1];
}

int GridModel::columnOf(const QString& domain) const
{
    for (std::size_t i = 0; i < m_domains.size(); ++i) {
        if (m_domains[i]->id == domain)
            return int(i) + 1;
    }
    return -1;
}

const appraisal::Level* GridModel::levelAt(const QModelIndex& index) const
{
    const appraisal::Domain* domain = domainAt(index.column());
    const GridRow* line = row(index.row());
    if (!domain || !line || !line->view)
        return nullptr;
    const appraisal::Outcome* outcome = m_judged[std::size_t(index.row())].outcome(domain->id);
    const appraisal::Scale* scale = appraisal::findScale(m_judge->instrument(), domain->scale);
    return outcome && scale ? appraisal::findLevel(*scale, outcome->judgement()) : nullptr;
}

int GridModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int GridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_domains.size()) + 1;
}

QString GridModel::nameOf(const GridRow& row) const
{
    const QString result = row.view ? resultText(row.view->appraisal.result) : QString();
    return result.isEmpty() ? row.study.name : row.study.name + QStringLiteral(": ") + result;
}

QVariant GridModel::data(const QModelIndex& index, int role) const
{
    const GridRow* line = row(index.row());
    if (!line)
        return {};
    if (index.column() == 0) {
        if (role == Qt::DisplayRole)
            return nameOf(*line);
        if (role == Qt::ToolTipRole)
            return line->study.title;
        if (role == StateRole)
            return line->begunByMe() ? stateText(line->view->state, m_judged[std::size_t(index.row())].complete())
                                     : tr("not begun");
        return {};
    }
    const appraisal::Level* level = levelAt(index);
    const auto& points = m_judged[std::size_t(index.row())].points;
    const auto score = domainAt(index.column()) ? points.find(domainAt(index.column())->id) : points.end();
    switch (role) {
    case Qt::DisplayRole:
        return !level && line->view && score != points.end() ? QString::number(score->second.got) : QString();
    case SymbolRole: return level ? level->symbol : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3")
            .arg(nameOf(*line), domainAt(index.column())->label, level ? level->label : tr("not judged"));
    default: return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == 0 && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (section == 0)
        return role == Qt::DisplayRole ? tr("Study") : QVariant();
    const appraisal::Domain* domain = domainAt(section);
    if (!domain)
        return {};
    if (role == Qt::DisplayRole)
        return domain->isOverall() ? tr("All") : domain->id;
    return role == Qt::ToolTipRole ? QVariant(domain->label) : QVariant();
}

} // namespace winnow::ui
