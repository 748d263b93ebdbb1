// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/QueueModel.h"

#include "domain/Words.h"

#include <QStringList>

#include <algorithm>
#include <span>

namespace winnow::ui {

namespace {

QString text(const std::string& utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString sourceLine(const RecordBrief& brief)
{
    QStringList parts;
    if (brief.notice)
        parts << QStringLiteral("\u26A0 ") + words::wordOf(*brief.notice);
    if (brief.number)
        parts << QLatin1Char('#') + QString::number(brief.number);
    if (!brief.firstAuthor.empty()) {
        const QString first = text(brief.firstAuthor);
        parts << (brief.authors > 1 ? QueueModel::tr("%1 et al.").arg(first) : first);
    }
    if (brief.year > 0)
        parts << QString::number(brief.year);
    const std::string& where = brief.journal.empty() ? brief.type : brief.journal;
    if (!where.empty())
        parts << text(where);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QueueModel::QueueModel(Project& project, QObject* parent) : QAbstractListModel(parent), m_project(project) { }

void QueueModel::show(VoteSheet sheet)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    m_narrow.reset();
    m_pages.clear();
    endResetModel();
}

void QueueModel::narrow(std::optional<std::vector<int>> rows)
{
    if (!rows && !m_narrow)
        return;
    beginResetModel();
    m_narrow = std::move(rows);
    m_pages.clear();
    endResetModel();
}

void QueueModel::remove(const std::unordered_set<RecordId>& gone)
{
    auto ids = std::make_shared<std::vector<RecordId>>();
    std::vector<quint8> verdicts;
    std::vector<int> moved(m_sheet.ids->size(), -1);
    for (std::size_t i = 0; i < m_sheet.ids->size(); ++i) {
        if (gone.contains((*m_sheet.ids)[i]))
            continue;
        moved[i] = int(ids->size());
        ids->push_back((*m_sheet.ids)[i]);
        verdicts.push_back(m_sheet.verdicts[i]);
    }
    beginResetModel();
    m_sheet.ids = std::move(ids);
    m_sheet.verdicts = std::move(verdicts);
    if (m_narrow) {
        for (int& row : *m_narrow)
            row = moved[std::size_t(row)];
        std::erase(*m_narrow, -1);
    }
    m_pages.clear();
    endResetModel();
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_narrow ? m_narrow->size() : m_sheet.ids->size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    if (role == RecordRole)
        return record(row).value;
    if (role == VerdictRole)
        return int(verdict(row));
    if (role != Qt::DisplayRole && role != SourceRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const RecordBrief* shown = brief(row);
    if (!shown)
        return {};
    if (role == SourceRole)
        return sourceLine(*shown);
    const QString title = shown->title.empty() ? tr("Without a title") : text(shown->title);
    if (role != Qt::AccessibleTextRole)
        return title;
    const QString mine = verdict(row) == Verdict::None ? tr("not voted") : words::name(verdict(row));
    return QString(title + QStringLiteral(". ") + sourceLine(*shown) + QStringLiteral(". ") + mine);
}

const RecordBrief* QueueModel::brief(int row) const
{
    const int number = row / pageRows;
    const Page* page = m_pages.object(number);
    if (!page) {
        const int first = number * pageRows;
        std::vector<RecordId> wanted;
        for (int i = first; i < std::min(first + pageRows, rowCount()); ++i)
            wanted.push_back(record(i));
        Result<Page> read = Records(m_project).briefs(wanted);
        // What could not be read keeps its row, empty: the list neither shifts nor asks again and again.
        auto* fresh = new Page(wanted.size());
        for (RecordBrief& one : read ? *read : Page()) {
            const auto found = std::find(wanted.begin(), wanted.end(), one.id);
            if (found != wanted.end())
                (*fresh)[std::size_t(found - wanted.begin())] = std::move(one);
        }
        m_pages.insert(number, fresh);
        page = fresh;
    }
    return &(*page)[std::size_t(row % pageRows)];
}

RecordId QueueModel::record(int row) const
{
    return row >= 0 && row < rowCount() ? (*m_sheet.ids)[place(row)] : RecordId();
}

int QueueModel::rowOf(RecordId record, int hint) const
{
    if (!record)
        return -1;
    if (hint >= 0 && this->record(hint) == record)
        return hint;
    if (m_narrow) {
        const auto found = std::find_if(m_narrow->begin(), m_narrow->end(),
                                        [&](int row) { return (*m_sheet.ids)[std::size_t(row)] == record; });
        return found == m_narrow->end() ? -1 : int(found - m_narrow->begin());
    }
    const auto found = std::find(m_sheet.ids->begin(), m_sheet.ids->end(), record);
    return found == m_sheet.ids->end() ? -1 : int(found - m_sheet.ids->begin());
}

MyVote QueueModel::vote(RecordId record) const
{
    const auto found = m_sheet.votes.find(record.value);
    return found == m_sheet.votes.end() ? MyVote() : found->second;
}

void QueueModel::setVote(RecordId record, const MyVote& vote, int hint)
{
    if (vote.verdict == Verdict::None)
        m_sheet.votes.erase(record.value);
    else
        m_sheet.votes[record.value] = vote;
    const int row = rowOf(record, hint);
    if (row >= 0) {
        m_sheet.verdicts[place(row)] = quint8(vote.verdict);
        sayChanged(row, row);
    } else if (m_narrow) {
        const auto found = std::find(m_sheet.ids->begin(), m_sheet.ids->end(), record);
        if (found != m_sheet.ids->end())
            m_sheet.verdicts[std::size_t(found - m_sheet.ids->begin())] = quint8(vote.verdict);
    }
}

void QueueModel::setVotesOf(const std::vector<std::pair<RecordId, MyVote>>& votes)
{
    if (votes.size() == 1)
        return setVote(votes.front().first, votes.front().second);
    std::unordered_map<qint64, quint8> fresh;
    for (const auto& [record, vote] : votes) {
        fresh[record.value] = quint8(vote.verdict);
        if (vote.verdict == Verdict::None)
            m_sheet.votes.erase(record.value);
        else
            m_sheet.votes[record.value] = vote;
    }
    for (std::size_t i = 0; i < m_sheet.ids->size(); ++i) {
        const auto found = fresh.find((*m_sheet.ids)[i].value);
        if (found != fresh.end())
            m_sheet.verdicts[i] = found->second;
    }
    if (rowCount() > 0)
        sayChanged(0, rowCount() - 1);
}

void QueueModel::setVotes(VoteSheet sheet)
{
    if (sheet.ids == m_sheet.ids)
        m_sheet.verdicts = std::move(sheet.verdicts);
    else
        m_sheet.verdicts = makeSheet(m_sheet.ids, sheet.votes).verdicts;
    m_sheet.votes = std::move(sheet.votes);
    if (rowCount() > 0)
        sayChanged(0, rowCount() - 1);
}

void QueueModel::sayChanged(int first, int last)
{
    Q_EMIT dataChanged(index(first), index(last), {VerdictRole, Qt::AccessibleTextRole});
}

int QueueModel::nextUnvoted(int row) const
{
    const int n = rowCount();
    if (m_narrow) {
        for (int i = 1; i <= n; ++i) {
            if (verdict((std::max(row, -1) + i) % n) == Verdict::None)
                return (std::max(row, -1) + i) % n;
        }
        return -1;
    }
    const auto begin = m_sheet.verdicts.begin();
    const auto from = begin + std::clamp(row + 1, 0, n);
    auto found = std::find(from, m_sheet.verdicts.end(), quint8(Verdict::None));
    if (found == m_sheet.verdicts.end())
        found = std::find(begin, from, quint8(Verdict::None));
    return found == m_sheet.verdicts.end() || *found != quint8(Verdict::None) ? -1 : int(found - begin);
}

void QueueModel::forgetBriefs()
{
    m_pages.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace winnow::ui
