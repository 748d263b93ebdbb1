// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Unpaywall.h"

#include "sources/Asking.h"

#include <QRegularExpression>

namespace winnow::sources {
namespace {

using formats::JsonDocument;

net::Manners unpaywallManners(const Access&)
{
    return {.spacing = 100};
}

const Service unpaywallService{"unpaywall",
                               "Unpaywall",
                               "Unpaywall API v2",
                               "UNPAYWALL",
                               "https://api.unpaywall.org/v2",
                               "",
                               SourceKind::Other,
                               Key::None,
                               "Data of Unpaywall",
                               "",
                               unpaywallManners,
                               nullptr,
                               nullptr};

QString placeText(const JsonDocument& document, std::uint32_t place, const char* name)
{
    const QString text = QString::fromStdString(document.text(place, name)).trimmed();
    return text == QLatin1String("null") ? QString() : text;
}

/// Only web addresses, as browsers write them: what comes from a service is opened by a press.
QString webAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return web && !url.host().isEmpty() ? url.toString(QUrl::FullyEncoded) : QString();
}

FreePlace placeIn(const JsonDocument& document, std::uint32_t node)
{
    return {webAddress(placeText(document, node, "url")), webAddress(placeText(document, node, "url_for_pdf")),
            licenceId(placeText(document, node, "license")), placeText(document, node, "version")};
}

} // namespace

const Service& unpaywall()
{
    return unpaywallService;
}

net::Request freePlaceRequest(const std::string& doi, const Access& access)
{
    const QByteArray path = QUrl::toPercentEncoding(QString::fromStdString(doi), "/");
    return asking(access.base + QLatin1Char('/') + QString::fromLatin1(path), {{QStringLiteral("email"), access.email}},
                  net::Content::Json);
}

std::optional<net::Judgement> unpaywallWords(const net::Answer& answer)
{
    if (answer.status == 404 && answer.body.trimmed().startsWith('{'))
        return net::Judgement();
    return std::nullopt;
}

Result<std::optional<FreePlace>> freePlaceIn(const net::Answer& answer)
{
    if (answer.status == 404)
        return std::optional<FreePlace>();
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, answer.body, text);
    if (!whole || document.empty() || memberAt(document, {"is_oa"}) == JsonDocument::none)
        return fail(ErrorCode::AnswerUnreadable);
    const auto best = memberAt(document, {"best_oa_location"});
    if (best == JsonDocument::none || document.isText(best))
        return std::optional<FreePlace>();
    FreePlace place = placeIn(document, best);
    // The best place to read need not be one that may be copied: another one may.
    const auto all = memberAt(document, {"oa_locations"});
    if (all != JsonDocument::none && !document.isText(all)) {
        for (auto one = document.firstIn(all); one != JsonDocument::none; one = document.after(one, all)) {
            const FreePlace other = placeIn(document, one);
            const bool better = allowsCopies(other.licence) && !other.pdf.isEmpty();
            if (better && !(allowsCopies(place.licence) && !place.pdf.isEmpty()))
                place = other;
        }
    }
    return place.url.isEmpty() && place.pdf.isEmpty() ? std::optional<FreePlace>() : std::optional(place);
}

bool allowsCopies(const QString& licence)
{
    return licence.startsWith(QLatin1String("cc-by")) || licence == QLatin1String("cc0")
        || licence == QLatin1String("public-domain") || licence == QLatin1String("pd");
}

QString licenceId(const QString& written)
{
    static const QRegularExpression version(QStringLiteral("[-\\s][0-9](\\.[0-9])?.*$"));
    QString id = written.simplified().toLower();
    id.remove(version);
    id.replace(QLatin1Char(' '), QLatin1Char('-'));
    return id == QLatin1String("cc-0") || id == QLatin1String("cc-zero") ? QStringLiteral("cc0") : id;
}

} // namespace winnow::sources
