// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/SearchWords.h"

#include <QCoreApplication>

namespace winnow {
namespace {

using Why = sources::Gap::Why;

const char* patternOf(Why why)
{
    switch (why) {
    case Why::Limit:
        return QT_TRANSLATE_NOOP("Words", "%1 records were not fetched, as the limit of this search says.");
    case Why::ServiceLimit:
        return QT_TRANSLATE_NOOP("Words",
                                 "%1 records were not fetched: the service gives out no more for one search; split it "
                                 "by years, or export it there.");
    case Why::NotDelivered:
        return QT_TRANSLATE_NOOP(
            "Words",
            "%1 records were declared by the source and not delivered by it; search again later, or look "
            "for them there.");
    case Why::Stopped: break;
    }
    return QT_TRANSLATE_NOOP("Words", "%1 records were not fetched yet: the search was stopped before.");
}

} // namespace

QString gapWord(Why why)
{
    switch (why) {
    case Why::Limit: return QStringLiteral("limit");
    case Why::ServiceLimit: return QStringLiteral("service-limit");
    case Why::NotDelivered: return QStringLiteral("not-delivered");
    case Why::Stopped: break;
    }
    return QStringLiteral("stopped");
}

QString gapSentence(const sources::Gap& gap)
{
    QString text = QCoreApplication::translate("Words", patternOf(gap.why)).arg(gap.records);
    QStringList ids;
    for (size_t i = 0; i < gap.ids.size() && i < 10; ++i)
        ids << QString::fromStdString(gap.ids[i]);
    if (ids.isEmpty())
        return text;
    return text
        + QStringLiteral(" (%1%2)").arg(ids.join(QStringLiteral(", ")),
                                        gap.ids.size() > 10 ? QStringLiteral(" …") : QString());
}

QString waitingSentence(const net::Waiting& waiting)
{
    const qint64 seconds = (waiting.milliseconds + 999) / 1000;
    const char* pattern = waiting.why == net::Waiting::Why::Asked
        ? QT_TRANSLATE_NOOP("Words", "waiting %1 s as %2 asks")
        : waiting.why == net::Waiting::Why::Trouble
        ? QT_TRANSLATE_NOOP("Words", "waiting %1 s before asking %2 again")
        : QT_TRANSLATE_NOOP("Words", "waiting %1 s, the pace that %2 wants");
    return QCoreApplication::translate("Words", pattern).arg(seconds).arg(waiting.host);
}

} // namespace winnow
