// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Crossref.h"

#include "sources/Asking.h"
#include "sources/FilterWords.h"

namespace winnow::sources {
namespace {

using formats::JsonDocument;

const QLatin1String crossrefId("crossref");

const PagedService crossrefService{.pageSize = 500, .request = crossrefRequest, .read = crossrefPage};

QString crossrefFilter(const Filters& filters)
{
    QStringList parts;
    if (filters.from.isValid())
        parts.append(QStringLiteral("from-pub-date:") + filters.from.toString(Qt::ISODate));
    if (filters.to.isValid())
        parts.append(QStringLiteral("until-pub-date:") + filters.to.toString(Qt::ISODate));
    parts += filterTexts(FilterKind::Type, filters.types, crossrefId, QStringLiteral("type:%1"));
    return parts.join(QLatin1Char(','));
}

} // namespace

/// "50" requests in "1s": ms for each. Both spellings of the headers exist; -1: not said.
qint64 crossrefPace(const net::Answer& answer)
{
    const auto said = [&](const char* a, const char* b) {
        const QByteArray value = answer.header(a);
        return value.isEmpty() ? answer.header(b) : value;
    };
    const qint64 requests = said("X-Rate-Limit-Limit", "X-RateLimit-Limit").trimmed().toLongLong();
    QByteArray interval = said("X-Rate-Limit-Interval", "X-RateLimit-Interval").trimmed();
    if (interval.endsWith('s'))
        interval.chop(1);
    const double seconds = interval.toDouble();
    return requests > 0 && seconds > 0 ? qint64(seconds * 1000 / double(requests)) : -1;
}

QString crossrefBesides(const Query& query)
{
    const QString filter = crossrefFilter(query.filters);
    return filter.isEmpty() ? QString() : QStringLiteral("filter=") + filter;
}

/// Lists: about one request a second in the public pool, three in the polite one.
net::Manners crossrefManners(const Access& access)
{
    return {.spacing = access.email.isEmpty() ? 1000 : 350, .pace = crossrefPace};
}

QString crossrefAsSent(const Query& query, QStringList& warnings)
{
    if (query.filters.humans)
        warnings.append(words(QT_TRANSLATE_NOOP("Words", "Crossref has no filter for humans: it was left out.")));
    lackingFilters(query.filters, crossrefId, QStringLiteral("Crossref"), warnings);
    warnings.append(words(QT_TRANSLATE_NOOP(
        "Words", "Crossref ranks by words and knows no AND, OR and NOT: its number of hits is no count of a search.")));
    return query.text.simplified();
}

std::unique_ptr<Walk> beginCrossref(const Query& query, const Access& access)
{
    QStringList warnings;
    const QString sent = crossrefAsSent(query, warnings);
    return std::make_unique<PagedWalk>(crossrefService, query, access, sent, warnings);
}

net::Request crossrefRequest(const PageAt& at, const Query& query, const Access& access)
{
    return asking(access.base + QStringLiteral("/works"),
                  {{QStringLiteral("query.bibliographic"), at.query},
                   {QStringLiteral("filter"), crossrefFilter(query.filters)},
                   {QStringLiteral("rows"), QString::number(at.size)},
                   {QStringLiteral("cursor"), at.cursor.isEmpty() ? QStringLiteral("*") : at.cursor},
                   {QStringLiteral("mailto"), access.email}},
                  net::Content::Json);
}

Result<Page> crossrefPage(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const auto items = document.empty() ? JsonDocument::none : memberAt(document, {"message", "items"});
    if (!whole || items == JsonDocument::none)
        return fail(ErrorCode::AnswerUnreadable);
    Page page{numberIn(document, memberAt(document, {"message", "total-results"})),
              QString::fromStdString(document.text(memberAt(document, {"message", "next-cursor"}))),
              {}};
    for (auto work = document.firstIn(items); work != JsonDocument::none; work = document.after(work, items))
        page.ids.push_back(document.text(work, "DOI"));
    return page;
}

} // namespace winnow::sources
