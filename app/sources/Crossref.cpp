// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Crossref.h"

#include "sources/Asking.h"

namespace winnow::sources {
namespace {

using formats::JsonDocument;

const PagedService crossrefService{.pageSize = 500, .request = crossrefRequest, .read = crossrefPage};

QString crossrefFilter(const Filters& filters)
{
    QStringList parts;
    if (filters.from.isValid())
        parts.append(QStringLiteral("from-pub-date:") + filters.from.toString(Qt::ISODate));
    if (filters.to.isValid())
        parts.append(QStringLiteral("until-pub-date:") + filters.to.toString(Qt::ISODate));
    return parts.join(QLatin1Char(','));
}

} // namespace

/// Lists: about one request a second in the public pool, three in the polite one.
net::Manners crossrefManners(const Access& access)
{
    return {.spacing = access.email.isEmpty() ? 1000 : 350};
}

QString crossrefAsSent(const Query& query, QStringList& warnings)
{
    if (query.filters.humans)
        warnings.append(words(QT_TRANSLATE_NOOP("Words", "Crossref has no filter for humans: it was left out.")));
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
