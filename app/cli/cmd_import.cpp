// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/ImportArchive.h"
#include "project/NamedTable.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <array>

namespace winnow::cli {
namespace {

constexpr qint64 longestStrategy = qint64(1) << 20; ///< bytes; a search strategy is some pages

QJsonArray unreadableOf(const ImportReport& report)
{
    QJsonArray array;
    for (const Unreadable& entry : report.unreadable) {
        array.append(QJsonObject{{QStringLiteral("line"), entry.line},
                                 {QStringLiteral("text"), QString::fromStdString(entry.text)},
                                 {QStringLiteral("why"), words::name(entry.why)}});
    }
    return array;
}

QJsonObject jsonOf(const QString& file, const QString& run, const ImportReport& report)
{
    return {{QStringLiteral("file"), file},
            {QStringLiteral("run"), run},
            {QStringLiteral("format"), report.format},
            {QStringLiteral("encoding"), report.encoding},
            {QStringLiteral("records"), report.records},
            {QStringLiteral("already_here"), report.alreadyHere},
            {QStringLiteral("repeats"), report.repeats},
            {QStringLiteral("marks"), report.marks},
            {QStringLiteral("unknown_people"), QJsonArray::fromStringList(report.unknownPeople)},
            {QStringLiteral("decisions_left"), report.decisionsLeft},
            {QStringLiteral("unreadable_count"), report.unreadableCount},
            {QStringLiteral("unreadable"), unreadableOf(report)},
            {QStringLiteral("bytes"), report.bytes},
            {QStringLiteral("seconds"), report.seconds}};
}

QString namesOf(const ImportReport& report)
{
    QStringList names = report.unknownPeople;
    names.replaceInStrings(QRegularExpression(QStringLiteral("^$")), QStringLiteral("(no name)"));
    return names.join(QStringLiteral(", "));
}

QString textOf(const QString& file, const ImportReport& report)
{
    QString text
        = QStringLiteral("%1: %2, %3, records %4").arg(file, report.format, report.encoding).arg(report.records);
    if (report.alreadyHere)
        text += QStringLiteral(", already here %1").arg(report.alreadyHere);
    if (report.repeats)
        text += QStringLiteral(", delivered again %1").arg(report.repeats);
    if (report.marks)
        text += QStringLiteral(", votes and other marks %1").arg(report.marks);
    if (report.unreadableCount)
        text += QStringLiteral(", could not be read %1").arg(report.unreadableCount);
    text += QLatin1Char('\n');
    if (!report.unknownPeople.isEmpty())
        text += QStringLiteral("  left out, of people whom --votes-as does not name: %1\n").arg(namesOf(report));
    if (report.decisionsLeft)
        text += QStringLiteral("  left out, decisions of the team: %1 (--votes-as brings them in)\n")
                    .arg(report.decisionsLeft);
    for (const Unreadable& entry : report.unreadable)
        text += QStringLiteral("  line %1: %2\n").arg(entry.line).arg(words::name(entry.why));
    return text;
}

std::optional<DecidedList> parseList(QStringView word)
{
    static const std::array<std::pair<QLatin1String, DecidedList>, 4> lists{
        std::pair{QLatin1String("irrelevant"), DecidedList::Irrelevant},
        std::pair{QLatin1String("passed"), DecidedList::Passed},
        std::pair{QLatin1String("excluded"), DecidedList::Excluded},
        std::pair{QLatin1String("included"), DecidedList::Included},
    };
    for (const auto& [name, list] : lists) {
        if (word == name)
            return list;
    }
    return std::nullopt;
}

/// An archive has what is in it as "files" of its own.
QJsonObject jsonOf(const Imports& imports, const QString& file, const WholeReport& report)
{
    QJsonObject object = jsonOf(file, imports.uid(report.total.run), report.total);
    if (report.members.empty())
        return object;
    QJsonArray members;
    for (const ImportReport& member : report.members)
        members.append(jsonOf(member.file, imports.uid(member.run), member));
    QJsonArray failed;
    for (const Error& error : report.failed)
        failed.append(words::sentence(error));
    object[QStringLiteral("files")] = members;
    object[QStringLiteral("failed")] = failed;
    return object;
}

QString textOf(const QString& file, const WholeReport& report)
{
    if (report.members.empty())
        return textOf(file, report.total);
    QString text;
    for (const ImportReport& member : report.members)
        text += textOf(member.file, member);
    for (const Error& error : report.failed)
        text += QStringLiteral("  %1\n").arg(words::sentence(error));
    return text;
}

class Import : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addTexts(app, "files", m_files, "export files", {.required = true, .type = "FILE"});
        addText(app, "--format", m_request.reading.format, "see “winnow formats”; else it is detected", {.type = "ID"});
        addText(app, "--encoding", m_request.reading.encoding, "utf-8, windows-1252, macintosh …; else it is guessed",
                {.type = "NAME"});
        addText(app, "--columns", m_columns,
                "what the columns of a table are: a table with the columns column, field (" + fields() + ")",
                {.type = "FILE.csv"});
        addText(app, "--source", m_request.source, "database or register that the records come from");
        addWord(app, "--arm", m_request.kind, words::parseSourceKind,
                "databases|registers|websites|organisations|citations|other", "part of the PRISMA flow it belongs to");
        addText(app, "--platform", m_request.details.platform, "platform that was searched");
        addDate(app, "--searched", m_request.details.searched, "date of the search");
        addText(app, "--strategy-file", m_strategyFile, "text file with the search strategy", {.type = "FILE"});
        addCount(app, "--hits", m_request.details.hits, "number of hits that the source told");
        addCount(app, "--removed-before", m_request.details.removedBefore, "duplicates removed elsewhere before");
        addText(app, "--votes-as", m_votesAs,
                "whose the votes in the files are: a reviewer, or a table with the columns person, reviewer and, if "
                "wanted, stage and blind (yes or no)",
                {.type = "NAME|FILE.csv"});
        addWord(app, "--stage", m_stage, words::parseStage, "title|fulltext",
                "stage of votes and decisions of which the file does not say it; title without it");
        addFlag(app, "--not-blind", m_notBlind,
                "people saw each other's votes: no agreement is computed from those in the files");
        addWord(app, "--list", m_request.list, parseList, "irrelevant|passed|excluded|included",
                "the files are such a list of another tool: final decisions, nobody's votes");
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty())
            actAsLead(**project);
        if (auto prepared = readStrategy(); !prepared)
            return prepared;
        if (auto named = nameColumns(); !named)
            return named;
        if (auto mapped = mapVotes(*(*project)->review()); !mapped)
            return mapped;
        return importAll(context, **project);
    }

