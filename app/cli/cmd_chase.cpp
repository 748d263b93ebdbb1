// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Chasing.h"
#include "project/Records.h"
#include "project/SearchWords.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

enum class Direction { References, Citing, Both };

std::optional<Direction> directionOf(const QString& word)
{
    if (word == QLatin1String("references"))
        return Direction::References;
    if (word == QLatin1String("citing"))
        return Direction::Citing;
    return word == QLatin1String("both") ? std::optional(Direction::Both) : std::nullopt;
}

QJsonObject chaseJson(const Records& records, const ChaseReport& report)
{
    QJsonArray without;
    for (const RecordId id : report.without)
        without.append(records.uid(id));
    const SearchRecord& search = report.search.search;
    return {{QStringLiteral("run"), search.name},
            {QStringLiteral("query"), search.query.text},
            {QStringLiteral("from"), report.from},
            {QStringLiteral("without"), without},
            {QStringLiteral("hits"), search.hits},
            {QStringLiteral("records"), search.records},
            {QStringLiteral("new"), search.fresh},
            {QStringLiteral("complete"), search.complete},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(search.warnings)},
            {QStringLiteral("seconds"), report.search.seconds}};
}

QString chaseTold(const Records& records, const ChaseReport& report, bool countOnly)
{
    const SearchRecord& search = report.search.search;
    QString text = QStringLiteral("Citation searching from %1 reports: works %2").arg(report.from).arg(search.hits);
    if (!countOnly)
        text += QStringLiteral(", records %1").arg(search.records);
    text += QLatin1Char('\n');
    for (const RecordId id : report.without)
        text
            += QStringLiteral("  #%1 has neither DOI nor PMID: nothing was followed from it\n").arg(records.number(id));
    for (const QString& warning : search.warnings)
        text += QStringLiteral("  %1\n").arg(warning);
    for (const sources::Gap& gap : search.gaps)
        text += QStringLiteral("  %1\n").arg(gapSentence(gap));
    if (!search.name.isEmpty())
        text += QStringLiteral("  run: %1\n  “dedupe” joins what databases delivered, too\n").arg(search.name);
    return text;
}

class ChaseCitations : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addWord<Direction>(app, "--direction", m_direction, directionOf, "references|citing|both",
                           "what the reports cite, what cites them, or both (as without it)");
        addTexts(app, "--of", m_of, "records to begin with; without it the included reports", {.type = "ID"});
        addCount(app, "--limit", m_request.limit, "works to fetch at most; 0: all");
        addFlag(app, "--count-only", m_countOnly, "ask how many there are, fetch nothing");
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_countOnly ? Project::Access::Read : Project::Access::Write;
        const auto project = context.open(m_path, access, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty() && !m_countOnly)
            actAsLead(**project);
        const Records records(**project);
        for (const QString& name : m_of) {
            const RecordId id = records.fromUid(name);
            if (!id)
                return fail(ErrorCode::UnknownRecord, name);
            m_request.from.push_back(id);
        }
        m_request.references = m_direction != Direction::Citing;
        m_request.citing = m_direction != Direction::References;
        Online online(context.clock());
        Chasing chasing(**project, online);
        const JobContext job = context.job();
        const auto report = m_countOnly ? chasing.count(m_request, job) : chasing.run(m_request, job);
        if (!report)
            return Failure(report.error());
        context.answer(chaseJson(records, *report), chaseTold(records, *report, m_countOnly));
        return {};
    }

private:
    QString m_path;
    QString m_as;
    QStringList m_of;
    std::optional<Direction> m_direction;
    ChaseRequest m_request;
    bool m_countOnly = false;
};

} // namespace

std::unique_ptr<Command> makeChase()
{
    return std::make_unique<ChaseCitations>();
}

} // namespace winnow::cli
