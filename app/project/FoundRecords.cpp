// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/FoundRecords.h"

#include "base/Hash.h"
#include "domain/Notice.h"
#include "project/Writing.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace winnow {
namespace {

constexpr size_t longestList = 1000; ///< names that the log keeps

} // namespace

quint64 contentOf(const Record& record)
{
    std::string all;
    for (const std::string* part : {&record.title, &record.abstract, &record.journal, &record.volume, &record.issue,
                                    &record.pages, &record.doi, &record.type})
        (all += *part) += '\x1f';
    return hash64(all + packAuthors(record.authors) + '\x1f' + std::to_string(record.year)
                  + (saysRetracted(record) ? "\x1fretracted" : ""));
}

bool saysRetracted(const Record& record)
{
    const std::vector<Notice> notices = noticesOf(record);
    return !notices.empty() && notices.front().kind == NoticeKind::Retraction;
}

FoundRecords::FoundRecords(SearchRecord search, qint64 most, DeliveredBefore before)
    : m_search(std::move(search))
    , m_most(most)
    , m_before(std::move(before))
{
}

QString FoundRecords::shownName() const
{
    return QStringLiteral("%1 %2").arg(
        m_search.source,
        QDateTime::fromMSecsSinceEpoch(m_search.ended, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd hh:mm")));
}

bool FoundRecords::take(const Record& record, qint64 number, std::uint64_t& accession)
{
    if (m_most > 0 && m_taken >= m_most)
        return false;
    ++m_taken;
    const auto before = m_before.find(record.sourceId.empty() ? record.pmid : record.sourceId);
    if (before == m_before.end())
        return true;
    if (before->second.content == contentOf(record)) {
        ++m_search.known;
        return false;
    }
    ++m_search.changed;
    QStringList& list = saysRetracted(record) ? m_search.retractedIds : m_search.changedIds;
    if (size_t(list.size()) < longestList)
        list.append(QString::fromStdString(before->first));
    accession = before->second.accession;
    m_versions.emplace_back(number, before->second.record);
    return true;
}

void FoundRecords::addVersions(std::vector<std::pair<qint64, qint64>>& repeats) const
{
    std::set<qint64> joined;
    for (const auto& [a, b] : repeats)
        joined.insert(std::max(a, b));
    for (const auto& [version, earlier] : m_versions) {
        if (!joined.contains(version))
            repeats.emplace_back(earlier, version);
    }
}

void FoundRecords::addEdits(std::vector<store::Edit>& edits, RunId run, const ImportReport& report)
{
    using store::ChangeKind;
    m_search.records = report.records;
    m_search.fresh = std::max<qint64>(0, report.records - std::max(report.repeats, m_search.changed));
    m_search.unreadable = report.unreadableCount;
    edits.push_back(edit(ChangeKind::Run, run.value, store::RunSlot::Search, text(m_search.name)));
    edits.push_back(searchEdit(m_search));
}

} // namespace winnow
