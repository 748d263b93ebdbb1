// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/PagedWalk.h"

#include "sources/Asking.h"
#include "sources/BooleanSplit.h"

#include <algorithm>

namespace winnow::sources {

PagedWalk::PagedWalk(const PagedService& service, Query query, Access access, QString sent, QStringList warnings)
    : m_service(service)
    , m_query(std::move(query))
    , m_access(std::move(access))
    , m_warnings(std::move(warnings))
    , m_parts{std::move(sent)}
{
    m_at.query = m_parts.front();
    m_at.byOffset = !service.cursors;
    m_at.size = m_query.countOnly ? 1 : wanted();
}

/// A page is never asked for more than the limit leaves.
qint64 PagedWalk::wanted() const
{
    const qint64 left = m_query.limit > 0 ? m_query.limit - m_delivered.records() : m_service.pageSize;
    return std::clamp<qint64>(left, 1, m_service.pageSize);
}

std::optional<net::Request> PagedWalk::next() const
{
    if (m_part >= m_parts.size())
        return std::nullopt;
    return m_service.request(m_at, m_query, m_access);
}

std::optional<net::Judgement> PagedWalk::ownWords(const net::Answer& answer) const
{
    if (m_service.objection && m_service.objection(answer) != Objection::None)
        return net::Judgement();
    return m_service.ownWords ? m_service.ownWords(answer) : std::nullopt;
}

Result<bool> PagedWalk::take(const net::Answer& answer)
{
    if (m_service.objection) {
        if (const Objection objection = m_service.objection(answer); objection != Objection::None)
            return object(objection);
    }
    const auto page = m_service.read(answer.body);
    if (!page)
        return Failure(page.error());
    noteTotal(page->total);
    if (m_query.countOnly) {
        endPart();
        return false;
    }
    const qint64 before = m_delivered.records();
    m_delivered.add(page->ids);
    // A page that holds nothing but what came before would come for ever.
    if (page->ids.empty() || (m_delivered.records() == before && !m_split))
        endPart();
    else
        turn(*page);
    return !page->ids.empty();
}

/// Asks otherwise for what was refused.
Result<bool> PagedWalk::object(Objection objection)
{
    if (objection == Objection::NotThisView && !m_at.plain) {
        m_at.plain = true;
        m_warnings.append(words(QT_TRANSLATE_NOOP(
            "Words", "Your access does not include the full view: only the first author came, and no abstracts.")));
        return false;
    }
    if (objection == Objection::NoCursor && !m_at.byOffset) {
        m_at.byOffset = true;
        m_at.cursor.clear();
        return false;
    }
    if (objection == Objection::TooComplicated) {
        if (const auto halves = splitBoolean(m_at.query)) {
            m_parts[m_part] = halves->first;
            m_parts.insert(m_parts.begin() + std::ptrdiff_t(m_part) + 1, halves->second);
            m_at.query = halves->first;
            m_split = true;
            return false;
        }
        return fail(ErrorCode::QueryRefused, {}, words(QT_TRANSLATE_NOOP("Words", "it is too complicated")));
    }
    return fail(ErrorCode::NotEntitled);
}

void PagedWalk::noteTotal(qint64 total)
{
    if (total < 0)
        return;
    m_changed = m_changed || (m_partTotal >= 0 && m_partTotal != total);
    m_partTotal = total;
}

/// To the next page, if there is one.
void PagedWalk::turn(const Page& page)
{
    m_at.start += qint64(page.ids.size());
    const bool enough = m_query.limit > 0 && m_delivered.records() >= m_query.limit;
    const bool last = m_at.byOffset ? m_partTotal >= 0 && m_at.start >= m_partTotal
                                    : page.cursor.isEmpty() || page.cursor == m_at.cursor;
    m_at.cursor = page.cursor;
    m_at.size = wanted();
    if (m_at.byOffset && !last && m_at.start + m_at.size > m_service.mostByOffset) {
        m_at.size = m_service.mostByOffset - m_at.start;
        m_capped = m_at.size <= 0;
    }
    if (enough || last || m_capped)
        endPart();
}

void PagedWalk::endPart()
{
    m_totals += std::max<qint64>(0, m_partTotal);
    m_part = m_query.limit > 0 && m_delivered.records() >= m_query.limit ? m_parts.size() : m_part + 1;
    m_at.cursor.clear();
    m_at.start = 0;
    m_at.size = m_query.countOnly ? 1 : wanted();
    if (m_part < m_parts.size()) {
        m_partTotal = -1;
        m_at.query = m_parts[m_part];
    }
}

Summary PagedWalk::summary() const
{
    Summary summary;
    const bool ended = m_part >= m_parts.size();
    summary.records = m_delivered.records();
    summary.repeats = m_split ? 0 : m_delivered.repeats();
    summary.warnings = m_warnings;
    summary.hits = m_split ? (m_query.countOnly ? m_totals : summary.records) : m_partTotal;
    if (m_split)
        summary.warnings.append(words(QT_TRANSLATE_NOOP("Words",
                                                        "The query was too complicated for the service: it was asked "
                                                        "as %1 simpler ones, whose results were joined."))
                                    .arg(m_parts.size()));
    if (m_changed)
        summary.warnings.append(words(QT_TRANSLATE_NOOP(
            "Words", "The source changed the number of records that it found while they were fetched.")));
    const qint64 missing = summary.hits - summary.records;
    if (missing <= 0 || m_query.countOnly)
        return summary;
    const bool limited = m_query.limit > 0 && summary.records >= m_query.limit;
    if (!ended && m_query.limit > 0 && m_query.limit < summary.hits && !limited) {
        summary.gaps.push_back({Gap::Why::Stopped, m_query.limit - summary.records, {}});
        summary.gaps.push_back({Gap::Why::Limit, summary.hits - m_query.limit, {}});
        return summary;
    }
    const Gap::Why why = limited ? Gap::Why::Limit
        : !ended                 ? Gap::Why::Stopped
        : m_capped               ? Gap::Why::ServiceLimit
                                 : Gap::Why::NotDelivered;
    summary.gaps.push_back({why, missing, {}});
    return summary;
}

} // namespace winnow::sources
