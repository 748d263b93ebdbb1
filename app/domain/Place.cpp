// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Place.h"

namespace winnow {
namespace {

Place afterTitle(StageState fulltext)
{
    switch (fulltext) {
    case StageState::Conflict:
    case StageState::DecidedTwice: return Place::FulltextConflict;
    case StageState::ReasonsDiffer: return Place::ReasonsDiffer;
    case StageState::Excluded: return Place::FulltextExcluded;
    case StageState::Included: return Place::Included;
    case StageState::Pending: break;
    }
    return Place::AwaitingAssessment;
}

Place beforeAssessment(Retrieval retrieval, StageState fulltext)
{
    switch (retrieval) {
    case Retrieval::Sought: return Place::Sought;
    case Retrieval::Requested: return Place::Requested;
    case Retrieval::NotRetrieved: return Place::NotRetrieved;
    case Retrieval::Received: break;
    }
    return afterTitle(fulltext);
}

} // namespace

Place placeOf(const StageDecision& title, const StageDecision& fulltext, SetAside::By setAside, Retrieval retrieval,
              bool needsNoRetrieval, Classification classification)
{
    if (setAside != SetAside::By::None)
        return setAside == SetAside::By::Automation ? Place::RemovedAutomation : Place::RemovedOther;
    switch (title.state) {
    case StageState::Pending: return Place::AwaitingScreening;
    case StageState::Conflict:
    case StageState::DecidedTwice: return Place::TitleConflict;
    case StageState::ReasonsDiffer: // reasons never conflict at this stage (rules.md B1)
    case StageState::Excluded: return Place::TitleExcluded;
    case StageState::Included: break;
    }
    if (classification != Classification::None)
        return classification == Classification::Awaiting ? Place::AwaitingClassification : Place::Ongoing;
    return beforeAssessment(needsNoRetrieval ? Retrieval::Received : retrieval, fulltext.state);
}

bool voteExpected(const Reviewer& person, const StageRules& rules, bool voted)
{
    return person.mayVote() && rules.votesNeeded > 1 && !voted;
}

bool tellsVotes(Place place, Stage stage)
{
    switch (place) {
    case Place::AwaitingScreening:
    case Place::RemovedAutomation:
    case Place::RemovedOther: return false;
    case Place::FulltextConflict:
    case Place::ReasonsDiffer:
    case Place::FulltextExcluded:
    case Place::Included: return true;
    default: return stage == Stage::Title;
    }
}

Place shownPlace(Place place, bool titleExpected, bool fulltextExpected)
{
    if (titleExpected && tellsVotes(place, Stage::Title))
        return Place::AwaitingScreening;
    if (fulltextExpected && tellsVotes(place, Stage::Fulltext))
        return Place::AwaitingAssessment;
    return place;
}

} // namespace winnow
