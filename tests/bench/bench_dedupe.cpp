// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_dedupe [--records N] [--more M] [--share 0.2] [--seed S] [--pause 5] [--dir DIR]
// The whole of "Find duplicates" on a project: N records with `share` duplicates are imported and searched while a
// person votes every `pause` milliseconds; then M more are imported, and it is searched again, which looks only at what
// is new. Seconds are of the use case from its call until all is durable, the reading from the file included.
#include "BenchProject.h"
#include "BenchVoter.h"
#include "DuplicateMaker.h"

#include "base/Clock.h"
#include "project/Duplicates.h"

#include <QCoreApplication>

using namespace winnow;
using namespace winnow::bench;

namespace {

void writeRis(std::ofstream& out, const Record& r)
{
    const auto line = [&](const char* tag, const std::string& text) {
        if (!text.empty())
            out << tag << "  - " << text << '\n';
    };
    const auto dash = std::min(r.pages.find('-'), r.pages.size());
    line("TY", r.type == "Conference Abstract" ? "CPAPER" : "JOUR");
    line("TI", r.title);
    for (const Author& author : r.authors)
        line("AU", author.family + ", " + author.given);
    line("PY", std::to_string(r.year));
    line("JO", r.journal);
    line("VL", r.volume);
    line("IS", r.issue);
    line("SP", r.pages.substr(0, dash));
    line("EP", r.pages.substr(std::min(dash + 1, r.pages.size())));
    line("DO", r.doi);
    line("AB", r.abstract);
    out << "ER  - \n\n";
}

void importMade(Project& project, DuplicateMaker& maker, const QString& path, long long records)
{
    std::ofstream out(path.toStdString());
    for (long long i = 0; i < records; ++i)
        writeRis(out, maker.next().record);
    out.close();
    if (!out)
        giveUp("the export file could not be written");
    importFile(project, path);
}

struct Searched {
    DedupeReport report;
    double seconds = 0;
    double peak = 0;
    Samples votes;
};

Searched search(Project& project, const std::vector<RecordId>& reports, std::chrono::milliseconds pause)
{
    Searched searched;
    const PeakMemory memory;
    Voter meanwhile(project, reports, pause);
    const Stopwatch watch;
    searched.report = orGiveUp(Duplicates(project).find({}));
    searched.seconds = watch.seconds();
    searched.votes = meanwhile.finish();
    searched.peak = PeakMemory::megabytes();
    return searched;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const long long records = arguments.number("records", 10000);
    const long long more = arguments.number("more", 1000);
    const std::chrono::milliseconds pause(arguments.number("pause", 5));
    const auto project = newProject(place.path(QStringLiteral("bench.winnow")), clock);
    DuplicateMaker maker(std::uint64_t(arguments.number("seed", 1)), arguments.fraction("share", 0.2));
    importMade(*project, maker, place.path(QStringLiteral("first.ris")), records);
    auto reports = orGiveUp(Screening(*project, Stage::Title).queue());
    reports.resize(std::min<std::size_t>(reports.size(), 500));

    const Searched first = search(*project, reports, pause);
    importMade(*project, maker, place.path(QStringLiteral("more.ris")), more);
    const Searched again = search(*project, reports, pause);
    JsonLine("dedupe")
        .add("records", static_cast<long long>(first.report.records))
        .add("joined", static_cast<long long>(first.report.joined))
        .add("doubtful", static_cast<long long>(first.report.doubtful))
        .add("seconds", first.seconds)
        .add("peak_mb", first.peak)
        .add("vote", first.votes)
        .add("more", more)
        .add("again_joined", static_cast<long long>(again.report.joined))
        .add("again_seconds", again.seconds)
        .add("again_vote", again.votes)
        .print();
    return 0;
}
