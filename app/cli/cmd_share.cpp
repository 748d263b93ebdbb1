// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Letters.h"
#include "project/Sharing.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

constexpr double megabyte = 1e6;

class Share : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addText(app, "--out", m_out, "the bundle to write (.winnowz)", {.required = true, .type = "FILE"});
        addText(app, "--start-for", m_start, "an invitation for this reviewer: nobody's votes are in it",
                {.type = "NAME"});
        addText(app, "--conflicts-for", m_conflicts, "the opened conflicts of a stage, for the one who settles them",
                {.type = "NAME", .excludes = "--start-for"});
        addText(app, "--as", m_as, "whose work it is, or who sends it", {.type = "NAME"});
        const auto takeStage = [this](const QString& word) {
            m_stage = word == QLatin1String("fulltext") ? Stage::Fulltext : Stage::Title;
            return word == QLatin1String("title") || word == QLatin1String("fulltext")
                ? std::string()
                : "“" + word.toStdString() + "” is none of title|fulltext";
        };
        addOption(app, "--stage", takeStage, "of the conflicts; title unless said otherwise",
                  {.type = "title|fulltext"});
        addFlag(app, "--all-imports", m_allImports, "with the records that coauthors should have already");
    }

    Result<void> run(Context& context) override
    {
        if (m_start.isEmpty() && m_conflicts.isEmpty() && m_as.isEmpty())
            return fail(ErrorCode::BadInput, QStringLiteral("share"),
                        QStringLiteral("--start-for, --as or --conflicts-for"));
        const auto project = context.open(m_path, Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty())
            actAsLead(**project);
        const auto sent = write(**project, context.job());
        if (!sent)
            return Failure(sent.error());
        QString text = QStringLiteral("%1: changes %2, imports %3, %4 MB\n\n%5\n")
                           .arg(sent->file)
                           .arg(sent->changes)
                           .arg(sent->imports)
                           .arg(double(sent->bytes) / megabyte, 0, 'f', 1)
                           .arg(sent->letter);
        QJsonArray warnings;
        if (!m_start.isEmpty()) {
            const auto missing = Sharing(**project).notReady();
            if (!missing)
                return Failure(missing.error());
            for (const NotReady what : *missing) {
                warnings.append(words::sentence(what));
                text += QStringLiteral("\n%1\n").arg(words::sentence(what));
            }
        }
        if (sent->tooLargeForMail)
            text += QStringLiteral("\nToo large for most mail: pass a link or a stick instead.\n");
        context.answer({{QStringLiteral("out"), sent->file},
                        {QStringLiteral("changes"), sent->changes},
                        {QStringLiteral("imports"), sent->imports},
                        {QStringLiteral("bytes"), sent->bytes},
                        {QStringLiteral("too_large_for_mail"), sent->tooLargeForMail},
                        {QStringLiteral("letter"), sent->letter},
                        {QStringLiteral("warnings"), warnings}},
                       text);
        return {};
    }

private:
    Result<SentBundle> write(Project& project, const JobContext& job) const
    {
        Sharing sharing(project);
        if (m_start.isEmpty() && m_conflicts.isEmpty())
            return sharing.sendWork(m_out, job, m_allImports);
        const QString& name = m_start.isEmpty() ? m_conflicts : m_start;
        const auto review = project.review();
        const Reviewer* person = review->reviewer(name);
        if (!person)
            return fail(ErrorCode::UnknownReviewer, name);
        return m_start.isEmpty() ? sharing.conflictsFor(m_stage, person->id, m_out, job)
                                 : sharing.invite(person->id, m_out, job);
    }

    QString m_path;
    QString m_out;
    QString m_start;
    QString m_conflicts;
    QString m_as;
    Stage m_stage = Stage::Title;
    bool m_allImports = false;
};

class Accept : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addText(app, "bundle", m_bundle, "an invitation (.winnowz), or a coauthor's project (.winnow)",
                {.required = true, .type = "FILE"});
        addText(app, "--out", m_out, "the project file to make", {.required = true, .type = "FILE"});
        addText(app, "--as", m_as, "who I am; needed for a coauthor's project", {.type = "NAME"});
    }

    Result<void> run(Context& context) override
    {
        const bool isProject = m_bundle.endsWith(QLatin1String(".winnow"));
        const auto copy
            = isProject ? Sharing::copyFor(m_bundle, m_as, m_out, context.clock(), context.job()) : accept(context);
        if (!copy)
            return Failure(copy.error());
        context.answer({{QStringLiteral("project"), copy->file}, {QStringLiteral("reviewer"), copy->name}},
                       QStringLiteral("%1: your own copy; you are %2").arg(copy->file, copy->name));
        return {};
    }

private:
    Result<OwnCopy> accept(Context& context) const
    {
        if (!m_as.isEmpty()) {
            const auto info = Sharing::lookAt(m_bundle);
            if (!info)
                return Failure(info.error());
            if (info->receiver.compare(m_as, Qt::CaseInsensitive) != 0)
                return fail(ErrorCode::NotAnInvitation, m_bundle, info->receiver);
        }
        return Sharing::accept(m_bundle, m_out, context.clock(), context.job());
    }

    QString m_bundle;
    QString m_out;
    QString m_as;
};

} // namespace

std::unique_ptr<Command> makeShare()
{
    return std::make_unique<Share>();
}

std::unique_ptr<Command> makeAccept()
{
    return std::make_unique<Accept>();
}

} // namespace winnow::cli
