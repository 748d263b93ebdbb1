// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/EuropePmc.h"

#include "net/Redact.h"
#include "sources/Asking.h"
#include "sources/FilterWords.h"

namespace winnow::sources {
namespace {

using formats::JsonDocument;

const QLatin1String europePmcId("europepmc");

/// Errors come with status 200: {"errCode":404,"errMsg":"…"}, or nothing but the version.
std::optional<net::Judgement> europePmcWords(const net::Answer& answer)
{
    if (answer.status != 200 || answer.body.size() > 2000)
        return std::nullopt;
    JsonDocument document;
    document.parse({answer.body.constData(), size_t(answer.body.size())});
    if (document.empty())
        return std::nullopt;
    const std::string said = document.text(memberAt(document, {"errMsg"}));
    if (!said.empty())
        return net::Judgement{net::Judgement::What::Failed, ErrorCode::QueryRefused,
                              net::redacted(QString::fromStdString(said))};
    if (memberAt(document, {"version"}) != JsonDocument::none && memberAt(document, {"hitCount"}) == JsonDocument::none)
        return net::Judgement{net::Judgement::What::Again, ErrorCode::ServiceFailed, {}};
    return std::nullopt;
}

const PagedService europePmcService{
    .pageSize = 1000, .request = europePmcRequest, .read = europePmcPage, .ownWords = europePmcWords};

QString publishedDay(const QDate& date, QLatin1String otherwise)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString(otherwise);
}

} // namespace

net::Manners europePmcManners(const Access&)
{
    return {.spacing = 350};
}

QString europePmcAsSent(const Query& query, QStringList& warnings)
{
    QString sent = query.text.simplified();
    const Filters& filters = query.filters;
    lackingFilters(filters, europePmcId, QStringLiteral("Europe PMC"), warnings);
    const QString clause = filterClause(filters, europePmcId);
    if (filters.humans || filters.from.isValid() || filters.to.isValid() || !clause.isEmpty())
        sent = QLatin1Char('(') + sent + QLatin1Char(')');
    if (filters.from.isValid() || filters.to.isValid())
        sent += QStringLiteral(" AND FIRST_PDATE:[%1 TO %2]")
                    .arg(publishedDay(filters.from, QLatin1String("1800-01-01")),
                         publishedDay(filters.to, QLatin1String("2100-12-31")));
    sent += clause;
    if (filters.humans)
        sent += QStringLiteral(" NOT (MESH:\"Animals\" NOT MESH:\"Humans\")");
    return sent;
}

std::unique_ptr<Walk> beginEuropePmc(const Query& query, const Access& access)
{
    QStringList warnings;
    const QString sent = europePmcAsSent(query, warnings);
    return std::make_unique<PagedWalk>(europePmcService, query, access, sent, warnings);
}

net::Request europePmcRequest(const PageAt& at, const Query& query, const Access& access)
{
    Q_UNUSED(query)
    return asking(access.base + QStringLiteral("/search"),
                  {{QStringLiteral("query"), at.query},
                   {QStringLiteral("format"), QStringLiteral("json")},
                   {QStringLiteral("resultType"), QStringLiteral("core")},
                   {QStringLiteral("pageSize"), QString::number(at.size)},
                   {QStringLiteral("cursorMark"), at.cursor.isEmpty() ? QStringLiteral("*") : at.cursor},
                   {QStringLiteral("email"), access.email}},
                  net::Content::Json);
}

Result<Page> europePmcPage(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const qint64 total = document.empty() ? -1 : numberIn(document, memberAt(document, {"hitCount"}));
    if (!whole || total < 0)
        return fail(ErrorCode::AnswerUnreadable);
    Page page{total, QString::fromStdString(document.text(memberAt(document, {"nextCursorMark"}))), {}};
    const auto results = memberAt(document, {"resultList", "result"});
    if (results == JsonDocument::none)
        return page;
    for (auto one = document.firstIn(results); one != JsonDocument::none; one = document.after(one, results))
        page.ids.push_back(document.text(one, "source") + ':' + document.text(one, "id"));
    return page;
}

} // namespace winnow::sources
