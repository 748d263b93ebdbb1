// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Rights.h"

#include <algorithm>

namespace winnow {
namespace {

bool includes(const Reviewer& person, Right right)
{
    switch (right) {
    case Right::Vote: return person.mayVote();
    case Right::Settle: return person.mayResolve();
    case Right::Work: return person.mayImport();
    case Right::Extend: return person.mayAdd();
    case Right::Lead: return person.leads();
    }
    return false;
}

} // namespace

std::optional<Error> refusal(const std::vector<Reviewer>& people, ReviewerId me, Right right)
{
    const auto person = std::find_if(people.begin(), people.end(), [me](const Reviewer& r) { return r.id == me; });
    if (!me || person == people.end()) {
        const bool settingUp = right == Right::Extend || right == Right::Lead;
        return settingUp ? std::optional<Error>() : Error{ErrorCode::UnknownReviewer, {}, {}};
    }
    if (person->retired)
        return Error{ErrorCode::HasLeft, person->name, {}};
    if (includes(*person, right))
        return {};
    if (right != Right::Lead)
        return Error{ErrorCode::RoleForbids, person->name, {}};
    const bool led = std::any_of(people.begin(), people.end(), [](const Reviewer& r) { return r.leads(); });
    return led ? Error{ErrorCode::LeadOnly, person->name, {}} : std::optional<Error>();
}

std::optional<Error> refusalToSettle(const std::vector<Reviewer>& people, ReviewerId me, const StageRules& rules)
{
    if (auto why = refusal(people, me, Right::Settle))
        return why;
    const auto person = std::find_if(people.begin(), people.end(), [me](const Reviewer& r) { return r.id == me; });
    if (rules.resolving == ResolveRule::NamedResolvers && !(person->roles & Role::Resolver))
        return Error{ErrorCode::ResolversOnly, person->name, {}};
    return {};
}

} // namespace winnow
