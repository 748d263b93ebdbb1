// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/ByIdentifier.h"

#include "sources/Asking.h"
#include "sources/ClinicalTrials.h"
#include "sources/Crossref.h"
#include "sources/PubmedAnswers.h"

#include <algorithm>
#include <set>

namespace winnow::sources {
namespace {

using formats::JsonDocument;
using Ids = std::vector<std::string>;

QString joined(const Ids& ids, const char* between)
{
    QStringList list;
    for (const std::string& id : ids)
        list.append(QString::fromStdString(id));
    return list.join(QLatin1String(between));
}

Result<Ids> pubmedArticles(const QByteArray& body)
{
    if (!body.contains("<PubmedArticleSet") && !body.contains("ID list is empty"))
        return fail(ErrorCode::AnswerUnreadable);
    return pubmedIds(body);
}

Result<Ids> idsOfPage(Result<Page> page, bool dois)
{
    if (!page)
        return Failure(page.error());
    if (dois)
        std::transform(page->ids.begin(), page->ids.end(), page->ids.begin(), bareDoi);
    return std::move(page->ids);
}

Result<Ids> trialsOfPage(const QByteArray& body)
{
    return idsOfPage(clinicalTrialsPage(body), false);
}

Result<Ids> crossrefDois(const QByteArray& body)
{
    return idsOfPage(crossrefPage(body), true);
}

/// Those of each article, of which some may be the one by which it was asked for.
Result<Ids> europePmcNumbers(const QByteArray& body, std::initializer_list<const char*> kinds)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    if (!whole || document.empty() || numberIn(document, memberAt(document, {"hitCount"})) < 0)
        return fail(ErrorCode::AnswerUnreadable);
    Ids ids;
    const auto results = memberAt(document, {"resultList", "result"});
    if (results == JsonDocument::none || document.isText(results))
        return ids;
    for (auto one = document.firstIn(results); one != JsonDocument::none; one = document.after(one, results)) {
        for (const char* kind : kinds) {
            const std::string id = document.text(one, kind);
            if (!id.empty())
                ids.push_back(kind == std::string_view("doi") ? bareDoi(id) : id);
        }
    }
    return ids;
}

Result<Ids> europePmcArticles(const QByteArray& body)
{
    return europePmcNumbers(body, {"pmid", "doi", "pmcid"});
}

/// One number of each article, so that what was delivered can be counted.
Result<Ids> europePmcPmcids(const QByteArray& body)
{
    return europePmcNumbers(body, {"pmcid"});
}

QString europePmcTerm(const std::string& id)
{
    const QString text = QString::fromStdString(id).remove(QLatin1Char('"'));
    if (id.find_first_not_of("0123456789") == std::string::npos)
        return QStringLiteral("(EXT_ID:%1 AND SRC:MED)").arg(text);
    return id.starts_with("PMC") ? QStringLiteral("PMCID:") + text : QStringLiteral("DOI:\"%1\"").arg(text);
}

const IdentifierService europePmcById{25, europePmcByIdRequest, europePmcArticles};
const IdentifierService europePmcByPmcid{25, europePmcByIdRequest, europePmcPmcids};
const IdentifierService pubmedById{200, pubmedByIdRequest, pubmedArticles};
const IdentifierService trialsById{100, trialsByIdRequest, trialsOfPage};
const IdentifierService openAlexById{50, openAlexByIdRequest, openAlexDois};
const IdentifierService crossrefById{50, crossrefByIdRequest, crossrefDois};

} // namespace

std::vector<std::string> identifiersIn(const QString& text)
{
    std::vector<std::string> ids;
    std::set<QString> seen;
    for (const QString& word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (seen.insert(word).second)
            ids.push_back(word.toStdString());
    }
    return ids;
}

QString alternatives(const QString& filter, const std::vector<std::string>& values)
{
    Ids askable;
    std::copy_if(values.begin(), values.end(), std::back_inserter(askable),
                 [](const std::string& value) { return value.find_first_of(",|") == std::string::npos; });
    return filter + QLatin1Char(':') + joined(askable, "|");
}

std::string bareDoi(const std::string& written)
{
    const QString lower = QString::fromStdString(written).trimmed().toLower();
    const auto start = lower.indexOf(QLatin1String("10."));
    return (start < 0 ? lower : lower.mid(start)).toStdString();
}

IdentifierWalk::IdentifierWalk(const IdentifierService& service, const Query& query, Access access)
    : m_service(service)
    , m_access(std::move(access))
    , m_ids(identifiersIn(query.text))
{
    if (query.limit > 0 && size_t(query.limit) < m_ids.size())
        m_ids.resize(size_t(query.limit));
    if (query.countOnly)
        m_done = m_ids.size();
}

std::vector<std::string> IdentifierWalk::batch() const
{
    const size_t end = std::min(m_ids.size(), m_done + size_t(m_service.batch));
    return {m_ids.begin() + std::ptrdiff_t(m_done), m_ids.begin() + std::ptrdiff_t(end)};
}

std::optional<net::Request> IdentifierWalk::next() const
{
    if (m_done >= m_ids.size())
        return std::nullopt;
    return m_service.request(batch(), m_access);
}

/// A limit that is passed comes as JSON with any status. "Nothing of that list is known" is an answer, not a fault.
std::optional<net::Judgement> IdentifierWalk::ownWords(const net::Answer& answer) const
{
    if (answer.body.size() < 4000 && answer.body.contains("API rate limit exceeded"))
        return net::Judgement{net::Judgement::What::Again, ErrorCode::ServiceBusy, {}};
    if (answer.body.size() < 4000 && answer.body.contains("API key invalid"))
        return net::Judgement{net::Judgement::What::Failed, ErrorCode::KeyRefused, {}};
    if (answer.status == 400 && answer.body.contains("ID list is empty"))
        return net::Judgement();
    return std::nullopt;
}

