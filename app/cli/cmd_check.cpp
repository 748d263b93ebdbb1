// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Flow.h"
#include "project/Oddities.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

class Check : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addFlag(app, "--repair", m_repair, "rebuild everything that can be derived, then look again");
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_repair ? Project::Access::Write : Project::Access::Read;
        const auto project = context.open(m_path, access, {});
        if (!project)
            return Failure(project.error());
        if (m_repair) {
            if (auto repaired = repair(**project, context.job()); !repaired)
                return repaired;
        }
        const auto problems = check(**project, context.job());
        if (!problems)
            return Failure(problems.error());
        const auto oddities = odditiesOf(**project, nullptr);
        if (!oddities)
            return Failure(oddities.error());
        tell(context, *problems, *oddities);
        if (problems->empty())
            return {};
        return fail(ErrorCode::ProjectDamaged, m_path, problems->front().what);
    }

private:
    static void tell(Context& context, const std::vector<Problem>& problems, const std::vector<Oddity>& oddities)
    {
        QJsonArray array;
        QString text = problems.empty() ? QStringLiteral("Nothing is wrong.") : QString();
        for (const Problem& problem : problems) {
            array.append(
                QJsonObject{{QStringLiteral("what"), problem.what}, {QStringLiteral("detail"), problem.detail}});
            text += QStringLiteral("%1: %2\n").arg(problem.what, problem.detail);
        }
        QJsonArray warnings;
        for (const Oddity& oddity : oddities) {
            const QString sentence = words::sentence(oddity);
            warnings.append(QJsonObject{{QStringLiteral("what"), words::wordOf(oddity.kind)},
                                        {QStringLiteral("file"), oddity.file},
                                        {QStringLiteral("text"), sentence}});
            text += QStringLiteral("\n%1").arg(sentence);
        }
        context.answer({{QStringLiteral("ok"), problems.empty()},
                        {QStringLiteral("problems"), array},
                        {QStringLiteral("warnings"), warnings}},
                       text);
    }

    QString m_path;
    bool m_repair = false;
};

} // namespace

std::unique_ptr<Command> makeCheck()
{
    return std::make_unique<Check>();
}

} // namespace winnow::cli
