// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Flow.h"
#include "reporting/PrismaCsv.h"

namespace winnow::cli {
namespace {

class Declare : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        const QString boxes = Flow::declarableBoxes().join(QStringLiteral(", "));
        addProject(app, m_path);
        addActor(app, m_as);
        addText(app, "--box", m_box, "PRISMA key, one of: " + boxes.toStdString(), {.required = true, .type = "KEY"});
        addCount(app, "--number", m_number, "the number", true);
        addText(app, "--why", m_why, "where the number comes from", {.required = true});
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        Flow flow(**project);
        if (auto declared = flow.declare(m_box, m_number, m_why); !declared)
            return declared;
        const auto counts = flow.counts();
        if (!counts)
            return Failure(counts.error());
        context.answer({{QStringLiteral("boxes"), reporting::prismaBoxes(*counts)}},
                       QStringLiteral("Declared: %1 = %2").arg(m_box).arg(m_number));
        return {};
    }

private:
    QString m_path;
    QString m_as;
    QString m_box;
    QString m_why;
    qint64 m_number = 0;
};

} // namespace

std::unique_ptr<Command> makeDeclare()
{
    return std::make_unique<Declare>();
}

} // namespace winnow::cli
