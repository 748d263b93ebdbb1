// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/ScopusWords.h"

#include "net/Redact.h"

namespace winnow::sources {
namespace {

using What = net::Judgement::What;

bool quotaSpent(const net::Answer& answer)
{
    return answer.header("X-ELS-Status").contains("QUOTA_EXCEEDED") || answer.body.contains("QUOTA_EXCEEDED");
}

} // namespace

QDateTime scopusReset(const QByteArray& header)
{
    bool number = false;
    const qint64 at = header.trimmed().toLongLong(&number);
    if (number)
        return QDateTime::fromMSecsSinceEpoch(at > 100'000'000'000 ? at : at * 1000, Qt::UTC);
    QDateTime date
        = QDateTime::fromString(QString::fromLatin1(header.trimmed()), QStringLiteral("yyyy-MM-dd hh:mm:ss"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<net::Judgement> scopusWords(const net::Answer& answer)
{
    if ((answer.status == 429 || answer.status == 403) && quotaSpent(answer)) {
        const QDateTime reset = scopusReset(answer.header("X-RateLimit-Reset"));
        return net::Judgement{
            What::Failed, ErrorCode::QuotaSpent,
            reset.isValid() ? reset.toString(QStringLiteral("yyyy-MM-dd hh:mm")) + QStringLiteral(" UTC") : QString()};
    }
    if (answer.status == 413 || answer.status == 414)
        return net::Judgement{What::Failed, ErrorCode::QueryRefused, QStringLiteral("too long")};
    if (answer.status == 400 || answer.status == 401 || answer.status == 403) {
        const ErrorCode code = answer.status == 400 ? ErrorCode::QueryRefused
            : answer.status == 401                  ? ErrorCode::KeyRefused
                                                    : ErrorCode::NotEntitled;
        return net::Judgement{What::Failed, code, net::told(answer.body)};
    }
    return std::nullopt;
}

Objection scopusObjection(const net::Answer& answer)
{
    if ((answer.status != 401 && answer.status != 403) || quotaSpent(answer))
        return Objection::None;
    if (answer.body.contains("cursor parameter is restricted"))
        return Objection::NoCursor;
    return answer.body.contains("Requestor configuration settings insufficient") ? Objection::NotThisView
                                                                                 : Objection::None;
}

} // namespace winnow::sources
