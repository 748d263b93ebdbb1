// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Records.h"
#include "project/Sharing.h"

namespace winnow::cli {
namespace {

class Undo : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        addText(app, "--change", m_change, "id of a change (see “winnow log”): undoes the step it belongs to",
                {.type = "ID"});
        addFlag(app, "--redo", m_redo, "bring back what was undone last, or that bring-in", {.excludes = "--change"});
        addCount(app, "--bring-in", m_bringIn,
                 "number of a bring-in (see “winnow log”): sets it aside in this file only");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        if (m_bringIn != 0)
            return turnBringIn(context, **project);
        if (const auto ended = Sharing(**project).resume(context.job()); !ended) // a run that was killed
            return ended;
        History history(**project);
        const auto undone = m_redo ? history.redo({}, context.job())
            : m_change.isEmpty()   ? history.undo()
                                   : history.undoStepOf(m_change, context.job());
        if (!undone)
            return Failure(undone.error());
        const QString record = undone->record ? Records(**project).uid(undone->record) : QString();
        context.answer({{QStringLiteral("undone"), undone->id},
                        {QStringLiteral("kind"), undone->kind},
                        {QStringLiteral("record"), record},
                        {QStringLiteral("changes"), undone->changes}},
                       QStringLiteral("%1 %2: changes %3")
                           .arg(m_redo ? QStringLiteral("Redone:") : QStringLiteral("Undone:"), undone->kind)
                           .arg(undone->changes));
        return {};
    }

private:
    Result<void> turnBringIn(Context& context, Project& project) const
    {
        Sharing sharing(project);
        const auto turned
            = m_redo ? sharing.bringBack(m_bringIn, context.job()) : sharing.takeBack(m_bringIn, context.job());
        if (!turned)
            return turned;
        context.answer({{QStringLiteral("undone"), QString::number(m_bringIn)},
                        {QStringLiteral("kind"), QStringLiteral("bring-in")}},
                       QStringLiteral("%1 bring-in %2")
                           .arg(m_redo ? QStringLiteral("Taken in again:") : QStringLiteral("Set aside:"))
                           .arg(m_bringIn));
        return {};
    }

    QString m_path;
    QString m_as;
    QString m_change;
    bool m_redo = false;
    qint64 m_bringIn = 0;
};

} // namespace

std::unique_ptr<Command> makeUndo()
{
    return std::make_unique<Undo>();
}

} // namespace winnow::cli
