// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Records.h"
#include "project/Seeds.h"

#include <QFile>
#include <QJsonArray>

namespace winnow::cli {
namespace {

QString seedLine(const sources::TitleMatch& match)
{
    return QStringLiteral("%1 — %2 %3 %4").arg(match.doi, match.firstAuthor, QString::number(match.year), match.title);
}

QJsonArray openTitles(const SeedsReport& report)
{
    QJsonArray open;
    for (const OpenTitle& title : report.open) {
        QJsonArray matches;
        for (const sources::TitleMatch& match : title.matches)
            matches.append(QJsonObject{{QStringLiteral("doi"), match.doi},
                                       {QStringLiteral("title"), match.title},
                                       {QStringLiteral("author"), match.firstAuthor},
                                       {QStringLiteral("journal"), match.journal},
                                       {QStringLiteral("year"), match.year}});
        open.append(QJsonObject{{QStringLiteral("title"), title.title}, {QStringLiteral("matches"), matches}});
    }
    return open;
}

QJsonObject addedJson(const Records& records, const SeedsReport& report)
{
    QJsonArray here;
    for (const auto& [seed, record] : report.here)
        here.append(QJsonObject{{QStringLiteral("asked"), seed.text}, {QStringLiteral("record"), records.uid(record)}});
    QJsonArray missing;
    for (const Seed& seed : report.missing)
        missing.append(seed.text);
    QJsonArray runs;
    for (const SearchReport& search : report.searches)
        runs.append(search.search.name);
    return {{QStringLiteral("asked"), report.asked},
            {QStringLiteral("records"), report.records},
            {QStringLiteral("already"), here},
            {QStringLiteral("missing"), missing},
            {QStringLiteral("open"), openTitles(report)},
            {QStringLiteral("runs"), runs}};
}

QString addedText(const Records& records, const SeedsReport& report)
{
    QString text = QStringLiteral("asked for %1, records added %2\n").arg(report.asked).arg(report.records);
    for (const auto& [seed, record] : report.here)
        text += QStringLiteral("  %1 is in the review already: #%2\n").arg(seed.text).arg(records.number(record));
    for (const Seed& seed : report.missing)
        text
            += QStringLiteral("  %1 was not found: look for mistakes in it, or import it from a file\n").arg(seed.text);
    for (const OpenTitle& title : report.open) {
        text += title.matches.empty()
            ? QStringLiteral("  “%1” was not found\n").arg(title.title)
            : QStringLiteral("  “%1” could be one of these; add it by its DOI:\n").arg(title.title);
        for (const sources::TitleMatch& match : title.matches)
            text += QStringLiteral("    %1\n").arg(seedLine(match));
    }
    return text;
}

class AddRecords : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addTexts(app, "seeds", m_seeds, "DOIs, PMIDs, PMC or NCT numbers, or titles", {.type = "SEED"});
        addText(app, "--from", m_file, "a text file with one to a line", {.type = "FILE.txt"});
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        QString text = m_seeds.join(QLatin1Char('\n'));
        if (!m_file.isEmpty()) {
            QFile file(m_file);
            if (!file.open(QIODevice::ReadOnly))
                return fail(ErrorCode::FileUnreadable, m_file, file.errorString());
            text += QLatin1Char('\n') + QString::fromUtf8(file.readAll());
        }
        const std::vector<Seed> seeds = seedsIn(text);
        if (seeds.empty())
            return fail(ErrorCode::BadInput, m_file.isEmpty() ? QStringLiteral("an empty list") : m_file);
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty())
            actAsLead(**project);
        Online online(context.clock());
        const JobContext job = context.job();
        const auto report = Seeds(**project, online).add(seeds, job);
        if (!report)
            return Failure(report.error());
        const Records records(**project);
        context.answer(addedJson(records, *report), addedText(records, *report));
        return {};
    }

private:
    QString m_path;
    QString m_as;
    QString m_file;
    QStringList m_seeds;
};

} // namespace

std::unique_ptr<Command> makeAdd()
{
    return std::make_unique<AddRecords>();
}

} // namespace winnow::cli
