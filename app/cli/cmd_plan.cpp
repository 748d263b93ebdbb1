// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "project/QueryLanguage.h"
#include "project/SearchPlans.h"

#include <algorithm>

namespace winnow::cli {
namespace {

QJsonObject plannedJson(const PlannedBlock& one)
{
    return {{QStringLiteral("name"), one.block.name},
            {QStringLiteral("terms"), QJsonArray::fromStringList(one.block.terms)},
            {QStringLiteral("headings"), QJsonArray::fromStringList(one.block.headings)}};
}

QJsonObject plannedJson(const PlannedQuery& one)
{
    QJsonArray remarks;
    for (const sources::QueryRemark& remark : sources::checkQuery(one.query.text, one.database))
        remarks.append(remark.sentence);
    return {{QStringLiteral("database"), one.database},
            {QStringLiteral("query"), one.query.text},
            {QStringLiteral("remarks"), remarks}};
}

/// The plan of the searches: blocks of words, and the query for each database that is written from them.
class Plan : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        addText(app, "--blocks", m_blocks,
                "replaces the blocks by those of a table with the columns block, term, and if you like heading (yes: a "
                "subject heading)",
                {.type = "FILE.csv"});
        addFlag(app, "--write", m_write, "writes the query for each database from the blocks; with --database for one");
        addText(app, "--database", m_database, "the database that --write, --query or --licence is about",
                {.type = "D"});
        addText(app, "--query", m_query, "plans this query for the database",
                {.needs = "--database", .excludes = "--write"});
        addText(app, "--licence", m_licence, "whether the team's licence allows to pass its abstracts on",
                {.type = "yes|no", .needs = "--database"});
    }

    Result<void> run(Context& context) override
    {
        const bool writes = !m_blocks.isEmpty() || m_write || !m_query.isEmpty() || !m_licence.isEmpty();
        const auto project = context.open(m_path, writes ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty() && writes)
            actAsLead(**project);
        SearchPlans plans(**project);
        if (const auto changed = change(context, plans); !changed)
            return changed;
        const auto plan = plans.plan();
        if (!plan)
            return Failure(plan.error());
        tell(context, *plan);
        return {};
    }

private:
    Result<void> change(Context& context, SearchPlans& plans)
    {
        if (!m_blocks.isEmpty()) {
            if (const auto set = readBlocks(context, plans); !set)
                return set;
        }
        if (!m_query.isEmpty()) {
            if (const auto set = plans.setQuery(m_database, keeping(plans)); !set)
                return set;
        }
        if (!m_licence.isEmpty()) {
            const auto yes = parseYesNo(m_licence);
            if (!yes)
                return fail(ErrorCode::BadInput, QStringLiteral("--licence ") + m_licence);
            if (const auto set = plans.setLicensed(m_database, *yes); !set)
                return set;
        }
        if (!m_write)
            return {};
        const auto written = plans.writeQueries(m_database.isEmpty() ? QStringList() : QStringList{m_database});
        if (!written)
            return Failure(written.error());
        m_warnings = *written;
        return {};
    }

    /// Its filters stay.
    [[nodiscard]] sources::Query keeping(const SearchPlans& plans) const
    {
        const sources::Service* service = sources::findService(m_database);
        const auto plan = plans.plan();
        const PlannedQuery* kept = service && plan ? plan->queryFor(QString::fromLatin1(service->id)) : nullptr;
        sources::Query query = kept ? kept->query : sources::Query();
        query.text = m_query;
        return query;
    }

    /// A block that is there keeps its place in the log.
    Result<void> readBlocks(Context& context, SearchPlans& plans)
    {
        const auto before = plans.plan();
        if (!before)
            return Failure(before.error());
        std::vector<PlannedBlock> blocks;
        const auto take = [&](const NamedTable& row) {
            const auto named = [&](const PlannedBlock& one) { return one.block.name == row.cell(0); };
            auto at = std::find_if(blocks.begin(), blocks.end(), named);
            if (at == blocks.end()) {
                const auto kept = std::find_if(before->blocks.begin(), before->blocks.end(), named);
                at = blocks.insert(blocks.end(), {kept == before->blocks.end() ? 0 : kept->id, {row.cell(0), {}, {}}});
            }
            const bool heading = parseYesNo(row.cell(2)).value_or(false);
            (heading ? at->block.headings : at->block.terms) << row.cell(1);
        };
        if (const auto read = readRows(context, m_blocks, {QStringLiteral("block"), QStringLiteral("term")},
                                       {QStringLiteral("heading")}, m_rejections, take);
            !read)
            return read;
        return plans.setBlocks(blocks);
    }

    void tell(Context& context, const SearchPlan& plan) const
    {
        QJsonArray blocks;
        QJsonArray queries;
        QString text;
        for (const PlannedBlock& one : plan.blocks) {
            blocks.append(plannedJson(one));
            text += QStringLiteral("%1: %2\n")
                        .arg(one.block.name, (one.block.headings + one.block.terms).join(QStringLiteral(", ")));
        }
        for (const PlannedQuery& one : plan.queries) {
            queries.append(plannedJson(one));
            text += QStringLiteral("%1\n  %2\n")
                        .arg(one.database, QString(one.query.text).replace(QLatin1Char('\n'), QStringLiteral("\n  ")));
            for (const sources::QueryRemark& remark : sources::checkQuery(one.query.text, one.database))
                text += QStringLiteral("  ! %1\n").arg(remark.sentence);
        }
        for (const QString& warning : m_warnings)
            text += warning + QLatin1Char('\n');
        context.answer({{QStringLiteral("blocks"), blocks},
                        {QStringLiteral("queries"), queries},
                        {QStringLiteral("warnings"), QJsonArray::fromStringList(m_warnings)},
                        {QStringLiteral("rejected"), m_rejections.json()}},
                       text.isEmpty() ? QStringLiteral("Nothing is planned yet.") : text);
    }

    QString m_path;
    QString m_as;
    QString m_blocks;
    QString m_database;
    QString m_query;
    QString m_licence;
    bool m_write = false;
    QStringList m_warnings;
    Rejections m_rejections;
};

} // namespace

std::unique_ptr<Command> makePlan()
{
    return std::make_unique<Plan>();
}

} // namespace winnow::cli
