// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Duplicates.h"

namespace winnow::cli {
namespace {

class Dedupe : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        addShare(app, "--threshold", m_threshold, "how alike a pair must be to be certain; equal ids need none");
        addFlag(app, "--dry-run", m_dryRun, "count only, join nothing");
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_dryRun ? Project::Access::Read : Project::Access::Write;
        const auto project = context.open(m_path, access, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty())
            actAsLead(**project);
        const auto report = Duplicates(**project).joinExact(context.job(), m_dryRun);
        if (!report)
            return Failure(report.error());
        tell(context, *report);
        return {};
    }

private:
    void tell(Context& context, const DedupeReport& report) const
    {
        context.answer({{QStringLiteral("records"), report.records},
                        {QStringLiteral("reports"), report.reports},
                        {QStringLiteral("joined"), report.joined},
                        {QStringLiteral("doubtful"), 0}, // only exact keys are compared: they leave no doubt
                        {QStringLiteral("by_pmid"), report.byPmid},
                        {QStringLiteral("by_doi"), report.byDoi},
                        {QStringLiteral("by_title"), report.byTitle},
                        {QStringLiteral("dry_run"), m_dryRun},
                        {QStringLiteral("seconds"), report.seconds}},
                       QStringLiteral("%1 records are %2 reports; pairs joined: %3 (PMID %4, DOI %5, title %6)")
                           .arg(report.records)
                           .arg(report.reports)
                           .arg(report.joined)
                           .arg(report.byPmid)
                           .arg(report.byDoi)
                           .arg(report.byTitle));
    }

    QString m_path;
    QString m_as;
    double m_threshold = 1;
    bool m_dryRun = false;
};

} // namespace

std::unique_ptr<Command> makeDedupe()
{
    return std::make_unique<Dedupe>();
}

} // namespace winnow::cli
