// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "domain/Words.h"

#include <map>

namespace winnow::cli {
namespace {

class Classify : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        addTable(app, "--states", m_file, "id, state (awaiting, ongoing, none)");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        const auto take = [&](const NamedTable& row) { add(row, records); };
        if (auto read
            = readRows(context, m_file, {QStringLiteral("id"), QStringLiteral("state")}, {}, m_rejections, take);
            !read)
            return read;
        qint64 applied = 0;
        for (const auto& [state, group] : m_groups) {
            const auto outcome = Reports(**project).classify(group.records, state);
            if (!outcome)
                return Failure(outcome.error());
            m_rejections.add(*outcome, group.rows);
            applied += outcome->applied;
        }
        answerApplied(context, applied, m_rejections);
        return {};
    }

private:
    struct Group {
        std::vector<RecordId> records;
        std::vector<RowRef> rows;
    };

    void add(const NamedTable& row, const Records& records)
    {
        const RecordId record = recordIn(records, row, 0, m_rejections);
        if (!record)
            return;
        const auto state = words::parseClassification(row.cell(1));
        if (!state) {
            m_rejections.add(
                row.line(),
                QStringLiteral("The state is “%1”; it must be awaiting, ongoing or none.").arg(row.cell(1)));
            return;
        }
        m_groups[*state].records.push_back(record);
        m_groups[*state].rows.push_back({row.line(), row.cell(0)});
    }

    QString m_path;
    QString m_as;
    QString m_file;
    std::map<Classification, Group> m_groups;
    Rejections m_rejections;
};

} // namespace

std::unique_ptr<Command> makeClassify()
{
    return std::make_unique<Classify>();
}

} // namespace winnow::cli
