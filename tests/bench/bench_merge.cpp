// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_merge [--records N] [--earlier M] [--changes C] [--pause 5] [--dir DIR]
// Two copies of a project of N records and M changes; in the other one Ben casts C votes and sends his work. Measured
// is what the receiver waits for: the preview, and the bring-in until the last vote is folded in, while Ana votes every
// `pause` milliseconds. The earlier changes are votes of Ana and Ben, over and over through the same reports.
#include "BenchProject.h"

#include "base/Clock.h"
#include "project/Records.h"
#include "project/Sharing.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <thread>

using namespace winnow;
using namespace winnow::bench;

namespace {

/// Somebody who goes on voting, over and over through the same reports.
class Voter {
public:
    Voter(Project& project, std::vector<RecordId> reports, std::chrono::milliseconds pause)
        : m_project(project)
        , m_reports(std::move(reports))
        , m_pause(pause)
        , m_thread([this](const std::stop_token& stop) { vote(stop); })
    {
    }
    Samples finish()
    {
        m_thread.request_stop();
        m_thread.join();
        return m_latency;
    }

private:
    void vote(const std::stop_token& stop)
    {
        Screening screening(m_project, Stage::Title);
        for (std::size_t i = 0; !stop.stop_requested(); ++i) {
            const Verdict verdict = i / m_reports.size() % 2 ? Verdict::Include : Verdict::Exclude;
            const Stopwatch watch;
            orGiveUp(screening.vote({m_reports[i % m_reports.size()], verdict, {}, {}}));
            m_latency.add(watch.ms());
            std::this_thread::sleep_for(m_pause);
        }
    }
    Project& m_project;
    std::vector<RecordId> m_reports;
    std::chrono::milliseconds m_pause;
    Samples m_latency;
    std::jthread m_thread; // last: starts when all else stands
};

/// `n` votes of one person in steps of a thousand, from the first report on and round again.
void castVotes(Project& project, ReviewerId who, const std::vector<RecordId>& reports, long long n)
{
    constexpr long long step = 1000;
    project.setMe(who);
    Screening screening(project, Stage::Title);
    for (long long at = 0; at < n; at += step) {
        std::vector<VoteRequest> some;
        for (long long i = at; i < std::min(n, at + step); ++i) {
            const auto round = i / static_cast<long long>(reports.size());
            some.push_back(
                {reports[std::size_t(i) % reports.size()], round % 2 ? Verdict::Include : Verdict::Exclude, {}, {}});
        }
        orGiveUp(screening.voteMany(some));
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const long long earlier = arguments.number("earlier", 50000);
    const long long changes = arguments.number("changes", 10000);
    const QString path = place.path(QStringLiteral("ana.winnow"));
    const auto ana = newProject(path, clock);
    importFile(*ana, exportFile(place, arguments, arguments.number("records", 10000)));
    const auto reports = orGiveUp(Records(*ana).reports());
    const ReviewerId me = ana->me();
    const ReviewerId ben = ana->review()->reviewers.back().id;
    castVotes(*ana, me, reports, earlier / 2);
    castVotes(*ana, ben, reports, earlier - earlier / 2);

    const QString other = place.path(QStringLiteral("ben.winnow"));
    orGiveUp(ana->store().backupTo(other));
    const auto copy = orGiveUp(Project::open(other, Project::Access::Write, clock));
    castVotes(*copy, ben, reports, changes);
    const QString bundle = place.path(QStringLiteral("ben.winnowz"));
    const Stopwatch packing;
    const SentBundle sent = orGiveUp(Sharing(*copy).sendWork(bundle, {}));
    const double sendSeconds = packing.seconds();

    ana->setMe(me);
    Sharing sharing(*ana);
    const Stopwatch looking;
    const BundlePreview preview = orGiveUp(sharing.previewOf(bundle, {}));
    const double previewSeconds = looking.seconds();

    const PeakMemory memory;
    const auto some = std::ptrdiff_t(std::min<std::size_t>(reports.size(), 500));
    Voter meanwhile(*ana, std::vector<RecordId>(reports.begin(), reports.begin() + some),
                    std::chrono::milliseconds(arguments.number("pause", 5)));
    const Stopwatch watch;
    const BroughtIn brought = orGiveUp(sharing.bringIn(bundle, {}));
    const double seconds = watch.seconds();
    const Samples votes = meanwhile.finish();
    const double peak = PeakMemory::megabytes();

    const Stopwatch back;
    orGiveUp(sharing.takeBack(brought.batch, {}));
    JsonLine line("merge");
    line.add("records", static_cast<long long>(reports.size()))
        .add("earlier", earlier)
        .add("in_bundle", static_cast<long long>(sent.changes))
        .add("bundle_mb", double(sent.bytes) / 1e6)
        .add("added", static_cast<long long>(brought.added))
        .add("foretold", static_cast<long long>(preview.added))
        .add("send_seconds", sendSeconds)
        .add("preview_seconds", previewSeconds)
        .add("seconds", seconds)
        .add("take_back_seconds", back.seconds())
        .add("peak_mb", peak)
        .add("votes", static_cast<long long>(votes.size()))
        .add("vote", votes);
    line.print();
    return 0;
}
