// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/People.h"
#include "domain/Words.h"
#include "project/Methods.h"
#include "project/Setup.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

/// People, their roles, and the rules that the team agreed on: shows them, and changes what is asked for.
class Team : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        addTexts(app, "--add", m_add, "somebody new, as NAME or NAME=ROLE,ROLE; may be repeated", {.type = "NAME"});
        addTexts(app, "--rename", m_rename, "a person's name, as OLD=NEW; may be repeated", {.type = "OLD=NEW"});
        addTexts(app, "--roles", m_roles,
                 "roles of a person: lead, reviewer, resolver, librarian, reader; may be repeated",
                 {.type = "NAME=ROLE,ROLE"});
        addTexts(app, "--retire", m_retire, "has left: no longer asked or offered; their work stays", {.type = "NAME"});
        addTexts(app, "--bring-back", m_back, "takes part again", {.type = "NAME"});
        addCount(app, "--title-votes", m_titleVotes, "votes that a decision at title and abstract needs");
        addCount(app, "--fulltext-votes", m_fulltextVotes, "votes that a decision at full text needs");
        const std::string rules = "discussion|resolvers|include-wins";
        addWord(app, "--title-resolve", m_titleRule, words::parseResolveRule, rules, "who settles conflicts of titles");
        addWord(app, "--fulltext-resolve", m_fulltextRule, words::parseResolveRule, rules,
                "who settles conflicts of full texts");
        const auto reasons = [](QStringView word) -> std::optional<ReasonRule> {
            const bool order = word == QLatin1String("order");
            return order                           ? std::optional(ReasonRule::FirstInOrder)
                : word == QLatin1String("by-hand") ? std::optional(ReasonRule::ByHand)
                                                   : std::nullopt;
        };
        addWord(app, "--reasons", m_reasons, reasons, "order|by-hand",
                "which reason stands where exclusions at full text differ: the first in the list, or one settled");
    }

    Result<void> run(Context& context) override
    {
        const auto access = changes() ? Project::Access::Write : Project::Access::Read;
        auto project = context.open(m_path, access, m_as);
        if (!project)
            return Failure(project.error());
        if (changes() && m_as.isEmpty())
            actAsLead(**project);
        for (const auto& step : {&Team::addPeople, &Team::changePeople, &Team::changeRules}) {
            if (auto done = (this->*step)(**project); !done)
                return done;
        }
        answer(context, *(*project)->review());
        return {};
    }

private:
    bool changes() const
    {
        return !(m_add + m_rename + m_roles + m_retire + m_back).isEmpty() || m_titleVotes || m_fulltextVotes
            || m_titleRule || m_fulltextRule || m_reasons;
    }

    Result<void> addPeople(Project& project) const
    {
        for (const QString& text : m_add) {
            const auto pair = parsePair(text);
            const auto roles = pair ? parseRoles(pair->value) : Roles(Role::Reviewer);
            if (!roles)
                return fail(ErrorCode::BadInput, pair->value);
            if (const auto added = Setup(project).addReviewer(pair ? pair->name : text, *roles); !added)
                return Failure(added.error());
        }
        return {};
    }

    Result<void> changePeople(Project& project) const
    {
        Setup setup(project);
        for (const QString& text : m_rename) {
            const auto pair = parsePair(text);
            if (auto done = edited(project, pair, [&](Reviewer& r) { r.name = pair->value; }); !done)
                return done;
        }
        for (const QString& text : m_roles) {
            const auto pair = parsePair(text);
            const auto roles = pair ? parseRoles(pair->value) : std::nullopt;
            if (!roles)
                return fail(ErrorCode::BadInput, text);
            if (auto done = edited(project, pair, [&](Reviewer& r) { r.roles = *roles; }); !done)
                return done;
        }
        for (const bool gone : {true, false}) {
            for (const QString& name : gone ? m_retire : m_back) {
                const auto person = personNamed(*project.review(), name);
                if (!person)
                    return Failure(person.error());
                if (auto done = setup.retire(*person, gone); !done)
                    return done;
            }
        }
        return {};
    }

    template <class Change>
    static Result<void> edited(Project& project, const std::optional<NamedValue>& pair, Change change)
    {
        const auto review = project.review();
        const Reviewer* known = pair ? review->reviewer(pair->name) : nullptr;
        if (!known)
            return fail(pair ? ErrorCode::UnknownReviewer : ErrorCode::BadInput, pair ? pair->name : QString());
        Reviewer wanted = *known;
        change(wanted);
        return Setup(project).editReviewer(wanted);
    }

    Result<void> changeRules(Project& project) const
    {
        ReviewSettings wanted = project.review()->settings;
        wanted.titleStage.votesNeeded = m_titleVotes ? int(m_titleVotes) : wanted.titleStage.votesNeeded;
        wanted.fulltextStage.votesNeeded = m_fulltextVotes ? int(m_fulltextVotes) : wanted.fulltextStage.votesNeeded;
        wanted.titleStage.resolving = m_titleRule.value_or(wanted.titleStage.resolving);
        wanted.fulltextStage.resolving = m_fulltextRule.value_or(wanted.fulltextStage.resolving);
        wanted.fulltextStage.reasons = m_reasons.value_or(wanted.fulltextStage.reasons);
        return wanted == project.review()->settings ? Result<void>() : Setup(project).save(wanted);
    }

    static QJsonObject rulesJson(const StageRules& rules)
    {
        return {{QStringLiteral("votes"), rules.votesNeeded},
                {QStringLiteral("majority"), rules.majority},
                {QStringLiteral("resolve"), words::wordOf(rules.resolving)},
                {QStringLiteral("reasons"),
                 rules.reasons == ReasonRule::ByHand ? QStringLiteral("by-hand") : QStringLiteral("order")}};
    }

    static void answer(Context& context, const Review& review)
    {
        QJsonArray people;
        QString text;
        for (const Reviewer& r : review.reviewers) {
            people.append(QJsonObject{{QStringLiteral("name"), r.name},
                                      {QStringLiteral("roles"), QJsonArray::fromStringList(rolesOf(r.roles))},
                                      {QStringLiteral("retired"), r.retired}});
            text += QStringLiteral("%1: %2%3\n")
                        .arg(r.name, words::name(r.roles), r.retired ? QStringLiteral(" (has left)") : QString());
        }
        const QStringList methods = words::methodsSection(methodsFacts(review));
        text += QLatin1Char('\n') + methods.join(QLatin1Char('\n'));
        context.answer({{QStringLiteral("people"), people},
                        {QStringLiteral("title"), rulesJson(review.settings.titleStage)},
                        {QStringLiteral("fulltext"), rulesJson(review.settings.fulltextStage)},
                        {QStringLiteral("methods"), QJsonArray::fromStringList(methods)}},
                       text);
    }

    QString m_path;
    QString m_as;
    QStringList m_add;
    QStringList m_rename;
    QStringList m_roles;
    QStringList m_retire;
    QStringList m_back;
    qint64 m_titleVotes = 0;
    qint64 m_fulltextVotes = 0;
    std::optional<ResolveRule> m_titleRule;
    std::optional<ResolveRule> m_fulltextRule;
    std::optional<ReasonRule> m_reasons;
};

} // namespace

std::unique_ptr<Command> makeTeam()
{
    return std::make_unique<Team>();
}

} // namespace winnow::cli
