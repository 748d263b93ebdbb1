// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Judgement.h"

#include "net/Redact.h"

namespace winnow::net {
namespace {

using What = Judgement::What;

Judgement judgeTrouble(const Outcome& outcome)
{
    const QString said = redacted(outcome.said);
    switch (outcome.trouble) {
    case Trouble::NoHost: return {What::Failed, ErrorCode::HostUnknown, {}};
    case Trouble::Tls: return {What::Failed, ErrorCode::TlsFailed, said};
    case Trouble::Proxy: return {What::Failed, ErrorCode::ProxyFailed, said};
    case Trouble::TimedOut: return {What::Again, ErrorCode::ServiceTimedOut, {}};
    case Trouble::Cut: return {What::Again, ErrorCode::ServiceUnreachable, said};
    case Trouble::TooLarge: return {What::Failed, ErrorCode::AnswerTooLarge, {}};
    case Trouble::Stopped: return {What::Failed, ErrorCode::Cancelled, {}};
    case Trouble::NoRoute:
    case Trouble::None: break;
    }
    return {What::Failed, ErrorCode::ServiceUnreachable, said};
}

Judgement judgeStatus(const Answer& answer)
{
    const QString said = told(answer.body);
    switch (answer.status) {
    case 429: return {What::Again, ErrorCode::ServiceBusy, said};
    case 500:
    case 502:
    case 503:
    case 504: return {What::Again, ErrorCode::ServiceFailed, said};
    case 401: return {What::Failed, ErrorCode::KeyRefused, said};
    case 402: return {What::Failed, ErrorCode::QuotaSpent, said};
    case 403: return {What::Failed, ErrorCode::NotEntitled, said};
    case 407: return {What::Failed, ErrorCode::ProxyFailed, said};
    case 511: return {What::Failed, ErrorCode::CaptivePortal, {}};
    default: break;
    }
    const bool ours = answer.status >= 400 && answer.status < 500;
    return {What::Failed, ours ? ErrorCode::QueryRefused : ErrorCode::ServiceFailed, said};
}

QByteArray beginning(const Answer& answer)
{
    QByteArray head = answer.body.left(4096);
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    return head.trimmed();
}

bool fits(const Answer& answer, Content content)
{
    const QByteArray head = beginning(answer);
    if (content == Content::Json)
        return head.startsWith('{') || head.startsWith('[');
    return content == Content::Any || head.startsWith('<');
}

} // namespace

bool isWebPage(const Answer& answer)
{
    const QByteArray head = beginning(answer).toLower();
    return head.startsWith("<!doctype html") || head.startsWith("<html")
        || (head.startsWith('<') && answer.header("Content-Type").toLower().startsWith("text/html")
            && !head.startsWith("<?xml"));
}

Judgement judge(const Outcome& outcome, Content content)
{
    if (outcome.trouble != Trouble::None)
        return judgeTrouble(outcome);
    const Answer& answer = outcome.answer;
    if (answer.status < 200 || answer.status >= 300)
        return judgeStatus(answer);
    if (content == Content::Any)
        return {};
    if (isWebPage(answer))
        return {What::Failed, ErrorCode::CaptivePortal, {}};
    if (!fits(answer, content))
        return {What::Failed, ErrorCode::AnswerUnreadable, told(answer.body)};
    return {};
}

} // namespace winnow::net
