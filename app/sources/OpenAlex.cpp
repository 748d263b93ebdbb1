// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/OpenAlex.h"

#include "sources/Asking.h"
#include "sources/FilterWords.h"

namespace winnow::sources {
namespace {

using formats::JsonDocument;

const QLatin1String openAlexId("openalex");

/// Cursors are for those who have a key.
Objection openAlexObjection(const net::Answer& answer)
{
    const bool refused = answer.status == 401 && answer.body.toLower().contains("cursor");
    return refused ? Objection::NoCursor : Objection::None;
}

const PagedService withKey{
    .pageSize = 100, .request = openAlexRequest, .read = openAlexPage, .objection = openAlexObjection};
const PagedService withoutKey{.pageSize = 100, .cursors = false, .request = openAlexRequest, .read = openAlexPage};

QString openAlexFilter(const Filters& filters)
{
    QStringList parts;
    if (filters.from.isValid())
        parts.append(QStringLiteral("from_publication_date:") + filters.from.toString(Qt::ISODate));
    if (filters.to.isValid())
        parts.append(QStringLiteral("to_publication_date:") + filters.to.toString(Qt::ISODate));
    const auto any = [&](FilterKind kind, const QStringList& ids, const char* name) {
        const QStringList texts = filterTexts(kind, ids, openAlexId, QStringLiteral("%1"));
        if (!texts.isEmpty())
            parts.append(QLatin1String(name) + texts.join(QLatin1Char('|')));
    };
    any(FilterKind::Language, filters.languages, "language:");
    any(FilterKind::Type, filters.types, "type:");
    return parts.join(QLatin1Char(','));
}

} // namespace

QString openAlexBesides(const Query& query)
{
    const QString filter = openAlexFilter(query.filters);
    return filter.isEmpty() ? QString() : QStringLiteral("filter=") + filter;
}

net::Manners openAlexManners(const Access&)
{
    return {.spacing = 110};
}

QString openAlexAsSent(const Query& query, QStringList& warnings)
{
    if (query.filters.humans)
        warnings.append(words(QT_TRANSLATE_NOOP("Words", "OpenAlex has no filter for humans: it was left out.")));
    lackingFilters(query.filters, openAlexId, QStringLiteral("OpenAlex"), warnings);
    return query.text.simplified();
}

std::unique_ptr<Walk> beginOpenAlex(const Query& query, const Access& access)
{
    QStringList warnings;
    const QString sent = openAlexAsSent(query, warnings);
    return std::make_unique<PagedWalk>(access.key.isEmpty() ? withoutKey : withKey, query, access, sent, warnings);
}

net::Request openAlexRequest(const PageAt& at, const Query& query, const Access& access)
{
    QList<Parameter> parameters{{QStringLiteral("search"), at.query},
                                {QStringLiteral("filter"), openAlexFilter(query.filters)},
                                {QStringLiteral("per-page"), QString::number(at.byOffset ? 100 : at.size)}};
    if (at.byOffset)
        parameters.append({QStringLiteral("page"), QString::number(at.start / 100 + 1)});
    else
        parameters.append({QStringLiteral("cursor"), at.cursor.isEmpty() ? QStringLiteral("*") : at.cursor});
    parameters.append({QStringLiteral("mailto"), access.email});
    parameters.append({QStringLiteral("api_key"), access.key});
    return asking(access.base + QStringLiteral("/works"), parameters, net::Content::Json);
}

Result<Page> openAlexPage(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const auto results = document.empty() ? JsonDocument::none : memberAt(document, {"results"});
    if (!whole || results == JsonDocument::none)
        return fail(ErrorCode::AnswerUnreadable);
    Page page{numberIn(document, memberAt(document, {"meta", "count"})),
              QString::fromStdString(document.text(memberAt(document, {"meta", "next_cursor"}))),
              {}};
    for (auto work = document.firstIn(results); work != JsonDocument::none; work = document.after(work, results))
        page.ids.push_back(document.text(work, "id"));
    return page;
}

} // namespace winnow::sources
