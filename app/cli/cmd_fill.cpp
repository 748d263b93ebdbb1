// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/Filling.h"
#include "project/Notices.h"
#include "project/Records.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

QJsonObject fillJson(const Records& records, const FillPlan& plan, qint64 filled)
{
    QJsonObject fields;
    for (const auto& [field, n] : plan.byField())
        fields.insert(words::wordOf(field), n);
    QJsonObject services;
    for (const auto& [service, n] : plan.byService())
        services.insert(service, n);
    QJsonArray changes;
    for (const Filled& one : plan.fields)
        changes.append(QJsonObject{{QStringLiteral("record"), records.uid(one.record)},
                                   {QStringLiteral("field"), words::wordOf(one.field)},
                                   {QStringLiteral("value"), QString::fromStdString(one.text)},
                                   {QStringLiteral("from"), one.service}});
    return {{QStringLiteral("asked"), plan.lookedAt},
            {QStringLiteral("by_title"), plan.byTitle},
            {QStringLiteral("without"), plan.without},
            {QStringLiteral("filled"), filled},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("services"), services},
            {QStringLiteral("changes"), changes},
            {QStringLiteral("troubles"), QJsonArray::fromStringList(plan.troubles)}};
}

QString fillText(const FillPlan& plan, qint64 filled, bool dry)
{
    QString text = QStringLiteral("%1 %2 of records that lack something and could be asked for: %3\n")
                       .arg(dry ? QStringLiteral("fields that can be filled") : QStringLiteral("fields filled"))
                       .arg(dry ? qint64(plan.fields.size()) : filled)
                       .arg(plan.lookedAt);
    for (const auto& [field, n] : plan.byField())
        text += QStringLiteral("  %1: %2\n").arg(words::wordOf(field)).arg(n);
    for (const auto& [service, n] : plan.byService())
        text += QStringLiteral("  from %1: %2\n").arg(service).arg(n);
    if (plan.byTitle > 0)
        text += QStringLiteral("  without an identifier, and found by title: %1\n").arg(plan.byTitle);
    if (plan.without > 0)
        text += QStringLiteral("  without an identifier, and not found by title: %1\n").arg(plan.without);
    for (const QString& trouble : plan.troubles)
        text += QStringLiteral("  %1\n").arg(trouble);
    return text;
}

class FillMissing : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addFlag(app, "--dry-run", m_dry, "tell what would be filled, change nothing");
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, m_dry ? Project::Access::Read : Project::Access::Write, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty() && !m_dry)
            actAsLead(**project);
        Online online(context.clock());
        const JobContext job = context.job();
        Filling filling(**project);
        const auto plan = filling.plan(online, job);
        if (!plan)
            return Failure(plan.error());
        const auto filled = m_dry ? Result<qint64>(0) : filling.fill(*plan, job);
        if (!filled)
            return Failure(filled.error());
        context.answer(fillJson(Records(**project), *plan, *filled), fillText(*plan, *filled, m_dry));
        return {};
    }

private:
    QString m_path;
    QString m_as;
    bool m_dry = false;
};

QJsonObject noticeJson(const Records& records, RecordId id, const RecordNotice& notice)
{
    return {{QStringLiteral("record"), records.uid(id)},
            {QStringLiteral("number"), records.number(id)},
            {QStringLiteral("kind"), words::idOf(notice.kind)},
            {QStringLiteral("reference"), notice.reference},
            {QStringLiteral("source"), notice.source},
            {QStringLiteral("seen"), notice.seen.toString(Qt::ISODate)}};
}

class TellNotices : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addFlag(app, "--check", m_check, "ask PubMed and Crossref first");
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, m_check ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        if (m_as.isEmpty() && m_check)
            actAsLead(**project);
        RecordNotices notices(**project);
        QJsonObject answer;
        QString text;
        if (m_check) {
            Online online(context.clock());
            const JobContext job = context.job();
            const auto report = notices.check(online, job);
            if (!report)
                return Failure(report.error());
            answer.insert(QStringLiteral("asked"), report->asked);
            answer.insert(QStringLiteral("without"), report->without);
            answer.insert(QStringLiteral("new"), report->fresh);
            answer.insert(QStringLiteral("troubles"), QJsonArray::fromStringList(report->troubles));
            text = QStringLiteral("asked about %1 records, new notices %2\n").arg(report->asked).arg(report->fresh);
            for (const QString& trouble : report->troubles)
                text += QStringLiteral("  %1\n").arg(trouble);
        }
        if (const auto listed = list(**project, notices, answer, text); !listed)
            return listed;
        context.answer(answer, text);
        return {};
    }

private:
    static Result<void> list(Project& project, const RecordNotices& notices, QJsonObject& answer, QString& text)
    {
        const auto noticed = notices.noticed();
        const auto checked = notices.lastChecked();
        if (!noticed || !checked)
            return Failure((noticed ? checked.error() : noticed.error()));
        const Records records(project);
        QJsonArray array;
        for (const RecordId id : *noticed) {
            const auto of = notices.of(id);
            for (const RecordNotice& notice : of ? *of : std::vector<RecordNotice>()) {
                array.append(noticeJson(records, id, notice));
                text += QStringLiteral("#%1 %2\n").arg(records.number(id)).arg(noticeSentence(notice));
            }
        }
        answer.insert(QStringLiteral("notices"), array);
        answer.insert(QStringLiteral("checked"), checked->toString(Qt::ISODate));
        text += checked->isValid() ? QStringLiteral("checked on %1\n").arg(checked->toString(Qt::ISODate))
                                   : QStringLiteral("never checked against PubMed and Crossref: notices --check\n");
        return {};
    }

    QString m_path;
    QString m_as;
    bool m_check = false;
};

} // namespace

std::unique_ptr<Command> makeFill()
{
    return std::make_unique<FillMissing>();
}

std::unique_ptr<Command> makeNotices()
{
    return std::make_unique<TellNotices>();
}

} // namespace winnow::cli
