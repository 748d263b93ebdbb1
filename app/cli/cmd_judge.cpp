// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "project/Duplicates.h"

namespace winnow::cli {
namespace {

class Judge : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        addTable(app, "--pairs", m_file, "a, b (ids), same (yes or no)");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        Duplicates duplicates(**project);
        const auto take = [&](const NamedTable& row) { judge(row, records, duplicates); };
        const QStringList columns{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("same")};
        if (auto read = readRows(context, m_file, columns, {}, m_rejections, take); !read)
            return read;
        context.answer(
            {{QStringLiteral("same"), m_same},
             {QStringLiteral("different"), m_different},
             {QStringLiteral("rejected"), m_rejections.json()}},
            QStringLiteral("Same: %1, different: %2%3").arg(m_same).arg(m_different).arg(m_rejections.text()));
        return {};
    }

private:
    void judge(const NamedTable& row, const Records& records, Duplicates& duplicates)
    {
        const auto same = parseYesNo(row.cell(2));
        if (!same) {
            m_rejections.add(row.line(), QStringLiteral("“%1” is neither yes nor no.").arg(row.cell(2)));
            return;
        }
        const RecordId a = recordIn(records, row, 0, m_rejections);
        const RecordId b = a ? recordIn(records, row, 1, m_rejections) : RecordId();
        if (!b)
            return;
        if (const auto judged = duplicates.judge(a, b, *same); !judged)
            m_rejections.add(row.line(), judged.error());
        else
            ++(*same ? m_same : m_different);
    }

    QString m_path;
    QString m_as;
    QString m_file;
    Rejections m_rejections;
    qint64 m_same = 0;
    qint64 m_different = 0;
};

} // namespace

std::unique_ptr<Command> makeJudge()
{
    return std::make_unique<Judge>();
}

} // namespace winnow::cli
