// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/FlowOptions.h"
#include "cli/Options.h"
#include "project/Flow.h"
#include "reporting/PrismaCsv.h"

namespace winnow::cli {
namespace {

class Prisma : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addText(app, "--out", m_out, "svg, pdf, png; csv for the R package PRISMA2020; json; without it numbers only",
                {.type = "FILE"});
        addViewer(app, m_as);
        addFlowOptions(app, m_options);
    }

    bool draws() const override { return isPicture(m_out); }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const Flow flow(**project);
        const auto counts = flow.counts();
        if (!counts)
            return Failure(counts.error());
        if (!m_out.isEmpty()) {
            if (auto saved = flow.save(m_out, m_options); !saved)
                return saved;
        }
        const QJsonObject boxes = reporting::prismaBoxes(*counts);
        context.answer({{QStringLiteral("out"), m_out},
                        {QStringLiteral("interim"), counts->interim()},
                        {QStringLiteral("boxes"), boxes}},
                       text(boxes, counts->interim()));
        return {};
    }

private:
    QString text(const QJsonObject& boxes, bool interim) const
    {
        QString text = m_out.isEmpty() ? QString() : QStringLiteral("Wrote %1\n").arg(m_out);
        if (interim)
            text += QStringLiteral("Interim: something is still pending.\n");
        for (auto box = boxes.begin(); box != boxes.end(); ++box)
            text += QStringLiteral("%1: %2\n").arg(box.key(), box.value().toVariant().toString());
        return text;
    }

    QString m_path;
    QString m_out;
    QString m_as;
    figures::FlowOptions m_options;
};

} // namespace

std::unique_ptr<Command> makePrisma()
{
    return std::make_unique<Prisma>();
}

} // namespace winnow::cli
