// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Titles.h"

#include "sources/Asking.h"
#include "sources/ByIdentifier.h"

namespace winnow::sources {
namespace {

using formats::JsonDocument;

constexpr int longestTitle = 400;
constexpr int candidates = 5;

QString said(const std::string& text)
{
    return QString::fromStdString(text).simplified();
}

/// The first of a list of texts.
QString firstOf(const JsonDocument& document, std::uint32_t work, const char* name)
{
    const auto list = document.member(work, name);
    if (list == JsonDocument::none || document.isText(list))
        return {};
    const auto first = document.firstIn(list);
    return first == JsonDocument::none ? QString() : said(document.text(first));
}

int yearIn(const JsonDocument& document, std::uint32_t work)
{
    auto node = document.member(document.member(work, "issued"), "date-parts");
    for (int depth = 0; depth < 2 && node != JsonDocument::none && !document.isText(node); ++depth)
        node = document.firstIn(node);
    return node == JsonDocument::none ? 0 : int(std::max<qint64>(0, numberIn(document, node)));
}

QString familyIn(const JsonDocument& document, std::uint32_t work)
{
    const auto authors = document.member(work, "author");
    const auto first
        = authors == JsonDocument::none || document.isText(authors) ? JsonDocument::none : document.firstIn(authors);
    if (first == JsonDocument::none)
        return {};
    const QString family = said(document.text(first, "family"));
    return family.isEmpty() ? said(document.text(first, "name")) : family;
}

} // namespace

net::Request titleRequest(const QString& title, const Access& crossref)
{
    return asking(crossref.base + QStringLiteral("/works"),
                  {{QStringLiteral("query.bibliographic"), title.simplified().left(longestTitle)},
                   {QStringLiteral("rows"), QString::number(candidates)},
                   {QStringLiteral("mailto"), crossref.email}},
                  net::Content::Json);
}

net::Request europePmcTitleRequest(const QString& title, const Access& europePmc)
{
    QString words = title;
    words.replace(QLatin1Char('"'), QLatin1Char(' ')).replace(QLatin1Char('\\'), QLatin1Char(' '));
    return asking(europePmc.base + QStringLiteral("/search"),
                  {{QStringLiteral("query"),
                    QStringLiteral("TITLE:\"%1\" AND SRC:MED").arg(words.simplified().left(longestTitle))},
                   {QStringLiteral("format"), QStringLiteral("json")},
                   {QStringLiteral("resultType"), QStringLiteral("core")},
                   {QStringLiteral("pageSize"), QString::number(candidates)},
                   {QStringLiteral("email"), europePmc.email}},
                  net::Content::Json);
}

Result<std::vector<TitleMatch>> titleMatches(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const auto items = document.empty() ? JsonDocument::none : memberAt(document, {"message", "items"});
    if (!whole || items == JsonDocument::none || document.isText(items))
        return fail(ErrorCode::AnswerUnreadable);
    std::vector<TitleMatch> matches;
    for (auto work = document.firstIn(items); work != JsonDocument::none; work = document.after(work, items)) {
        TitleMatch match{firstOf(document, work, "title"), familyIn(document, work),
                         firstOf(document, work, "container-title"), yearIn(document, work),
                         QString::fromStdString(bareDoi(document.text(work, "DOI")))};
        if (!match.doi.isEmpty() && !match.title.isEmpty())
            matches.push_back(std::move(match));
    }
    return matches;
}

} // namespace winnow::sources
