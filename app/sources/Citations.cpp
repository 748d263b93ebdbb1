// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Citations.h"

#include "sources/Asking.h"
#include "sources/ByIdentifier.h"

#include <algorithm>
#include <set>

namespace winnow::sources {
namespace {

using formats::JsonDocument;
using Names = std::vector<std::string>;

/// "https://openalex.org/W12" and "https://pubmed.ncbi.nlm.nih.gov/12": what stands behind the last slash.
std::string lastPart(const std::string& address)
{
    const auto slash = address.find_last_of('/');
    return slash == std::string::npos ? address : address.substr(slash + 1);
}

CitedWork workIn(const JsonDocument& document, std::uint32_t node)
{
    CitedWork work;
    work.id = lastPart(document.text(node, "id"));
    work.doi = bareDoi(document.text(node, "doi"));
    work.pmid = lastPart(document.text(document.member(node, "ids"), "pmid"));
    const auto list = document.member(node, "referenced_works");
    if (list == JsonDocument::none || document.isText(list))
        return work;
    for (auto one = document.firstIn(list); one != JsonDocument::none; one = document.after(one, list))
        work.references.push_back(lastPart(document.text(one)));
    return work;
}

/// The values of those seeds that begin with `prefix`, without it.
Names seedsOf(const Chase& chase, const std::string& prefix)
{
    Names values;
    for (const std::string& seed : chase.seeds) {
        if (seed.starts_with(prefix))
            values.push_back(seed.substr(prefix.size()));
    }
    return values;
}

template <class Take> void inBatches(const Names& values, size_t size, Take take)
{
    for (size_t i = 0; i < values.size(); i += size) {
        const size_t end = std::min(values.size(), i + size);
        take(Names(values.begin() + std::ptrdiff_t(i), values.begin() + std::ptrdiff_t(end)));
    }
}

} // namespace

QString chaseText(const Chase& chase)
{
    QStringList words;
    if (chase.references)
        words.append(QStringLiteral("references"));
    if (chase.citing)
        words.append(QStringLiteral("citing"));
    QString text = words.join(QLatin1Char(' ')) + QLatin1Char(':');
    for (const std::string& seed : chase.seeds)
        text += QLatin1Char(' ') + QString::fromStdString(seed);
    return text;
}

Chase chaseIn(const QString& text)
{
    Chase chase{false, false, {}};
    for (const std::string& word : identifiersIn(text)) {
        const bool seed = word.starts_with("doi:") || word.starts_with("pmid:");
        if (seed)
            chase.seeds.push_back(word);
        chase.references = chase.references || word.starts_with("references");
        chase.citing = chase.citing || word.starts_with("citing");
    }
    return chase;
}

Result<CitedPage> citedPage(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const auto results = document.empty() ? JsonDocument::none : memberAt(document, {"results"});
    if (!whole || results == JsonDocument::none || document.isText(results))
        return fail(ErrorCode::AnswerUnreadable);
    CitedPage page;
    page.total = numberIn(document, memberAt(document, {"meta", "count"}));
    page.cursor = QString::fromStdString(document.text(memberAt(document, {"meta", "next_cursor"})));
    for (auto work = document.firstIn(results); work != JsonDocument::none; work = document.after(work, results))
        page.works.push_back(workIn(document, work));
    return page;
}

ChaseWalk::ChaseWalk(const Query& query, Access access)
    : m_query(query)
    , m_access(std::move(access))
    , m_chase(chaseIn(query.text))
{
    for (const auto& [prefix, filter] : {std::pair("doi:", "doi"), std::pair("pmid:", "ids.pmid")}) {
        inBatches(seedsOf(m_chase, prefix), batch, [&, name = filter](const Names& values) {
            m_parts.push_back({Part::What::Seeds, alternatives(QString::fromLatin1(name), values)});
        });
    }
}

std::optional<net::Request> ChaseWalk::next() const
{
    if (m_parts.empty())
        return std::nullopt;
    const Part& part = m_parts.front();
    QList<Parameter> parameters{{QStringLiteral("filter"), part.filter},
                                {QStringLiteral("per-page"), QString::number(pageSize)}};
    if (part.what == Part::What::Seeds)
        parameters.append({QStringLiteral("select"), QStringLiteral("id,doi,ids,referenced_works")});
    else if (part.what == Part::What::Citing && !m_access.key.isEmpty())
        parameters.append({QStringLiteral("cursor"), m_cursor.isEmpty() ? QStringLiteral("*") : m_cursor});
    else if (part.what == Part::What::Citing)
        parameters.append({QStringLiteral("page"), QString::number(m_page)});
    parameters.append({QStringLiteral("mailto"), m_access.email});
    parameters.append({QStringLiteral("api_key"), m_access.key});
    return asking(m_access.base + QStringLiteral("/works"), parameters, net::Content::Json);
}

std::optional<net::Judgement> ChaseWalk::ownWords(const net::Answer&) const
{
    return std::nullopt;
}

Result<bool> ChaseWalk::take(const net::Answer& answer)
{
    const auto page = citedPage(answer.body);
    if (!page)
        return Failure(page.error());
    if (m_parts.front().what == Part::What::Seeds) {
        takeSeeds(*page);
        return false;
    }
    Names ids;
    for (const CitedWork& work : page->works)
        ids.push_back(work.id);
    if (!m_query.countOnly)
        m_delivered.add(ids);
    turn(*page);
    return !ids.empty();
}

void ChaseWalk::takeSeeds(const CitedPage& page)
{
    const std::set<std::string> asked(m_chase.seeds.begin(), m_chase.seeds.end());
    std::set<std::string> references(m_references.begin(), m_references.end());
    for (const CitedWork& work : page.works) {
        for (const std::string& name : {"doi:" + work.doi, "pmid:" + work.pmid}) {
            if (asked.contains(name))
                m_known.push_back(name);
        }
        if (std::find(m_works.begin(), m_works.end(), work.id) == m_works.end())
            m_works.push_back(work.id);
        for (const std::string& one : work.references) {
            if (references.insert(one).second)
                m_references.push_back(one);
        }
    }
    m_parts.pop_front();
    if (m_parts.empty())
        planWorks();
}

void ChaseWalk::planWorks()
{
    if (m_chase.references) {
        m_declared += qint64(m_references.size());
        if (!m_query.countOnly) {
            inBatches(m_references, batch, [&](const Names& values) {
                m_parts.push_back(
                    {Part::What::References, alternatives(QStringLiteral("openalex"), values), qint64(values.size())});
            });
        }
    }
    if (m_chase.citing) {
        inBatches(m_works, batch, [&](const Names& values) {
            m_parts.push_back({Part::What::Citing, alternatives(QStringLiteral("cites"), values)});
        });
    }
}

void ChaseWalk::turn(const CitedPage& page)
{
    const bool citing = m_parts.front().what == Part::What::Citing;
    if (citing && m_partTotal < 0) {
        m_partTotal = std::max<qint64>(page.total, 0);
        m_declared += m_partTotal;
    }
    const bool enough = m_query.limit > 0 && m_delivered.records() >= m_query.limit;
    const bool reached = m_page * pageSize >= m_partTotal || page.works.empty();
    const bool capped = m_access.key.isEmpty() && m_page * pageSize >= mostByPage;
    const bool noCursor = !m_access.key.isEmpty() && (page.cursor.isEmpty() || page.cursor == m_cursor);
    if (enough)
        m_parts.clear();
    else if (!citing || m_query.countOnly || reached || noCursor)
        endPart();
    else if (capped) {
        m_capped += m_partTotal - m_page * pageSize;
        endPart();
    } else {
        ++m_page;
        m_cursor = page.cursor;
    }
}

void ChaseWalk::endPart()
{
    m_parts.pop_front();
    m_cursor.clear();
    m_page = 1;
    m_partTotal = -1;
}

QStringList ChaseWalk::warnings() const
{
    const std::set<std::string> known(m_known.begin(), m_known.end());
    QStringList unknown;
    for (const std::string& seed : m_chase.seeds) {
        if (!known.contains(seed))
            unknown.append(QString::fromStdString(seed));
    }
    if (unknown.isEmpty() || (!m_parts.empty() && m_parts.front().what == Part::What::Seeds))
        return {};
    return {words(QT_TRANSLATE_NOOP("Words",
                                    "OpenAlex does not know these reports, and nothing was followed from "
                                    "them: %1."))
                .arg(unknown.join(QStringLiteral(", ")))};
}

/// A work that is cited by one report and cites another comes twice and is one work: what is declared is told without
/// those.
Summary ChaseWalk::summary() const
{
    Summary summary{
        m_declared - m_delivered.repeats(), m_delivered.records(), m_delivered.repeats(), {}, warnings(), {}};
    if (m_query.countOnly)
        return summary;
    if (m_query.limit > 0)
        summary.records = std::min(summary.records, m_query.limit); // a page may bring more
    qint64 missing = std::max<qint64>(0, summary.hits - summary.records);
    const qint64 capped = std::min(missing, m_capped);
    if (capped > 0)
        summary.gaps.push_back({Gap::Why::ServiceLimit, capped, {}});
    missing -= capped;
    const Gap::Why why = !m_parts.empty()                       ? Gap::Why::Stopped
        : m_query.limit > 0 && summary.records >= m_query.limit ? Gap::Why::Limit
                                                                : Gap::Why::NotDelivered;
    if (missing > 0)
        summary.gaps.push_back({why, missing, {}});
    return summary;
}

QString chaseAsSent(const Query& query, QStringList&)
{
    return query.text.simplified();
}

std::unique_ptr<Walk> beginChase(const Query& query, const Access& access)
{
    return std::make_unique<ChaseWalk>(query, access);
}

} // namespace winnow::sources
