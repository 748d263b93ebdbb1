// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "domain/Words.h"

namespace winnow::cli {
namespace {

class PutAside : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        const auto parse = [](QStringView word) {
            const auto by = words::parseSetAside(word);
            return by == SetAside::By::None ? std::nullopt : by;
        };
        addWord(app, "--remove-before", m_by, parse, "automation|other", "which PRISMA box they belong to")->required();
        addText(app, "--tool-or-reason", m_text, "the automation tool, or the reason")->required();
        addText(app, "--ids", m_file, "table with the column id")->required()->type_name("FILE.csv");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        std::vector<RecordId> chosen;
        std::vector<qint64> lines;
        Rejections rejections;
        const auto take = [&](const NamedTable& row) {
            if (const RecordId record = recordIn(records, row, 0, rejections)) {
                chosen.push_back(record);
                lines.push_back(row.line());
            }
        };
        if (auto read = readRows(context, m_file, {QStringLiteral("id")}, {}, rejections, take); !read)
            return read;
        const auto outcome = Reports(**project).setAside(chosen, {*m_by, m_text});
        if (!outcome)
            return Failure(outcome.error());
        rejections.add(*outcome, lines);
        answerApplied(context, outcome->applied, rejections);
        return {};
    }

private:
    QString m_path;
    QString m_as;
    QString m_file;
    QString m_text;
    std::optional<SetAside::By> m_by;
};

} // namespace

std::unique_ptr<Command> makeSetAside()
{
    return std::make_unique<PutAside>();
}

} // namespace winnow::cli
