// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Scopus.h"

#include "sources/Asking.h"
#include "sources/FilterWords.h"
#include "sources/ScopusWords.h"

namespace winnow::sources {
namespace {

using formats::JsonDocument;

const PagedService scopusService{.pageSize = 25, // what COMPLETE gives out at most
                                 .mostByOffset = 5000,
                                 .request = scopusRequest,
                                 .read = scopusPage,
                                 .ownWords = scopusWords,
                                 .objection = scopusObjection};

QString yearText(const Filters& filters)
{
    QString text;
    if (filters.from.isValid())
        text += QStringLiteral(" AND PUBYEAR > %1").arg(filters.from.year() - 1);
    if (filters.to.isValid())
        text += QStringLiteral(" AND PUBYEAR < %1").arg(filters.to.year() + 1);
    return text;
}

bool wholeYears(const Filters& filters)
{
    return (!filters.from.isValid() || filters.from.dayOfYear() == 1)
        && (!filters.to.isValid() || filters.to.dayOfYear() == filters.to.daysInYear());
}

} // namespace

net::Manners scopusManners(const Access&)
{
    return {.spacing = 150};
}

QString scopusAsSent(const Query& query, QStringList& warnings)
{
    if (query.filters.humans)
        warnings.append(words(QT_TRANSLATE_NOOP("Words", "Scopus has no filter for humans: it was left out.")));
    if (!wholeYears(query.filters))
        warnings.append(
            words(QT_TRANSLATE_NOOP("Words", "Scopus filters by whole years: those of the dates were taken.")));
    lackingFilters(query.filters, QLatin1String("scopus"), QStringLiteral("Scopus"), warnings);
    const QString years = yearText(query.filters) + filterClause(query.filters, QLatin1String("scopus"));
    const QString text = query.text.simplified();
    return years.isEmpty() ? text : QLatin1Char('(') + text + QLatin1Char(')') + years;
}

std::unique_ptr<Walk> beginScopus(const Query& query, const Access& access)
{
    QStringList warnings;
    const QString sent = scopusAsSent(query, warnings);
    return std::make_unique<PagedWalk>(scopusService, query, access, sent, warnings);
}

/// The key and the institution's token are secrets: they go in headers, never into the address.
net::Request scopusRequest(const PageAt& at, const Query& query, const Access& access)
{
    Q_UNUSED(query)
    QList<Parameter> parameters{
        {QStringLiteral("query"), at.query},
        {QStringLiteral("view"), at.plain ? QStringLiteral("STANDARD") : QStringLiteral("COMPLETE")},
        {QStringLiteral("count"), QString::number(at.size)}};
    if (at.byOffset)
        parameters.append({QStringLiteral("start"), QString::number(at.start)});
    else
        parameters.append({QStringLiteral("cursor"), at.cursor.isEmpty() ? QStringLiteral("*") : at.cursor});
    net::Request request
        = asking(access.base + QStringLiteral("/content/search/scopus"), parameters, net::Content::Json);
    request.headers = {{"Accept", "application/json"}, {"X-ELS-APIKey", access.key.toUtf8()}};
    if (!access.institution.isEmpty())
        request.headers.append({"X-ELS-Insttoken", access.institution.toUtf8()});
    return request;
}

Result<Page> scopusPage(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const auto results = document.empty() ? JsonDocument::none : memberAt(document, {"search-results"});
    if (!whole || results == JsonDocument::none)
        return fail(ErrorCode::AnswerUnreadable);
    Page page{numberIn(document, document.member(results, "opensearch:totalResults")),
              QString::fromStdString(document.text(document.member(results, "cursor"), "@next")),
              {}};
    const auto entries = document.member(results, "entry");
    if (entries == JsonDocument::none)
        return page;
    for (auto entry = document.firstIn(entries); entry != JsonDocument::none; entry = document.after(entry, entries)) {
        if (document.member(entry, "error") == JsonDocument::none) // "Result set was empty" is an entry of its own
            page.ids.push_back(document.text(entry, "eid"));
    }
    return page;
}

} // namespace winnow::sources
