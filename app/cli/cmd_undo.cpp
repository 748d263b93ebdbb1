// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Records.h"

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
        addFlag(app, "--redo", m_redo, "bring back what was undone last", {.excludes = "--change"});
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        History history(**project);
        const auto undone = m_redo ? history.redo()
            : m_change.isEmpty()   ? history.undo()
                                   : history.undoStepOf(m_change);
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
    QString m_path;
    QString m_as;
    QString m_change;
    bool m_redo = false;
};

} // namespace

std::unique_ptr<Command> makeUndo()
{
    return std::make_unique<Undo>();
}

} // namespace winnow::cli
