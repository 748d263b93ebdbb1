// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_vote [--records N | --project FILE] [--votes 2000] [--dir DIR]
// What a durable vote costs against a bare fdatasync. After every vote the same bytes are written to a plain file in
// the same folder in the way that the write-ahead log took them (at its end where the log grew, over old ones where
// it started anew) and synchronised: both see the same disk in the same state.
#include "BenchProject.h"

#include "base/Clock.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

using namespace winnow;
using namespace winnow::bench;

namespace {

constexpr long long logHeader = 32;
constexpr long long usualBytes = 8 * 4120; // until the log has shown what a vote writes

/// A plain file that follows the write-ahead log.
class BareFile {
public:
    explicit BareFile(const QString& path)
        : m_file(::open(path.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_TRUNC, 0600))
    {
        if (m_file < 0)
            giveUp("the bare file could not be made");
    }
    ~BareFile() { ::close(m_file); }
    BareFile(const BareFile&) = delete;
    BareFile& operator=(const BareFile&) = delete;

    /// Milliseconds of one write and fdatasync of `bytes` at `offset`.
    double write(long long bytes, long long offset)
    {
        m_block.resize(std::size_t(bytes), 'w');
        const Stopwatch watch;
        if (::pwrite(m_file, m_block.data(), m_block.size(), offset) != bytes || ::fdatasync(m_file) != 0)
            giveUp("the bare file could not be written");
        return watch.ms();
    }

private:
    int m_file;
    std::vector<char> m_block;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const QString path = projectFile(place, arguments, clock);
    const auto project = openProject(path, clock);
    Screening screening(*project, Stage::Title);
    const auto queue = orGiveUp(screening.queue());
    const long long votes = std::min(arguments.number("votes", 2000), static_cast<long long>(queue.size()));
    const long long warmUp = std::min<long long>(50, votes / 10);
    BareFile bare(QFileInfo(path).absolutePath() + QStringLiteral("/bare.bin"));
    Samples voting, syncing, grown;
    long long offset = logHeader;
    for (long long i = 0; i < votes; ++i) {
        const qint64 before = QFileInfo(path + QStringLiteral("-wal")).size();
        const Stopwatch watch;
        orGiveUp(screening.vote({queue[std::size_t(i)], i % 5 ? Verdict::Exclude : Verdict::Include, {}, {}}));
        const double vote = watch.ms();
        const qint64 growth = QFileInfo(path + QStringLiteral("-wal")).size() - before;
        if (growth > 0)
            grown.add(double(growth));
        const long long bytes = grown.size() ? static_cast<long long>(grown.median()) : usualBytes;
        if (growth > 0)
            offset = before + growth - bytes;
        else if (offset + 2 * bytes > before)
            offset = logHeader; // the log goes over its old pages from the start
        else
            offset += bytes;
        const double sync = bare.write(bytes, std::max(offset, logHeader));
        if (i < warmUp)
            continue;
        voting.add(vote);
        syncing.add(sync);
    }
    QFile::remove(QFileInfo(path).absolutePath() + QStringLiteral("/bare.bin"));
    JsonLine("vote")
        .add("reports", static_cast<long long>(queue.size()))
        .add("votes", static_cast<long long>(voting.size()))
        .add("bytes_per_vote", grown.median())
        .add("vote", voting)
        .add("fdatasync", syncing)
        .add("ratio_of_medians", voting.median() / syncing.median())
        .print();
    return 0;
}
