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

} // namespace winnow
