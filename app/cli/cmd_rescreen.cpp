// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "project/Protocol.h"

#include <QDateTime>

namespace winnow::cli {
namespace {

class Rescreen : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addActor(app, m_as);
        addStage(app, m_stage);
        addText(app, "--reason", m_reason,
                "all that are excluded for it go back to their voters; without it the "
                "change of the protocol is only noted");
        addText(app, "--why", m_why, "what was changed in the protocol, for the methods section", {.required = true});
        addDate(app, "--date", m_date, "when it was changed (usual: today)");
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        if (!m_date.isValid())
            m_date = QDateTime::fromMSecsSinceEpoch(context.clock().now(), Qt::UTC).date();
        Protocol protocol(**project);
        qint64 reports = 0;
        if (m_reason.isEmpty()) {
            if (auto noted = protocol.note(m_stage, m_date, m_why); !noted)
                return noted;
        } else {
            const ReasonId reason = findReason(*(*project)->review(), m_stage, m_reason);
            if (!reason)
                return fail(ErrorCode::UnknownReason, m_reason);
            const auto back = protocol.rescreen(reason, m_date, m_why);
            if (!back)
                return Failure(back.error());
            reports = *back;
        }
        context.answer(
            {{QStringLiteral("reports"), reports}, {QStringLiteral("date"), m_date.toString(Qt::ISODate)}},
            QStringLiteral("%1 reports go back to their voters; noted as a change of the protocol").arg(reports));
        return {};
    }

private:
    QString m_path;
    QString m_as;
    QString m_reason;
    QString m_why;
    Stage m_stage = Stage::Title;
    QDate m_date;
};

} // namespace

std::unique_ptr<Command> makeRescreen()
{
    return std::make_unique<Rescreen>();
}

} // namespace winnow::cli
