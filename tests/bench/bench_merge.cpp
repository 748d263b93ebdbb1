// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_merge [--records N] [--earlier M] [--changes C] [--pause 5] [--rules 1] [--dir DIR] [--keep DIR]
// A project of N records and M changes: votes of Ana, Cara and Ben, over and over through the same reports. In his copy
// Ben casts C more votes and sends his work, which holds as many again that Ana has from his last sending. Measured is
// what she waits for: the preview, and the bring-in until the last vote is folded in, while she goes on voting every
// `pause` milliseconds. `peak_mb` counts mapped pages of the project file, too; `own_…` what the program takes itself.
// With --rules 1 she then asks for one vote instead of two, which decides all reports anew, and goes on voting again.
#include "BenchVoter.h"
#include "OwnMemory.h"

#include "base/Clock.h"
#include "project/Bundles.h"
#include "project/Records.h"
#include "project/Rules.h"
#include "project/Setup.h"
#include "project/Sharing.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace winnow;
using namespace winnow::bench;

namespace {

/// `n` votes of one person in steps of twenty thousand, from the first report on and round again.
void castVotes(Project& project, ReviewerId who, const std::vector<RecordId>& reports, long long n)
{
    constexpr long long step = 20000;
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

/// What Ben's copy learns of Ana's when he takes up her invitation: that she has the import.
void rememberHeld(Project& copy, const Reviewer& ana)
{
    std::set<std::string> hashes;
    const auto catalog = copy.store().catalog();
    for (const store::RunInfo& run : catalog->runs)
        hashes.insert(run.hash);
    const std::string key = holdsKey + personUid(*copy.store().catalog(), ana.id).toStdString();
    orGiveUp(copy.store().write(store::Priority::Person, [&](store::WriteScope& scope) -> Result<void> {
        store::setLocalNote(scope, key, noteOf(hashes));
        return {};
    }));
}

/// Ana's project, and what Ben sent.
struct Prepared {
    QString project;
    QString bundle;
};

Prepared prepare(const Workplace& place, const Arguments& arguments, const Clock& clock)
{
    const Prepared made{place.path(QStringLiteral("ana.winnow")), place.path(QStringLiteral("ben.winnowz"))};
    const long long earlier = arguments.number("earlier", 50000);
    const long long changes = arguments.number("changes", 10000);
    const long long sent = std::min(changes, earlier);
    const auto ana = newProject(made.project, clock, 3);
    importFile(*ana, exportFile(place, arguments, arguments.number("records", 10000)));
    const auto reports = orGiveUp(Records(*ana).reports());
    const auto review = ana->review();
    const auto& people = review->reviewers;
    const ReviewerId ben = people[1].id;
    castVotes(*ana, people[0].id, reports, (earlier - sent) / 2);
    castVotes(*ana, people[2].id, reports, earlier - sent - (earlier - sent) / 2);
    castVotes(*ana, ben, reports, sent);
    const QString other = place.path(QStringLiteral("ben.winnow"));
    orGiveUp(ana->store().backupTo(other));
    const auto copy = orGiveUp(Project::open(other, Project::Access::Write, clock));
    castVotes(*copy, ben, reports, changes);
    rememberHeld(*copy, people[0]);
    orGiveUp(Sharing(*copy).sendWork(made.bundle, {}));
    return made;
}

/// To make them takes longer than to measure: `--keep DIR` has them for the next time.
Prepared prepared(const Workplace& place, const Arguments& arguments, const Clock& clock)
{
    const QString keep = QString::fromStdString(arguments.text("keep"));
    if (keep.isEmpty())
        return prepare(place, arguments, clock);
    const QDir folder(keep);
    const Prepared kept{folder.filePath(QStringLiteral("ana.winnow")), folder.filePath(QStringLiteral("ben.winnowz"))};
    const Prepared own{place.path(QStringLiteral("own.winnow")), kept.bundle};
    if (!QFile::exists(kept.bundle)) {
        const Prepared made = prepare(place, arguments, clock);
        if (!QFile::rename(made.project, kept.project) || !QFile::rename(made.bundle, kept.bundle))
            giveUp("nothing can be kept in " + keep.toStdString());
    }
    if (!QFile::copy(kept.project, own.project))
        giveUp("no copy of " + kept.project.toStdString());
    return own;
}

/// One vote decides, until that counts for all.
void changeRules(Project& ana, Voter& meanwhile, JsonLine& line)
{
    ReviewSettings wanted = ana.review()->settings;
    wanted.titleStage.votesNeeded = 3 - wanted.titleStage.votesNeeded;
    const Stopwatch watch;
    orGiveUp(Setup(ana).save(wanted));
    const double saved = watch.seconds();
    orGiveUp(awaitRules(ana, {}));
    line.add("rules_saved_seconds", saved).add("rules_seconds", watch.seconds());
    const Samples votes = meanwhile.finish();
    line.add("rules_votes", static_cast<long long>(votes.size())).add("rules_vote", votes);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const Prepared given = prepared(place, arguments, clock);
    const auto ana = openProject(given.project, clock);
    const auto reports = orGiveUp(Records(*ana).reports());
    const QString& bundle = given.bundle;
    Sharing sharing(*ana);
    const Stopwatch looking;
    const BundlePreview preview = orGiveUp(sharing.previewOf(bundle, {}));
    const double previewSeconds = looking.seconds();

    const PeakMemory memory;
    const double ownBefore = OwnMemory::now();
    const OwnMemory own;
    const auto some = std::ptrdiff_t(std::min<std::size_t>(reports.size(), 500));
    const std::vector<RecordId> mine(reports.begin(), reports.begin() + some);
    const std::chrono::milliseconds pause(arguments.number("pause", 5));
    Voter meanwhile(*ana, mine, pause);
    const Stopwatch watch;
    const BroughtIn brought = orGiveUp(sharing.bringIn(bundle, {}));
    const double seconds = watch.seconds();
    const Samples votes = meanwhile.finish();
    const double peak = PeakMemory::megabytes();
    const double ownPeak = own.most();

    const Stopwatch back;
    orGiveUp(sharing.takeBack(brought.batch, {}));
    JsonLine line("merge");
    line.add("records", static_cast<long long>(reports.size()))
        .add("earlier", arguments.number("earlier", 50000))
        .add("bundle_mb", double(QFileInfo(bundle).size()) / 1e6)
        .add("added", static_cast<long long>(brought.added))
        .add("foretold", static_cast<long long>(preview.added))
        .add("preview_seconds", previewSeconds)
        .add("seconds", seconds)
        .add("take_back_seconds", back.seconds())
        .add("peak_mb", peak)
        .add("own_before_mb", ownBefore)
        .add("own_peak_mb", ownPeak)
        .add("votes", static_cast<long long>(votes.size()))
        .add("vote", votes);
    if (arguments.number("rules", 0)) {
        Voter again(*ana, mine, pause);
        changeRules(*ana, again, line);
    }
    line.print();
    return 0;
}
