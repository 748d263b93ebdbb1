// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "domain/Words.h"

namespace winnow::cli {
namespace {

class Vote : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        addStage(app, m_stage);
        addTable(app, "--votes", m_file, "id, vote (include, exclude, maybe), and if you like reason, note");
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
                                 {QStringLiteral("reason"), QStringLiteral("note")}, m_rejections, take);
            !read)
            return read;
        const auto outcome = Screening(**project, m_stage).voteMany(m_requests);
        if (!outcome)
            return Failure(outcome.error());
        m_rejections.add(*outcome, m_rows);
        answerApplied(context, outcome->applied, m_rejections);
        return {};
    }

private:
    void add(const NamedTable& row, const Records& records, const Review& review)
    {
        const auto verdict = words::parseVerdict(row.cell(1));
        const QString reasonText = row.cell(2);
        const RecordId record = recordIn(records, row, 0, m_rejections);
        if (!record)
            return;
        const ReasonId reason = reasonText.isEmpty() ? ReasonId() : findReason(review, m_stage, reasonText);
        if (!verdict)
            m_rejections.add(
                row.line(), QStringLiteral("The vote is “%1”; it must be include, exclude or maybe.").arg(row.cell(1)));
        else if (!reasonText.isEmpty() && *verdict != Verdict::Exclude)
            m_rejections.add(row.line(), QStringLiteral("Only an exclusion has a reason; the vote was not counted."));
        else if (!reasonText.isEmpty() && !reason)
            m_rejections.add(row.line(), Error{ErrorCode::UnknownReason, reasonText, {}});
        else {
            m_requests.push_back({record, *verdict, reason, row.cell(3)});
            m_rows.push_back({row.line(), row.cell(0)});
        }
    }

    QString m_path;
    QString m_as;
    QString m_file;
    Stage m_stage = Stage::Title;
    std::vector<VoteRequest> m_requests;
    std::vector<RowRef> m_rows;
    Rejections m_rejections;
};

} // namespace

std::unique_ptr<Command> makeVote()
{
    return std::make_unique<Vote>();
}

} // namespace winnow::cli
