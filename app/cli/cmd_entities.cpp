// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Entities.h"
#include "project/FreeTexts.h"
#include "project/Records.h"

#include <QJsonArray>
#include <QSaveFile>

namespace winnow::cli {
namespace {

Result<void> writeTable(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return {};
}

class TellEntities : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addFlag(app, "--fetch", m_fetch, "ask PubTator about records that were not looked at yet");
        addFlag(app, "--full-texts", m_fulltexts, "with --fetch: also of open full texts");
        addWord<EntityKind>(
            app, "--type", m_kind, [](const QString& w) { return words::parseEntityKind(w); },
            "gene|chemical|disease|species|variant|cell-line", "of this kind only");
        addText(app, "--records-with", m_with, "lists the records that speak of this one; needs --type",
                {.type = "ID", .needs = "--type"});
        addText(app, "--out", m_out, "writes them as a table", {.type = "FILE.csv"});
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, m_fetch ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty() && m_fetch)
            actAsLead(**project);
        Entities entities(**project);
        QJsonObject answer;
        QString text;
        if (m_fetch) {
            Online online(context.clock());
            const JobContext job = context.job();
            const auto report = entities.fetch(online, m_fulltexts, job);
            if (!report)
                return Failure(report.error());
            answer.insert(QStringLiteral("asked"), report->asked);
            answer.insert(QStringLiteral("annotated"), report->annotated);
            answer.insert(QStringLiteral("by_names"), report->byNames);
            text = QStringLiteral("asked about %1 records, annotated %2, by known names %3\n")
                       .arg(report->asked)
                       .arg(report->annotated)
                       .arg(report->byNames);
        }
        if (!m_with.isEmpty()) {
            if (const auto listed = listRecords(**project, entities, answer, text); !listed)
                return listed;
        }
        if (const auto listed = list(entities, answer, text); !listed)
            return listed;
        context.answer(answer, text);
        return {};
    }

private:
    Result<void> list(const Entities& entities, QJsonObject& answer, QString& text) const
    {
        auto tallies = entities.tallies();
        if (!tallies)
            return Failure(tallies.error());
        if (m_kind)
            std::erase_if(*tallies, [&](const EntityTally& tally) { return tally.entity.kind != *m_kind; });
        QJsonArray array;
        for (const EntityTally& tally : *tallies) {
            const QString name = QString::fromStdString(tally.entity.name);
            const QString id = QString::fromStdString(tally.entity.id);
            array.append(QJsonObject{{QStringLiteral("type"), words::idOf(tally.entity.kind)},
                                     {QStringLiteral("id"), id},
                                     {QStringLiteral("name"), name},
                                     {QStringLiteral("url"), tally.url},
                                     {QStringLiteral("records"), tally.records}});
            text += QStringLiteral("%1  %2  %3  %4  %5\n")
                        .arg(tally.records, 6)
                        .arg(words::idOf(tally.entity.kind), name, id, tally.url);
        }
        answer.insert(QStringLiteral("entities"), array);
        return m_out.isEmpty() ? Result<void>() : writeTable(m_out, Entities::csv(*tallies));
    }

    Result<void> listRecords(Project& project, const Entities& entities, QJsonObject& answer, QString& text) const
    {
        const auto with = entities.recordsWith(*m_kind, m_with.toStdString());
        if (!with)
            return Failure(with.error());
        const Records records(project);
        QJsonArray array;
        for (const RecordId id : *with) {
            array.append(records.uid(id));
            text += QStringLiteral("#%1\n").arg(records.number(id));
        }
        answer.insert(QStringLiteral("records"), array);
        return {};
    }

    QString m_path;
    QString m_as;
    QString m_with;
    QString m_out;
    std::optional<EntityKind> m_kind;
    bool m_fetch = false;
    bool m_fulltexts = false;
};

