// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_search [--records N] [--dir DIR]
// Fetches a search from a server on this computer in pages of 200, past 9,999 records by slices, and brings it in. The
// server is in this program, too, and makes each answer when it is asked: `server_seconds` is what that alone takes.
// `import_seconds`: the same answers, imported as a file into another project. The clock runs from the call until the
// records can be screened.
#include "BenchSearcher.h"

#include "base/Clock.h"

#include <QCoreApplication>
#include <QFile>

using namespace winnow;
using namespace winnow::bench;

namespace {

/// What the server says to the questions of the search, one behind the other; and how long it takes to say it.
double answersTo(const std::vector<test::Asked>& asked, const test::FakeSet& set, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        giveUp("the answers cannot be written");
    double seconds = 0;
    for (const test::Asked& question : asked) {
        const Stopwatch watch;
        const QByteArray body = test::fakePubmed(question, set).body;
        seconds += watch.seconds();
        file.write(body);
    }
    return seconds;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    ServedSearch search(clock, arguments.number("records", 10000));
    const auto project = newProject(place.path(QStringLiteral("bench.winnow")), clock);

    const PeakMemory memory;
    const Stopwatch watch;
    const SearchReport report = search.into(*project);
    const double seconds = watch.seconds();
    const double peak = PeakMemory::megabytes();

    const QString answers = place.path(QStringLiteral("answers.xml"));
    const double serving = answersTo(search.server().asked(), search.set(), answers);
    const auto other = newProject(place.path(QStringLiteral("other.winnow")), clock);
    const Stopwatch importing;
    ImportRequest request;
    request.file = answers;
    request.reading.format = QStringLiteral("pubmed-xml"); // the numbers come first, the records far behind
    const ImportReport imported = orGiveUp(Imports(*other).import(request, {}));
    const double importSeconds = importing.seconds();
    if (imported.records != report.search.records)
        giveUp("the search and the import do not agree");

    JsonLine("search")
        .add("records", static_cast<long long>(report.search.records))
        .add("answers", static_cast<long long>(search.server().count()))
        .add("megabytes", double(QFile(answers).size()) / 1e6)
        .add("seconds", seconds)
        .add("records_per_s", double(report.search.records) / seconds)
        .add("peak_mb", peak)
        .add("server_seconds", serving)
        .add("import_seconds", importSeconds)
        .add("to_import", seconds / importSeconds)
        .print();
    return 0;
}
