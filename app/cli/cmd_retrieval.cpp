// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "domain/Words.h"

namespace winnow::cli {
namespace {

class Retrieve : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        addTable(app, "--states", m_file,
                 "id, state (sought, requested, received, not-retrieved), and if you like note, date");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        const auto take = [&](const NamedTable& row) { add(row, records); };
        if (auto read = readRows(context, m_file, {QStringLiteral("id"), QStringLiteral("state")},
                                 {QStringLiteral("note"), QStringLiteral("date")}, m_rejections, take);
            !read)
            return read;
        const auto outcome = Reports(**project).setRetrieval(m_requests);
        if (!outcome)
            return Failure(outcome.error());
        m_rejections.add(*outcome, m_rows);
        answerApplied(context, outcome->applied, m_rejections);
        return {};
    }

private:
    void add(const NamedTable& row, const Records& records)
    {
        const RecordId record = recordIn(records, row, 0, m_rejections);
        if (!record)
            return;
        const auto state = words::parseRetrieval(row.cell(1));
        const QDate date = QDate::fromString(row.cell(3), Qt::ISODate);
        if (!state)
            m_rejections.add(
                row.line(),
                QStringLiteral("The state is “%1”; it must be sought, requested, received or not-retrieved.")
                    .arg(row.cell(1)));
        else if (!row.cell(3).isEmpty() && !date.isValid())
            m_rejections.add(row.line(), QStringLiteral("“%1” is no date like 2026-05-03.").arg(row.cell(3)));
        else {
            m_requests.push_back({record, {*state, row.cell(2), date}});
            m_rows.push_back({row.line(), row.cell(0)});
        }
    }

    QString m_path;
    QString m_as;
    QString m_file;
    std::vector<Reports::RetrievalRequest> m_requests;
    std::vector<RowRef> m_rows;
    Rejections m_rejections;
};

} // namespace

std::unique_ptr<Command> makeRetrieval()
{
    return std::make_unique<Retrieve>();
}

} // namespace winnow::cli
