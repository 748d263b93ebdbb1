// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"

namespace winnow::cli {
namespace {

class Group : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        addTable(app, "--groups", m_file, "report (id), study (its name; empty: on its own again)");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        std::vector<Reports::GroupRequest> requests;
        std::vector<RowRef> rows;
        Rejections rejections;
        const auto take = [&](const NamedTable& row) {
            if (const RecordId record = recordIn(records, row, 0, rejections)) {
                requests.push_back({record, row.cell(1)});
                rows.push_back({row.line(), row.cell(0)});
            }
        };
        const QStringList columns{QStringLiteral("report"), QStringLiteral("study")};
        if (auto read = readRows(context, m_file, columns, {}, rejections, take); !read)
            return read;
        const auto outcome = Reports(**project).group(requests);
        if (!outcome)
            return Failure(outcome.error());
        rejections.add(*outcome, rows);
        const qint64 studies = qint64((*project)->review()->studies.size());
        answerApplied(context, outcome->applied, rejections, {{QStringLiteral("studies"), studies}});
        return {};
    }

private:
    QString m_path;
    QString m_as;
    QString m_file;
};

} // namespace

std::unique_ptr<Command> makeStudy()
{
    return std::make_unique<Group>();
}

} // namespace winnow::cli
