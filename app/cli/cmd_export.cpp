// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "formats/Format.h"
#include "project/Flow.h"

#include <array>

namespace winnow::cli {
namespace {

std::optional<ExportSet> parseSet(QStringView word)
{
    static const std::array<std::pair<QLatin1String, ExportSet>, 5> sets{
        std::pair{QLatin1String("all"), ExportSet::All},
        std::pair{QLatin1String("included"), ExportSet::Included},
        std::pair{QLatin1String("excluded"), ExportSet::Excluded},
        std::pair{QLatin1String("conflicts"), ExportSet::Conflicts},
        std::pair{QLatin1String("unscreened"), ExportSet::Unscreened},
    };
    for (const auto& [name, set] : sets) {
        if (word == name)
            return set;
    }
    return std::nullopt;
}

class Export : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addText(app, "--out", m_out, "by extension: " + extensions(), {.required = true, .type = "FILE"});
        addWord(app, "--set", m_set, parseSet, "all|included|excluded|conflicts|unscreened",
                "which reports; all of them without it");
        addViewer(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const auto report = Exports(**project).save(m_out, m_set.value_or(ExportSet::All), context.job());
        if (!report)
            return Failure(report.error());
        QString text = QStringLiteral("Wrote %1: entries %2").arg(report->out).arg(report->records);
        if (report->withoutAbstract > 0)
            text += QStringLiteral(
                        "\nWithout their abstracts, which came from Scopus: %1 (winnow plan --database scopus "
                        "--licence yes, if your licence allows to pass them on)")
                        .arg(report->withoutAbstract);
        context.answer({{QStringLiteral("out"), report->out},
                        {QStringLiteral("records"), report->records},
                        {QStringLiteral("without_abstract"), report->withoutAbstract}},
                       text);
        return {};
    }

private:
    /// Of the formats that write, as the registry has them.
    static std::string extensions()
    {
        QStringList usual;
        for (const formats::Format& format : formats::registry()) {
            if (format.writes)
                usual << QString::fromLatin1(format.extensions).section(QLatin1Char(' '), 0, 0);
        }
        return usual.join(QStringLiteral(", ")).toStdString();
    }

    QString m_path;
    QString m_out;
    QString m_as;
    std::optional<ExportSet> m_set;
};

} // namespace

std::unique_ptr<Command> makeExport()
{
    return std::make_unique<Export>();
}

} // namespace winnow::cli
