// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Sharing.h"
#include "support/ReviewDsl.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <limits>

using namespace winnow;
using namespace winnow::test;

namespace {

/// Joins what is the same and undoes that, over and over.
void joinOverAndOver(Project& project, const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        if (!Duplicates(project).find({}))
            return;
        QString join;
        const auto entries = History(project).entries(0, std::numeric_limits<qint64>::max());
        for (const LogEntry& entry : *entries)
            join = entry.kind == QLatin1String("join") && !entry.undo ? entry.id : join;
        if (!History(project).undoStepOf(join))
            return;
    }
}

} // namespace

/// Votes on every record of a project over and over, importing files (and bringing bundles in, and joining) in between,
/// and prints each vote once it is confirmed. Meant to be killed.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const SystemClock clock;
    auto project = Project::open(arguments[1], Project::Access::Write, clock);
    if (!project)
        return 2;
    (*project)->setMe((*project)->review()->reviewer(u"Ana")->id);
    const auto queue = Screening(**project, Stage::Title).queue();
    std::puts("ready");
    std::fflush(stdout);
    std::jthread importer([&](const std::stop_token& stop) {
        for (int i = 2; i < arguments.size() && !stop.stop_requested(); ++i) {
            if (arguments[i].endsWith(QStringLiteral(".winnowz"))) {
                const auto brought = Sharing(**project).bringIn(arguments[i], {});
                if (brought && Sharing(**project).takeBack(brought->batch, {}))
                    --i; // over and over
                continue;
            }
            if (arguments[i] == QLatin1String("join")) {
                joinOverAndOver(**project, stop);
                continue;
            }
            ImportRequest request;
            request.file = arguments[i];
            const auto imported = Imports(**project).import(request, {});
            Q_UNUSED(imported)
        }
    });
    for (int round = 0;; ++round) {
        for (const RecordId record : *queue) {
            const auto verdict = Verdict(1 + round % 3);
            if (!Screening(**project, Stage::Title).vote({record, verdict, {}, {}}))
                return 3;
            std::printf("%lld %d\n", static_cast<long long>(record.value), int(verdict));
            std::fflush(stdout);
        }
    }
}
