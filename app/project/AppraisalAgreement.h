// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

namespace winnow {

/// How far two people agreed on one domain under an instrument (rules.md G2).
struct DomainAgreement {
    QString domain; ///< key of the judgement
    ReviewerId a;
    ReviewerId b;
    qint64 n = 0; ///< appraisals that both judged, on the scale
    qint64 leftOut = 0; ///< appraisals where one of them said what is outside of the order: "No information"
    std::optional<double> percent; ///< of n, 0 to 1
    std::optional<double> kappa; ///< linearly weighted

    bool operator==(const DomainAgreement&) const = default;
};
/// From what each had said before the appraisals were opened; of those that are opened. By pair, then domain.
[[nodiscard]] std::vector<DomainAgreement> appraisalAgreement(const std::vector<AppraisalView>& views,
                                                              const appraisal::Judge& judge);

} // namespace winnow
