// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/Conflicts.h"
#include "project/Records.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

QString wordOf(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::Votes: return QStringLiteral("votes");
    case ConflictKind::ReasonsDiffer: return QStringLiteral("reasons-differ");
    case ConflictKind::DecidedTwice: return QStringLiteral("decided-twice");
    }
    return {};
}

class ListConflicts : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addStage(app, m_stage);
        addViewer(app, m_as);
        addFlag(app, "--open", m_open,
                "open the present batch: freezes its votes for agreement and shows them; cannot be undone",
                {.needs = "--as"});
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_open ? Project::Access::Write : Project::Access::Read;
        const auto project = context.open(m_path, access, m_as);
        if (!project)
            return Failure(project.error());
        Conflicts conflicts(**project, m_stage);
        QJsonObject answer;
        if (m_open) {
            const auto opened = conflicts.openBatch();
            if (!opened)
                return Failure(opened.error());
            answer[QStringLiteral("opened")] = opened->conflicts;
            answer[QStringLiteral("frozen")] = opened->frozen;
            answer[QStringLiteral("by_rule")] = opened->byRule;
        }
        const auto list = conflicts.list();
        if (!list)
            return Failure(list.error());
        return tell(context, **project, conflicts, *list, answer);
    }

private:
    Result<void> tell(Context& context, Project& project, const Conflicts& conflicts, const std::vector<Conflict>& list,
                      QJsonObject& answer)
    {
        const Records records(project);
        QJsonArray array;
        QString text = QStringLiteral("Conflicts: %1\n").arg(list.size());
        for (const Conflict& conflict : list) {
            QJsonObject object{{QStringLiteral("report"), records.uid(conflict.report)},
                               {QStringLiteral("number"), records.number(conflict.report)},
                               {QStringLiteral("kind"), wordOf(conflict.kind)},
                               {QStringLiteral("opened"), conflict.opened}};
            text += QStringLiteral("%1  %2").arg(records.uid(conflict.report), wordOf(conflict.kind));
            if (m_open) {
                const auto cards = conflicts.cards(conflict.report);
                if (!cards)
                    return Failure(cards.error());
                object[QStringLiteral("votes")] = votes(*project.review(), *cards, text);
            }
            text += QLatin1Char('\n');
            array.append(object);
        }
        answer[QStringLiteral("conflicts")] = array;
        if (const qint64 withheld = conflicts.withheld().value_or(0); withheld > 0) {
            answer[QStringLiteral("withheld")] = withheld;
            text += QStringLiteral("Not told before the own vote: %1\n").arg(withheld);
        }
        context.answer(answer, text);
        return {};
    }

    static QJsonArray votes(const Review& review, const std::vector<VoteCard>& cards, QString& text)
    {
        QJsonArray array;
        for (const VoteCard& card : cards) {
            const Reviewer* by = review.reviewer(card.by);
            const Reason* reason = review.reason(card.reason);
            const QString name = by ? by->name : QString();
            array.append(QJsonObject{{QStringLiteral("by"), name},
                                     {QStringLiteral("vote"), words::wordOf(card.verdict)},
                                     {QStringLiteral("reason"), reason ? reason->text : QString()},
                                     {QStringLiteral("note"), card.note}});
            text += QStringLiteral("  %1: %2").arg(name, words::wordOf(card.verdict));
            if (reason)
                text += QStringLiteral(" (%1)").arg(reason->text);
        }
        return array;
    }

    QString m_path;
    QString m_as;
    Stage m_stage = Stage::Title;
    bool m_open = false;
};

} // namespace

std::unique_ptr<Command> makeConflicts()
{
    return std::make_unique<ListConflicts>();
}

} // namespace winnow::cli
