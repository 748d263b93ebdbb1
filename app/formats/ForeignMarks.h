// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <string>
#include <string_view>

/// Votes, reasons, labels and notes of people as other tools write them into the notes of an entry.
///
///     RAYYAN-INCLUSION: {"Ana"=>"Included", "Ben"=>"Excluded"} | RAYYAN-LABELS: cohort,ask authors |
///     RAYYAN-EXCLUSION-REASONS: wrong population,wrong design | USER-NOTES: {"Ben"=>["animals"]}
///     ASReview_relevant
///
/// The text itself stays where it is. Neither tool says the stage: `stage` stays empty and people are asked.
namespace winnow::formats {

/// Fills `record.marks` from its extra fields. A record that carries marks already (Winnow's own) is left as it is.
/// Labels have no person in Rayyan: they are the only voter's, else nobody's. An exclusion's reasons stand one a line.
void takeForeignMarks(Record& record);

/// "include", "exclude" or "maybe" for what tools and people write into a column of decisions; "" for anything else.
/// `minusExcludes`: -1 excludes and 0 is undecided (Abstrackr); else 0 excludes and -1 is no vote (ASReview).
[[nodiscard]] std::string_view verdictOf(std::string_view cell, bool minusExcludes = false);

/// What stands behind "Exclusion reason:" in the notes of an entry (Covidence); "" if nothing does.
[[nodiscard]] std::string statedReason(const Record& record);

} // namespace winnow::formats
