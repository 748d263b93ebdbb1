// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"

#include "net/RetryAfter.h"

#include <QDateTime>

#include <algorithm>

namespace winnow::net {
namespace {

constexpr qint64 worthTelling = 1000; // ms

QString clockTime(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd hh:mm"))
        + QStringLiteral(" UTC");
}

} // namespace

Result<Answer> HttpClient::ask(const Request& request, const std::stop_token& stop, const OwnWords& own)
{
    const QString host = request.url.host();
    HostQueues::Turn turn = m_parts.queues.take(host, stop);
    Waiting::Why why = Waiting::Why::Spacing;
    for (int tries = 1;; ++tries) {
        if (!turn || !waitFor(turn, host, why, stop))
            return fail(ErrorCode::Cancelled, host);
        Outcome outcome = m_parts.transport.exchange(request, m_manners.silence, stop);
        turn.notBefore(m_parts.clock.now() + spacingAfter(outcome.answer));
        const Judgement judgement = judged(outcome, request, own);
        if (judgement.what == Judgement::What::Good) {
            outcome.answer.at = m_parts.clock.now();
            return std::move(outcome.answer);
        }
        if (judgement.what == Judgement::What::Failed)
            return fail(judgement.error, host, judgement.detail);
        const qint64 wait = waitAfter(outcome, tries);
        if (wait > m_manners.longestWait)
            return fail(ErrorCode::QuotaSpent, host, clockTime(m_parts.clock.now() + wait));
        turn.notBefore(m_parts.clock.now() + wait);
        if (tries >= m_manners.tries)
            return fail(judgement.error, host, judgement.detail);
        why = judgement.error == ErrorCode::ServiceBusy ? Waiting::Why::Asked : Waiting::Why::Trouble;
    }
}

Judgement HttpClient::judged(const Outcome& outcome, const Request& request, const OwnWords& own) const
{
    if (own && outcome.trouble == Trouble::None) {
        if (const auto said = own(outcome.answer))
            return *said;
    }
    return judge(outcome, request.content);
}

/// Never faster than documented.
qint64 HttpClient::spacingAfter(const Answer& answer) const
{
    const qint64 said = m_manners.pace ? m_manners.pace(answer) : -1;
    return std::clamp(said, m_manners.spacing, std::max(m_manners.spacing, m_manners.longestWait));
}

qint64 HttpClient::waitAfter(const Outcome& outcome, int tries) const
{
    const auto asked = retryAfter(outcome.answer.header("Retry-After"), m_parts.clock.now());
    return asked ? *asked : backoff(tries, m_parts.chance());
}

bool HttpClient::waitFor(HostQueues::Turn& turn, const QString& host, Waiting::Why why, const std::stop_token& stop)
{
    const qint64 until = turn.freeAt();
    const qint64 left = until - m_parts.clock.now();
    if (left >= worthTelling && m_waiting)
        m_waiting({why, host, until, left});
    return left <= 0 ? !stop.stop_requested() : m_parts.pause.until(until, stop);
}

} // namespace winnow::net
