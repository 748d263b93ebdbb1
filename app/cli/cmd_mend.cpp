// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/Imports.h"
#include "project/NamedTable.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

/// Entries that could not be read: lists them whole, or reads them again as somebody has mended them.
class Mend : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addText(app, "--run", m_run, "the import, as “winnow import --json” tells it",
                {.required = true, .type = "ID"});
        addText(app, "--entries", m_entries, "table with the columns line, text; without it the entries are listed",
                {.type = "FILE.csv"});
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_entries.isEmpty() ? Project::Access::Read : Project::Access::Write;
        const auto project = context.open(m_path, access, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty())
            actAsLead(**project);
        Imports imports(**project);
        const RunId run = imports.fromUid(m_run);
        if (!run)
            return fail(ErrorCode::BadInput, m_run, QStringLiteral("there is no such import"));
        return m_entries.isEmpty() ? list(context, imports, run) : mend(context, imports, run);
    }

private:
    static QJsonObject json(const Unreadable& entry)
    {
        return {{QStringLiteral("line"), entry.line},
                {QStringLiteral("text"), QString::fromStdString(entry.text)},
                {QStringLiteral("why"), words::name(entry.why)}};
    }

    static Result<void> list(Context& context, const Imports& imports, RunId run)
    {
        auto entries = imports.unreadable(run);
        if (!entries)
            return Failure(entries.error());
        QJsonArray array;
        QString text = QStringLiteral("Could not be read: %1").arg(entries->size());
        for (Unreadable& entry : *entries) {
            auto whole = imports.entryText(run, entry.line);
            if (!whole)
                return Failure(whole.error());
            entry.text = std::move(*whole);
            array.append(json(entry));
            text += QStringLiteral("\nline %1: %2\n%3")
                        .arg(entry.line)
                        .arg(words::name(entry.why), QString::fromStdString(entry.text));
        }
        context.answer({{QStringLiteral("records"), 0}, {QStringLiteral("unreadable"), array}}, text);
        return {};
    }

    Result<void> mend(Context& context, Imports& imports, RunId run) const
    {
        const auto entries = readEntries();
        if (!entries)
            return Failure(entries.error());
        const auto report = imports.mend(run, *entries, context.job());
        if (!report)
            return Failure(report.error());
        QJsonArray still;
        QString text
            = QStringLiteral("Records %1, still not readable %2").arg(report->records).arg(report->still.size());
        for (const Unreadable& entry : report->still) {
            still.append(json(entry));
            text += QStringLiteral("\n  line %1: %2").arg(entry.line).arg(words::name(entry.why));
        }
        context.answer({{QStringLiteral("run"), imports.uid(report->run)},
                        {QStringLiteral("records"), report->records},
                        {QStringLiteral("unreadable"), still}},
                       text);
        return {};
    }

    [[nodiscard]] Result<std::vector<MendedEntry>> readEntries() const
    {
        const auto table = NamedTable::open(m_entries, {QStringLiteral("line"), QStringLiteral("text")});
        if (!table)
            return Failure(table.error());
        std::vector<MendedEntry> entries;
        while ((*table)->next()) {
            bool ok = false;
            const qint64 line = (*table)->cell(0).toLongLong(&ok);
            if (!ok)
                return fail(ErrorCode::BadInput, m_entries,
                            QStringLiteral("“%1” is no line number").arg((*table)->cell(0)));
            entries.push_back({line, (*table)->cell(1).toStdString()});
        }
        return entries;
    }

    QString m_path;
    QString m_run;
    QString m_entries;
    QString m_as;
};

} // namespace

std::unique_ptr<Command> makeMend()
{
    return std::make_unique<Mend>();
}

} // namespace winnow::cli
