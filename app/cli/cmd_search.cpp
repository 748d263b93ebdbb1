// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Imports.h"
#include "project/QueryLanguage.h"
#include "project/SearchPlans.h"
#include "project/SearchWords.h"
#include "project/Searches.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

QJsonArray gapsOf(const SearchRecord& search)
{
    QJsonArray array;
    for (const sources::Gap& gap : search.gaps) {
        QJsonArray ids;
        for (const std::string& id : gap.ids)
            ids.append(QString::fromStdString(id));
        array.append(QJsonObject{{QStringLiteral("records"), gap.records},
                                 {QStringLiteral("why"), gapWord(gap.why)},
                                 {QStringLiteral("ids"), ids}});
    }
    return array;
}

QJsonObject jsonOf(const Project& project, const SearchReport& report)
{
    const SearchRecord& search = report.search;
    return {{QStringLiteral("run"), search.name},
            {QStringLiteral("import"), report.run ? Imports(const_cast<Project&>(project)).uid(report.run) : QString()},
            {QStringLiteral("database"), search.database},
            {QStringLiteral("query"), search.query.text},
            {QStringLiteral("sent"), search.sent},
            {QStringLiteral("translated"), search.translated},
            {QStringLiteral("hits"), search.hits},
            {QStringLiteral("records"), search.records},
            {QStringLiteral("new"), search.fresh},
            {QStringLiteral("known"), search.known},
            {QStringLiteral("changed"), QJsonArray::fromStringList(search.changedIds)},
            {QStringLiteral("retracted"), QJsonArray::fromStringList(search.retractedIds)},
            {QStringLiteral("unreadable"), search.unreadable},
            {QStringLiteral("complete"), search.complete},
            {QStringLiteral("resumed"), report.resumed},
            {QStringLiteral("missing"), gapsOf(search)},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(search.warnings)},
            {QStringLiteral("seconds"), report.seconds}};
}

QString textOf(const SearchReport& report, bool countOnly)
{
    const SearchRecord& search = report.search;
    QString text = QStringLiteral("%1: hits %2").arg(search.source).arg(search.hits);
    if (!countOnly)
        text += QStringLiteral(", records %1, new %2").arg(search.records).arg(search.fresh);
    if (search.known || search.changed)
        text += QStringLiteral(", the same as before %1, changed %2").arg(search.known).arg(search.changed);
    text += QStringLiteral("\n  asked: %1\n").arg(search.sent);
    if (!search.translated.isEmpty())
        text += QStringLiteral("  understood as: %1\n").arg(search.translated);
    for (const QString& warning : search.warnings)
        text += QStringLiteral("  %1\n").arg(warning);
    for (const sources::Gap& gap : search.gaps)
        text += QStringLiteral("  %1\n").arg(gapSentence(gap));
    if (!search.name.isEmpty())
        text += QStringLiteral("  run: %1\n").arg(search.name);
    return text;
}

void addFilter(CLI::App& app, const std::string& name, sources::FilterKind kind, QStringList& target,
               const std::string& help)
{
    QStringList ids;
    for (const sources::FilterWord& word : sources::filterWords()) {
        if (word.kind == kind)
            ids << QString::fromLatin1(word.id);
    }
    addTexts(app, name, target, help, {.type = ids.join(QLatin1Char('|')).toStdString()});
}

/// A filter that nobody knows is not passed over in silence.
Result<void> checkFilters(const sources::Filters& filters)
{
    for (const auto& [kind, ids] : {std::pair(sources::FilterKind::Language, filters.languages),
                                    std::pair(sources::FilterKind::Type, filters.types)}) {
        for (const QString& id : ids) {
            if (!sources::findFilterWord(kind, id))
                return fail(ErrorCode::BadInput, id);
        }
    }
    return {};
}

/// What was said on the line stands above what is planned.
Result<void> fillFromPlan(Project& project, SearchRequest& request)
{
    const sources::Service* service = sources::findService(request.database);
    if (!request.query.text.isEmpty() || !service)
        return {};
    const auto plan = SearchPlans(project).plan();
    if (!plan)
        return Failure(plan.error());
    const PlannedQuery* planned = plan->queryFor(QString::fromLatin1(service->id));
    if (!planned)
        return {};
    request.query.text = planned->query.text;
    if (request.query.filters == sources::Filters())
        request.query.filters = planned->query.filters;
    if (request.query.limit == 0)
        request.query.limit = planned->query.limit;
    return {};
}

class Search : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        QStringList ids;
        for (const sources::Service& service : sources::registry())
            ids << QString::fromLatin1(service.id);
        addText(app, "--database", m_request.database, "what is searched",
                {.required = true, .type = ids.join(QLatin1Char('|')).toStdString()});
        addText(app, "--query", m_request.query.text, "in the database's own syntax; without it the planned one");
        addCount(app, "--limit", m_request.query.limit, "records to fetch at most; 0: all");
        addDate(app, "--from", m_request.query.filters.from, "published (registered) on that day or later");
        addDate(app, "--to", m_request.query.filters.to, "published (registered) on that day or earlier");
        addFlag(app, "--humans", m_request.query.filters.humans, "leave out what is of animals only");
        addFilter(app, "--language", sources::FilterKind::Language, m_request.query.filters.languages,
                  "in this language; may be repeated");
        addFilter(app, "--type", sources::FilterKind::Type, m_request.query.filters.types,
                  "of this kind; may be repeated");
        addFlag(app, "--count-only", m_countOnly, "ask for the number of hits, fetch nothing");
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_countOnly ? Project::Access::Read : Project::Access::Write;
        const auto project = context.open(m_path, access, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty() && !m_countOnly)
            actAsLead(**project);
        if (const auto known = checkFilters(m_request.query.filters); !known)
            return known;
        if (const auto filled = fillFromPlan(**project, m_request); !filled)
            return filled;
        Online online(context.clock());
        Searches searches(**project, online);
        const JobContext job = context.job();
        const auto report = m_countOnly ? searches.count(m_request, job) : searches.search(m_request, job);
        if (!report)
            return Failure(report.error());
        context.answer(jsonOf(**project, *report), textOf(*report, m_countOnly));
        return {};
    }

private:
    QString m_path;
    QString m_as;
    SearchRequest m_request;
    bool m_countOnly = false;
};

class Rerun : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        addText(app, "--run", m_run, "“run” of a search, or “import” of what came in with it",
                {.required = true, .type = "ID"});
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty())
            actAsLead(**project);
        Online online(context.clock());
        const JobContext job = context.job();
        const auto report = Searches(**project, online).rerun(m_run, job);
        if (!report)
            return Failure(report.error());
        context.answer(jsonOf(**project, *report), textOf(*report, false));
        return {};
    }

private:
    QString m_path;
    QString m_as;
    QString m_run;
};

} // namespace

std::unique_ptr<Command> makeSearch()
{
    return std::make_unique<Search>();
}

std::unique_ptr<Command> makeRerun()
{
    return std::make_unique<Rerun>();
}

} // namespace winnow::cli
