// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/FlowOptions.h"
#include "cli/Options.h"
#include "cli/RiskOptions.h"
#include "figures/registry.h"
#include "project/Flow.h"

#include <QFileInfo>
#include <QJsonArray>

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
            const QString suffix = QFileInfo(path).suffix().toLower();
            const bool table = suffix == QLatin1String("csv") || suffix == QLatin1String("docx");
            return isPicture(path) || table
                ? std::string()
                : "“" + path.toStdString() + "” does not end in .svg, .pdf, .png, .csv or .docx";
        };
        addOption(app, "--out", takeOut, "svg, pdf or png; of risk of bias also csv or docx",
                  {.required = true, .type = "FILE"});
        addViewer(app, m_as);
        addFlowOptions(app, m_options);
        m_risk.addTo(app);
    }

    bool draws() const override { return true; }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const auto files = isFlow() ? saveFlow(**project) : saveRisk(**project);
        if (!files)
            return Failure(files.error());
        context.answer({{QStringLiteral("out"), m_out},
                        {QStringLiteral("files"), QJsonArray::fromStringList(*files)},
                        {QStringLiteral("kind"), *m_kind}},
                       QStringLiteral("Wrote %1").arg(files->join(QStringLiteral(", "))));
        return {};
    }

private:
    bool isFlow() const { return *m_kind == QLatin1String("flow"); }

    Result<QStringList> saveFlow(Project& project) const
    {
        if (!isPicture(m_out))
            return fail(
                ErrorCode::BadInput, m_out,
                QStringLiteral("the flow diagram is drawn as svg, pdf or png; winnow prisma writes its numbers"));
        if (const auto saved = Flow(project).save(m_out, m_options); !saved)
            return Failure(saved.error());
        return QStringList(m_out);
    }

    Result<QStringList> saveRisk(Project& project) const
    {
        const auto request = m_risk.request();
        if (!request)
            return Failure(request.error());
        return RiskPlots(project).save(*m_kind, *request, m_out);
    }

    QString m_path;
    QString m_out;
    QString m_as;
    std::optional<QString> m_kind;
    figures::FlowOptions m_options;
    RiskOptions m_risk;
};

} // namespace

std::unique_ptr<Command> makeFigure()
{
    return std::make_unique<Draw>();
}

} // namespace winnow::cli
