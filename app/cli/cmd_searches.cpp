// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/SearchAppendix.h"
#include "project/Searches.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

namespace winnow::cli {
namespace {

Result<void> written(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return {};
}

QJsonObject jsonOf(const SearchRecord& search)
{
    return {{QStringLiteral("run"), search.name},
            {QStringLiteral("database"), search.database},
            {QStringLiteral("query"), search.query.text},
            {QStringLiteral("sent"), search.sent},
            {QStringLiteral("translated"), search.translated},
            {QStringLiteral("at"), QDateTime::fromMSecsSinceEpoch(search.ended, Qt::UTC).toString(Qt::ISODate)},
            {QStringLiteral("hits"), search.hits},
            {QStringLiteral("records"), search.records},
            {QStringLiteral("new"), search.fresh},
            {QStringLiteral("complete"), search.complete},
            {QStringLiteral("by"), search.by},
            {QStringLiteral("of"), search.of}};
}

class TellSearches : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        addText(app, "--appendix", m_appendix, "writes the appendix that PRISMA-S asks for", {.type = "FILE.md"});
        addText(app, "--out", m_out, "writes the searches, so that a coauthor can repeat them", {.type = "FILE.json"});
        addText(app, "--repeat", m_repeat, "makes the searches of such a file here", {.type = "FILE.json"});
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_repeat.isEmpty() ? Project::Access::Read : Project::Access::Write;
        const auto project = context.open(m_path, access, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty() && !m_repeat.isEmpty())
            actAsLead(**project);
        Online online(context.clock());
        Searches searches(**project, online);
        if (const auto repeated = repeat(searches, context); !repeated)
            return repeated;
        const auto made = searches.made();
        if (!made)
            return Failure(made.error());
        if (!m_appendix.isEmpty()) {
            const QString text = searchAppendix(*(*project)->review(), *made, importedFiles(**project));
            if (const auto done = written(m_appendix, text.toUtf8()); !done)
                return done;
        }
        if (!m_out.isEmpty()) {
            if (const auto done = written(m_out, searchesToJson(*made)); !done)
                return done;
        }
        return tell(context, searches, *made);
    }

private:
    /// Each once: what repeated or went on with another one is left out.
    Result<void> repeat(Searches& searches, Context& context) const
    {
        if (m_repeat.isEmpty())
            return {};
        QFile file(m_repeat);
        if (!file.open(QIODevice::ReadOnly))
            return fail(file.exists() ? ErrorCode::FileUnreadable : ErrorCode::FileMissing, m_repeat);
        const auto wanted = searchesFromJson(file.readAll());
        if (!wanted)
            return fail(wanted.error().code, m_repeat);
        for (const SearchRecord& search : *wanted) {
            if (!search.of.isEmpty())
                continue;
            const auto report = searches.search({search.database, search.query}, context.job());
            if (!report)
                return Failure(report.error());
        }
        return {};
    }

    static Result<void> tell(Context& context, const Searches& searches, const std::vector<SearchRecord>& made)
    {
        QJsonArray array;
        QString text;
        for (const SearchRecord& search : made) {
            array.append(jsonOf(search));
            text += QStringLiteral("%1  %2: hits %3, records %4  %5\n")
                        .arg(search.name, search.source)
                        .arg(search.hits)
                        .arg(search.records)
                        .arg(search.sent);
        }
        const auto unfinished = searches.unfinished();
        if (!unfinished)
            return Failure(unfinished.error());
        for (const UnfinishedSearch& one : *unfinished)
            text += QStringLiteral("not finished  %1: %2\n").arg(one.request.database, one.request.query.text);
        context.answer(
            {{QStringLiteral("searches"), array}, {QStringLiteral("unfinished"), qint64(unfinished->size())}},
            text.isEmpty() ? QStringLiteral("No searches yet.") : text);
        return {};
    }

    QString m_path;
    QString m_as;
    QString m_appendix;
    QString m_out;
    QString m_repeat;
};

} // namespace

std::unique_ptr<Command> makeSearches()
{
    return std::make_unique<TellSearches>();
}

} // namespace winnow::cli
