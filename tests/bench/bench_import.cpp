// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_import [--records N | --file EXPORT] [--keep PROJECT] [--pause 5] [--index 1] [--format ris|nbib] [--dir DIR]
// Imports one file while a person votes every `pause` milliseconds on records that are there already, then builds the
// find index while the voting goes on. The clock runs from the call until the new records can be screened: detecting,
// hashing, reading, keeping the file and the commit that makes it live are all in it. The file is in the page cache.
#include "BenchProject.h"
#include "BenchVoter.h"

#include "base/Clock.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace winnow;
using namespace winnow::bench;

namespace {

/// Reads it once, so that no measured time is a disk's.
void warmUp(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        giveUp("the export file cannot be read");
    while (!file.read(1 << 20).isEmpty()) { }
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const QString file = exportFile(place, arguments, arguments.number("records", 10000));
    const QString earlier = place.path(QStringLiteral("earlier.ris"));
    if (writeFile(earlier.toStdString(), {.records = 2000, .seed = 99}) < 0)
        giveUp("the first export file could not be written");
    const std::string keep = arguments.text("keep");
    const QString path = keep.empty() ? place.path(QStringLiteral("bench.winnow")) : QString::fromStdString(keep);
    const auto project = newProject(path, clock);
    importFile(*project, earlier);
    const auto queue = orGiveUp(Screening(*project, Stage::Title).queue());
    const std::chrono::milliseconds pause(arguments.number("pause", 5));
    warmUp(file);

    const PeakMemory memory;
    Voter during(*project, queue, pause);
    const Stopwatch watch;
    const ImportReport report = importFile(*project, file);
    const double seconds = watch.seconds();
    const Samples votes = during.finish();
    const double importPeak = PeakMemory::megabytes();

    const double megabytes = double(QFileInfo(file).size()) / 1e6;
    JsonLine line("import");
    line.add("records", static_cast<long long>(report.records))
        .add("unreadable", static_cast<long long>(report.unreadableCount))
        .add("megabytes", megabytes)
        .add("seconds", seconds)
        .add("mb_per_s", megabytes / seconds)
        .add("peak_mb", importPeak)
        .add("votes", static_cast<long long>(votes.size()))
        .add("vote", votes);
    if (arguments.number("index", 1)) {
        Voter meanwhile(*project, queue, pause);
        const Stopwatch indexing;
        orGiveUp(Imports(*project).buildFindIndex({}));
        line.add("index_seconds", indexing.seconds())
            .add("index_peak_mb", PeakMemory::megabytes())
            .add("index_vote", meanwhile.finish());
    }
    line.print();
    return 0;
}
