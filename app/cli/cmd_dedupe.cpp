// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/Duplicates.h"
#include "project/Sharing.h"

#include <QJsonObject>

namespace winnow::cli {
namespace {

class Dedupe : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        addShare(app, "--threshold", m_options.threshold,
                 "how alike a pair must be to be joined (0.9: what is certain by a rule); others wait for a person");
        addFlag(app, "--dry-run", m_options.dryRun, "count only, join nothing");
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_options.dryRun ? Project::Access::Read : Project::Access::Write;
        const auto project = context.open(m_path, access, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty())
            actAsLead(**project);
        if (const auto ended = Sharing(**project).resume(context.job()); !ended) // a run that was killed
            return ended;
        const auto report = Duplicates(**project).find(context.job(), m_options);
        if (!report)
            return Failure(report.error());
        tell(context, *report);
        return {};
    }

private:
    void tell(Context& context, const DedupeReport& report) const
    {
        QJsonObject byRule;
        QStringList parts;
        for (const auto& [rule, n] : report.byRule) {
            byRule.insert(words::wordOf(rule), n);
            parts << QStringLiteral("%1 %2").arg(words::name(rule)).arg(n);
        }
        const QString rules
            = parts.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(parts.join(QStringLiteral(", ")));
        const QString nothing = report.nothingNew ? QStringLiteral("\nNothing is new since the last time.") : QString();
        context.answer({{QStringLiteral("records"), report.records},
                        {QStringLiteral("reports"), report.reports},
                        {QStringLiteral("joined"), report.joined},
                        {QStringLiteral("doubtful"), report.doubtful},
                        {QStringLiteral("untouched"), report.untouched},
                        {QStringLiteral("by_rule"), byRule},
                        {QStringLiteral("dry_run"), m_options.dryRun},
                        {QStringLiteral("seconds"), report.seconds}},
                       QStringLiteral("%1 records are %2 reports; pairs joined: %3%4; doubtful: %5; untouched: %6%7")
                           .arg(report.records)
                           .arg(report.reports)
                           .arg(report.joined)
                           .arg(rules)
                           .arg(report.doubtful)
                           .arg(report.untouched)
                           .arg(nothing));
    }

    QString m_path;
    QString m_as;
    DedupeOptions m_options;
};

} // namespace

std::unique_ptr<Command> makeDedupe()
{
    return std::make_unique<Dedupe>();
}

} // namespace winnow::cli
