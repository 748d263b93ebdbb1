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
        const auto project = Project::create(m_path, m_review, context.clock());
        if (!project)
            return Failure(project.error());
        const QStringList names = list(m_people);
        context.answer({{QStringLiteral("project"), m_path},
                        {QStringLiteral("uid"), (*project)->uid()},
                        {QStringLiteral("reviewers"), QJsonArray::fromStringList(names)}},
                       QStringLiteral("Created %1").arg(m_path));
        return {};
    }

private:
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
};

} // namespace

std::unique_ptr<Command> makeNew()
{
    return std::make_unique<New>();
}

} // namespace winnow::cli
