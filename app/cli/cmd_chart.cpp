// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Charts.h"

namespace winnow::cli {
namespace {

/// The kinds of chart, as in "progress|years".
std::string kinds()
{
    QStringList ids;
    for (const ChartKind& kind : chartKinds())
        ids << QString::fromLatin1(kind.id);
    return ids.join(QLatin1Char('|')).toStdString();
}

std::optional<const ChartKind*> parseKind(QStringView word)
{
    const ChartKind* kind = chartKind(word);
    return kind ? std::optional(kind) : std::nullopt;
}

class WriteChart : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addWord(app, "--kind", m_kind, parseKind, kinds(), "which chart", true);
        const auto takeOut = [this](const QString& path) {
            m_out = path;
            return path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
                ? std::string()
                : "“" + path.toStdString() + "” does not end in .csv";
        };
        addOption(app, "--out", takeOut, "the table to write", {.required = true, .type = "FILE"});
        addViewer(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const auto rows = Charts(**project).save(**m_kind, m_out);
        if (!rows)
            return Failure(rows.error());
        context.answer({{QStringLiteral("out"), m_out},
                        {QStringLiteral("kind"), QString::fromLatin1((*m_kind)->id)},
                        {QStringLiteral("rows"), *rows}},
                       QStringLiteral("Wrote %1 rows to %2").arg(*rows).arg(m_out));
        return {};
    }

private:
    QString m_path;
    QString m_out;
    QString m_as;
    std::optional<const ChartKind*> m_kind;
};

} // namespace

std::unique_ptr<Command> makeChart()
{
    return std::make_unique<WriteChart>();
}

} // namespace winnow::cli