Result<bool> IdentifierWalk::take(const net::Answer& answer)
{
    const auto ids = m_service.read(answer.body);
    if (!ids)
        return Failure(ids.error());
    m_delivered.add(*ids);
    m_done += batch().size();
    return !ids->empty();
}

Summary IdentifierWalk::summary() const
{
    Summary summary{qint64(m_ids.size()), m_delivered.records(), m_delivered.repeats(), {}, {}, {}};
    Gap missing{Gap::Why::NotDelivered, 0, {}};
    for (size_t i = 0; i < m_done; ++i) {
        if (!m_delivered.has(m_ids[i]))
            missing.ids.push_back(m_ids[i]);
    }
    missing.records = qint64(missing.ids.size());
    if (missing.records > 0)
        summary.gaps.push_back(std::move(missing));
    if (m_done < m_ids.size())
        summary.gaps.push_back({Gap::Why::Stopped, qint64(m_ids.size() - m_done), {}});
    return summary;
}

QString identifiersAsSent(const Query& query, QStringList&)
{
    return query.text.simplified();
}

std::unique_ptr<Walk> beginPubmedById(const Query& query, const Access& access)
{
    return std::make_unique<IdentifierWalk>(pubmedById, query, access);
}

std::unique_ptr<Walk> beginTrialsById(const Query& query, const Access& access)
{
    return std::make_unique<IdentifierWalk>(trialsById, query, access);
}

std::unique_ptr<Walk> beginOpenAlexById(const Query& query, const Access& access)
{
    return std::make_unique<IdentifierWalk>(openAlexById, query, access);
}

std::unique_ptr<Walk> beginCrossrefById(const Query& query, const Access& access)
{
    return std::make_unique<IdentifierWalk>(crossrefById, query, access);
}

std::unique_ptr<Walk> beginEuropePmcById(const Query& query, const Access& access)
{
    return std::make_unique<IdentifierWalk>(europePmcById, query, access);
}

std::unique_ptr<Walk> beginEuropePmcByPmcid(const Query& query, const Access& access)
{
    return std::make_unique<IdentifierWalk>(europePmcByPmcid, query, access);
}

net::Request europePmcByIdRequest(const std::vector<std::string>& ids, const Access& access)
{
    QStringList parts;
    for (const std::string& id : ids)
        parts.append(europePmcTerm(id));
    return asking(access.base + QStringLiteral("/search"),
                  {{QStringLiteral("query"), parts.join(QStringLiteral(" OR "))},
                   {QStringLiteral("format"), QStringLiteral("json")},
                   {QStringLiteral("resultType"), QStringLiteral("core")},
                   {QStringLiteral("pageSize"), QStringLiteral("100")},
                   {QStringLiteral("email"), access.email}},
                  net::Content::Json);
}

net::Request pubmedByIdRequest(const std::vector<std::string>& ids, const Access& access)
{
    return askingAtLength(access.base + QStringLiteral("/efetch.fcgi"),
                          {{QStringLiteral("db"), QStringLiteral("pubmed")},
                           {QStringLiteral("tool"), QStringLiteral("winnow")},
                           {QStringLiteral("email"), access.email},
                           {QStringLiteral("api_key"), access.key},
                           {QStringLiteral("retmode"), QStringLiteral("xml")},
                           {QStringLiteral("id"), joined(ids, ",")}},
                          net::Content::Xml);
}

net::Request trialsByIdRequest(const std::vector<std::string>& ids, const Access& access)
{
    return asking(access.base + QStringLiteral("/studies"),
                  {{QStringLiteral("filter.ids"), joined(ids, ",")},
                   {QStringLiteral("format"), QStringLiteral("json")},
                   {QStringLiteral("countTotal"), QStringLiteral("true")},
                   {QStringLiteral("pageSize"), QString::number(qint64(ids.size()))}},
                  net::Content::Json);
}

net::Request openAlexByIdRequest(const std::vector<std::string>& ids, const Access& access)
{
    return asking(access.base + QStringLiteral("/works"),
                  {{QStringLiteral("filter"), alternatives(QStringLiteral("doi"), ids)},
                   {QStringLiteral("per-page"), QStringLiteral("100")},
                   {QStringLiteral("mailto"), access.email},
                   {QStringLiteral("api_key"), access.key}},
                  net::Content::Json);
}

/// Several values of one filter are alternatives, and each says the filter's name again.
net::Request crossrefByIdRequest(const std::vector<std::string>& ids, const Access& access)
{
    QStringList filters;
    for (const std::string& id : ids) {
        if (id.find(',') == std::string::npos)
            filters.append(QStringLiteral("doi:") + QString::fromStdString(id));
    }
    return asking(access.base + QStringLiteral("/works"),
                  {{QStringLiteral("filter"), filters.join(QLatin1Char(','))},
                   {QStringLiteral("rows"), QString::number(qint64(ids.size()))},
                   {QStringLiteral("mailto"), access.email}},
                  net::Content::Json);
}

Result<std::vector<std::string>> openAlexDois(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const auto results = document.empty() ? JsonDocument::none : memberAt(document, {"results"});
    if (!whole || results == JsonDocument::none)
        return fail(ErrorCode::AnswerUnreadable);
    Ids dois;
    for (auto work = document.firstIn(results); work != JsonDocument::none; work = document.after(work, results))
        dois.push_back(bareDoi(document.text(work, "doi")));
    return dois;
}

} // namespace winnow::sources
