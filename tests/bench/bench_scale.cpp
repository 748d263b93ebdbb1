// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_scale [--sizes 10k,100k,1M] [--changes 5M] [--people 5] [--rounds 3] [--dir DIR]
// What a record costs at each size: to import, to open and to fold from scratch; medians of `rounds`, ratios to the
// first size. Then the votes of `people` people on everything: what a change takes in the file.
#include "BenchProject.h"

#include "base/Clock.h"
#include "project/Flow.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace winnow;
using namespace winnow::bench;

namespace {

struct Costs {
    double import = 0, open = 0, fold = 0; ///< microseconds per record
};

constexpr std::size_t votesAtOnce = 500;

double perRecord(double seconds, long long records)
{
    return seconds * 1e6 / double(records);
}

/// One vote on every hundredth record: a fold with nothing to fold would measure nothing.
void castSome(Project& project)
{
    Screening screening(project, Stage::Title);
    const auto queue = orGiveUp(screening.queue());
    std::vector<VoteRequest> votes;
    for (std::size_t i = 0; i < queue.size(); i += 10)
        votes.push_back({queue[i], Verdict::Include, {}, {}});
    orGiveUp(screening.voteMany(votes));
}

void open(const QString& path, const Clock& clock)
{
    const auto project = openProject(path, clock);
    orGiveUp(statusOf(*project));
    orGiveUp(Screening(*project, Stage::Title).queue());
}

Costs costsAt(const Workplace& place, const Arguments& arguments, const Clock& clock, long long records)
{
    Samples import, opening, fold;
    const QString file = exportFile(place, arguments, records);
    for (long long round = 0; round < arguments.number("rounds", 3); ++round) {
        const QString path = place.path(QStringLiteral("scale-%1-%2.winnow").arg(records).arg(round));
        {
            const auto project = newProject(path, clock);
            const Stopwatch importing;
            importFile(*project, file);
            import.add(perRecord(importing.seconds(), records));
            castSome(*project);
        }
        open(path, clock);
        const Stopwatch watch;
        open(path, clock);
        opening.add(perRecord(watch.seconds(), records));
        const auto project = openProject(path, clock);
        const Stopwatch folding;
        orGiveUp(repair(*project, {}));
        fold.add(perRecord(folding.seconds(), records));
        QFile::remove(path);
    }
    QFile::remove(file);
    return {import.median(), opening.median(), fold.median()};
}

void tellChanges(const Workplace& place, const Arguments& arguments, const Clock& clock, JsonLine& line)
{
    const long long people = arguments.number("people", 5);
    const long long changes = arguments.number("changes", 5000000);
    const QString path = place.path(QStringLiteral("changes.winnow"));
    const QString file = exportFile(place, arguments, (changes + people - 1) / people, 3);
    qint64 before = 0;
    {
        importFile(*newProject(path, clock, int(people)), file);
        before = QFileInfo(path).size();
    }
    const Stopwatch watch;
    long long cast = 0;
    {
        const auto project = openProject(path, clock);
        const auto reviewers = project->review()->reviewers;
        Screening screening(*project, Stage::Title);
        const auto queue = orGiveUp(screening.queue());
        for (const Reviewer& reviewer : reviewers) {
            project->setMe(reviewer.id);
            for (std::size_t at = 0; at < queue.size(); at += votesAtOnce) {
                std::vector<VoteRequest> votes;
                for (std::size_t i = at; i < std::min(queue.size(), at + votesAtOnce); ++i)
                    votes.push_back({queue[i], i % 7 ? Verdict::Exclude : Verdict::Include, {}, {}});
                cast += orGiveUp(screening.voteMany(votes)).applied;
            }
        }
    }
    const double seconds = watch.seconds();
    const double grown = double(QFileInfo(path).size() - before);
    line.add("changes", cast)
        .add("changes_mb", grown / 1e6)
        .add("bytes_per_change", grown / double(cast))
        .add("changes_seconds", seconds);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    JsonLine line("scale");
    Costs first;
    double worst = 0;
    for (const long long records : arguments.numbers("sizes", "10k,100k,1M")) {
        const Costs costs = costsAt(place, arguments, clock, records);
        if (first.import == 0)
            first = costs;
        const std::string at = "_us_at_" + std::to_string(records);
        line.add("import" + at, costs.import).add("open" + at, costs.open).add("fold" + at, costs.fold);
        for (const double ratio : {costs.import / first.import, costs.open / first.open, costs.fold / first.fold})
            worst = std::max(worst, ratio);
    }
    line.add("worst_ratio", worst);
    if (arguments.number("changes", 5000000) > 0)
        tellChanges(place, arguments, clock, line);
    line.print();
    return 0;
}
