// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Pubmed.h"

#include "sources/Asking.h"
#include "sources/FilterWords.h"

#include <algorithm>
#include <utility>

namespace winnow::sources {
namespace {

using PubmedWhat = net::Judgement::What;

const QDate firstDay(1850, 1, 1);
constexpr int daysAhead = 115; ///< records are created before the issue that they are in

QString pubmedDay(const QDate& date)
{
    return date.toString(QStringLiteral("yyyy/MM/dd"));
}

QString ranged(const QDate& from, const QDate& to, QLatin1String field)
{
    return QStringLiteral("(\"%1\"[%3] : \"%2\"[%3])").arg(pubmedDay(from), pubmedDay(to), QString(field));
}

QList<Parameter> common(const Access& access)
{
    return {{QStringLiteral("db"), QStringLiteral("pubmed")},
            {QStringLiteral("tool"), QStringLiteral("winnow")},
            {QStringLiteral("email"), access.email},
            {QStringLiteral("api_key"), access.key}};
}

bool historyGone(const net::Answer& answer)
{
    const QString said = pubmedError(answer.body).toLower();
    return said.contains(QLatin1String("webenv")) || said.contains(QLatin1String("history"))
        || said.contains(QLatin1String("query_key"));
}

} // namespace

/// Three requests a second, ten with a key.
net::Manners pubmedManners(const Access& access)
{
    return {.spacing = access.key.isEmpty() ? 350 : 110};
}

QString pubmedAsSent(const Query& query, QStringList& warnings)
{
    QString sent = query.text.simplified();
    const Filters& filters = query.filters;
    lackingFilters(filters, QLatin1String("pubmed"), QStringLiteral("PubMed"), warnings);
    const QString clause = filterClause(filters, QLatin1String("pubmed"));
    const bool dated = filters.from.isValid() || filters.to.isValid();
    if (filters.humans || dated || !clause.isEmpty())
        sent = QLatin1Char('(') + sent + QLatin1Char(')');
    if (dated)
        sent += QStringLiteral(" AND ")
            + ranged(filters.from.isValid() ? filters.from : firstDay,
                     filters.to.isValid() ? filters.to : QDate(3000, 12, 31), QLatin1String("dp"));
    sent += clause;
    if (filters.humans)
        sent += QStringLiteral(" NOT (animals[mh] NOT humans[mh])");
    return sent;
}

std::unique_ptr<Walk> beginPubmed(const Query& query, const Access& access)
{
    return std::make_unique<PubmedWalk>(query, access);
}

PubmedWalk::PubmedWalk(Query query, Access access)
    : m_query(std::move(query))
    , m_access(std::move(access))
    , m_slices{Slice()}
{
    m_sent = pubmedAsSent(m_query, m_warnings);
}

std::optional<net::Request> PubmedWalk::next() const
{
    if (m_slices.empty())
        return std::nullopt;
    return m_fetching ? fetch() : search();
}

QString PubmedWalk::sliceText(const Slice& slice) const
{
    if (!slice.from.isValid())
        return m_sent;
    return QLatin1Char('(') + m_sent + QStringLiteral(") AND ") + ranged(slice.from, slice.to, QLatin1String("crdt"));
}

net::Request PubmedWalk::search() const
{
    const qint64 size = m_query.countOnly ? 0 : m_query.limit > 0 ? std::min(most, m_query.limit) : most;
    QList<Parameter> parameters = common(m_access);
    parameters.append({{QStringLiteral("term"), sliceText(m_slices.front())},
                       {QStringLiteral("retmax"), QString::number(size)},
                       {QStringLiteral("retmode"), QStringLiteral("xml")},
                       {QStringLiteral("usehistory"), m_query.countOnly ? QStringLiteral("n") : QStringLiteral("y")}});
    return askingAtLength(m_access.base + QStringLiteral("/esearch.fcgi"), parameters, net::Content::Xml);
}

qint64 PubmedWalk::fetchSize() const
{
    return std::min(batch, m_toFetch - m_start);
}

net::Request PubmedWalk::fetch() const
{
    QList<Parameter> parameters = common(m_access);
    parameters.append({QStringLiteral("retmode"), QStringLiteral("xml")});
    if (m_byIds) {
        QString ids;
        const auto end = std::min(m_found.ids.size(), size_t(m_start + fetchSize()));
        for (size_t i = size_t(m_start); i < end; ++i)
            ids += (ids.isEmpty() ? QString() : QStringLiteral(",")) + QString::fromStdString(m_found.ids[i]);
        parameters.append({QStringLiteral("id"), ids});
    } else {
        parameters.append({{QStringLiteral("WebEnv"), m_found.webEnv},
                           {QStringLiteral("query_key"), m_found.queryKey},
                           {QStringLiteral("retstart"), QString::number(m_start)},
                           {QStringLiteral("retmax"), QString::number(fetchSize())}});
    }
    return askingAtLength(m_access.base + QStringLiteral("/efetch.fcgi"), parameters, net::Content::Xml);
}

/// A limit that is passed comes as JSON with any status; a time-out of its own as 400.
std::optional<net::Judgement> PubmedWalk::ownWords(const net::Answer& answer) const
{
    if (answer.body.size() > 4000)
        return std::nullopt;
    if (answer.body.contains("API rate limit exceeded"))
        return net::Judgement{PubmedWhat::Again, ErrorCode::ServiceBusy, {}};
    if (answer.body.contains("API key invalid"))
        return net::Judgement{PubmedWhat::Failed, ErrorCode::KeyRefused, {}};
    const QString said = pubmedError(answer.body);
    if (said.contains(QLatin1String("Timeout"), Qt::CaseInsensitive))
        return net::Judgement{PubmedWhat::Again, ErrorCode::ServiceTimedOut, {}};
    if (said.contains(QLatin1String("Search Backend failed"), Qt::CaseInsensitive))
        return net::Judgement{PubmedWhat::Again, ErrorCode::ServiceFailed, said};
    if (m_fetching && !m_byIds && historyGone(answer))
        return net::Judgement(); // take() goes on by numbers
    return std::nullopt;
}

Result<bool> PubmedWalk::take(const net::Answer& answer)
{
    return m_fetching ? takeRecords(answer) : takeFound(answer);
}

Result<bool> PubmedWalk::takeFound(const net::Answer& answer)
{
    auto found = pubmedFound(answer.body);
    if (!found)
        return Failure(found.error());
    if (!found->error.isEmpty())
        return fail(ErrorCode::QueryRefused, {}, found->error);
    const Slice slice = m_slices.front();
    if (m_hits < 0) {
        m_hits = found->count;
        m_translated = found->translation;
        m_warnings.append(found->warnings);
    }
    const bool whole = m_query.limit > 0 && m_query.limit <= most;
    const bool oneDay = slice.from.isValid() && slice.from == slice.to;
    if (m_query.countOnly || found->count <= 0)
        endSlice();
    else if (found->count > most && !oneDay && !whole)
        halve(slice);
    else
        beginFetching(std::move(*found));
    return false;
}

void PubmedWalk::halve(const Slice& slice)
{
    const QDate from = slice.from.isValid() ? slice.from : firstDay;
    const QDate to = slice.to.isValid() ? slice.to : m_query.today.addDays(daysAhead);
    const QDate middle = from.addDays(from.daysTo(to) / 2);
    m_slices.pop_front();
    m_slices.push_front({middle.addDays(1), to});
    m_slices.push_front({from, middle});
}

void PubmedWalk::beginFetching(PubmedFound&& found)
{
    m_found = std::move(found);
    m_capped += std::max<qint64>(0, m_query.limit > 0 && m_query.limit <= most ? 0 : m_found.count - most);
    m_toFetch = std::min(m_found.count, most);
    if (m_query.limit > 0)
        m_toFetch = std::min(m_toFetch, m_query.limit - m_delivered.records());
    m_byIds = m_found.webEnv.isEmpty();
    if (m_byIds)
        m_toFetch = std::min(m_toFetch, qint64(m_found.ids.size()));
    m_start = 0;
    m_fetching = true;
    if (m_toFetch <= 0)
        endSlice();
}

Result<bool> PubmedWalk::takeRecords(const net::Answer& answer)
{
    if (!m_byIds && historyGone(answer) && !m_found.ids.empty()) {
        m_byIds = true;
        m_toFetch = std::min(m_toFetch, qint64(m_found.ids.size()));
        if (m_start >= m_toFetch) // it named fewer than it counted: the rest cannot be asked for
            endSlice();
        return false;
    }
    if (const QString said = pubmedError(answer.body); !said.isEmpty())
        return fail(ErrorCode::QueryRefused, {}, said);
    if (!answer.body.contains("<PubmedArticleSet"))
        return fail(ErrorCode::AnswerUnreadable);
    const std::vector<std::string> ids = pubmedIds(answer.body);
    m_delivered.add(ids);
    const qint64 asked = fetchSize();
    for (size_t i = size_t(m_start); i < std::min(m_found.ids.size(), size_t(m_start + asked)); ++i) {
        if (!m_delivered.has(m_found.ids[i]))
            m_missing.push_back(m_found.ids[i]);
    }
    m_start += asked;
    if (m_start >= m_toFetch)
        endSlice();
    return !ids.empty();
}

void PubmedWalk::endSlice()
{
    m_fetching = false;
    m_found = {};
    m_slices.pop_front();
    if (m_query.countOnly || (m_query.limit > 0 && m_delivered.records() >= m_query.limit))
        m_slices.clear();
}

Summary PubmedWalk::summary() const
{
    Summary summary{m_hits, m_delivered.records(), m_delivered.repeats(), m_translated, m_warnings, {}};
    qint64 missing = std::max<qint64>(0, m_hits - summary.records);
    const auto gap = [&](Gap::Why why, qint64 records, std::vector<std::string> ids = {}) {
        records = std::min(records, missing);
        if (records > 0)
            summary.gaps.push_back({why, records, std::move(ids)});
        missing -= std::max<qint64>(0, records);
    };
    if (m_query.countOnly)
        return summary;
    std::vector<std::string> gone; // a later slice or page may have brought it after all
    std::copy_if(m_missing.begin(), m_missing.end(), std::back_inserter(gone),
                 [&](const std::string& id) { return !m_delivered.has(id); });
    const auto known = qint64(gone.size());
    gap(Gap::Why::NotDelivered, known, std::move(gone));
    gap(Gap::Why::ServiceLimit, m_capped);
    if (!m_slices.empty()) {
        const qint64 wanted = m_query.limit > 0 ? std::max<qint64>(0, m_query.limit - summary.records) : missing;
        gap(Gap::Why::Stopped, std::min(wanted, missing));
        gap(Gap::Why::Limit, missing);
    } else if (m_query.limit > 0 && summary.records + known >= m_query.limit)
        gap(Gap::Why::Limit, missing);
    else
        gap(Gap::Why::NotDelivered, missing);
    return summary;
}

} // namespace winnow::sources
