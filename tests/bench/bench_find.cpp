// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_find [--records N | --project FILE] [--queries 200] [--limit 200] [--dir DIR]
// Types queries (two or three following words of titles that are there) key by key and asks at every key, as the
// queue's find field does: the first `limit` hits in the order of the title queue.
#include "BenchProject.h"

#include "base/Clock.h"
#include "project/Records.h"

#include <QCoreApplication>

using namespace winnow;
using namespace winnow::bench;

namespace {

/// Some words out of the middle of a title.
QString queryFrom(const std::string& title, Dice& dice)
{
    const QStringList words = QString::fromStdString(title).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto at = qsizetype(dice.below(std::uint32_t(words.size())));
    return words.mid(at, 2 + dice.below(2)).join(QLatin1Char(' '));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const auto project = openProject(projectFile(place, arguments, clock), clock);
    const Records records(*project);
    const auto queue = orGiveUp(Screening(*project, Stage::Title).queue());
    if (queue.empty())
        giveUp("the project holds no records");
    const qint64 limit = arguments.number("limit", 200);
    orGiveUp(records.find(QStringLiteral("warm"), queue, limit));
    Dice dice(7);
    Samples keys;
    double worst = 0;
    QString worstQuery;
    long long hits = 0;
    for (long long i = 0; i < arguments.number("queries", 200); ++i) {
        const RecordId any = queue[dice.below(std::uint32_t(queue.size()))];
        const auto brief = orGiveUp(records.briefs({&any, 1}));
        const QString query = queryFrom(brief.front().title, dice);
        for (qsizetype length = 1; length <= query.size(); ++length) {
            const QString typed = query.left(length);
            const Stopwatch watch;
            const auto found = orGiveUp(records.find(typed, queue, limit));
            const double took = watch.ms();
            keys.add(took);
            hits += qint64(found.size());
            if (took > worst) {
                worst = took;
                worstQuery = typed;
            }
        }
    }
    JsonLine("find")
        .add("reports", static_cast<long long>(queue.size()))
        .add("keystrokes", static_cast<long long>(keys.size()))
        .add("hits", hits)
        .add("find", keys)
        .add("worst_query", worstQuery.remove(QLatin1Char('"')).toStdString())
        .print();
    return 0;
}
