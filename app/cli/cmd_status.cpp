// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/Flow.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

class TellStatus : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addViewer(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const auto status = statusOf(**project);
        if (!status)
            return Failure(status.error());
        const auto review = (*project)->review();
        QJsonArray stages;
        for (const StageStatus& stage : status->stages)
            stages.append(json(*review, stage));
        QJsonArray sources;
        for (const NamedCount& source : status->sources)
            sources.append(QJsonObject{{QStringLiteral("name"), source.name}, {QStringLiteral("records"), source.n}});
        context.answer({{QStringLiteral("title"), review->settings.title},
                        {QStringLiteral("stages"), stages},
                        {QStringLiteral("sources"), sources},
                        {QStringLiteral("records"), status->records},
                        {QStringLiteral("reports"), status->reports},
                        {QStringLiteral("studies"), status->studies}},
                       text(*review, *status));
        return {};
    }

private:
    static QString nameOf(const Review& review, ReviewerId id)
    {
        const Reviewer* reviewer = review.reviewer(id);
        return reviewer ? reviewer->name : QString();
    }

    static QJsonObject json(const Review& review, const StageStatus& stage)
    {
        QJsonArray votes;
        for (const auto& [reviewer, n] : stage.votes)
            votes.append(
                QJsonObject{{QStringLiteral("reviewer"), nameOf(review, reviewer)}, {QStringLiteral("votes"), n}});
        return {{QStringLiteral("stage"), words::wordOf(stage.stage)},
                {QStringLiteral("reports"), stage.reports},
                {QStringLiteral("pending"), stage.pending},
                {QStringLiteral("conflicts"), stage.conflicts},
                {QStringLiteral("included"), stage.included},
                {QStringLiteral("excluded"), stage.excluded},
                {QStringLiteral("votes"), votes}};
    }

    static QString text(const Review& review, const Status& status)
    {
        QString text = QStringLiteral("%1\nRecords %2, reports %3, studies %4\n")
                           .arg(review.settings.title)
                           .arg(status.records)
                           .arg(status.reports)
                           .arg(status.studies);
        for (const NamedCount& source : status.sources)
            text += QStringLiteral("  %1: %2\n").arg(source.name).arg(source.n);
        for (const StageStatus& stage : status.stages) {
            text += QStringLiteral("%1: reports %2, pending %3, conflicts %4, included %5, excluded %6\n")
                        .arg(words::name(stage.stage))
                        .arg(stage.reports)
                        .arg(stage.pending)
                        .arg(stage.conflicts)
                        .arg(stage.included)
                        .arg(stage.excluded);
            for (const auto& [reviewer, n] : stage.votes)
                text += QStringLiteral("  %1: votes %2\n").arg(nameOf(review, reviewer)).arg(n);
        }
        return text;
    }

    QString m_path;
    QString m_as;
};

} // namespace

std::unique_ptr<Command> makeStatus()
{
    return std::make_unique<TellStatus>();
}

} // namespace winnow::cli
