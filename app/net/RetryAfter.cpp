// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/RetryAfter.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace winnow::net {
namespace {

constexpr qint64 longestBackoff = 60'000;

/// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994".
QDateTime httpDate(const QString& text)
{
    static const std::array patterns{QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"),
                                     QStringLiteral("dddd, dd-MMM-yy hh:mm:ss 'GMT'"),
                                     QStringLiteral("ddd MMM d hh:mm:ss yyyy")};
    for (const QString& pattern : patterns) {
        QDateTime date = QLocale::c().toDateTime(text, pattern);
        if (!date.isValid())
            continue;
        if (date.date().year() < 1970) // two digits of a year are of this century
            date = date.addYears(100);
        date.setTimeSpec(Qt::UTC);
        return date;
    }
    return {};
}

} // namespace

std::optional<qint64> retryAfter(const QByteArray& header, qint64 now)
{
    const QString text = QString::fromLatin1(header).simplified();
    bool number = false;
    const double seconds = text.toDouble(&number);
    if (number && seconds >= 0 && seconds < 1e9)
        return qint64(seconds * 1000);
    const QDateTime date = httpDate(text);
    if (!date.isValid())
        return std::nullopt;
    return std::max<qint64>(0, date.toMSecsSinceEpoch() - now);
}

qint64 backoff(int repetition, double chance)
{
    const qint64 whole = std::min(longestBackoff, qint64(1000) << std::clamp(repetition - 1, 0, 10));
    return whole / 2 + qint64(double(whole) / 2 * std::clamp(chance, 0.0, 1.0));
}

} // namespace winnow::net
