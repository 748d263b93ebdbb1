// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Redact.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace winnow::net {
namespace {

constexpr int longestTold = 300;

bool isSecret(const QString& name)
{
    static const QStringList secret{
        QStringLiteral("api_key"),   QStringLiteral("apikey"),      QStringLiteral("api-key"), QStringLiteral("key"),
        QStringLiteral("insttoken"), QStringLiteral("token"),       QStringLiteral("email"),   QStringLiteral("mailto"),
        QStringLiteral("password"),  QStringLiteral("access_token")};
    return secret.contains(name.toLower());
}

} // namespace

QString redacted(const QUrl& url)
{
    QUrl plain = url;
    plain.setUserInfo({});
    QList<std::pair<QString, QString>> items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    for (auto& [name, value] : items) {
        if (isSecret(name))
            value = QStringLiteral("...");
    }
    QUrlQuery query;
    query.setQueryItems(items);
    plain.setQuery(query);
    return redacted(plain.toString(QUrl::FullyEncoded));
}

QString redacted(const QString& text)
{
    static const QRegularExpression address(QStringLiteral("[\\w.+-]+(?:@|%40)[\\w-]+(?:\\.[\\w-]+)+"));
    static const QRegularExpression named(
        QStringLiteral("(\\b(?:x-els-)?(?:api[-_ ]?key|insttoken)[\"']?\\s*[:=]\\s*[\"']?)([^\"'&\\s,}]+)"),
        QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    plain.replace(named, QStringLiteral("\\1..."));
    return plain.replace(address, QStringLiteral("(address)"));
}

QString told(const QByteArray& body)
{
    static const QRegularExpression unseen(QStringLiteral("<(script|style)\\b.*?</\\1>|<[^>]*>"),
                                           QRegularExpression::DotMatchesEverythingOption
                                               | QRegularExpression::CaseInsensitiveOption);
    QString line = QString::fromUtf8(body.left(20'000));
    line = redacted(line.replace(unseen, QStringLiteral(" ")).simplified());
    return line.size() <= longestTold ? line : line.left(longestTold - 1) + QChar(0x2026);
}

} // namespace winnow::net
