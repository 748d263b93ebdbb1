// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

class New : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addText(app, "--title", m_review.title, "title of the review", {.required = true});
        addText(app, "--question", m_review.question, "the review question");
        addTexts(app, "--reviewer", m_people, "who takes part; the first one is the lead; may be repeated",
                 {.type = "NAME"});
        const auto votes = [](QStringView word) -> std::optional<int> {
            const bool single = word == QLatin1String("single");
            return single ? std::optional(1) : word == QLatin1String("dual") ? std::optional(2) : std::nullopt;
        };
        addWord(app, "--mode", m_votes, votes, "single|dual", "votes that each decision needs: one, or two (usual)");
        addTexts(app, "--resolver", m_resolvers, "who settles conflicts; then only these do; may be repeated",
                 {.type = "NAME"});
        addFlag(app, "--include-wins", m_includeWins, "at title and abstract what anybody includes goes on",
                {.excludes = "--resolver"});
        addCount(app, "--pilot", m_pilot, "records to pilot title and abstract with, before the rest");
        addCount(app, "--per-report", m_perReport, "at title and abstract each record goes to so many people");
        addText(app, "--population", m_review.pico.population, "of the question: who");
        addText(app, "--intervention", m_review.pico.intervention, "of the question: what is done");
        addText(app, "--comparator", m_review.pico.comparator, "of the question: against what");
        addText(app, "--outcomes", m_review.pico.outcomes, "of the question: which outcomes");
        addTexts(app, "--include", m_includes, "a criterion for including; may be repeated");
        addTexts(app, "--exclude", m_excludes, "a criterion for excluding; may be repeated");
        addTexts(app, "--title-reason", m_titleReasons, "a reason to exclude at title and abstract; may be repeated");
        addTexts(app, "--fulltext-reason", m_fulltextReasons, "a reason to exclude at full text; may be repeated");
    }

    Result<void> run(Context& context) override
    {
        m_review.titleVotes = m_review.fulltextVotes = m_votes.value_or(2);
        m_review.titleReasons = list(m_titleReasons);
        m_review.fulltextReasons = list(m_fulltextReasons);
        for (const QString& name : list(m_people)) {
            const Roles roles = m_review.reviewers.empty() ? Role::Lead | Role::Reviewer : Roles(Role::Reviewer);
            m_review.reviewers.push_back({{}, name, roles});
        }
        for (const QString& name : list(m_resolvers))
            addResolver(name);
        addRules();
        const auto project = Project::create(m_path, m_review, context.clock());
        if (!project)
            return Failure(project.error());
        QStringList names;
        for (const Reviewer& reviewer : m_review.reviewers)
            names << reviewer.name;
        context.answer({{QStringLiteral("project"), m_path},
                        {QStringLiteral("uid"), (*project)->uid()},
                        {QStringLiteral("reviewers"), QJsonArray::fromStringList(names)}},
                       QStringLiteral("Created %1").arg(m_path));
        return {};
    }

private:
    /// Somebody who screens as well, or a third person.
    void addResolver(const QString& name)
    {
        for (Reviewer& reviewer : m_review.reviewers) {
            if (reviewer.name.compare(name, Qt::CaseInsensitive) == 0) {
                reviewer.roles |= Role::Resolver;
                return;
            }
        }
        m_review.reviewers.push_back({{}, name, Role::Resolver});
    }

    void addRules()
    {
        m_review.pilotPlanned = int(m_pilot);
        if (!m_resolvers.isEmpty())
            m_review.titleResolving = m_review.fulltextResolving = ResolveRule::NamedResolvers;
        else if (m_includeWins)
            m_review.titleResolving = ResolveRule::IncludeWins;
        if (m_perReport > 0)
            m_review.titleAllocation = {true, int(m_perReport), 100, 1};
        for (const bool include : {true, false}) {
            for (const QString& text : list(include ? m_includes : m_excludes))
                m_review.criteria.push_back({{}, include, text, int(m_review.criteria.size())});
        }
    }

    static QStringList list(const QStringList& texts)
    {
        QStringList names;
        for (const QString& text : texts)
            names << text.trimmed();
        names.removeDuplicates();
        return names;
    }

    QString m_path;
    NewReview m_review;
    QStringList m_people;
    QStringList m_titleReasons;
    QStringList m_fulltextReasons;
    std::optional<int> m_votes;
    QStringList m_resolvers;
    QStringList m_includes;
    QStringList m_excludes;
    bool m_includeWins = false;
    qint64 m_pilot = 0;
    qint64 m_perReport = 0;
};

} // namespace

std::unique_ptr<Command> makeNew()
{
    return std::make_unique<New>();
}

} // namespace winnow::cli
