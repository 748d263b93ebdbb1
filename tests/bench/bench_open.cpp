// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_open [--records N | --project FILE] [--rounds 11] [--dir DIR]
// From opening a project to a queue that can be screened: Project::open, the counts of the rail, the queue of the
// title stage and my votes in it. Warm: the file was read before. Medians of all rounds but the first.
#include "BenchProject.h"

#include "base/Clock.h"
#include "project/Flow.h"

#include <QCoreApplication>

using namespace winnow;
using namespace winnow::bench;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const QString path = projectFile(place, arguments, clock);
    Samples all, opening, counts, queueing;
    std::size_t reports = 0;
    for (long long round = 0; round < arguments.number("rounds", 11); ++round) {
        const Stopwatch whole;
        const auto project = openProject(path, clock);
        const double opened = whole.ms();
        orGiveUp(statusOf(*project));
        const double counted = whole.ms();
        const Screening screening(*project, Stage::Title);
        reports = orGiveUp(screening.queue()).size();
        orGiveUp(screening.myVotes());
        const double queued = whole.ms();
        if (round == 0)
            continue; // warms the file up
        all.add(queued);
        opening.add(opened);
        counts.add(counted - opened);
        queueing.add(queued - counted);
    }
    JsonLine("open")
        .add("reports", static_cast<long long>(reports))
        .add("total", all)
        .add("open_median_ms", opening.median())
        .add("counts_median_ms", counts.median())
        .add("queue_median_ms", queueing.median())
        .print();
    return 0;
}
