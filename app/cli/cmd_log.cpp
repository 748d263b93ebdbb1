// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Records.h"
#include "project/Sharing.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace winnow::cli {
namespace {

constexpr qint64 pageSize = 1000;

QString timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

class TellLog : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        const auto takeSince = [this](const QString& text) -> std::string {
            QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
            if (!time.isValid())
                return "“" + text.toStdString() + "” is no time like 2026-05-03T14:00:00Z";
            if (time.timeSpec() == Qt::LocalTime)
                time.setTimeSpec(Qt::UTC); // times without a zone are UTC, as everywhere in answers
            m_since = time.toMSecsSinceEpoch();
            return {};
        };
        addOption(app, "--since", takeSince, "date or time (UTC) to begin with", {.type = "TIME"});
        addCount(app, "--limit", m_limit, "the first so many");
        addViewer(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const auto review = (*project)->review();
        auto page = nextPage(**project, 0);
        if (page && context.json())
            context.out().write("{\"changes\":[");
        while (page && !page->empty()) {
            for (const LogEntry& entry : *page)
                write(context, *review, entry, m_written++ == 0);
            if (context.cancelled() || !context.out().good())
                return fail(ErrorCode::Cancelled, m_path);
            page = nextPage(**project, page->back().arrival);
        }
        if (!page)
            return Failure(page.error());
        return writeBringIns(context, **project);
    }

private:
    Result<std::vector<LogEntry>> nextPage(Project& project, qint64 arrival) const
    {
        const qint64 size = std::min(pageSize, m_limit - m_written);
        if (size <= 0)
            return std::vector<LogEntry>();
        return History(project).entriesAfter(arrival, m_since, size);
    }

    /// What came from coauthors, and whether it was set aside here.
    static Result<void> writeBringIns(Context& context, Project& project)
    {
        const auto all = Sharing(project).bringIns();
        if (!all)
            return Failure(all.error());
        QJsonArray array;
        for (const BringIn& in : *all) {
            array.append(QJsonObject{{QStringLiteral("bring_in"), in.batch},
                                     {QStringLiteral("at"), timeText(in.at.toMSecsSinceEpoch())},
                                     {QStringLiteral("from"), in.info.sender},
                                     {QStringLiteral("summary"), in.info.summary},
                                     {QStringLiteral("changes"), in.changes},
                                     {QStringLiteral("live"), in.live}});
            if (!context.json())
                context.out().write(QStringLiteral("%1  bring-in %2  %3  changes %4%5\n")
                                        .arg(timeText(in.at.toMSecsSinceEpoch()))
                                        .arg(in.batch)
                                        .arg(in.info.summary)
                                        .arg(in.changes)
                                        .arg(in.live ? QString() : QStringLiteral("  (set aside)"))
                                        .toStdString());
        }
        if (context.json())
            context.out().write("],\"bring_ins\":" + QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString()
                                + "}\n");
        return {};
    }

    static void write(Context& context, const Review& review, const LogEntry& entry, bool first)
    {
        const Reviewer* by = review.reviewer(entry.by);
        const QString name = by ? by->name : QString();
        if (!context.json()) {
            const QByteArray line
                = QStringLiteral("%1  %2  %3  %4  %5\n")
                      .arg(timeText(entry.at), name, entry.kind,
                           entry.number ? QStringLiteral("#%1").arg(entry.number) : entry.subject, entry.value)
                      .toUtf8();
            context.out().write({line.constData(), size_t(line.size())});
            return;
        }
        const QJsonObject object{{QStringLiteral("id"), entry.id},
                                 {QStringLiteral("step"), entry.step},
                                 {QStringLiteral("at"), timeText(entry.at)},
                                 {QStringLiteral("by"), name},
                                 {QStringLiteral("kind"), entry.kind},
                                 {QStringLiteral("subject"), entry.subject},
                                 {QStringLiteral("value"), entry.value},
                                 {QStringLiteral("undo"), entry.undo},
                                 {QStringLiteral("number"), entry.number ? QJsonValue(entry.number) : QJsonValue()}};
        const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
        context.out().write(first ? "" : ",\n");
        context.out().write({text.constData(), size_t(text.size())});
    }

    QString m_path;
    QString m_as;
    qint64 m_since = 0;
    qint64 m_written = 0;
    qint64 m_limit = std::numeric_limits<qint64>::max();
};

} // namespace

std::unique_ptr<Command> makeLog()
{
    return std::make_unique<TellLog>();
}

} // namespace winnow::cli