private:
    Result<void> readStrategy()
    {
        if (m_strategyFile.isEmpty())
            return {};
        if (QFileInfo(m_strategyFile).isDir())
            return fail(ErrorCode::IsDirectory, m_strategyFile);
        QFile file(m_strategyFile);
        if (!file.exists())
            return fail(ErrorCode::FileMissing, m_strategyFile);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, m_strategyFile, file.errorString());
        m_request.details.strategy = QString::fromUtf8(file.read(longestStrategy));
        return {};
    }

    static std::string fields() { return Imports::columnFields().join(QStringLiteral(", ")).toStdString(); }

    Result<void> nameColumns()
    {
        if (m_columns.isEmpty())
            return {};
        const auto table = NamedTable::open(m_columns, {QStringLiteral("column"), QStringLiteral("field")});
        if (!table)
            return Failure(table.error());
        while ((*table)->next()) {
            const QString field = (*table)->cell(1).toLower();
            if (!Imports::columnFields().contains(field))
                return fail(ErrorCode::BadInput, m_columns, QStringLiteral("there is no field “%1”").arg(field));
            m_request.reading.columns[(*table)->cell(0)] = field;
        }
        return {};
    }

    Result<void> mapVotes(const Review& review)
    {
        if (m_votesAs.isEmpty())
            return {};
        if (const Reviewer* reviewer = review.reviewer(m_votesAs)) {
            m_request.votesAs[QStringLiteral("*")] = {reviewer->name, m_stage, !m_notBlind};
            return {};
        }
        if (!QFileInfo::exists(m_votesAs))
            return fail(ErrorCode::UnknownReviewer, m_votesAs);
        const auto table = NamedTable::open(m_votesAs, {QStringLiteral("person"), QStringLiteral("reviewer")},
                                            {QStringLiteral("stage"), QStringLiteral("blind")});
        if (!table)
            return Failure(table.error());
        while ((*table)->next()) {
            if (auto mapped = mapPerson(review, **table); !mapped)
                return mapped;
        }
        return {};
    }

    Result<void> mapPerson(const Review& review, const NamedTable& row)
    {
        const Reviewer* reviewer = review.reviewer(row.cell(1));
        if (!reviewer)
            return fail(ErrorCode::UnknownReviewer, row.cell(1));
        VotesOf votes{reviewer->name, m_stage, !m_notBlind};
        if (!row.cell(2).isEmpty() && !(votes.stage = words::parseStage(row.cell(2))))
            return fail(ErrorCode::UnknownStage, row.cell(2));
        if (!row.cell(3).isEmpty()) {
            const auto blind = parseYesNo(row.cell(3));
            if (!blind)
                return fail(ErrorCode::BadInput, m_votesAs,
                            QStringLiteral("“%1” is neither yes nor no").arg(row.cell(3)));
            votes.blind = *blind;
        }
        m_request.votesAs[row.cell(0)] = votes;
        return {};
    }

    /// A file that fails does not keep the others out; what each one said is told at once, the last by the caller.
    Result<void> importAll(Context& context, Project& project)
    {
        QElapsedTimer timer;
        timer.start();
        QJsonArray files;
        QString text;
        qint64 records = 0;
        std::optional<Error> failure;
        for (const QString& name : m_files) {
            ImportRequest request = m_request;
            request.file = name;
            const auto report = importWhole(project, request, context.job());
            if (!report) {
                if (failure)
                    context.complain(*failure);
                failure = report.error();
                if (failure->code == ErrorCode::Cancelled)
                    break;
                continue;
            }
            files.append(jsonOf(Imports(project), request.file, *report));
            text += textOf(request.file, *report);
            records += report->total.records;
        }
        context.answer({{QStringLiteral("files"), files},
                        {QStringLiteral("records"), records},
                        {QStringLiteral("seconds"), double(timer.nsecsElapsed()) / 1e9}},
                       text);
        if (failure)
            return Failure(*failure);
        return {};
    }

    QString m_path;
    QString m_as;
    QString m_strategyFile;
    QString m_votesAs;
    QString m_columns;
    std::optional<Stage> m_stage;
    bool m_notBlind = false;
    QStringList m_files;
    ImportRequest m_request;
};

} // namespace

std::unique_ptr<Command> makeImport()
{
    return std::make_unique<Import>();
}

} // namespace winnow::cli
