// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "domain/Words.h"
#include "project/Conflicts.h"

namespace winnow::cli {
namespace {

std::optional<ResolvedHow> parseHow(QStringView word)
{
    if (word == QLatin1String("discussion"))
        return ResolvedHow::Discussion;
    if (word == QLatin1String("third-person"))
        return ResolvedHow::ThirdPerson;
    return word == QLatin1String("rule") ? std::optional(ResolvedHow::Rule) : std::nullopt;
}

class Resolve : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        addStage(app, m_stage);
        addTable(app, "--decisions", m_file, "id, vote (include, exclude), and if needed reason");
        addWord(app, "--how", m_how, parseHow, "discussion|third-person|rule",
                "how it was settled; else discussion if you voted at this stage yourself, third-person if you did not");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        const auto review = (*project)->review();
        const auto take = [&](const NamedTable& row) { add(row, records, *review); };
        if (auto read = readRows(context, m_file, {QStringLiteral("id"), QStringLiteral("vote")},
                                 {QStringLiteral("reason")}, m_rejections, take);
            !read)
            return read;
        const auto how = settledHow(**project);
        if (!how)
            return Failure(how.error());
        const auto outcome = Conflicts(**project, m_stage).resolve(m_decisions, *how);
        if (!outcome)
            return Failure(outcome.error());
        m_rejections.add(*outcome, m_rows);
        answerApplied(context, outcome->applied, m_rejections);
        return {};
    }

private:
    Result<ResolvedHow> settledHow(Project& project) const
    {
        if (m_how)
            return *m_how;
        const auto votes = Screening(project, m_stage).myVotes();
        if (!votes)
            return Failure(votes.error());
        return votes->empty() ? ResolvedHow::ThirdPerson : ResolvedHow::Discussion;
    }

    void add(const NamedTable& row, const Records& records, const Review& review)
    {
        const auto verdict = words::parseVerdict(row.cell(1));
        const QString reasonText = row.cell(2);
        const RecordId record = recordIn(records, row, 0, m_rejections);
        if (!record)
            return;
        const ReasonId reason = reasonText.isEmpty() ? ReasonId() : findReason(review, m_stage, reasonText);
        if (verdict != Verdict::Include && verdict != Verdict::Exclude)
            m_rejections.add(row.line(),
                             QStringLiteral("The decision is “%1”; it must be include or exclude.").arg(row.cell(1)));
        else if (!reasonText.isEmpty() && *verdict == Verdict::Include)
            m_rejections.add(row.line(), QStringLiteral("Only an exclusion has a reason; nothing was settled."));
        else if (!reasonText.isEmpty() && !reason)
            m_rejections.add(row.line(), Error{ErrorCode::UnknownReason, reasonText, {}});
        else {
            m_decisions.push_back({record, *verdict, reason});
            m_rows.push_back({row.line(), row.cell(0)});
        }
    }

    QString m_path;
    QString m_as;
    QString m_file;
    Stage m_stage = Stage::Title;
    std::optional<ResolvedHow> m_how;
    std::vector<Conflicts::Decision> m_decisions;
    std::vector<RowRef> m_rows;
    Rejections m_rejections;
};

} // namespace

std::unique_ptr<Command> makeResolve()
{
    return std::make_unique<Resolve>();
}

} // namespace winnow::cli
