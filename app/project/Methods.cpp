// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Methods.h"

namespace winnow {
namespace {

void addPeople(MethodsFacts& facts, const std::vector<Reviewer>& people)
{
    for (const Reviewer& person : people) {
        facts.screeners += person.screens();
        if (!person.retired && (person.roles & Role::Resolver))
            facts.resolvers << person.name;
    }
}

} // namespace

MethodsFacts methodsFacts(const Review& review)
{
    MethodsFacts facts;
    facts.settings = review.settings;
    facts.pilots = review.pilots;
    facts.protocol = review.protocol;
    addPeople(facts, review.reviewers);
    return facts;
}

MethodsFacts methodsFacts(const NewReview& review)
{
    MethodsFacts facts;
    facts.settings.titleStage.votesNeeded = review.titleVotes;
    facts.settings.fulltextStage.votesNeeded = review.fulltextVotes;
    facts.settings.titleStage.resolving = review.titleResolving;
    facts.settings.fulltextStage.resolving = review.fulltextResolving;
    facts.settings.titleStage.allocation = review.titleAllocation;
    facts.settings.pilotPlanned = review.pilotPlanned;
    addPeople(facts, review.reviewers);
    return facts;
}

} // namespace winnow