QJsonObject freeJson(const Records& records, RecordId id, const FreeText& free)
{
    return {{QStringLiteral("record"), records.uid(id)},     {QStringLiteral("number"), records.number(id)},
            {QStringLiteral("url"), free.place.url},         {QStringLiteral("pdf"), free.place.pdf},
            {QStringLiteral("licence"), free.place.licence}, {QStringLiteral("version"), free.place.version},
            {QStringLiteral("source"), free.source},         {QStringLiteral("may_fetch"), free.mayBeFetched()}};
}

class FindFullTexts : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addFlag(app, "--look", m_look, "ask Unpaywall and Europe PMC about the reports that are sought");
        addText(app, "--fetch", m_folder, "fetch PDFs whose licence allows it into this folder", {.type = "FOLDER"});
        addFlag(app, "--receive", m_receive, "with --fetch: what was fetched is received");
        addText(app, "--missing", m_missing, "writes what is found nowhere, for the library", {.type = "FILE.csv"});
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const bool writes = m_look || m_receive;
        const auto project = context.open(m_path, writes ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty() && writes)
            actAsLead(**project);
        Online online(context.clock());
        const JobContext job = context.job();
        FreeTexts texts(**project);
        const auto report = m_look ? texts.look(online, job) : texts.noted();
        if (!report)
            return Failure(report.error());
        QJsonObject answer;
        QString text;
        tell(Records(**project), *report, answer, text);
        if (!m_folder.isEmpty()) {
            const auto fetched = texts.fetch(online, m_folder, m_receive, job);
            if (!fetched)
                return Failure(fetched.error());
            tellFetched(Records(**project), *fetched, answer, text);
        }
        if (!m_missing.isEmpty()) {
            const auto table = texts.listForLibrary(report->missing);
            if (!table)
                return Failure(table.error());
            if (const auto written = writeTable(m_missing, *table); !written)
                return written;
        }
        context.answer(answer, text);
        return {};
    }

private:
    static void tell(const Records& records, const FreeTextsReport& report, QJsonObject& answer, QString& text)
    {
        QJsonArray found;
        for (const auto& [id, free] : report.found) {
            found.append(freeJson(records, id, free));
            text += QStringLiteral("#%1 %2 %3\n")
                        .arg(records.number(id))
                        .arg(free.place.licence.isEmpty() ? QStringLiteral("(to be read there)") : free.place.licence,
                             free.place.url);
        }
        QJsonArray missing;
        for (const RecordId id : report.missing)
            missing.append(records.uid(id));
        answer.insert(QStringLiteral("found"), found);
        answer.insert(QStringLiteral("missing"), missing);
        answer.insert(QStringLiteral("troubles"), QJsonArray::fromStringList(report.troubles));
        text += QStringLiteral("free full texts %1, found nowhere %2\n")
                    .arg(report.found.size())
                    .arg(report.missing.size());
        for (const QString& trouble : report.troubles)
            text += QStringLiteral("  %1\n").arg(trouble);
    }

    static void tellFetched(const Records& records, const FetchedTexts& fetched, QJsonObject& answer, QString& text)
    {
        QJsonArray files;
        for (const auto& [id, file] : fetched.files)
            files.append(QJsonObject{{QStringLiteral("record"), records.uid(id)}, {QStringLiteral("file"), file}});
        QJsonArray failed;
        for (const RecordId id : fetched.failed)
            failed.append(records.uid(id));
        answer.insert(QStringLiteral("files"), files);
        answer.insert(QStringLiteral("not_allowed"), fetched.notAllowed);
        answer.insert(QStringLiteral("failed"), failed);
        text += QStringLiteral("fetched %1, not fetched since the licence does not say so %2, no PDF there %3\n")
                    .arg(fetched.files.size())
                    .arg(fetched.notAllowed)
                    .arg(fetched.failed.size());
    }

    QString m_path;
    QString m_as;
    QString m_folder;
    QString m_missing;
    bool m_look = false;
    bool m_receive = false;
};

} // namespace

std::unique_ptr<Command> makeEntities()
{
    return std::make_unique<TellEntities>();
}

std::unique_ptr<Command> makeFullTexts()
{
    return std::make_unique<FindFullTexts>();
}

} // namespace winnow::cli
