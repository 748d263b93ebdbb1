// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Records.h"

namespace winnow::cli {
namespace {

class Raw : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addText(app, "id", m_id, "id of the record", {.required = true, .type = "ID"});
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, {});
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        const RecordId record = records.fromUid(m_id);
        if (!record)
            return fail(ErrorCode::UnknownRecord, m_id);
        const auto text = records.rawText(record);
        if (!text)
            return Failure(text.error());
        const QString raw = QString::fromStdString(*text);
        context.answer({{QStringLiteral("id"), m_id}, {QStringLiteral("raw"), raw}}, raw);
        return {};
    }

private:
    QString m_path;
    QString m_id;
};

} // namespace

std::unique_ptr<Command> makeRaw()
{
    return std::make_unique<Raw>();
}

} // namespace winnow::cli
