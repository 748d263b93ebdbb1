// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Finding.h"
#include "appraisal/Instrument.h"
#include "appraisal/Rule.h"

namespace winnow::appraisal {

/// Answers that no rule of a domain speaks of, and that its rules do not tell apart.
struct Undecided {
    std::optional<Condition> when; ///< "1.1 is Y or PY and 1.2 is N"; none: all answers
    double combinations = 0; ///< how many they are

    bool operator==(const Undecided&) const = default;
};

/// How thoroughly the rules of one domain of one variant were tried.
struct Coverage {
    QString variant;
    QString domain;
    double combinations = 0; ///< answers that can be given, NA of what is not asked included
    qint64 tried = 0; ///< groups of them that the rules cannot tell apart
    bool sampled = false; ///< true: `tried` random ones, because there were more than `triedAtMost`
    bool applicability = false; ///< the rules are those of the applicability judgement
    std::vector<Undecided> undecided = {}; ///< the first `undecidedKept` of `undecidedGroups`, as they are tried
    qint64 undecidedGroups = 0;

    bool operator==(const Coverage&) const = default;
};

struct Check {
    std::vector<Finding> findings;
    std::vector<Coverage> coverage; ///< of the domains that have rules
};

/// Groups of combinations that are tried one by one; beyond, `sampleSize` of them are drawn (always the same ones).
inline constexpr qint64 triedAtMost = 300'000;
inline constexpr qint64 sampleSize = 20'000;
inline constexpr std::size_t undecidedKept = 500;

/// Whether an instrument holds together: ids that exist, conditions without a cycle, rules that never disagree; and
/// what the rules leave open or can never reach. Every combination of answers of a domain is tried, answers that no
/// rule tells apart as one.
[[nodiscard]] Check check(const Instrument& instrument);

} // namespace winnow::appraisal
