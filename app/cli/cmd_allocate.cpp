// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/People.h"
#include "cli/Rows.h"
#include "project/Allocations.h"

namespace winnow::cli {
namespace {

class Allocate : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        addStage(app, m_stage);
        addFlag(app, "--everybody", m_everybody, "everybody who screens sees all reports");
        addTexts(app, "--share", m_shares, "a person's share of the reports, as NAME=PERCENT; may be repeated",
                 {.type = "NAME=PERCENT", .excludes = "--everybody"});
        addCount(app, "--per-report", m_perReport, "to so many people each report is dealt");
        addCount(app, "--double", m_double,
                 "percent of the reports that so many people read; the rest is read by one (usual: 100)");
        addCount(app, "--seed", m_seed, "another deal of the same kind (usual: 1)");
        addTexts(app, "--to", m_people,
                 "by hand: the reports of --ids go to these people and no others; may be "
                 "repeated; nobody: the rule holds for them again",
                 {.type = "NAME"});
        addText(app, "--ids", m_file, "table with the column id", {.type = "FILE.csv"});
    }

    Result<void> run(Context& context) override
    {
        const bool rule = m_everybody || !m_shares.isEmpty() || m_perReport > 0;
        const bool writes = rule || !m_file.isEmpty();
        const auto project = context.open(m_path, writes ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        if (writes && m_as.isEmpty())
            actAsLead(**project);
        if (rule) {
            if (auto set = setRule(**project); !set)
                return set;
        }
        Rejections rejections;
        qint64 applied = 0;
        if (!m_file.isEmpty()) {
            if (auto done = assign(context, **project, rejections, applied); !done)
                return done;
        }
        return answer(context, **project, applied, rejections);
    }

private:
    Result<void> setRule(Project& project) const
    {
        Allocation rule;
        rule.dealt = !m_everybody;
        rule.perReport = std::max(1, int(m_perReport));
        rule.sharedPercent = int(m_double);
        rule.seed = quint64(m_seed);
        Allocations::Shares shares;
        for (const QString& text : m_shares) {
            const auto pair = parsePair(text);
            bool ok = false;
            const int percent = pair ? pair->value.toInt(&ok) : 0;
            if (!ok)
                return fail(ErrorCode::BadInput, text);
            const auto person = personNamed(*project.review(), pair->name);
            if (!person)
                return Failure(person.error());
            shares.emplace_back(*person, percent);
        }
        return Allocations(project, m_stage).set(rule.dealt ? rule : Allocation(), shares);
    }

    Result<void> assign(Context& context, Project& project, Rejections& rejections, qint64& applied) const
    {
        std::vector<ReviewerId> people;
        for (const QString& name : m_people) {
            const auto person = personNamed(*project.review(), name);
            if (!person)
                return Failure(person.error());
            people.push_back(*person);
        }
        const Records records(project);
        std::vector<RecordId> chosen;
        std::vector<RowRef> rows;
        const auto take = [&](const NamedTable& row) {
            if (const RecordId record = recordIn(records, row, 0, rejections)) {
                chosen.push_back(record);
                rows.push_back({row.line(), row.cell(0)});
            }
        };
        if (auto read = readRows(context, m_file, {QStringLiteral("id")}, {}, rejections, take); !read)
            return read;
        const auto outcome = Allocations(project, m_stage).assign(chosen, people);
        if (!outcome)
            return Failure(outcome.error());
        rejections.add(*outcome, rows);
        applied = outcome->applied;
        return {};
    }

    Result<void> answer(Context& context, Project& project, qint64 applied, const Rejections& rejections) const
    {
        const auto standing = Allocations(project, m_stage).standing();
        if (!standing)
            return Failure(standing.error());
        const auto review = project.review();
        QJsonArray people;
        QString text = standing->rule.dealt ? QString() : QStringLiteral("Everybody sees all reports.\n");
        for (const Allotted& one : standing->people) {
            const QString name = review->reviewer(one.who)->name;
            people.append(QJsonObject{{QStringLiteral("name"), name},
                                      {QStringLiteral("share"), one.share},
                                      {QStringLiteral("reports"), one.reports}});
            text += QStringLiteral("%1: %2 reports\n").arg(name).arg(one.reports);
        }
        text += QStringLiteral("By hand: %1 reports").arg(standing->byHand) + rejections.text();
        context.answer({{QStringLiteral("dealt"), standing->rule.dealt},
                        {QStringLiteral("per_report"), standing->rule.perReport},
                        {QStringLiteral("double"), standing->rule.sharedPercent},
                        {QStringLiteral("seed"), qint64(standing->rule.seed)},
                        {QStringLiteral("people"), people},
                        {QStringLiteral("by_hand"), standing->byHand},
                        {QStringLiteral("applied"), applied},
                        {QStringLiteral("rejected"), rejections.json()}},
                       text);
        return {};
    }

    QString m_path;
    QString m_as;
    QString m_file;
    Stage m_stage = Stage::Title;
    bool m_everybody = false;
    QStringList m_shares;
    QStringList m_people;
    qint64 m_perReport = 0;
    qint64 m_double = 100;
    qint64 m_seed = 1;
};

} // namespace

std::unique_ptr<Command> makeAllocate()
{
    return std::make_unique<Allocate>();
}

} // namespace winnow::cli
