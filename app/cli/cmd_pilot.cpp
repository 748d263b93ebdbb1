// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/People.h"
#include "domain/Words.h"
#include "project/Pilots.h"
#include "project/Records.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

class Pilot : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        addStage(app, m_stage);
        addCount(app, "--start", m_start, "draws so many reports at random, the same for all, to be screened first");
        addCount(app, "--seed", m_seed, "another draw (usual: 1)");
        addFlag(app, "--open", m_open, "opens the pilot's votes and freezes them for agreement");
        addFlag(app, "--go", m_go, "the pilot went well: all other reports open");
        addFlag(app, "--refine", m_refine, "the criteria need work: another round will follow", {.excludes = "--go"});
        addText(app, "--why", m_why, "said with go or refine");
    }

    Result<void> run(Context& context) override
    {
        const bool writes = m_start > 0 || m_open || m_go || m_refine;
        const auto project = context.open(m_path, writes ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        if (writes && m_as.isEmpty())
            actAsLead(**project);
        Pilots pilots(**project, m_stage);
        QJsonObject more;
        if (m_start > 0) {
            if (const auto round = pilots.start(int(m_start), quint64(m_seed)); !round)
                return Failure(round.error());
        }
        if (m_open) {
            const auto opened = pilots.open();
            if (!opened)
                return Failure(opened.error());
            more = {{QStringLiteral("frozen"), opened->frozen}, {QStringLiteral("conflicts"), opened->conflicts}};
        }
        if (m_go || m_refine) {
            if (auto ended = m_go ? pilots.go(m_why) : pilots.refine(m_why); !ended)
                return ended;
        }
        return answer(context, **project, more);
    }

private:
    Result<void> answer(Context& context, Project& project, QJsonObject object) const
    {
        const auto rounds = Pilots(project, m_stage).rounds();
        if (!rounds)
            return Failure(rounds.error());
        const auto review = project.review();
        QJsonArray array;
        QString text = rounds->empty() ? QStringLiteral("No pilot.") : QString();
        for (const PilotStanding& standing : *rounds) {
            array.append(json(project, *review, standing));
            text += line(*review, standing);
        }
        object[QStringLiteral("rounds")] = array;
        context.answer(object, text);
        return {};
    }

    static QJsonObject json(Project& project, const Review& review, const PilotStanding& standing)
    {
        QJsonArray reports;
        const Records records(project);
        for (const RecordId id : standing.reports)
            reports.append(records.uid(id));
        QJsonObject voted;
        for (const auto& [who, n] : standing.voted)
            voted[review.reviewer(who)->name] = n;
        return {{QStringLiteral("round"), standing.round.number},
                {QStringLiteral("state"), words::wordOf(standing.round.state)},
                {QStringLiteral("size"), standing.round.size},
                {QStringLiteral("seed"), qint64(standing.round.seed)},
                {QStringLiteral("why"), standing.round.why},
                {QStringLiteral("reports"), reports},
                {QStringLiteral("voted"), voted},
                {QStringLiteral("opened"), standing.opened}};
    }

    static QString line(const Review& review, const PilotStanding& standing)
    {
        QString text = QStringLiteral("%1: %2, %3 reports, %4 opened")
                           .arg(words::pilotName(standing.round.number), words::wordOf(standing.round.state))
                           .arg(standing.round.size)
                           .arg(standing.opened);
        for (const auto& [who, n] : standing.voted)
            text += QStringLiteral("; %1 has voted on %2").arg(review.reviewer(who)->name).arg(n);
        return text + QLatin1Char('\n');
    }

    QString m_path;
    QString m_as;
    QString m_why;
    Stage m_stage = Stage::Title;
    qint64 m_start = 0;
    qint64 m_seed = 1;
    bool m_open = false;
    bool m_go = false;
    bool m_refine = false;
};

} // namespace

std::unique_ptr<Command> makePilot()
{
    return std::make_unique<Pilot>();
}

} // namespace winnow::cli
