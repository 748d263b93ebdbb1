// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Decision.h"
#include "domain/Review.h"

namespace winnow {

/// The one place of a report, and so its one box in the PRISMA figure (rules.md A2–A7). What comes first wins: set
/// aside, title and abstract, awaiting classification or ongoing, retrieval, full text. With `needsNoRetrieval`
/// (registry entries, abstract-only reports) the state of retrieval is not looked at.
[[nodiscard]] Place placeOf(const StageDecision& title, const StageDecision& fulltext, SetAside::By setAside,
                            Retrieval retrieval, bool needsNoRetrieval, Classification classification);

/// A vote of this person at a stage with these rules is still to come: the one definition of "until I have voted"
/// (rules.md C1). One vote needed: nobody is blind to anybody. What else narrows who is asked belongs here too.
[[nodiscard]] bool voteExpected(const Reviewer& person, const StageRules& rules, bool voted);

/// What a person is shown as a report's place while votes of theirs are expected that others have not waited for: the
/// stage looks as if it was open still, and so does what came of it.
[[nodiscard]] Place shownPlace(Place place, bool titleExpected, bool fulltextExpected);
/// The place follows from votes at this stage.
[[nodiscard]] bool tellsVotes(Place place, Stage stage);

} // namespace winnow
