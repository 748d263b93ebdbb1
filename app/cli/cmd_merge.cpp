// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Sharing.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

QString plainly(const BundlePreview& preview)
{
    if (preview.nothingNew())
        return QStringLiteral("nothing new");
    QStringList parts;
    const auto add = [&](qint64 n, const char* what) {
        if (n > 0)
            parts << QStringLiteral("%1 %2").arg(n).arg(QLatin1String(what));
    };
    for (const NewWork& work : preview.people) {
        parts << (work.person.isEmpty() ? QStringLiteral("somebody:") : work.person + QLatin1Char(':'));
        add(work.votes, "votes");
        add(work.notes, "notes");
        add(work.labels + work.ticks, "labels and ticks");
        add(work.reasons, "changes of reasons");
        add(work.edits, "edits");
        add(work.joins, "pairs");
        add(work.openings, "opened");
        add(work.resolutions, "settled");
        add(work.imports + work.other, "other changes");
    }
    add(qint64(preview.imports.size()), "imports");
    add(preview.clashes, "decided twice");
    return parts.join(QLatin1String("  "));
}

/// Files of coauthors, each a step of its own that can be taken back (see “winnow undo --bring-in”).
class Merge : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addTexts(app, "others", m_others, "bundles (.winnowz) or other copies of the project (.winnow)",
                 {.required = true, .type = "FILE…"});
        addFlag(app, "--dry-run", m_dryRun, "tell what would come in, and change nothing");
    }

    Result<void> run(Context& context) override
    {
        const auto access = m_dryRun ? Project::Access::Read : Project::Access::Write;
        const auto project = context.open(m_path, access, {});
        if (!project)
            return Failure(project.error());
        Sharing sharing(**project);
        if (!m_dryRun) {
            if (auto resumed = sharing.resume(context.job()); !resumed)
                return resumed;
        }
        for (const QString& file : m_others) {
            if (auto taken = take(context, sharing, file); !taken)
                return taken;
        }
        answer(context, sharing);
        return {};
    }

private:
    Result<void> take(Context& context, Sharing& sharing, const QString& file)
    {
        const auto preview = sharing.previewOf(file, context.job());
        if (!preview)
            return Failure(preview.error());
        qint64 batch = 0;
        if (!m_dryRun && !preview->nothingNew()) {
            const auto brought = sharing.bringIn(file, context.job());
            if (!brought)
                return Failure(brought.error());
            batch = brought->batch;
        }
        m_added += preview->added + preview->restored;
        m_already += preview->already;
        m_clashes += preview->clashes;
        m_files.append(QJsonObject{{QStringLiteral("file"), file},
                                   {QStringLiteral("from"), preview->info.sender},
                                   {QStringLiteral("added"), preview->added + preview->restored},
                                   {QStringLiteral("already"), preview->already},
                                   {QStringLiteral("conflicts"), preview->clashes},
                                   {QStringLiteral("imports"), qint64(preview->imports.size())},
                                   {QStringLiteral("from_the_future"), preview->fromTheFuture},
                                   {QStringLiteral("bring_in"), batch}});
        m_text += QStringLiteral("%1: %2\n").arg(file, plainly(*preview));
        if (preview->fromTheFuture > 0)
            m_text += QStringLiteral("  %1 changes are dated ahead of this clock: compare the clocks.\n")
                          .arg(preview->fromTheFuture);
        return {};
    }

    void answer(Context& context, const Sharing& sharing) const
    {
        const auto code = sharing.checkCode();
        QString text = m_text;
        if (code && !code->isEmpty())
            text += (m_dryRun ? QStringLiteral("Check code as it is: %1\n") : QStringLiteral("Check code: %1\n"))
                        .arg(*code);
        context.answer({{QStringLiteral("added"), m_added},
                        {QStringLiteral("already"), m_already},
                        {QStringLiteral("conflicts"), m_clashes},
                        {QStringLiteral("files"), m_files},
                        {QStringLiteral("check_code"), code ? *code : QString()},
                        {QStringLiteral("dry_run"), m_dryRun}},
                       text);
    }

    QString m_path;
    QStringList m_others;
    bool m_dryRun = false;
    qint64 m_added = 0;
    qint64 m_already = 0;
    qint64 m_clashes = 0;
    QJsonArray m_files;
    QString m_text;
};

} // namespace

std::unique_ptr<Command> makeMerge()
{
    return std::make_unique<Merge>();
}

} // namespace winnow::cli
