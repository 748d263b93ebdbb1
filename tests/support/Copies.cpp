// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Copies.h"

namespace winnow::test {

void withoutSync(Project& project)
{
    const auto set
        = project.store().write(store::Priority::Bulk, [](store::WriteScope&) -> Result<void> { return {}; });
    if (set)
        project.store().laneForTests().databaseForTests().execute("PRAGMA synchronous = OFF");
}

Copies::Copies(int n, quint32 seed, const NewReview& review)
{
    const QString first = dir.filePath(QStringLiteral("0.winnow"));
    for (int i = 0; i < n; ++i) {
        Copy copy;
        // Clocks of one millisecond's grain, some of them slow: stamps meet.
        copy.clock = std::make_unique<FixedClock>(1'767'225'600'000 - (i == 1 ? 3000 : 0), i % 2);
        const QString path = dir.filePath(QStringLiteral("%1.winnow").arg(i));
        auto opened = i == 0 ? Project::create(path, review, *copy.clock)
                             : Project::open(path, Project::Access::Write, *copy.clock);
        if (!opened)
            qFatal("no copy: %s", qPrintable(outcome(opened)));
        copy.project = std::move(*opened);
        withoutSync(*copy.project);
        copy.history = std::make_unique<RandomHistory>(*copy.project, dir.path(), seed * 7 + quint32(i));
        all.push_back(std::move(copy));
        if (i > 0)
            continue;
        if (const auto imported = all[0].history->import(0); !imported)
            qFatal("no import: %s", qPrintable(outcome(imported)));
        act(0, 4);
        for (int k = 1; k < n; ++k) {
            const auto copied = all[0].project->store().backupTo(dir.filePath(QStringLiteral("%1.winnow").arg(k)));
            if (!copied)
                qFatal("no backup: %s", qPrintable(outcome(copied)));
        }
    }
}

void Copies::act(size_t copy, int n)
{
    for (int i = 0; i < n; ++i)
        all[copy].told << all[copy].history->act();
}

Result<qint64> Copies::send(size_t from, size_t to)
{
    for (int n = 0; n < randomFiles; ++n) {
        if (!all[from].history->has(n) || all[to].history->has(n))
            continue;
        if (const auto imported = all[to].history->import(n); !imported)
            return Failure(imported.error());
        all[to].told << QStringLiteral("imports file %1 to receive").arg(n);
    }
    all[to].told << QStringLiteral("receives from %1").arg(from);
    return bring(*all[to].project, changesOf(*all[from].project));
}

Result<void> Copies::sendAll(std::mt19937& random)
{
    std::vector<std::pair<size_t, size_t>> ways;
    for (size_t from = 0; from < all.size(); ++from) {
        for (size_t to = 0; to < all.size(); ++to) {
            if (from != to)
                ways.emplace_back(from, to);
        }
    }
    // What was heard in one round is passed on in the next: three are enough for all to have everything.
    for (int round = 0; round < 3; ++round) {
        std::shuffle(ways.begin(), ways.end(), random);
        for (const auto& [from, to] : ways) {
            if (const auto sent = send(from, to); !sent)
                return Failure(sent.error());
        }
    }
    return {};
}

QString Copies::broken() const
{
    for (const Copy& copy : all) {
        if (!copy.history->broke.isEmpty())
            return copy.history->broke + QLatin1Char('\n') + story();
    }
    return {};
}

QString Copies::story() const
{
    QString text;
    for (size_t i = 0; i < all.size(); ++i)
        text += QStringLiteral("\n-- copy %1\n").arg(i) + all[i].told.join(QLatin1Char('\n'));
    return text;
}

} // namespace winnow::test
