// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Instrument.h"

/// Scales and answers that many instruments share: what somebody who builds one begins with.
namespace winnow::appraisal {

[[nodiscard]] std::vector<Scale> usualScales();
[[nodiscard]] std::vector<AnswerSet> usualAnswers();

struct UsualColour {
    QString judgement; ///< "Low risk"
    QString code; ///< "#02C100"
};
/// The colours of robvis (doi:10.1002/jrsm.1411) that readers know, classic or for the colour-blind, the best judgement
/// first.
[[nodiscard]] std::vector<UsualColour> usualColours(bool colourBlind);

/// "risk", "risk2" …: the first that nothing of a list is called.
template <class T> [[nodiscard]] QString freeName(const std::vector<T>& list, const QString& name)
{
    QString id = name;
    const auto taken = [&list](const QString& one) {
        for (const T& other : list) {
            if (other.id == one)
                return true;
        }
        return false;
    };
    for (int n = 2; taken(id); ++n)
        id = name + QString::number(n);
    return id;
}

} // namespace winnow::appraisal
