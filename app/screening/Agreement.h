// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <optional>
#include <span>

namespace winnow::screening {

/// The verdicts of two reviewers on one report at one stage, as frozen for agreement (rules.md C2).
struct PairedVote {
    Verdict a = Verdict::None;
    Verdict b = Verdict::None;
};

/// The 2×2 table of a pair of reviewers. Unit: reports on which both voted.
struct AgreementTable {
    qint64 bothInclude = 0;
    qint64 onlyA = 0; ///< a includes, b excludes
    qint64 onlyB = 0; ///< b includes, a excludes
    qint64 bothExclude = 0;

    bool operator==(const AgreementTable&) const = default;
    [[nodiscard]] qint64 n() const { return bothInclude + onlyA + onlyB + bothExclude; }
};

/// Counts the pairs in which both voted. Maybe is an include at title and abstract (rules.md B1); at full text it is no
/// vote, and the pair is left out.
[[nodiscard]] AgreementTable tabulate(Stage stage, std::span<const PairedVote> pairs);

/// How far two reviewers agree. Nothing is defined for n = 0.
struct Agreement {
    qint64 n = 0;
    std::optional<double> percent; ///< share of reports on which both said the same, 0 to 1
    std::optional<double> kappa; ///< Cohen 1960; undefined if both used one and the same verdict throughout
    /// 95 % limits from the large-sample variance of Fleiss, Cohen and Everitt 1969. The normal curve knows no bounds,
    /// kappa does: a limit beyond ±1 stands at the bound, and `kappaCut` says so.
    std::optional<double> kappaLow;
    std::optional<double> kappaHigh;
    bool kappaCut = false;
    std::optional<double> pabak; ///< prevalence- and bias-adjusted kappa, Byrt, Bishop and Carlin 1993
    std::optional<double> ac1; ///< Gwet 2008

    bool operator==(const Agreement&) const = default;
};

[[nodiscard]] Agreement agreement(const AgreementTable& table);

} // namespace winnow::screening
