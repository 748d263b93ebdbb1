// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/StandingWords.h"

#include <QCoreApplication>
#include <QLocale>

namespace winnow::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(winnow::ui::StandingWords)
};

QString moment(const QDateTime& at)
{
    return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
}

QString number(qint64 n)
{
    return QLocale().toString(n);
}

} // namespace

QString sendingWords(const WorkToSend& work)
{
    QString waiting = Words::tr("Everything of yours is sent.");
    if (work.waiting == 1)
        waiting = Words::tr("1 change of yours waits to be sent.");
    else if (work.waiting > 1)
        waiting = Words::tr("%1 changes of yours wait to be sent.").arg(number(work.waiting));
    const QString last = work.lastSent ? Words::tr("You last sent your work on %1.").arg(moment(*work.lastSent))
                                       : Words::tr("Nothing was sent from this copy yet.");
    return waiting + QLatin1Char(' ') + last;
}

QStringList neededWords(const StillNeeded& needed, const Review& review, ReviewerId me)
{
    QStringList lines;
    if (needed.reports == 0)
        return lines;
    for (const StillNeeded::Person& person : needed.people) {
        const Reviewer* who = review.reviewer(person.id);
        if (!who)
            continue;
        QString line
            = Words::tr("%1: %2 of %3 votes are here", "name, number, number")
                  .arg(person.id == me ? Words::tr("You") : who->name, number(person.votes), number(needed.ofReports));
        if (person.id != me)
            line += person.heard ? Words::tr("; last file made on %1").arg(moment(*person.heard))
                                 : Words::tr("; no file came yet");
        lines << line;
    }
    return lines;
}

} // namespace winnow::ui
