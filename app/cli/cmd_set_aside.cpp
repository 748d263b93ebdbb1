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
        addWord(app, "--remove-before", m_by, parse, "automation|other", "which PRISMA box they belong to", true);
        addText(app, "--tool-or-reason", m_text, "the automation tool, or the reason", {.required = true});
        addTable(app, "--ids", m_file, "id");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        std::vector<RecordId> chosen;
        std::vector<RowRef> rows;
        Rejections rejections;
        const auto take = [&](const NamedTable& row) {
            if (const RecordId record = recordIn(records, row, 0, rejections)) {
                chosen.push_back(record);
                rows.push_back({row.line(), row.cell(0)});
            }
        };
        if (auto read = readRows(context, m_file, {QStringLiteral("id")}, {}, rejections, take); !read)
            return read;
        const auto outcome = Reports(**project).setAside(chosen, {*m_by, m_text});
        if (!outcome)
            return Failure(outcome.error());
        rejections.add(*outcome, rows);
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
