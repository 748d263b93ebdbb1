// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/FlowOptions.h"
#include "cli/Options.h"
#include "figures/registry.h"
#include "project/Flow.h"

namespace winnow::cli {
namespace {

/// The kinds of figure, as in "flow|forest".
std::string figureKinds()
{
    QStringList keys;
    for (const figures::FigureKind& kind : figures::figureKinds())
        keys << kind.key;
    return keys.join(QLatin1Char('|')).toStdString();
}

class Draw : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        const auto parse = [](QStringView word) -> std::optional<QString> {
            const figures::FigureKind* kind = figures::figureKind(word);
            return kind ? std::optional(kind->key) : std::nullopt;
        };
        addWord(app, "--kind", m_kind, parse, figureKinds(), "which figure", true);
        const auto takeOut = [this](const QString& path) {
            m_out = path;
            return isPicture(path) ? std::string() : "“" + path.toStdString() + "” does not end in .svg, .pdf or .png";
        };
        addOption(app, "--out", takeOut, "svg, pdf or png", {.required = true, .type = "FILE"});
        addViewer(app, m_as);
        addFlowOptions(app, m_options);
    }

    bool draws() const override { return true; }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        if (auto saved = Flow(**project).save(m_out, m_options); !saved)
            return saved;
        context.answer({{QStringLiteral("out"), m_out}, {QStringLiteral("kind"), *m_kind}},
                       QStringLiteral("Wrote %1").arg(m_out));
        return {};
    }

private:
    QString m_path;
    QString m_out;
    QString m_as;
    std::optional<QString> m_kind;
    figures::FlowOptions m_options;
};

} // namespace

std::unique_ptr<Command> makeFigure()
{
    return std::make_unique<Draw>();
}

} // namespace winnow::cli
